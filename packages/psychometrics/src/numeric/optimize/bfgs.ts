/** Where a minimization ended; converged false when it reached its bound or could go no further. */
export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let n = 0; n < a.length; n += 1) total += (a[n] ?? 0) * (b[n] ?? 0);
  return total;
}

const identity = (n: number): Float64Array => {
  const h = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) h[i * n + i] = 1;
  return h;
};

/** −H g. */
function descent(h: Float64Array, g: Float64Array): Float64Array {
  return g.map((_, i) => -dot(h.subarray(i * g.length, (i + 1) * g.length), g));
}

/** H becomes the BFGS update by the step s and the change y of the gradient. */
function update(h: Float64Array, s: Float64Array, y: Float64Array): void {
  const n = s.length;
  const sy = dot(s, y);
  const hy = descent(h, y).map((x) => -x);
  const scale = (1 + dot(y, hy) / sy) / sy;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) {
      const si = s[i] ?? 0;
      const sj = s[j] ?? 0;
      h[i * n + j] = (h[i * n + j] ?? 0) + scale * si * sj - (si * (hy[j] ?? 0) + (hy[i] ?? 0) * sj) / sy;
    }
  }
}

/** The largest component of the gradient, each on the scale of its coordinate, against the size of the value. */
function relativeGradient(x: Float64Array, gradient: Float64Array, value: number): number {
  let largest = 0;
  gradient.forEach((g, i) => {
    largest = Math.max(largest, Math.abs(g) * Math.max(1, Math.abs(x[i] ?? 0)));
  });
  return largest / Math.max(1, Math.abs(value));
}

/**
 * Minimizes a smooth function by the method of Broyden, Fletcher, Goldfarb and Shanno, with steps that satisfy the weak
 * Wolfe conditions. A value that is not finite counts as too high: the step is shortened.
 *
 * @param options.tolerance on the gradient, relative to the coordinate and the value (each taken as at least 1).
 * @returns converged also where no step lowers the value any more within rounding and the gradient is below √tolerance.
 * @throws {RangeError} when the value at the start is not finite.
 * @see Nocedal & Wright (2006), chapter 6; Lewis & Overton (2013), Math. Program. 141 (line search).
 */
export function minimizeBfgs(
  f: (x: Float64Array) => number,
  gradient: (x: Float64Array) => Float64Array,
  start: ArrayLike<number>,
  { maxIterations = 200, tolerance = 1e-10 }: { readonly maxIterations?: number; readonly tolerance?: number } = {},
): Minimum {
  let x: Float64Array = Float64Array.from(start);
  let value = f(x);
  if (!Number.isFinite(value)) throw new RangeError('the function is not finite where the minimization starts');
  let g = gradient(x);
  let h: Float64Array = identity(x.length);
  let fresh = true;
  let iterations = 0;
  for (; iterations < maxIterations; iterations += 1) {
    if (relativeGradient(x, g, value) <= tolerance) return { x, value, gradient: g, iterations, converged: true };
    let direction = descent(h, g);
    let slope = dot(direction, g);
    if (!(slope < 0)) {
      h = identity(x.length);
      fresh = true;
      direction = g.map((component) => -component);
      slope = -dot(g, g);
    }
    const first = fresh ? Math.min(1, 1 / Math.sqrt(dot(g, g))) : 1;
    const step = lineSearch(f, gradient, { x, value, direction, slope, first });
    if (step === undefined) {
      if (!fresh) {
        h = identity(x.length);
        fresh = true;
        continue;
      }
      break;
    }
    const s = step.x.map((coordinate, i) => coordinate - (x[i] ?? 0));
    const y = step.gradient.map((component, i) => component - (g[i] ?? 0));
    const sy = dot(s, y);
    if (sy > 1e-14 * Math.sqrt(dot(s, s) * dot(y, y))) {
      if (fresh) h = identity(x.length).map((entry) => (entry * sy) / dot(y, y));
      update(h, s, y);
      fresh = false;
    }
    ({ x, value, gradient: g } = step);
  }
  const converged = relativeGradient(x, g, value) <= (iterations < maxIterations ? Math.sqrt(tolerance) : tolerance);
  return { x, value, gradient: g, iterations, converged };
}

interface Line {
  readonly x: Float64Array;
  readonly value: number;
  readonly direction: Float64Array;
  readonly slope: number;
  readonly first: number;
}

/** A step by bisection and doubling; undefined when none lowers the value. */
function lineSearch(
  f: (x: Float64Array) => number,
  gradient: (x: Float64Array) => Float64Array,
  { x, value, direction, slope, first }: Line,
): { readonly x: Float64Array; readonly value: number; readonly gradient: Float64Array } | undefined {
  let low = 0;
  let high = Infinity;
  let length = first;
  let best: { x: Float64Array; value: number; gradient: Float64Array } | undefined;
  for (let n = 0; n < 60; n += 1) {
    const at = x.map((coordinate, i) => coordinate + length * (direction[i] ?? 0));
    const there = f(at);
    if (!(there <= value + 1e-4 * length * slope)) high = length;
    else {
      const g = gradient(at);
      if (!g.every(Number.isFinite)) high = length;
      else {
        if (there < value) best = { x: at, value: there, gradient: g };
        if (dot(g, direction) >= 0.9 * slope) return there < value ? best : undefined;
        low = length;
      }
    }
    length = high === Infinity ? low * 2 : (low + high) / 2;
  }
  return best;
}
