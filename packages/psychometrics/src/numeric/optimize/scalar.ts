const EPSILON = 2.3e-16;

/**
 * A root of f between `low` and `high` by Brent's method: never slower than halving by much.
 *
 * @param options.tolerance on x, relative to it and at least absolute below 1.
 * @throws {RangeError} when f has the same sign at both ends, or no value there.
 * @see Brent (1973), Algorithms for Minimization without Derivatives, chapter 4.
 */
export function findRoot(
  f: (x: number) => number,
  low: number,
  high: number,
  { tolerance = 1e-12, maxIterations = 200 }: { readonly tolerance?: number; readonly maxIterations?: number } = {},
): { readonly x: number; readonly converged: boolean } {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return { x: a, converged: true };
  if (fb === 0) return { x: b, converged: true };
  if (!(fa * fb < 0) && !(Math.sign(fa) * Math.sign(fb) < 0)) {
    throw new RangeError(`no root is bracketed: the function is ${fa} at ${low} and ${fb} at ${high}`);
  }
  let c = a;
  let fc = fa;
  let step = b - a;
  let before = step;
  for (let n = 0; n < maxIterations; n += 1) {
    if (Math.sign(fb) === Math.sign(fc)) {
      c = a;
      fc = fa;
      step = b - a;
      before = step;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const near = 2 * EPSILON * Math.abs(b) + (tolerance / 2) * Math.max(1, Math.abs(b));
    const half = (c - b) / 2;
    if (Math.abs(half) <= near || fb === 0) return { x: b, converged: true };
    const proposed = interpolate(a, b, c, fa, fb, fc);
    if (Math.abs(before) < near || Math.abs(fa) <= Math.abs(fb) || !within(proposed, half, before, near)) {
      step = half;
      before = half;
    } else {
      before = step;
      step = proposed;
    }
    a = b;
    fa = fb;
    b += Math.abs(step) > near ? step : Math.sign(half) * near;
    fb = f(b);
    if (Number.isNaN(fb)) throw new RangeError(`the function has no value at ${b}`);
  }
  return { x: b, converged: false };
}

/** The step from b by inverse quadratic interpolation, or by the secant when only two points differ. */
function interpolate(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return (s * (c - b)) / (1 - s) || 0;
  const q = fa / fc;
  const r = fb / fc;
  const p = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
  return -p / ((q - 1) * (r - 1) * (s - 1)) || 0;
}

const within = (step: number, half: number, before: number, near: number): boolean =>
  Math.sign(step) === Math.sign(half) &&
  Math.abs(step) < Math.abs(1.5 * half) - near / 2 &&
  Math.abs(step) < Math.abs(before / 2);

const GOLDEN = (3 - Math.sqrt(5)) / 2;

/**
 * A local minimum of f between `low` and `high`, the only one if f has one, by golden section and parabolas.
 *
 * @param options.tolerance on x; about the root of the machine precision is what any method can give.
 * @see Brent (1973), chapter 5.
 */
export function minimizeScalar(
  f: (x: number) => number,
  low: number,
  high: number,
  { tolerance = 1e-9, maxIterations = 200 }: { readonly tolerance?: number; readonly maxIterations?: number } = {},
): { readonly x: number; readonly value: number; readonly converged: boolean } {
  if (!(low <= high)) throw new RangeError(`from ${low} to ${high} there is no interval`);
  let [from, to] = [low, high];
  let x = from + GOLDEN * (to - from);
  let [second, third] = [x, x];
  let fx = f(x);
  let [fSecond, fThird] = [fx, fx];
  let step = 0;
  let before = 0;
  for (let n = 0; n < maxIterations; n += 1) {
    const middle = (from + to) / 2;
    const near = tolerance * Math.abs(x) + tolerance / 10;
    if (Math.abs(x - middle) <= 2 * near - (to - from) / 2) return { x, value: fx, converged: true };
    const r = (x - second) * (fx - fThird);
    const q = (x - third) * (fx - fSecond);
    const below = 2 * (q - r);
    const parabola = below === 0 ? Infinity : -((x - third) * q - (x - second) * r) / below;
    if (
      Math.abs(before) > near &&
      Math.abs(parabola) < Math.abs(before / 2) &&
      x + parabola > from &&
      x + parabola < to
    ) {
      before = step;
      step = parabola;
      if (x + step - from < 2 * near || to - x - step < 2 * near) step = Math.sign(middle - x) * near;
    } else {
      before = x < middle ? to - x : from - x;
      step = GOLDEN * before;
    }
    const at = x + (Math.abs(step) >= near ? step : Math.sign(step) * near);
    const value = f(at);
    if (value <= fx) {
      if (at < x) to = x;
      else from = x;
      [third, fThird, second, fSecond, x, fx] = [second, fSecond, x, fx, at, value];
    } else {
      if (at < x) from = at;
      else to = at;
      if (value <= fSecond || second === x) [third, fThird, second, fSecond] = [second, fSecond, at, value];
      else if (value <= fThird || third === x || third === second) [third, fThird] = [at, value];
    }
  }
  return { x, value: fx, converged: false };
}
