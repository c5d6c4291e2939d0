import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import { Random } from '../numeric/random.ts';
import { categoriesOf, type Ratings, requireRatings } from './ratings.ts';

/** What the ratings are: names, ranks, numbers with equal distances, or numbers with a true zero. */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** Krippendorff's alpha. */
export interface KrippendorffAlpha {
  readonly level: MeasurementLevel;
  /** Performances with at least two ratings; others say nothing. */
  readonly n: number;
  /** Ratings of those performances. */
  readonly pairable: number;
  readonly observedDisagreement: number;
  readonly expectedDisagreement: number;
  /** At most 1, 0 at chance; null where `notices` says why. */
  readonly alpha: number | null;
  /** Standard deviation of the bootstrap values. */
  readonly se: number | null;
  /** 95 % percentile interval of a bootstrap over performances. */
  readonly ci: readonly [number, number] | null;
  readonly replications: number;
  readonly seed: number;
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/**
 * Krippendorff's alpha, for any number of raters, missing ratings and four levels of measurement.
 *
 * @param options.level nominal unless told.
 * @param options.replications of the bootstrap; 1,000 unless told, 0 for none.
 * @throws {RangeError} when no performance has two ratings, when words are not nominal, ratio scores are negative, or
 *   there are more than 2,000 different scores.
 * @see Krippendorff (2004), Content Analysis, chapter 11; Zapf et al. (2016), BMC Medical Research Methodology 16:93, for
 *   the bootstrap.
 */
export function krippendorffAlpha(
  ratings: Ratings,
  options: {
    readonly level?: MeasurementLevel;
    readonly replications?: number;
    readonly seed?: number;
    readonly override?: { readonly reason: string };
  } = {},
): KrippendorffAlpha {
  const { level = 'nominal', replications = 1000, seed = 1 } = options;
  requireRatings(ratings, `Krippendorff's alpha at ${level} level`, level === 'nominal' ? 'categories' : 'numbers');
  const values = categoriesOf(ratings);
  if (level === 'ratio' && (values[0] ?? 0) < 0) {
    throw new RangeError(
      `the ratio level needs scores from 0; there is a score of ${values[0]}; use the interval level`,
    );
  }
  if (values.length > 2000) {
    throw new RangeError(
      `there are ${values.length} different scores, more than alpha is computed for (2,000); round them first`,
    );
  }
  const code = new Map(values.map((value, index) => [value, index]));
  const units = ratings.scores
    .map((row) => row.flatMap((score) => (score === null ? [] : [code.get(score) ?? 0])))
    .filter((unit) => unit.length > 1);
  const n = units.length;
  if (n === 0)
    throw new RangeError(
      'no performance was rated twice, so nothing can be compared; every alpha needs pairs of ratings',
    );
  const { patterns, patternOf } = patternsOf(units, values.length);
  const once = new Float64Array(patterns.length);
  for (const pattern of patternOf) once[pattern] = (once[pattern] ?? 0) + 1;
  const point = alphaOf(patterns, once, values, level);
  const notices: string[] = [];
  if (point.alpha === null) notices.push('All ratings that can be paired are the same: alpha is not defined.');

  const random = new Random(seed);
  const drawn: number[] = [];
  let undefinedDraws = 0;
  for (let at = 0; at < replications && point.alpha !== null; at += 1) {
    const times = new Float64Array(patterns.length);
    for (let draw = 0; draw < n; draw += 1) {
      const pattern = patternOf[random.integer(n)] ?? 0;
      times[pattern] = (times[pattern] ?? 0) + 1;
    }
    const { alpha } = alphaOf(patterns, times, values, level);
    if (alpha === null) undefinedDraws += 1;
    else drawn.push(alpha);
  }
  if (undefinedDraws > 0)
    notices.push(
      `${undefinedDraws} of ${replications} bootstrap samples had only one category and were left out of the interval.`,
    );
  drawn.sort((a, b) => a - b);
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  const enough = n > 1 && drawn.length > 1;
  const cut = (share: number): number => drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))] ?? 0;
  return {
    level,
    n,
    pairable: units.reduce((sum, unit) => sum + unit.length, 0),
    ...point,
    se: enough ? Math.sqrt(drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (drawn.length - 1)) : null,
    ci: enough ? [cut(0.025), cut(0.975)] : null,
    replications,
    seed,
    sample: judgeSample('ratings', n, options.override),
    notices,
  };
}

interface Disagreement {
  readonly observedDisagreement: number;
  readonly expectedDisagreement: number;
  readonly alpha: number | null;
}

/** The distinct ways in which performances were rated, as counts per value, and which of them each performance has. */
function patternsOf(
  units: readonly (readonly number[])[],
  size: number,
): { readonly patterns: readonly Float64Array[]; readonly patternOf: Int32Array } {
  const known = new Map<string, number>();
  const patterns: Float64Array[] = [];
  const patternOf = Int32Array.from(units, (unit) => {
    const key = [...unit].sort((a, b) => a - b).join(' ');
    const at = known.get(key) ?? patterns.length;
    if (at === patterns.length) {
      known.set(key, at);
      const counts = new Float64Array(size);
      for (const value of unit) counts[value] = (counts[value] ?? 0) + 1;
      patterns.push(counts);
    }
    return at;
  });
  return { patterns, patternOf };
}

/** 1 − D_o / D_e of the patterns, each so many times; D_o by coincidences within units, D_e by those of all values. */
function alphaOf(
  patterns: readonly Float64Array[],
  times: Float64Array,
  values: readonly number[],
  level: MeasurementLevel,
): Disagreement {
  const size = values.length;
  const coincidences = new Float64Array(size * size);
  const totals = new Float64Array(size);
  let n = 0;
  patterns.forEach((row, pattern) => {
    const weight = times[pattern] ?? 0;
    if (weight === 0) return;
    const m = row.reduce((sum, count) => sum + count, 0);
    n += weight * m;
    for (let c = 0; c < size; c += 1) {
      const count = row[c] ?? 0;
      if (count === 0) continue;
      totals[c] = (totals[c] ?? 0) + weight * count;
      for (let k = 0; k < size; k += 1) {
        coincidences[c * size + k] =
          (coincidences[c * size + k] ?? 0) + (weight * count * ((row[k] ?? 0) - (c === k ? 1 : 0))) / (m - 1);
      }
    }
  });
  const below: number[] = [];
  totals.reduce((sum, total, c) => {
    below[c] = sum + total / 2;
    return sum + total;
  }, 0);
  const difference = (c: number, k: number): number => {
    const a = values[c] ?? 0;
    const b = values[k] ?? 0;
    if (level === 'nominal') return 1;
    if (level === 'ordinal') return ((below[c] ?? 0) - (below[k] ?? 0)) ** 2;
    return level === 'interval' || a + b === 0 ? (a - b) ** 2 : ((a - b) / (a + b)) ** 2;
  };
  let observed = 0;
  let expected = 0;
  for (let c = 0; c < size; c += 1) {
    for (let k = 0; k < c; k += 1) {
      const squared = difference(c, k);
      observed += 2 * squared * (coincidences[c * size + k] ?? 0);
      expected += 2 * squared * (totals[c] ?? 0) * (totals[k] ?? 0);
    }
  }
  const observedDisagreement = observed / n;
  const expectedDisagreement = n > 1 ? expected / (n * (n - 1)) : 0;
  const alpha = expectedDisagreement > 0 ? 1 - observedDisagreement / expectedDisagreement : null;
  return { observedDisagreement, expectedDisagreement, alpha };
}
