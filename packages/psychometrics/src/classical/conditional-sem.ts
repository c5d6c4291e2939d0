import { solve } from '../numeric/linear.ts';
import { highestTotal, type ItemScores, isDichotomousTest } from './item-scores.ts';

/** The standard error of measurement at one raw score, in score points, by several methods. */
export interface ConditionalSem {
  readonly score: number;
  readonly count: number;
  /** √(x(k − x)/(k − 1)): as if all items were equally difficult, so rather too large. Null of a polytomous test. */
  readonly lord: number | null;
  /** Lord's, scaled so that its mean square gives KR-20. Null as Lord's, and where KR-21 is not below 1. */
  readonly keats: number | null;
  /** From the residuals of the candidates with this score; null where nobody has it. Works for any test. */
  readonly anova: number | null;
  /** The same variances smoothed by a quadratic curve over the scores; null with fewer than three different scores. */
  readonly smoothed: number | null;
}

/**
 * The conditional standard error of measurement at every raw score.
 *
 * The weighted mean square of `anova` over the candidates is the square of the unconditional SEM exactly.
 *
 * @param alpha of the same scores.
 * @param kr21 of the same scores.
 * @returns null where a candidate lacks a score: raw scores then mean different things.
 * @see Lord (1957), Educ. Psychol. Meas. 17; Keats (1957), Psychometrika 22(1); Feldt & Qualls (1996), JEM 33(2), with
 *   every item a part; Brennan (2001), Generalizability Theory, section 5.4, for smoothing by a quadratic.
 */
export function conditionalSem(
  scores: ItemScores,
  alpha: number | null,
  kr21: number | null,
): readonly ConditionalSem[] | null {
  if (!scores.complete) return null;
  const k = scores.items.length;
  const length = highestTotal(scores) + 1;
  const { counts, variances } = errorVariances(scores, length);
  const curve = quadraticFit(counts, variances);
  const scale = alpha === null || kr21 === null || kr21 >= 1 ? null : Math.max(0, (1 - alpha) / (1 - kr21));
  const binomial = isDichotomousTest(scores) && k > 1;
  return Array.from({ length }, (_, score) => {
    const lord = binomial ? Math.sqrt((score * (k - score)) / (k - 1)) : null;
    const [a = 0, b = 0, c = 0] = curve ?? [];
    const x = score / length;
    return {
      score,
      count: counts[score] ?? 0,
      lord,
      keats: lord === null || scale === null ? null : lord * Math.sqrt(scale),
      anova: (counts[score] ?? 0) === 0 || k < 2 ? null : Math.sqrt(variances[score] ?? 0),
      smoothed: curve === undefined || k < 2 ? null : Math.sqrt(Math.max(0, a + b * x + c * x * x)),
    };
  });
}

/** The mean error variance of the candidates at each score: k/(k − 1) · n/(n − 1) · Σ residuals². */
function errorVariances({ columns, totals, items }: ItemScores, length: number) {
  const n = totals.length;
  const k = items.length;
  const factor = k < 2 || n < 2 ? 0 : (k / (k - 1)) * (n / (n - 1));
  const means = columns.map((column) => column.reduce((sum, score) => sum + score, 0) / n);
  const grand = means.reduce((sum, mean) => sum + mean, 0) / k;
  const counts = new Float64Array(length);
  const variances = new Float64Array(length);
  totals.forEach((total, person) => {
    let squares = 0;
    for (let item = 0; item < k; item += 1) {
      squares += ((columns[item]?.[person] ?? 0) - total / k - (means[item] ?? 0) + grand) ** 2;
    }
    counts[total] = (counts[total] ?? 0) + 1;
    variances[total] = (variances[total] ?? 0) + factor * squares;
  });
  return { counts, variances: variances.map((sum, score) => sum / Math.max(1, counts[score] ?? 0)) };
}

/** Weighted least squares of a quadratic in score / length; undefined with fewer than three different scores. */
function quadraticFit(counts: Float64Array, values: Float64Array): Float64Array | undefined {
  if (counts.filter((count) => count > 0).length < 3) return undefined;
  const powers = new Float64Array(5);
  const right = new Float64Array(3);
  counts.forEach((count, score) => {
    const x = score / counts.length;
    for (let p = 0; p < 5; p += 1) powers[p] = (powers[p] ?? 0) + count * x ** p;
    for (let p = 0; p < 3; p += 1) right[p] = (right[p] ?? 0) + count * x ** p * (values[score] ?? 0);
  });
  const normalEquations = Float64Array.from({ length: 9 }, (_, at) => powers[Math.floor(at / 3) + (at % 3)] ?? 0);
  return solve(normalEquations, 3, right);
}
