import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import { fDistribution } from '../numeric/distributions/f.ts';
import { type Ratings, requireRatings } from './ratings.ts';

/**
 * The six coefficients of Shrout & Fleiss: 1, each performance has its own raters; 2, the raters are a sample and their
 * severity counts as error (absolute agreement); 3, these raters only, severity apart (consistency). `k` is the mean of
 * all raters.
 */
export type IntraclassForm = 'ICC(1,1)' | 'ICC(2,1)' | 'ICC(3,1)' | 'ICC(1,k)' | 'ICC(2,k)' | 'ICC(3,k)';

/** One of the six intraclass correlations. */
export interface IntraclassCorrelation {
  readonly form: IntraclassForm;
  /** The name by McGraw & Wong (1996). */
  readonly mcGrawWong: string;
  /** At most 1; null where the ratings do not vary. */
  readonly icc: number | null;
  /** Against ICC = 0. */
  readonly f: number | null;
  readonly df1: number;
  readonly df2: number;
  readonly p: number | null;
  /** 95 %; null where the formula gives none, for variances of 0 or strongly negative coefficients. */
  readonly ci: readonly [number, number] | null;
}

/** The two-way table of variance behind the coefficients; mean squares. */
export interface IntraclassCorrelations {
  /** Performances that all raters rated. */
  readonly n: number;
  readonly raters: number;
  /** Performances left out for a missing rating. */
  readonly incomplete: number;
  readonly meanSquares: {
    readonly performances: number;
    readonly within: number;
    readonly raters: number;
    readonly residual: number;
  };
  /** In the order (1,1) (2,1) (3,1) (1,k) (2,k) (3,k). */
  readonly coefficients: readonly IntraclassCorrelation[];
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/**
 * All six intraclass correlations with F tests and 95 % intervals.
 *
 * @throws {RangeError} with fewer than two performances that all raters rated, or of ratings that are words.
 * @see Shrout & Fleiss (1979), Psychological Bulletin 86(2); McGraw & Wong (1996), Psychological Methods 1(1).
 */
export function intraclassCorrelations(
  ratings: Ratings,
  options: { readonly override?: { readonly reason: string } } = {},
): IntraclassCorrelations {
  requireRatings(ratings, 'the intraclass correlation', 'numbers');
  const rows = ratings.scores.flatMap((row) => (row.includes(null) ? [] : [row.map((score) => score ?? 0)]));
  const n = rows.length;
  const k = ratings.raters.length;
  const incomplete = ratings.scores.length - n;
  if (n < 2) {
    throw new RangeError(
      `the intraclass correlation needs two performances that all ${k} raters rated; there ${n === 1 ? 'is one' : 'are none'} among ${ratings.scores.length}; leave out raters with few ratings, or use mfrm`,
    );
  }
  const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const grand = meanOf(rows.flat());
  const rowMeans = rows.map(meanOf);
  const columnMeans = ratings.raters.map((_, rater) => meanOf(rows.map((row) => row[rater] ?? 0)));
  const ssRows = k * rowMeans.reduce((sum, mean) => sum + (mean - grand) ** 2, 0);
  const ssColumns = n * columnMeans.reduce((sum, mean) => sum + (mean - grand) ** 2, 0);
  const ssWithin = rows.reduce(
    (sum, row, at) => sum + row.reduce((own, score) => own + (score - (rowMeans[at] ?? 0)) ** 2, 0),
    0,
  );
  const ssResidual = rows.reduce(
    (sum, row, at) =>
      sum +
      row.reduce(
        (own, score, rater) => own + (score - (rowMeans[at] ?? 0) - (columnMeans[rater] ?? 0) + grand) ** 2,
        0,
      ),
    0,
  );
  const msr = ssRows / (n - 1);
  const msw = ssWithin / (n * (k - 1));
  const msc = ssColumns / (k - 1);
  const mse = ssResidual / ((n - 1) * (k - 1));
  const notices =
    incomplete === 0 ? [] : [`${incomplete} of ${ratings.scores.length} performances lack a rating and were left out.`];
  if (msr === 0) notices.push('The performances do not differ in their mean ratings.');
  return {
    n,
    raters: k,
    incomplete,
    meanSquares: { performances: msr, within: msw, raters: msc, residual: mse },
    coefficients: sixForms(n, k, msr, msw, msc, mse),
    sample: judgeSample('ratings', n, options.override),
    notices,
  };
}

function sixForms(
  n: number,
  k: number,
  msr: number,
  msw: number,
  msc: number,
  mse: number,
): readonly IntraclassCorrelation[] {
  const ratio = (top: number, bottom: number): number | null => (bottom > 0 ? top / bottom : null);
  const df = n - 1;
  const ownDf = n * (k - 1);
  const bothDf = (n - 1) * (k - 1);
  const f1 = ratio(msr, msw);
  const f3 = ratio(msr, mse);
  const limits = (f: number | null, df2: number): readonly [number, number] | null =>
    f === null ? null : [f / fDistribution.quantile(0.975, df, df2), f * fDistribution.quantile(0.975, df2, df)];
  const own = limits(f1, ownDf);
  const consistent = limits(f3, bothDf);
  const single = (f: number): number => (f - 1) / (f + k - 1);
  const average = (f: number): number => 1 - 1 / f;
  const map = (
    bounds: readonly [number, number] | null,
    to: (f: number) => number,
  ): readonly [number, number] | null => (bounds === null || bounds[0] === 0 ? null : [to(bounds[0]), to(bounds[1])]);
  const absolute = ratio(msr - mse, msr + (k - 1) * mse + (k * (msc - mse)) / n);
  const absoluteCi = absolute === null ? null : absoluteLimits(n, k, msr, msc, mse, absolute);
  // Below −1 / (k − 1) there is no reliability of a mean, and no interval then.
  const spearmanBrown = (r: number): number => (1 + (k - 1) * r > 0 ? (k * r) / (1 + (k - 1) * r) : -Infinity);
  const form = (
    name: IntraclassForm,
    mcGrawWong: string,
    icc: number | null,
    f: number | null,
    df2: number,
    ci: readonly [number, number] | null,
  ): IntraclassCorrelation => ({
    form: name,
    mcGrawWong,
    icc,
    f,
    df1: df,
    df2,
    p: f === null ? null : fDistribution.upper(f, df, df2),
    ci: icc === null || ci === null || !ci.every(Number.isFinite) ? null : ci,
  });
  return [
    form('ICC(1,1)', 'ICC(1)', ratio(msr - msw, msr + (k - 1) * msw), f1, ownDf, map(own, single)),
    form('ICC(2,1)', 'ICC(A,1)', absolute, f3, bothDf, absoluteCi),
    form('ICC(3,1)', 'ICC(C,1)', ratio(msr - mse, msr + (k - 1) * mse), f3, bothDf, map(consistent, single)),
    form('ICC(1,k)', 'ICC(k)', ratio(msr - msw, msr), f1, ownDf, map(own, average)),
    form('ICC(2,k)', 'ICC(A,k)', ratio(msr - mse, msr + (msc - mse) / n), f3, bothDf, map(absoluteCi, spearmanBrown)),
    form('ICC(3,k)', 'ICC(C,k)', ratio(msr - mse, msr), f3, bothDf, map(consistent, average)),
  ];
}

/** Limits of ICC(2,1) by Satterthwaite's degrees of freedom (Shrout & Fleiss, 1979, p. 424). */
function absoluteLimits(
  n: number,
  k: number,
  msr: number,
  msc: number,
  mse: number,
  icc: number,
): readonly [number, number] | null {
  if (mse === 0) return icc === 1 ? [1, 1] : null;
  const fj = msc / mse;
  const own = n * (1 + (k - 1) * icc) - k * icc;
  const df = ((n - 1) * (k - 1) * (k * icc * fj + own) ** 2) / ((n - 1) * k ** 2 * icc ** 2 * fj ** 2 + own ** 2);
  if (!(df > 0) || !Number.isFinite(df)) return null;
  const lower = fDistribution.quantile(0.975, n - 1, df);
  const upper = fDistribution.quantile(0.975, df, n - 1);
  const rest = k * msc + (k * n - k - n) * mse;
  return [(n * (msr - lower * mse)) / (lower * rest + n * msr), (n * (upper * msr - mse)) / (rest + n * upper * msr)];
}
