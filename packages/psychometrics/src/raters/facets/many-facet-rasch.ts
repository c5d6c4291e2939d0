import { judgeSample, type SampleJudgment } from '../../guard/judge-sample.ts';
import { normalGrid } from '../../numeric/quadrature.ts';
import { counted } from '../../presentation/numbers.ts';
import { cellsOf } from './cells.ts';
import { estimateFacets } from './estimate.ts';
import { expectedAverage, type Facet, type FacetPerson, summarizeFacets, summarizePersons } from './facet-summary.ts';
import type { LikelihoodData } from './likelihood.ts';
import { type ExtremeElement, type FacetData, type FacetDesign, facetDesign } from './observations.ts';
import { DEVIATION, MEAN, parameterMap } from './parameters.ts';
import { disjointSubsets, type Subset } from './subsets.ts';

/** The steps of one rating scale. */
export interface FacetSteps {
  /** `all`, or the element whose scale it is. */
  readonly group: string;
  /** The scores given, in order; scores that nobody gave are closed up. */
  readonly scores: readonly number[];
  /** Step difficulties in logits, between each score and the next; they sum to 0. */
  readonly thresholds: readonly number[];
  readonly se: readonly (number | null)[];
}

/** Many-facet Rasch measurement by marginal maximum likelihood. */
export interface ManyFacetRasch {
  readonly model: 'rating-scale' | 'partial-credit';
  /** Persons. */
  readonly n: number;
  /** Ratings used. */
  readonly ratings: number;
  readonly facets: readonly Facet[];
  readonly steps: readonly FacetSteps[];
  readonly persons: readonly FacetPerson[];
  /** Of the persons, when each facet has the mean 0. */
  readonly latent: { readonly mean: number; readonly variance: number };
  /** Variance of the estimates over that plus the mean posterior variance; null of one person. */
  readonly personReliability: number | null;
  readonly personSeparation: number | null;
  readonly logLikelihood: number;
  readonly parameters: number;
  readonly aic: number;
  readonly bic: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly extremes: readonly ExtremeElement[];
  /** Subsets of elements that never rated the same person; one when all is connected. */
  readonly subsets: readonly Subset[];
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/** Options of the many-facet model. */
export interface ManyFacetOptions {
  /** The facet whose elements have steps of their own (partial credit); one rating scale for all unless told. */
  readonly stepsOf?: string;
  /** Quadrature points over six standard deviations each way; 61 unless told. */
  readonly nodes?: number;
  /** 200 unless told. */
  readonly maxIterations?: number;
  readonly override?: { readonly reason: string };
}

/**
 * Many-facet Rasch measurement: P(k) ∝ exp(k(θ − Σ measures) − Σ steps), θ normal over the persons.
 *
 * By marginal likelihood the measures have no bias of joint estimation, and persons with the highest or lowest score in
 * all ratings stay in. Each facet has the mean 0; mean and variance of the persons are estimated.
 *
 * @throws {RangeError} when nothing is left to estimate, or naming the subsets that no rating connects.
 * @see Linacre (1989), Many-Facet Rasch Measurement; Adams, Wilson & Wang (1997), APM 21(1), for the marginal likelihood.
 */
export function manyFacetRasch(given: FacetData, options: ManyFacetOptions = {}): ManyFacetRasch {
  const { stepsOf = null, nodes = 61, maxIterations = 200, override } = options;
  const design = facetDesign(given, stepsOf);
  requireIdentified(design);
  const map = parameterMap(design);
  const byPerson: number[][] = design.persons.map(() => []);
  design.observations.forEach(({ person }, at) => {
    byPerson[person]?.push(at);
  });
  const grid = normalGrid(nodes, -6, 6);
  const data: LikelihoodData = { ...cellsOf(design), observations: design.observations, byPerson, ...grid, map };
  const estimate = estimateFacets(data, maxIterations);
  if (estimate === undefined) {
    throw new RangeError(
      'the design does not tell the facets apart (singular information): some combination of elements always occurs together; leave a facet out, or let raters overlap',
    );
  }
  const { values, variances, pass } = estimate;
  const stepFacet = stepsOf === null ? -1 : given.facets.indexOf(stepsOf);
  const expected = expectedAverage(design, data, values, stepFacet);
  const persons = summarizePersons(design, data, estimate, expected);
  const subsets = disjointSubsets(design, true);
  const reliability = reliabilityOf(persons);
  return {
    model: stepsOf === null ? 'rating-scale' : 'partial-credit',
    n: persons.length,
    ratings: design.observations.length,
    facets: summarizeFacets(design, data, estimate, expected, stepFacet, override),
    steps: design.groups.map(({ id, scores }, group): FacetSteps => {
      const start = map.groups[group] ?? 0;
      const steps = scores.slice(1).map((_, step) => start + step);
      const error = (at: number): number | null => (variances === null ? null : Math.sqrt(variances[at] ?? 0));
      return {
        group: id,
        scores,
        thresholds: steps.map((at) => values[at] ?? 0),
        se: steps.map((at) => (steps.length < 2 ? null : error(at))),
      };
    }),
    persons,
    latent: { mean: values[MEAN] ?? 0, variance: (values[DEVIATION] ?? 0) ** 2 },
    personReliability: reliability,
    personSeparation: reliability === null || reliability >= 1 ? null : Math.sqrt(reliability / (1 - reliability)),
    logLikelihood: pass.logLikelihood,
    parameters: map.free,
    aic: -2 * pass.logLikelihood + 2 * map.free,
    bic: -2 * pass.logLikelihood + map.free * Math.log(persons.length),
    iterations: estimate.iterations,
    converged: estimate.converged,
    extremes: design.extremes,
    subsets,
    sample: judgeSample(
      design.groups.every(({ scores }) => scores.length < 3) ? 'rasch' : 'rating-scale',
      persons.length,
      override,
    ),
    notices: noticesOf(design, subsets, estimate.converged, estimate.iterations, variances !== null),
  };
}

/** Elements that never stand in one rating, directly or through others, cannot be set apart by a sum of measures. */
function requireIdentified(design: FacetDesign): void {
  if (design.observations.length === 0) {
    throw new RangeError(
      'nothing is left to estimate: every element has only lowest or only highest scores; measures need both',
    );
  }
  if (design.persons.length < 2) {
    throw new RangeError(
      `there is one person (${design.persons[0]}); measures need at least two; is the column of persons the right one?`,
    );
  }
  if (design.facets.filter(({ elements }) => elements.length > 1).length < 2) return;
  const apart = disjointSubsets(design, false);
  if (apart.length < 2) return;
  const named = apart
    .slice(0, 4)
    .map((subset) => `{${subset.slice(0, 6).join(', ')}${subset.length > 6 ? ', …' : ''}}`);
  throw new RangeError(
    `the facets fall into ${apart.length} disjoint subsets, which cannot be compared: ${named.join(' ')}; let raters share items, leave out a facet, or analyze each subset by itself`,
  );
}

function reliabilityOf(persons: readonly FacetPerson[]): number | null {
  const n = persons.length;
  if (n < 2) return null;
  const mean = persons.reduce((sum, { theta }) => sum + theta, 0) / n;
  const variance = persons.reduce((sum, { theta }) => sum + (theta - mean) ** 2, 0) / (n - 1);
  const error = persons.reduce((sum, { se }) => sum + se * se, 0) / n;
  return variance + error > 0 ? variance / (variance + error) : null;
}

function noticesOf(
  { extremes, groups }: FacetDesign,
  subsets: readonly Subset[],
  converged: boolean,
  iterations: number,
  regular: boolean,
): readonly string[] {
  const notices: string[] = [];
  if (!converged)
    notices.push(`The estimates did not converge in ${counted(iterations, 'iteration')}; do not use them.`);
  if (!regular) notices.push('The information is singular: there are no standard errors.');
  for (const { facet, id, n, score } of extremes) {
    notices.push(
      `${facet} ${id} gave or got the ${score} score in all ${n} ratings: it has no finite measure and was left out.`,
    );
  }
  if (subsets.length > 1) {
    const named = subsets
      .slice(0, 4)
      .map((subset) => `{${subset.slice(0, 6).join(', ')}${subset.length > 6 ? ', …' : ''}}`);
    notices.push(
      `${subsets.length} subsets never rated the same candidate: ${named.join(' ')}. They compare only if their candidates are equally able on average.`,
    );
  }
  const gaps = groups.filter(({ scores }) => (scores.at(-1) ?? 0) - (scores[0] ?? 0) >= scores.length);
  if (gaps.length > 0) {
    notices.push(
      `Scores that nobody gave were closed up${gaps.length === 1 && groups.length === 1 ? '' : ` in ${gaps.map(({ id }) => id).join(', ')}`}.`,
    );
  }
  return notices;
}
