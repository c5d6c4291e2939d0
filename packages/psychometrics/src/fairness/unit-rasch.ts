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
  const groups = scoreGroupsOf(data, columns);
  const { nodes, weights } = normalGrid(121, -8, 8);
  const size = columns.length;
  const at = (b: Float64Array): { value: number; gradient: Float64Array } => marginal(groups, b, nodes, weights);
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

/** Candidates who answered the same items with the same number right: under the Rasch model one is like the other. */
interface ScoreGroup {
  readonly answered: readonly number[];
  readonly score: number;
  count: number;
  /** How many of them answered each item right. */
  readonly right: Float64Array;
}

function scoreGroupsOf({ persons, items, values }: ResponseMatrix, columns: readonly number[]): readonly ScoreGroup[] {
  const groups = new Map<string, ScoreGroup>();
  persons.forEach((_, person) => {
    const row = columns.map((item) => values[person * items.length + item] ?? -1);
    const answered = row.flatMap((response, item) => (response < 0 ? [] : [item]));
    const score = row.reduce((sum, response) => sum + Math.max(0, response), 0);
    const key = `${score}:${answered.join()}`;
    const group = groups.get(key) ?? { answered, score, count: 0, right: new Float64Array(columns.length) };
    groups.set(key, group);
    group.count += 1;
    row.forEach((response, item) => {
      if (response === 1) group.right[item] = (group.right[item] ?? 0) + 1;
    });
  });
  return [...groups.values()];
}

/** Minus the marginal log-likelihood, and its gradient in the difficulties. */
function marginal(
  groups: readonly ScoreGroup[],
  b: Float64Array,
  nodes: Float64Array,
  weights: Float64Array,
): { value: number; gradient: Float64Array } {
  const p = Array.from(b, (own) => nodes.map((theta) => 1 / (1 + Math.exp(own - theta))));
  const wrong = p.map((curve) => curve.map((one) => Math.log1p(-one)));
  const gradient = new Float64Array(b.length);
  let value = 0;
  for (const { answered, score, count, right } of groups) {
    const log = nodes.map((theta, q) => Math.log(weights[q] ?? 0) + score * theta);
    for (const item of answered)
      for (let q = 0; q < log.length; q += 1) log[q] = (log[q] ?? 0) + (wrong[item]?.[q] ?? 0);
    const highest = log.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
    const posterior = log.map((one) => Math.exp(one - highest));
    const sum = posterior.reduce((total, one) => total + one, 0);
    value -= count * (highest + Math.log(sum));
    for (const item of answered) {
      let expected = 0;
      for (let q = 0; q < log.length; q += 1) expected += (posterior[q] ?? 0) * (p[item]?.[q] ?? 0);
      value += (right[item] ?? 0) * (b[item] ?? 0);
      gradient[item] = (gradient[item] ?? 0) + (right[item] ?? 0) - (count * expected) / sum;
    }
  }
  return { value, gradient };
}
