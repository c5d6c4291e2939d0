import { judgeSample, type SampleJudgment } from '../../guard/judge-sample.ts';
import { chiSquare } from '../../numeric/distributions/chi-square.ts';
import { cholesky, solveCholesky } from '../../numeric/linear.ts';
import type { FacetEstimate } from './estimate.ts';
import type { LikelihoodData } from './likelihood.ts';
import type { FacetDesign } from './observations.ts';
import { MEAN } from './parameters.ts';

/** An element of a facet: an item's difficulty, a rater's severity. */
export interface FacetElement {
  readonly id: string;
  /** Ratings. */
  readonly n: number;
  /** Mean of the scores as given. */
  readonly observedAverage: number | null;
  /** In logits, the mean of its facet is 0; a high measure makes low scores. */
  readonly measure: number;
  readonly se: number | null;
  /** Mean squares, 1 expected; averaged over what the ratings leave open about each person. */
  readonly infit: number | null;
  readonly outfit: number | null;
  /** The score expected of a person at the mean, all other facets at theirs: differs by this element alone. */
  readonly fairAverage: number | null;
  /** Infit or outfit above 1.5: noisy; below 0.5: muted (Linacre, 2002, Rasch Meas. Trans. 16:2). */
  readonly flag: 'noisy' | 'muted' | null;
  readonly sample: SampleJudgment;
}

/** A facet with what its elements say together. */
export interface Facet {
  readonly name: string;
  readonly elements: readonly FacetElement[];
  /** True spread over average error; null with fewer than two elements. */
  readonly separation: number | null;
  /** How reliably the elements are told apart, 0 to 1: of raters, near 0 is wanted. */
  readonly reliability: number | null;
  /** Against the hypothesis that all elements are the same (Wald's test). */
  readonly chiSquare: { readonly statistic: number; readonly df: number; readonly p: number } | null;
}

/** A person's measure, freed of who rated what. */
export interface FacetPerson {
  readonly id: string;
  readonly n: number;
  readonly observedAverage: number | null;
  /** Expected a posteriori, in logits. */
  readonly theta: number;
  /** Posterior standard deviation. */
  readonly se: number;
  /** The mean score expected from average raters on average items. */
  readonly fairAverage: number;
}

/** The mean score expected at a location above the other facets, over the groups of steps. */
export type ExpectedAverage = (location: number, only?: number) => number;

/**
 * The score expected of ratings at θ − Σδ = location: of one group of steps, or averaged over all, each at its own
 * element's measure.
 */
export function expectedAverage(
  design: FacetDesign,
  data: LikelihoodData,
  values: Float64Array,
  stepFacet: number,
): ExpectedAverage {
  const { map } = data;
  const one = (group: number, location: number): number => {
    const scores = design.groups[group]?.scores ?? [];
    let exponent = 0;
    const exponents = scores.map((_, k) => {
      if (k > 0) exponent += location - (values[(map.groups[group] ?? 0) + k - 1] ?? 0);
      return exponent;
    });
    const highest = Math.max(...exponents);
    const masses = exponents.map((value) => Math.exp(value - highest));
    const sum = masses.reduce((running, mass) => running + mass, 0);
    return masses.reduce((running, mass, k) => running + mass * (scores[k] ?? 0), 0) / sum;
  };
  return (location, only) => {
    if (only !== undefined) return one(only, location);
    if (stepFacet < 0) return one(0, location);
    const start = map.facets[stepFacet] ?? 0;
    const total = design.groups.reduce((sum, _, group) => sum + one(group, location - (values[start + group] ?? 0)), 0);
    return total / design.groups.length;
  };
}

/** The persons, in the order of the design. */
export function summarizePersons(
  design: FacetDesign,
  data: LikelihoodData,
  estimate: FacetEstimate,
  expected: ExpectedAverage,
): readonly FacetPerson[] {
  const { values, pass } = estimate;
  const { nodes, byPerson } = data;
  return design.persons.map((id, person): FacetPerson => {
    let mean = 0;
    let square = 0;
    nodes.forEach((node, q) => {
      const weight = pass.posterior[person * nodes.length + q] ?? 0;
      mean += weight * node;
      square += weight * node * node;
    });
    const theta = (values[0] ?? 0) + (values[1] ?? 0) * mean;
    const own = byPerson[person] ?? [];
    return {
      id,
      n: own.length,
      observedAverage: averageScore(design, own),
      theta,
      se: Math.abs(values[1] ?? 0) * Math.sqrt(Math.max(0, square - mean * mean)),
      fairAverage: expected(theta),
    };
  });
}

/**
 * The facets with fit, separation, reliability and the test that their elements are the same.
 *
 * @see Adams & Wu (2007) for fit averaged over the posterior; Wright & Masters (1982), Rating Scale Analysis, for
 *   separation; Linacre (1989) for fair averages; Wald (1943), Trans. Amer. Math. Soc. 54(3), for the test.
 */
export function summarizeFacets(
  design: FacetDesign,
  data: LikelihoodData,
  estimate: FacetEstimate,
  expected: ExpectedAverage,
  stepFacet: number,
  override: { readonly reason: string } | undefined,
): readonly Facet[] {
  const { values, variances, pass } = estimate;
  const { map, nodes, cellOf } = data;
  return design.facets.map(({ name, elements }, facet): Facet => {
    const own: number[][] = elements.map(() => []);
    design.observations.forEach(({ elements: at }, index) => {
      own[at[facet] ?? 0]?.push(index);
    });
    const start = map.facets[facet] ?? 0;
    const summaries = elements.map((id, element): FacetElement => {
      const ratings = own[element] ?? [];
      let squares = 0;
      let variance = 0;
      let standardized = 0;
      for (const at of ratings) {
        const { person = 0, category = 0 } = design.observations[at] ?? {};
        const cell = cellOf[at] ?? 0;
        for (let q = 0; q < nodes.length; q += 1) {
          const weight = pass.posterior[person * nodes.length + q] ?? 0;
          const spread = pass.tables.variance[cell * nodes.length + q] ?? 0;
          if (weight < 1e-14 || spread <= 0) continue;
          const square = (category - (pass.tables.expected[cell * nodes.length + q] ?? 0)) ** 2;
          squares += weight * square;
          variance += weight * spread;
          standardized += (weight * square) / spread;
        }
      }
      const infit = variance > 0 ? squares / variance : null;
      const outfit = ratings.length > 0 ? standardized / ratings.length : null;
      const measure = values[start + element] ?? 0;
      return {
        id,
        n: ratings.length,
        observedAverage: averageScore(design, ratings),
        measure,
        se: variances === null || elements.length < 2 ? null : Math.sqrt(variances[start + element] ?? 0),
        infit,
        outfit,
        fairAverage: expected((values[MEAN] ?? 0) - measure, facet === stepFacet ? element : undefined),
        flag: flagOf(infit, outfit),
        sample: judgeSample('ratings', ratings.length, override),
      };
    });
    return { name, elements: summaries, ...separationOf(summaries, start, data, estimate) };
  });
}

function flagOf(infit: number | null, outfit: number | null): 'noisy' | 'muted' | null {
  if (Math.max(infit ?? 1, outfit ?? 1) > 1.5) return 'noisy';
  return Math.min(infit ?? 1, outfit ?? 1) < 0.5 ? 'muted' : null;
}

function averageScore({ observations, groups }: FacetDesign, indexes: readonly number[]): number | null {
  if (indexes.length === 0) return null;
  const sum = indexes.reduce((running, at) => {
    const observation = observations[at];
    return running + (observation === undefined ? 0 : (groups[observation.group]?.scores[observation.category] ?? 0));
  }, 0);
  return sum / indexes.length;
}

/**
 * The elements of a facet sum to 0, so that the squares of their errors sum to n − 1 times that of one element by itself:
 * the error is Σ se² / (n − 1), as the spread of the measures is. For the same reason the test takes n − 1 of them with
 * their covariances; which one is left out makes no difference.
 */
function separationOf(
  elements: readonly FacetElement[],
  start: number,
  { map }: LikelihoodData,
  { covariance }: FacetEstimate,
): Pick<Facet, 'separation' | 'reliability' | 'chiSquare'> {
  const df = elements.length - 1;
  const squares = elements.reduce((sum, { se }) => sum + (se ?? 0) ** 2, 0);
  if (df < 1 || covariance === null || !(squares > 0)) return { separation: null, reliability: null, chiSquare: null };
  const mean = elements.reduce((sum, { measure }) => sum + measure, 0) / elements.length;
  const observed = elements.reduce((sum, { measure }) => sum + (measure - mean) ** 2, 0) / df;
  const error = squares / df;
  const real = Math.max(0, observed - error);
  const free = elements.slice(1).map((_, element) => map.made[start + element]?.from[0] ?? 0);
  const block = Float64Array.from(
    free.flatMap((row) => free.map((column) => covariance[row * map.free + column] ?? 0)),
  );
  const measures = Float64Array.from(free, (_, element) => elements[element]?.measure ?? 0);
  const factor = cholesky(block, df);
  const solved = factor === undefined ? undefined : solveCholesky(factor, df, measures);
  const statistic = solved?.reduce((sum, value, at) => sum + value * (measures[at] ?? 0), 0);
  return {
    separation: Math.sqrt(real / error),
    reliability: observed > 0 ? real / observed : 0,
    chiSquare: statistic === undefined ? null : { statistic, df, p: chiSquare.upper(statistic, df) },
  };
}
