import { requireUnique } from '../data/response-matrix.ts';
import { studentT } from '../numeric/distributions/student-t.ts';
import { quantile } from '../numeric/summary.ts';

/** Cuts of single judges, put together. */
export interface PanelCut {
  readonly n: number;
  readonly mean: number;
  readonly median: number;
  /** Mean without the highest and the lowest judge; null with fewer than four judges. */
  readonly trimmed: number | null;
  /** Standard deviation between judges (n − 1); null with one judge. */
  readonly sd: number | null;
  /** sd / √n: how much the mean would vary with other judges. */
  readonly se: number | null;
  /** 95 % of the mean, by Student's t. */
  readonly interval: readonly [number, number] | null;
}

/** Why a single judge's cut has no standard error. */
export const ONE_JUDGE = 'One judge cannot tell how much judges differ: there is no standard error.';

/** Puts judges' cuts together. */
export function panelCut(cuts: readonly number[]): PanelCut {
  const n = cuts.length;
  const sorted = [...cuts].sort((a, b) => a - b);
  const mean = average(cuts);
  const trimmed = n < 4 ? null : average(sorted.slice(1, -1));
  const median = quantile(sorted, 0.5);
  if (n < 2) return { n, mean, median, trimmed, sd: null, se: null, interval: null };
  const sd = Math.sqrt(cuts.reduce((sum, cut) => sum + (cut - mean) ** 2, 0) / (n - 1));
  const se = sd / Math.sqrt(n);
  const t = studentT.quantile(0.975, n - 1);
  return { n, mean, median, trimmed, sd, se, interval: [mean - t * se, mean + t * se] };
}

/** The mean; 0 of nothing. */
export const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Pearson's correlation; null where either side does not vary. */
export function agreement(xs: readonly number[], ys: readonly number[]): number | null {
  const [mx, my] = [average(xs), average(ys)];
  let [xx, yy, xy] = [0, 0, 0];
  xs.forEach((x, at) => {
    const y = ys[at] ?? 0;
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
    xy += (x - mx) * (y - my);
  });
  const scale = 1e-24 * (1 + mx * mx + my * my) * xs.length;
  return xx > scale && yy > scale ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : null;
}

/** @throws {RangeError} when there is no judge, or a judge stands twice. */
export function requireJudges(judges: readonly string[]): void {
  if (judges.length === 0) throw new RangeError('there is no judge; a standard needs at least one');
  requireUnique(judges, 'judge');
}
