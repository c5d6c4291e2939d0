import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import type { ScoreScale } from './score-scale.ts';

/** How equated scores become reported ones. */
export interface ScalingOptions {
  /** Scaled scores are multiples of it; 1 by default, 0 leaves them unrounded. */
  readonly unit?: number;
  /** The lowest and the highest score that is reported; others are truncated to them. */
  readonly low?: number;
  readonly high?: number;
  readonly override?: { readonly reason: string };
}

/** A raw score with the score that is reported for it. */
export interface ScaledRow {
  /** Raw score of this form. */
  readonly x: number;
  /** Its equivalent on the base form. */
  readonly equated: number;
  readonly unrounded: number;
  /** What is reported: rounded, then truncated. */
  readonly y: number;
}

/** The table that turns raw scores of a form into reported scores. */
export interface ScaledScores {
  readonly table: readonly ScaledRow[];
  /** Runs of raw scores that give one scaled score. */
  readonly merged: readonly { readonly y: number; readonly x: readonly number[] }[];
  /** Places where the scaled score leaves out two or more units for one raw point. */
  readonly gaps: readonly { readonly from: number; readonly to: number; readonly x: number }[];
  readonly truncated: { readonly low: number; readonly high: number };
  /** Of the reference group; null for a scale set by points. */
  readonly n: number | null;
  readonly sample: SampleJudgment | null;
  readonly says: string;
  readonly notices: readonly string[];
}

/**
 * Turns raw scores, equated to the base form first, into scaled scores.
 *
 * @param table rows from raw scores to equivalents on the base form, as equating gives them; of the base form itself
 * `{ x, y: x }`.
 * @throws {RangeError} for an empty table, a unit below 0 or limits in the wrong order.
 * @see Kolen & Brennan (2014), section 9.3 (rounding, truncation, one-to-many conversions).
 */
export function scaleScores(
  table: readonly { readonly x: number; readonly y: number }[],
  scale: ScoreScale,
  options: ScalingOptions = {},
): ScaledScores {
  const { unit = 1, low = -Infinity, high = Infinity } = options;
  if (table.length === 0) throw new RangeError('there is no raw score to scale; give one row per raw score');
  if (!(unit >= 0) || !Number.isFinite(unit))
    throw new RangeError(`the unit ${unit} is no unit; give 1, or 0 for none`);
  if (!(low < high)) throw new RangeError(`scores from ${low} to ${high}: the lowest must be below the highest`);
  const truncated = { low: 0, high: 0 };
  const rows = table.map(({ x, y }): ScaledRow => {
    const unrounded = scale.at(y);
    // Halves go up; the small sum undoes rounding in the conversion, so that 69.5 counts as a half.
    const rounded = unit === 0 ? unrounded : Math.floor(unrounded / unit + 0.5 + 1e-9) * unit;
    if (rounded < low) truncated.low += 1;
    if (rounded > high) truncated.high += 1;
    return { x, equated: y, unrounded, y: Math.min(high, Math.max(low, rounded)) };
  });
  const merged = unit === 0 ? [] : mergedOf(rows);
  const gaps = unit === 0 ? [] : gapsOf(rows, unit);
  const sample = scale.n === null ? null : judgeSample('classical', scale.n, options.override);
  const notices: string[] = [];
  if (gaps.length > 0)
    notices.push(`${gaps.length} steps of one raw point skip scaled scores; use fewer scaled scores.`);
  if (merged.length > 0) notices.push(`${merged.length} scaled scores stand for more than one raw score.`);
  for (const [end, count] of Object.entries(truncated)) {
    if (count > 0) notices.push(`${count} raw scores are truncated to the ${end}est scaled score.`);
  }
  return { table: rows, merged, gaps, truncated, n: scale.n, sample, says: scale.says, notices };
}

function mergedOf(rows: readonly ScaledRow[]): ScaledScores['merged'] {
  const byScore = new Map<number, number[]>();
  for (const { x, y } of rows) byScore.set(y, [...(byScore.get(y) ?? []), x]);
  return [...byScore].filter(([, x]) => x.length > 1).map(([y, x]) => ({ y, x }));
}

function gapsOf(rows: readonly ScaledRow[], unit: number): ScaledScores['gaps'] {
  return rows.flatMap(({ x, y }, at) => {
    const before = rows[at - 1];
    return before !== undefined && y - before.y > 1.5 * unit ? [{ from: before.y, to: y, x }] : [];
  });
}
