import type { ResponseMatrix } from '../data/response-matrix.ts';
import { inverseSymmetric } from '../numeric/linear.ts';
import { minimizeBfgs } from '../numeric/optimize.ts';
import { normalGrid } from '../numeric/quadrature.ts';
import type { GroupItem } from './group-items.ts';

/** The Rasch model of a group whose abilities are taken to be standard normal. */
export interface UnitRasch {
  /** Without the items that everybody answers alike. */
  readonly items: readonly GroupItem[];
  readonly converged: boolean;
}

/**
 * The Rasch model with discrimination 1 and θ standard normal, by marginal maximum likelihood on 121 nodes; covariance by
 * the observed information. It is the "1PL" of difR, by way of ltm. The variance of θ is not estimated: where it is
 * not 1, the difficulties are drawn together or apart.
 *
 * @param data dichotomous; missing responses do not enter.
 */
export function unitRasch(data: ResponseMatrix): UnitRasch {
  const columns = data.items.flatMap((_, item) => (varies(data, item) ? [item] : []));
  const rows = data.persons.map((_, person) =>
    columns.map((item) => data.values[person * data.items.length + item] ?? -1),
  );
  const { nodes, weights } = normalGrid(121, -8, 8);
  const size = columns.length;
  const at = (b: Float64Array): { value: number; gradient: Float64Array } => marginal(rows, b, nodes, weights);
  const { x, converged } = minimizeBfgs(
    (b) => at(b).value,
    (b) => at(b).gradient,
    new Float64Array(size),
  );
  const information = new Float64Array(size * size);
  const step = 1e-5;
  for (let column = 0; column < size; column += 1) {
    const moved = (by: number): Float64Array => at(x.map((b, item) => (item === column ? b + by : b))).gradient;
    const [up, down] = [moved(step), moved(-step)];
    for (let row = 0; row < size; row += 1) {
      information[row * size + column] = ((up[row] ?? 0) - (down[row] ?? 0)) / (2 * step);
    }
  }
  const covariance = inverseSymmetric(information, size);
  const items = columns.map((item, index) => ({
    id: data.items[item] ?? '',
    discrimination: 1,
    difficulty: x[index] ?? 0,
    variance: { discrimination: 0, difficulty: covariance?.[index * size + index] ?? 0, covariance: 0 },
  }));
  return { items, converged };
}

function varies({ persons, items, values }: ResponseMatrix, item: number): boolean {
  const seen = new Set(persons.map((_, person) => values[person * items.length + item] ?? -1));
  return seen.has(0) && seen.has(1);
}

/** Minus the marginal log-likelihood, and its gradient in the difficulties. */
function marginal(
  rows: readonly (readonly number[])[],
  b: Float64Array,
  nodes: Float64Array,
  weights: Float64Array,
): { value: number; gradient: Float64Array } {
  // log p of a right and of a wrong answer at each node, and p itself.
  const p = Array.from(b, (own) => nodes.map((theta) => 1 / (1 + Math.exp(own - theta))));
  const right = p.map((curve) => curve.map((one) => Math.log(one)));
  const wrong = p.map((curve) => curve.map((one) => Math.log1p(-one)));
  const start = weights.map((weight) => Math.log(weight));
  const gradient = new Float64Array(b.length);
  let value = 0;
  for (const row of rows) {
    const log = start.slice();
    row.forEach((response, item) => {
      const curve = response === 1 ? right[item] : response === 0 ? wrong[item] : undefined;
      if (curve !== undefined) for (let q = 0; q < log.length; q += 1) log[q] = (log[q] ?? 0) + (curve[q] ?? 0);
    });
    const highest = log.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
    const posterior = log.map((one) => Math.exp(one - highest));
    const sum = posterior.reduce((total, one) => total + one, 0);
    value -= highest + Math.log(sum);
    row.forEach((response, item) => {
      if (response < 0) return;
      let expected = 0;
      for (let q = 0; q < log.length; q += 1) expected += (posterior[q] ?? 0) * (p[item]?.[q] ?? 0);
      gradient[item] = (gradient[item] ?? 0) + response - expected / sum;
    });
  }
  return { value, gradient };
}
