import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import { normal } from '../numeric/distributions/normal.ts';
import { categoriesOf, categoryName, type Ratings, requireRatings } from './ratings.ts';

/** Fleiss' kappa of one category against all others. */
export interface CategoryKappa {
  readonly category: string;
  /** Share of all ratings. */
  readonly share: number;
  /** Null where nobody used the category, or everybody always. */
  readonly kappa: number | null;
  /** Under the hypothesis that kappa is 0. */
  readonly seNull: number | null;
  readonly z: number | null;
  readonly p: number | null;
}

/** Fleiss' kappa of a fixed number of raters per performance, who need not be the same. */
export interface FleissKappa {
  /** Performances. */
  readonly n: number;
  readonly ratersPerPerformance: number;
  readonly observed: number;
  readonly expected: number;
  readonly kappa: number | null;
  /** For the interval; null of one performance. */
  readonly se: number | null;
  readonly ci: readonly [number, number] | null;
  /** Under the hypothesis that kappa is 0. */
  readonly seNull: number | null;
  readonly z: number | null;
  readonly p: number | null;
  readonly categories: readonly CategoryKappa[];
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/**
 * Fleiss' kappa, overall and per category.
 *
 * Performances that nobody rated are left out.
 *
 * @throws {RangeError} naming performances with another number of ratings than the rest.
 * @see Fleiss (1971), Psychological Bulletin 76(5); Fleiss, Nee & Landis (1979), Psychological Bulletin 86(5), for the
 *   errors under chance; Gwet (2021), Educational and Psychological Measurement 81(4), for the error of the interval.
 */
export function fleissKappa(
  ratings: Ratings,
  options: { readonly override?: { readonly reason: string } } = {},
): FleissKappa {
  requireRatings(ratings, "Fleiss' kappa", 'categories');
  const categories = categoriesOf(ratings);
  const rated = ratings.scores
    .map((row, at) => ({ id: ratings.performances[at] ?? '', given: row.filter((score) => score !== null) }))
    .filter(({ given }) => given.length > 0);
  const counts = rated.map(({ given }) =>
    categories.map((category) => given.filter((score) => score === category).length),
  );
  const m = rated.reduce((most, { given }) => Math.max(most, given.length), 0);
  const short = rated.filter(({ given }) => given.length !== m).map(({ id }) => id);
  if (short.length > 0) {
    throw new RangeError(
      `${short.length} performances have fewer ratings than the ${m} of the others (${short.slice(0, 5).join(', ')}${short.length > 5 ? ', …' : ''}); leave them out, or use Krippendorff's alpha`,
    );
  }
  if (m < 2) throw new RangeError("Fleiss' kappa needs at least two ratings of each performance");
  const n = rated.length;
  const shares = categories.map((_, j) => counts.reduce((sum, row) => sum + (row[j] ?? 0), 0) / (n * m));
  const agreementOf = (row: readonly number[]): number => row.reduce((sum, c) => sum + c * (c - 1), 0) / (m * (m - 1));
  const observed = counts.reduce((sum, row) => sum + agreementOf(row), 0) / n;
  const expected = shares.reduce((sum, share) => sum + share * share, 0);
  const room = 1 - expected;
  const kappa = room < 1e-12 ? null : (observed - expected) / room;

  const pq = shares.reduce((sum, p) => sum + p * (1 - p), 0);
  const skew = shares.reduce((sum, p) => sum + p * (1 - p) * (1 - 2 * p), 0);
  const seNull =
    kappa === null ? null : (Math.sqrt(2) / (pq * Math.sqrt(n * m * (m - 1)))) * Math.sqrt(Math.max(0, pq * pq - skew));

  let se: number | null = null;
  if (kappa !== null && n > 1) {
    const known = kappa;
    const squares = counts.map((row) => {
      const own = (agreementOf(row) - expected) / room;
      const chance = row.reduce((sum, c, j) => sum + (c / m) * (shares[j] ?? 0), 0);
      return (own - (2 * (1 - known) * (chance - expected)) / room - known) ** 2;
    });
    se = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / (n * (n - 1)));
  }
  const half = normal.quantile(0.975) * (se ?? 0);
  const z = kappa === null || seNull === null || seNull === 0 ? null : kappa / seNull;
  return {
    n,
    ratersPerPerformance: m,
    observed,
    expected,
    kappa,
    se,
    ci: kappa === null || se === null ? null : [Math.max(-1, kappa - half), Math.min(1, kappa + half)],
    seNull,
    z,
    p: z === null ? null : normal.twoSided(z),
    categories: categories.map((category, j) => {
      const share = shares[j] ?? 0;
      const spread = share * (1 - share);
      const apart = counts.reduce((sum, row) => sum + (row[j] ?? 0) * (m - (row[j] ?? 0)), 0);
      const own = spread < 1e-15 ? null : 1 - apart / (n * m * (m - 1) * spread);
      const error = own === null ? null : Math.sqrt(2 / (n * m * (m - 1)));
      const ownZ = own === null || error === null ? null : own / error;
      return {
        category: categoryName(ratings, category),
        share,
        kappa: own,
        seNull: error,
        z: ownZ,
        p: ownZ === null ? null : normal.twoSided(ownZ),
      };
    }),
    sample: judgeSample('ratings', n, options.override),
    notices: kappa === null ? ['All ratings are of one category: kappa is not defined.'] : [],
  };
}
