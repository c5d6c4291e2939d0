import { curve, type EquatingFunction, type EquatingSettings } from './equating-function.ts';
import type { MomentMethod } from './linear-methods.ts';

/** A pair of scores that belong together: x of the new form, y of the old. */
export interface ScorePoint {
  readonly x: number;
  readonly y: number;
}

/** How the arc is drawn, and through which ends. */
export interface CircleArcOptions {
  /**
   * `simplified`: a line through the ends and on it an arc of deviations from it; `symmetric`: an arc through the three
   * points themselves, whose equating from Y to X is its inverse.
   */
  readonly shape?: 'simplified' | 'symmetric';
  /** The lower end: the lowest meaningful scores, such as those of chance; by default the lowest of the ranges. */
  readonly low?: ScorePoint;
  /** The upper end; by default the highest scores. */
  readonly high?: ScorePoint;
}

/**
 * Circle-arc equating through two ends that are given and a middle point that is estimated.
 *
 * @param middle the method that gives the middle point, at the mean of X in the group it speaks of.
 * @throws {RangeError} when the middle point does not lie between the ends.
 * @see Livingston & Kim (2009), JEM 46(3), and (2010), JEM 47(2).
 */
export const circleArc =
  (middle: MomentMethod, options: CircleArcOptions = {}): MomentMethod =>
  (x, y, settings) => {
    const line = middle(x, y, settings);
    const center = line.center ?? x[0] ?? 0;
    return circleArcThrough({ x: center, y: line.at(center) }, settings, options);
  };

/** The arc through a given middle point; see {@link circleArc}. */
export function circleArcThrough(
  middle: ScorePoint,
  { x, y }: Pick<EquatingSettings, 'x' | 'y'>,
  options: CircleArcOptions = {},
): EquatingFunction {
  const low = options.low ?? { x: x.low, y: y.low };
  const high = options.high ?? { x: x.high, y: y.high };
  if (!(low.x < middle.x && middle.x < high.x && low.y < high.y)) {
    throw new RangeError(
      `the middle point of the arc, ${middle.x.toFixed(2)}, must lie between its ends ${low.x} and ${high.x}; give other ends or use identity`,
    );
  }
  const inside = options.shape === 'symmetric' ? symmetricArc(low, middle, high) : simplifiedArc(low, middle, high);
  const bottom = { x: x.low, y: y.low };
  const top = { x: x.high, y: y.high };
  const at = (score: number): number => {
    if (score < low.x) return low.x > bottom.x ? chord(bottom, low)(score) : chord(low, high)(score);
    if (score > high.x) return high.x < top.x ? chord(high, top)(score) : chord(low, high)(score);
    return inside(score);
  };
  return { ...curve(at), center: middle.x };
}

const chord =
  (from: ScorePoint, to: ScorePoint) =>
  (score: number): number =>
    from.y + ((to.y - from.y) / (to.x - from.x)) * (score - from.x);

function simplifiedArc(low: ScorePoint, middle: ScorePoint, high: ScorePoint): (score: number) => number {
  const line = chord(low, high);
  const height = middle.y - line(middle.x);
  const center = (low.x + high.x) / 2;
  const half = (high.x - low.x) / 2;
  if (Math.abs(height) < 1e-12 * half) return line;
  const size = Math.abs(height);
  const depth = ((middle.x - center) ** 2 + size ** 2 - half ** 2) / (2 * size);
  return (score) => line(score) + Math.sign(height) * rise(depth, half ** 2 - (score - center) ** 2);
}

/** depth + √(depth² + room), without loss of digits where the circle is flat (depth far below 0). */
function rise(depth: number, room: number): number {
  const root = Math.sqrt(Math.max(0, depth * depth + room));
  return depth > 0 ? depth + root : Math.max(0, room) / (root - depth || 1);
}

function symmetricArc(low: ScorePoint, middle: ScorePoint, high: ScorePoint): (score: number) => number {
  const line = chord(low, high);
  const height = middle.y - line(middle.x);
  const length = Math.hypot(high.x - low.x, high.y - low.y);
  if (Math.abs(height) < 1e-12 * length) return line;
  // In a frame that lies along the chord the ends are (±half, 0) and the circle's center is (0, depth).
  const [cos, sin] = [(high.x - low.x) / length, (high.y - low.y) / length];
  const half = length / 2;
  const origin = { x: (low.x + high.x) / 2, y: (low.y + high.y) / 2 };
  const along = (middle.x - origin.x) * cos + (middle.y - origin.y) * sin;
  const above = (middle.y - origin.y) * cos - (middle.x - origin.x) * sin;
  const size = Math.abs(above);
  const depth = Math.sign(above) * ((along ** 2 + size ** 2 - half ** 2) / (2 * size));
  const sign = Math.sign(above);
  // From the chord's point at the score the arc is a rise t with t² + 2bt = half² − s².
  return (score) => {
    const s = (score - origin.x) / cos;
    const b = s * sin - depth * cos;
    return line(score) + sign * rise(-sign * b, half ** 2 - s ** 2);
  };
}
