import { findRoot } from '../numeric/optimize.ts';

/** Points at rising x with the standard deviation of y. */
export interface SplinePoints {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly sd: ArrayLike<number>;
}

/** A natural cubic spline; outside its points it goes on as a straight line. */
export interface SmoothingSpline {
  readonly at: (x: number) => number;
  /** The mean squared standardized distance that the spline has from its points. */
  readonly distance: number;
}

/**
 * The smoothest curve (least integral of the squared second derivative) whose mean squared standardized distance from the
 * points is at most s.
 *
 * @param s 0 or more; 0 goes through the points, a large one gives the weighted line of regression.
 * @throws {RangeError} for fewer than three points, points that do not rise, or a deviation that is not above 0.
 * @see Reinsch (1967), Numer. Math. 10; Kolen & Brennan (2014), section 3.4.
 */
export function smoothingSpline(points: SplinePoints, s: number): SmoothingSpline {
  const size = points.x.length;
  if (size < 3) throw new RangeError(`${size} points are too few to smooth; give three or more`);
  if (!(s >= 0)) throw new RangeError(`${s} is no amount of smoothing; give 0 or more, 0.05 to 1 is usual`);
  const x = Float64Array.from(points.x);
  const y = Float64Array.from(points.y);
  const squares = Float64Array.from(points.sd, (sd) => sd * sd);
  const steps = x.slice(1).map((value, at) => value - (x[at] ?? 0));
  if (!steps.every((step) => step > 0) || !squares.every((square) => square > 0 && Number.isFinite(square))) {
    throw new RangeError('points of a spline rise in x and have standard deviations above 0');
  }
  const system = systemOf(steps, y, squares);
  const fitAt = (penalty: number) => {
    const bends = system.solve(penalty);
    const values = y.map((value, at) => value - penalty * (squares[at] ?? 0) * system.spread(bends, at));
    const distance =
      values.reduce((sum, value, at) => sum + (value - (y[at] ?? 0)) ** 2 / (squares[at] ?? 1), 0) / size;
    return { bends, values, distance };
  };
  if (fitAt(Math.exp(-25)).distance >= s) return evaluator(x, y, system.solve(0), 0);
  // Beyond e^25 the curve is a line within rounding; below e^−25 it goes through the points.
  if (fitAt(Math.exp(25)).distance <= s) {
    const line = fitAt(Math.exp(25));
    return evaluator(x, line.values, new Float64Array(size - 2), line.distance);
  }
  const log = findRoot((value) => fitAt(Math.exp(value)).distance - s, -25, 25).x;
  const found = fitAt(Math.exp(log));
  return evaluator(x, found.values, found.bends, found.distance);
}

/** Reinsch's system (R + λ QᵀD²Q) γ = Qᵀy for the second derivatives γ at the inner points. */
function systemOf(steps: Float64Array, y: Float64Array, squares: Float64Array) {
  const inner = steps.length - 1;
  const column = (k: number): readonly [number, number, number] => {
    const [before, after] = [1 / (steps[k] ?? 1), 1 / (steps[k + 1] ?? 1)];
    return [before, -before - after, after];
  };
  /** The matrix by its diagonals: the main one and the two below it. */
  const diagonals = (penalty: number): readonly [Float64Array, Float64Array, Float64Array] => {
    const bands = [0, 1, 2].map(() => new Float64Array(inner));
    for (let i = 0; i < inner; i += 1) {
      for (let offset = 0; offset < 3 && i + offset < inner; offset += 1) {
        const [first, second] = [column(i), column(i + offset)];
        let value = 0;
        for (let at = offset; at < 3; at += 1) {
          value += (first[at] ?? 0) * (second[at - offset] ?? 0) * (squares[i + at] ?? 0);
        }
        value *= penalty;
        if (offset === 0) value += ((steps[i] ?? 0) + (steps[i + 1] ?? 0)) / 3;
        if (offset === 1) value += (steps[i + 1] ?? 0) / 6;
        const band = bands[offset];
        if (band !== undefined) band[i] = value;
      }
    }
    const [main = new Float64Array(), first = main, second = main] = bands;
    return [main, first, second];
  };
  const right = Float64Array.from({ length: inner }, (_, k) =>
    column(k).reduce((sum, weight, at) => sum + weight * (y[k + at] ?? 0), 0),
  );
  return {
    solve: (penalty: number): Float64Array => solveBanded(diagonals(penalty), right),
    /** (Qγ) at a point. */
    spread: (bends: Float64Array, at: number): number => {
      let sum = 0;
      for (let k = Math.max(0, at - 2); k <= Math.min(inner - 1, at); k += 1) {
        sum += (column(k)[at - k] ?? 0) * (bends[k] ?? 0);
      }
      return sum;
    },
  };
}

/** Solves a positive definite system of five diagonals, by A = LDLᵀ. @see Golub & Van Loan (2013), section 4.3. */
function solveBanded(
  [main, first, second]: readonly [Float64Array, Float64Array, Float64Array],
  right: Float64Array,
): Float64Array {
  const size = main.length;
  const [pivots, near, far] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const solution = right.slice();
  for (let i = 0; i < size; i += 1) {
    const [before, earlier] = [pivots[i - 1] ?? 1, pivots[i - 2] ?? 1];
    const f = i > 1 ? (second[i - 2] ?? 0) / earlier : 0;
    const n = i > 0 ? ((first[i - 1] ?? 0) - f * earlier * (near[i - 1] ?? 0)) / before : 0;
    near[i] = n;
    far[i] = f;
    pivots[i] = (main[i] ?? 0) - n * n * before - f * f * earlier;
    solution[i] = (solution[i] ?? 0) - n * (solution[i - 1] ?? 0) - f * (solution[i - 2] ?? 0);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    solution[i] =
      (solution[i] ?? 0) / (pivots[i] ?? 1) -
      (near[i + 1] ?? 0) * (solution[i + 1] ?? 0) -
      (far[i + 2] ?? 0) * (solution[i + 2] ?? 0);
  }
  return solution;
}

function evaluator(x: Float64Array, y: Float64Array, inner: Float64Array, distance: number): SmoothingSpline {
  const bend = (at: number): number => inner[at - 1] ?? 0;
  const last = x.length - 1;
  const slopeAt = (at: number, side: 0 | 1): number => {
    const step = (x[at + 1] ?? 0) - (x[at] ?? 0);
    const [near, far] = side === 0 ? [bend(at), bend(at + 1)] : [bend(at + 1), bend(at)];
    const rise = ((y[at + 1] ?? 0) - (y[at] ?? 0)) / step;
    return rise - ((side === 0 ? 1 : -1) * step * (2 * near + far)) / 6;
  };
  const at = (value: number): number => {
    if (value <= (x[0] ?? 0)) return (y[0] ?? 0) + slopeAt(0, 0) * (value - (x[0] ?? 0));
    if (value >= (x[last] ?? 0)) return (y[last] ?? 0) + slopeAt(last - 1, 1) * (value - (x[last] ?? 0));
    let k = 0;
    while (k < last - 1 && value > (x[k + 1] ?? 0)) k += 1;
    const step = (x[k + 1] ?? 0) - (x[k] ?? 0);
    const b = (value - (x[k] ?? 0)) / step;
    const a = 1 - b;
    const cubic = ((a ** 3 - a) * bend(k) + (b ** 3 - b) * bend(k + 1)) * (step * step);
    return a * (y[k] ?? 0) + b * (y[k + 1] ?? 0) + cubic / 6;
  };
  return { at, distance };
}
