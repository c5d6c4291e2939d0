import type { Expansion, ExpectedCounts } from './family.ts';
import type { Grid } from './grid.ts';

/**
 * What the nodes take from the log-likelihood of an item with P(1) = logistic(sθ + c), −Σ N log(1 + exp(sθ + c)), with its
 * derivatives to s and c: one exponential per node, and the inner loop of the M-step of dichotomous items.
 *
 * @param into value; derivatives to s, c; minus the second derivatives to ss, sc, cc.
 */
export function sumOverNodes(s: number, c: number, { atNode }: ExpectedCounts, grid: Grid, into: Float64Array): void {
  const { theta, size } = grid;
  let value = 0;
  let toS = 0;
  let toC = 0;
  let ss = 0;
  let sc = 0;
  let cc = 0;
  for (let q = 0; q < size; q += 1) {
    const n = atNode[q] ?? 0;
    if (n === 0) continue;
    const at = theta[q] ?? 0;
    const x = s * at + c;
    const e = Math.exp(-Math.abs(x));
    const larger = 1 / (1 + e);
    const p = x >= 0 ? larger : e * larger;
    value -= n * ((x > 0 ? x : 0) - Math.log(larger));
    const np = n * p;
    toC -= np;
    toS -= np * at;
    const weight = n * e * larger * larger;
    const weighted = weight * at;
    cc += weight;
    sc += weighted;
    ss += weighted * at;
  }
  into[0] = value;
  into[1] = toS;
  into[2] = toC;
  into[3] = ss;
  into[4] = sc;
  into[5] = cc;
}

/**
 * The expansion in local parameters of an item with two categories, from how s = s₁ − s₀ and c = c₁ − c₀ follow from them.
 *
 * @param slope ∂s, @param constant ∂c to each local parameter.
 */
export function expandTwo(
  s: number,
  c: number,
  slope: Float64Array,
  constant: Float64Array,
  expected: ExpectedCounts,
  grid: Grid,
  sums: Float64Array,
): Pick<Expansion, 'gradient' | 'observed'> {
  sumOverNodes(s, c, expected, grid, sums);
  const size = slope.length;
  const toS = (expected.theta[1] ?? 0) + (sums[1] ?? 0);
  const toC = (expected.inCategory[1] ?? 0) + (sums[2] ?? 0);
  const gradient = new Float64Array(size);
  const observed = new Float64Array(size * size);
  for (let j = 0; j < size; j += 1) {
    const sj = slope[j] ?? 0;
    const cj = constant[j] ?? 0;
    gradient[j] = sj * toS + cj * toC;
    for (let l = 0; l < size; l += 1) {
      const sl = slope[l] ?? 0;
      const cl = constant[l] ?? 0;
      observed[j * size + l] =
        sj * sl * (sums[3] ?? 0) + (sj * cl + cj * sl) * (sums[4] ?? 0) + cj * cl * (sums[5] ?? 0);
    }
  }
  return { gradient, observed };
}
