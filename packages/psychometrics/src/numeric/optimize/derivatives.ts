/**
 * The gradient by central differences with one Richardson step: error of order h⁴, some 1e-11 relative for a smooth
 * function that is computed to full precision.
 */
export function numericalGradient(f: (x: Float64Array) => number, at: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(at);
  const difference = (i: number, h: number): number => {
    const center = x[i] ?? 0;
    x[i] = center + h;
    const above = f(x);
    x[i] = center - h;
    const below = f(x);
    x[i] = center;
    return (above - below) / (2 * h);
  };
  return Float64Array.from(at, (coordinate, i) => {
    const h = 2 ** Math.round(Math.log2(1e-3 * Math.max(1, Math.abs(coordinate))));
    return (4 * difference(i, h / 2) - difference(i, h)) / 3;
  });
}

/**
 * The matrix of second derivatives, row by row, by central differences with one Richardson step: some 1e-7 relative for
 * a smooth function that is computed to full precision. Symmetric.
 */
export function numericalHessian(f: (x: Float64Array) => number, at: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(at);
  const n = x.length;
  const value = f(x);
  const moved = (i: number, di: number, j: number, dj: number): number => {
    const [xi, xj] = [x[i] ?? 0, x[j] ?? 0];
    x[i] = xi + di;
    x[j] = (x[j] ?? 0) + dj;
    const there = f(x);
    x[j] = xj;
    x[i] = xi;
    return there;
  };
  const difference = (i: number, hi: number, j: number, hj: number): number =>
    i === j
      ? (moved(i, hi, i, 0) - 2 * value + moved(i, -hi, i, 0)) / (hi * hi)
      : (moved(i, hi, j, hj) - moved(i, hi, j, -hj) - moved(i, -hi, j, hj) + moved(i, -hi, j, -hj)) / (4 * hi * hj);
  const steps = Array.from(x, (coordinate) => 2 ** Math.round(Math.log2(4e-3 * Math.max(1, Math.abs(coordinate)))));
  const hessian = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const [hi, hj] = [steps[i] ?? 0, steps[j] ?? 0];
      const entry = (4 * difference(i, hi / 2, j, hj / 2) - difference(i, hi, j, hj)) / 3;
      hessian[i * n + j] = entry;
      hessian[j * n + i] = entry;
    }
  }
  return hessian;
}
