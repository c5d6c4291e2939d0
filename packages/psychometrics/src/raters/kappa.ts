import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import { normal } from '../numeric/distributions/normal.ts';
import { kappaOfTable, maximumAgreement } from './kappa-table.ts';
import { categoriesOf, categoryName, type Ratings, raterIndex, ratingsBy, requireRatings } from './ratings.ts';

/**
 * What counts as partial agreement: nothing; falling with the distance between the categories, or with its square;
 * or disagreement weights of one's own, categories × categories in the order of the categories, 0 on the diagonal.
 */
export type KappaWeights = 'none' | 'linear' | 'quadratic' | readonly (readonly number[])[];

/** Cohen's kappa of two raters. */
export interface Kappa {
  readonly raters: readonly [string, string];
  /** Performances that both rated. */
  readonly n: number;
  readonly weights: KappaWeights;
  readonly categories: readonly string[];
  /** Counts, first rater in the rows. */
  readonly table: readonly (readonly number[])[];
  readonly observed: number;
  readonly expected: number;
  /** At most 1, 0 at chance; null where `notices` says why. */
  readonly kappa: number | null;
  readonly se: number | null;
  /** 95 %, by the normal distribution, cut at −1 and 1. */
  readonly ci: readonly [number, number] | null;
  /** Against kappa = 0, with the standard error under that hypothesis. */
  readonly z: number | null;
  readonly p: number | null;
  /** The largest kappa that these margins allow; null for weights of one's own. */
  readonly maximum: number | null;
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/** Options of kappa. */
export interface KappaOptions {
  readonly weights?: KappaWeights;
  /** All categories that could be given, when some may be unused; else those that any rater used. */
  readonly categories?: readonly number[];
  readonly override?: { readonly reason: string };
}

/**
 * Kappa of two raters, weighted or not.
 *
 * Distances between categories are those of the scores, or of the order of the labels.
 *
 * @param options.raters whom to compare; the first two unless told.
 * @throws {RangeError} when no performance was rated by both, or the weights do not fit the categories.
 * @see Cohen (1960), (1968); Fleiss, Cohen & Everitt (1969).
 */
export function cohenKappa(
  ratings: Ratings,
  options: KappaOptions & { raters?: readonly [string, string] } = {},
): Kappa {
  requireRatings(ratings, 'kappa', 'categories');
  const { weights = 'none', categories = categoriesOf(ratings) } = options;
  const [nameA = '', nameB = ''] = options.raters ?? ratings.raters;
  const second = ratingsBy(ratings, raterIndex(ratings, nameB));
  const place = new Map(categories.map((category, index) => [category, index]));
  const table = categories.map(() => new Array<number>(categories.length).fill(0));
  let n = 0;
  ratingsBy(ratings, raterIndex(ratings, nameA)).forEach((a, performance) => {
    const b = second[performance] ?? null;
    if (a === null || b === null) return;
    const row = table[place.get(a) ?? -1];
    const column = place.get(b);
    if (row === undefined || column === undefined) {
      const stranger = row === undefined ? a : b;
      throw new RangeError(
        `performance ${ratings.performances[performance]} has the rating ${stranger}, which is none of the categories ${categories.join(', ')}`,
      );
    }
    row[column] = (row[column] ?? 0) + 1;
    n += 1;
  });
  if (n === 0) {
    throw new RangeError(
      `raters ${nameA} and ${nameB} rated no performance in common; choose another pair, or use Krippendorff's alpha`,
    );
  }
  const agreementWeights = weightTable(weights, categories);
  const result = kappaOfTable(table, agreementWeights, n);
  const { kappa, se, seNull, expected } = result;
  const z = kappa === null || seNull === null || seNull === 0 ? null : kappa / seNull;
  const half = normal.quantile(0.975) * (se ?? 0);
  const best =
    typeof weights === 'string'
      ? maximumAgreement(table, agreementWeights, weights === 'none' ? 'none' : 'ordered')
      : null;
  const notices =
    kappa === null ? ['Both raters gave one and the same category throughout: kappa is not defined.'] : [];
  if (ratings.labels !== null && weights !== 'none' && options.categories === undefined) {
    notices.push(`The categories stand in the order of their names: ${ratings.labels.join(', ')}.`);
  }
  return {
    raters: [nameA, nameB],
    n,
    weights,
    categories: categories.map((category) => categoryName(ratings, category)),
    table,
    observed: result.observed,
    expected,
    kappa,
    se,
    ci: kappa === null ? null : [Math.max(-1, kappa - half), Math.min(1, kappa + half)],
    z,
    p: z === null ? null : normal.twoSided(z),
    maximum: best === null || kappa === null ? null : (best - expected) / (1 - expected),
    sample: judgeSample('ratings', n, options.override),
    notices,
  };
}

/** Agreement weights, 1 on the diagonal, 0 at the largest disagreement. */
function weightTable(weights: KappaWeights, categories: readonly number[]): readonly (readonly number[])[] {
  const size = categories.length;
  if (weights === 'none') return categories.map((_, i) => categories.map((_, j) => (i === j ? 1 : 0)));
  const power = weights === 'quadratic' ? 2 : 1;
  const distance =
    typeof weights === 'string' ? categories.map((a) => categories.map((b) => Math.abs(a - b) ** power)) : weights;
  if (distance.length !== size || distance.some((row) => row.length !== size)) {
    throw new RangeError(
      `there are ${size} categories and the weights are not ${size} × ${size}; give one row and one column per category (${categories.join(', ')})`,
    );
  }
  const wrong = distance.findIndex(
    (row, i) => row[i] !== 0 || row.some((cell) => !(cell >= 0 && Number.isFinite(cell))),
  );
  if (wrong >= 0) {
    throw new RangeError(
      `row ${wrong + 1} of the weights: disagreement weights are 0 on the diagonal and never negative`,
    );
  }
  const largest = Math.max(...distance.flat());
  return distance.map((row) => row.map((cell) => (largest === 0 ? 1 : 1 - cell / largest)));
}

/** Kappa of every pair of raters that rated something in common. */
export interface PairwiseKappa {
  readonly pairs: readonly Kappa[];
  /** Light's kappa, the mean over the pairs; null without a pair that has one. */
  readonly light: number | null;
}

/**
 * Kappa of all pairs of raters and their mean. Pairs that rated nothing in common are left out.
 *
 * @throws {RangeError} where no pair rated anything in common.
 * @see Light (1971), Psychological Bulletin 76(5), for the mean.
 */
export function pairwiseKappa(ratings: Ratings, options: KappaOptions = {}): PairwiseKappa {
  requireRatings(ratings, 'kappa', 'categories');
  const pairs = ratings.raters.flatMap((a, first) =>
    ratings.raters.slice(first + 1).flatMap((b) => {
      const left = ratingsBy(ratings, first);
      const right = ratingsBy(ratings, raterIndex(ratings, b));
      const shared = left.some((score, performance) => score !== null && (right[performance] ?? null) !== null);
      return shared ? [cohenKappa(ratings, { ...options, raters: [a, b] })] : [];
    }),
  );
  if (pairs.length === 0) {
    throw new RangeError('no two raters rated the same performance, so nothing can be compared; let raters overlap');
  }
  const known = pairs.flatMap(({ kappa }) => (kappa === null ? [] : [kappa]));
  return { pairs, light: known.length === 0 ? null : known.reduce((sum, kappa) => sum + kappa, 0) / known.length };
}
