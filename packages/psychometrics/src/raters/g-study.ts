import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import { counted } from '../presentation/numbers.ts';
import { crossedScores, type GDesign, type GScores } from './g-design.ts';
import type { Rating, Ratings } from './ratings.ts';

/** A variance component of a G-study. */
export interface VarianceComponent {
  /** p person, r rater, i item or task; the highest interaction holds the error too. */
  readonly effect: string;
  readonly df: number;
  readonly sumOfSquares: number;
  readonly meanSquare: number;
  /** By the expected mean squares; may be negative, by sampling error. */
  readonly estimate: number;
  /** The estimate, or 0 where it is negative. */
  readonly variance: number;
  readonly se: number;
  /** Share of the sum of the variances, 0 to 1; null where nothing varies. */
  readonly share: number | null;
}

/** A G-study of a balanced random design. */
export interface GStudy {
  readonly design: GDesign;
  /** Persons. */
  readonly n: number;
  readonly raters: number;
  /** Items or tasks; 1 in the design p×r. With raters nested in items, `raters` is the number per item. */
  readonly items: number;
  readonly grandMean: number;
  readonly components: readonly VarianceComponent[];
  /** Persons left out for a missing rating. */
  readonly incomplete: number;
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/**
 * Variance components by analysis of variance, all facets random.
 *
 * Of wide ratings the design is p×r. Of single ratings with items it is p×r×i, or p×(r:i) when no rater rated two items.
 * Persons without a full set of ratings are left out. A negative estimate stays in the equations of the others and is
 * set to 0 at the end.
 *
 * @throws {RangeError} with fewer than two complete persons, or fewer than two raters, or an unbalanced design.
 * @see Brennan (2001), Generalizability Theory, sections 3.2–3.4; 6.1 for the standard errors.
 */
export function gStudy(
  given: Ratings | readonly Rating[],
  options: { readonly override?: { readonly reason: string } } = {},
): GStudy {
  const scores = crossedScores(given);
  const { design, persons, raters, items, incomplete } = scores;
  const effects = effectsOf(design);
  const sizes: Readonly<Record<string, number>> = { p: persons, r: raters, i: items };
  const levels = (facets: string): number => [...facets].reduce((product, facet) => product * (sizes[facet] ?? 1), 1);
  const total = levels('pri');
  const grandMean = scores.values.reduce((sum, value) => sum + value, 0) / total;

  const df: number[] = [];
  const ss: number[] = [];
  effects.forEach(({ facets }, at) => {
    const inside = effects.slice(0, at).flatMap((other, index) => (isPart(other.facets, facets) ? [index] : []));
    df[at] = levels(facets) - 1 - inside.reduce((sum, index) => sum + (df[index] ?? 0), 0);
    const uncorrected = squaresOfMeans(scores, facets, grandMean);
    ss[at] = Math.max(0, uncorrected - inside.reduce((sum, index) => sum + (ss[index] ?? 0), 0));
  });
  const ms = ss.map((value, at) => value / (df[at] ?? 1));

  // Each component as a combination of mean squares, from the highest interaction down.
  const combinations: number[][] = [];
  for (let at = effects.length - 1; at >= 0; at -= 1) {
    const own = effects[at]?.facets ?? '';
    const combination = new Array<number>(effects.length).fill(0);
    combination[at] = 1;
    effects.slice(at + 1).forEach(({ facets }, offset) => {
      if (!isPart(own, facets)) return;
      (combinations[at + 1 + offset] ?? []).forEach((coefficient, index) => {
        combination[index] = (combination[index] ?? 0) - (total / levels(facets)) * coefficient;
      });
    });
    combinations[at] = combination.map((coefficient) => coefficient / (total / levels(own)));
  }
  const estimates = combinations.map((combination) =>
    combination.reduce((sum, c, index) => sum + c * (ms[index] ?? 0), 0),
  );
  const sum = estimates.reduce((running, estimate) => running + Math.max(0, estimate), 0);
  const components = effects.map(({ name }, at): VarianceComponent => {
    const estimate = estimates[at] ?? 0;
    const error = (combinations[at] ?? []).reduce(
      (all, c, index) => all + (2 * (c * (ms[index] ?? 0)) ** 2) / ((df[index] ?? 0) + 2),
      0,
    );
    return {
      effect: name,
      df: df[at] ?? 0,
      sumOfSquares: ss[at] ?? 0,
      meanSquare: ms[at] ?? 0,
      estimate,
      variance: Math.max(0, estimate),
      se: Math.sqrt(error),
      share: sum > 0 ? Math.max(0, estimate) / sum : null,
    };
  });
  const negative = components.filter(({ estimate }) => estimate < 0).map(({ effect }) => effect);
  const notices: string[] = [];
  if (incomplete > 0)
    notices.push(
      `${counted(incomplete, 'candidate lacks', 'candidates lack')} a rating and ${incomplete === 1 ? 'was' : 'were'} left out.`,
    );
  if (negative.length > 0)
    notices.push(
      `Negative estimates were set to 0: ${negative.join(', ')}. Too few levels, or a facet without effect.`,
    );
  return {
    design,
    n: persons,
    raters,
    items,
    grandMean,
    components,
    incomplete,
    sample: judgeSample('ratings', persons, options.override),
    notices,
  };
}

interface Effect {
  readonly name: string;
  /** Its facets, those it is nested in included. */
  readonly facets: string;
}

/** Effects, each after all effects that are part of it. */
function effectsOf(design: GDesign): readonly Effect[] {
  if (design === 'p×r')
    return [
      { name: 'p', facets: 'p' },
      { name: 'r', facets: 'r' },
      { name: 'pr,e', facets: 'pr' },
    ];
  if (design === 'p×(r:i)') {
    return [
      { name: 'p', facets: 'p' },
      { name: 'i', facets: 'i' },
      { name: 'r:i', facets: 'ri' },
      { name: 'pi', facets: 'pi' },
      { name: 'pr:i,e', facets: 'pri' },
    ];
  }
  return ['p', 'r', 'i', 'pr', 'pi', 'ri', 'pri'].map((facets) => ({
    name: facets === 'pri' ? 'pri,e' : facets,
    facets,
  }));
}

/** The facets of an effect, without p: what its variance is divided by in a D-study. */
export const facetsBesidePerson = (effect: string): string =>
  [...effect].filter((letter) => letter === 'r' || letter === 'i').join('');

const isPart = (part: string, whole: string): boolean =>
  part !== whole && [...part].every((facet) => whole.includes(facet));

/** Σ (mean of the level − grand mean)² over all ratings: the sum of squares with the parts of the effect still inside. */
function squaresOfMeans({ values, persons, raters, items }: GScores, facets: string, grandMean: number): number {
  const has = { p: facets.includes('p'), r: facets.includes('r'), i: facets.includes('i') };
  const size = (has.p ? persons : 1) * (has.r ? raters : 1) * (has.i ? items : 1);
  const sums = new Float64Array(size);
  for (let p = 0; p < persons; p += 1) {
    for (let i = 0; i < items; i += 1) {
      for (let r = 0; r < raters; r += 1) {
        const level =
          ((has.p ? p : 0) * (has.i ? items : 1) + (has.i ? i : 0)) * (has.r ? raters : 1) + (has.r ? r : 0);
        sums[level] = (sums[level] ?? 0) + (values[(p * items + i) * raters + r] ?? 0) - grandMean;
      }
    }
  }
  const each = values.length / size;
  return sums.reduce((sum, value) => sum + (value * value) / each, 0);
}
