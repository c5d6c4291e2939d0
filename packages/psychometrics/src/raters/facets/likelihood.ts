import { type Cell, type CellTables, cellTables } from './cells.ts';
import type { FacetObservation } from './observations.ts';
import { DEVIATION, MEAN, type ParameterMap } from './parameters.ts';

/** The ratings in the form in which the likelihood reads them. */
export interface LikelihoodData {
  readonly cells: readonly Cell[];
  readonly cellOf: Int32Array;
  readonly observations: readonly FacetObservation[];
  /** The observations of each person. */
  readonly byPerson: readonly (readonly number[])[];
  /** Standard normal nodes and their weights, which sum to 1. */
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
  readonly map: ParameterMap;
}

/** The marginal log-likelihood with what else one pass over the persons gives. */
export interface LikelihoodPass {
  readonly logLikelihood: number;
  /** To all parameters. */
  readonly gradient: Float64Array;
  /** Observed information by Louis (1982), all parameters, row-major. */
  readonly information: Float64Array;
  /** Of the complete data: positive definite where the design is identified. */
  readonly complete: Float64Array;
  /** Posterior weights, person · nodes + node. */
  readonly posterior: Float64Array;
  readonly tables: CellTables;
}

/** Posterior weights and the log-likelihood alone; for line searches. */
export function posteriorOf(
  data: LikelihoodData,
  tables: CellTables,
): { logLikelihood: number; posterior: Float64Array } {
  const { byPerson, nodes, weights, cells, cellOf, observations } = data;
  const width = nodes.length;
  const posterior = new Float64Array(byPerson.length * width);
  const logWeights = weights.map(Math.log);
  let logLikelihood = 0;
  byPerson.forEach((own, person) => {
    const row = posterior.subarray(person * width, (person + 1) * width);
    row.set(logWeights);
    for (const at of own) {
      const cell = cellOf[at] ?? 0;
      const stride = (cells[cell]?.steps ?? 0) + 1;
      const from = (tables.start[cell] ?? 0) + (observations[at]?.category ?? 0);
      for (let q = 0; q < width; q += 1) row[q] = (row[q] ?? 0) + (tables.logProbabilities[from + q * stride] ?? 0);
    }
    const highest = row.reduce((a, b) => Math.max(a, b), -Infinity);
    let sum = 0;
    for (let q = 0; q < width; q += 1) {
      const mass = Math.exp((row[q] ?? 0) - highest);
      row[q] = mass;
      sum += mass;
    }
    for (let q = 0; q < width; q += 1) row[q] = (row[q] ?? 0) / sum;
    logLikelihood += highest + Math.log(sum);
  });
  return { logLikelihood, posterior };
}

/**
 * One pass: log-likelihood, gradient and observed information, exact for the quadrature.
 *
 * The information is that of the complete data minus the variance of the complete score over the posterior, person by
 * person; each person touches few parameters, so this costs little.
 *
 * @see Louis (1982), JRSS B 44(2).
 */
export function likelihoodPass(data: LikelihoodData, values: Float64Array): LikelihoodPass {
  const { cells, cellOf, observations, byPerson, nodes, map } = data;
  const { size } = map;
  const width = nodes.length;
  const tables = cellTables(cells, map, values, nodes);
  const { logLikelihood, posterior } = posteriorOf(data, tables);
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const complete = new Float64Array(size * size);
  const counts = new Float64Array(cells.length * width);
  const slot = new Int32Array(size).fill(-1);

  byPerson.forEach((own, person) => {
    const touched: number[] = [];
    const touch = (parameter: number): number => {
      const at = slot[parameter] ?? -1;
      if (at >= 0) return at;
      slot[parameter] = touched.length;
      touched.push(parameter);
      return touched.length - 1;
    };
    touch(MEAN);
    touch(DEVIATION);
    const plans = own.map((at) => {
      const cell = cellOf[at] ?? 0;
      const { elements = [], group = 0, steps = 0 } = cells[cell] ?? {};
      return {
        cell,
        steps,
        category: observations[at]?.category ?? 0,
        elements: elements.map((element, facet) => touch((map.facets[facet] ?? 0) + element)),
        taus: Array.from({ length: steps }, (_, step) => touch((map.groups[group] ?? 0) + step)),
      };
    });
    const m = touched.length;
    const mean = new Float64Array(m);
    const squares = new Float64Array(m * m);
    const score = new Float64Array(m);
    for (let q = 0; q < width; q += 1) {
      const weight = posterior[person * width + q] ?? 0;
      if (weight < 1e-14) continue;
      score.fill(0);
      for (const { cell, steps, category, elements, taus } of plans) {
        counts[cell * width + q] = (counts[cell * width + q] ?? 0) + weight;
        const residual = category - (tables.expected[cell * width + q] ?? 0);
        score[0] = (score[0] ?? 0) + residual;
        for (const at of elements) score[at] = (score[at] ?? 0) - residual;
        const from = (tables.start[cell] ?? 0) + q * (steps + 1);
        let above = 0;
        for (let step = steps; step >= 1; step -= 1) {
          above += tables.probabilities[from + step] ?? 0;
          const at = taus[step - 1] ?? 0;
          score[at] = (score[at] ?? 0) - (category >= step ? 1 : 0) + above;
        }
      }
      score[1] = (score[0] ?? 0) * (nodes[q] ?? 0);
      for (let a = 0; a < m; a += 1) {
        const weighted = weight * (score[a] ?? 0);
        mean[a] = (mean[a] ?? 0) + weighted;
        for (let b = 0; b <= a; b += 1) squares[a * m + b] = (squares[a * m + b] ?? 0) + weighted * (score[b] ?? 0);
      }
    }
    for (let a = 0; a < m; a += 1) {
      const row = touched[a] ?? 0;
      gradient[row] = (gradient[row] ?? 0) + (mean[a] ?? 0);
      for (let b = 0; b <= a; b += 1) {
        const column = touched[b] ?? 0;
        const covariance = (squares[a * m + b] ?? 0) - (mean[a] ?? 0) * (mean[b] ?? 0);
        information[row * size + column] = (information[row * size + column] ?? 0) - covariance;
        if (a !== b) information[column * size + row] = (information[column * size + row] ?? 0) - covariance;
      }
      slot[row] = -1;
    }
  });
  addComplete(data, tables, counts, complete);
  for (let at = 0; at < information.length; at += 1) information[at] = (information[at] ?? 0) + (complete[at] ?? 0);
  return { logLikelihood, gradient, information, complete, posterior, tables };
}

/** Adds the variance of the sufficient statistics of each cell at each node, by how often it is expected there. */
function addComplete(
  { cells, map, nodes }: LikelihoodData,
  tables: CellTables,
  counts: Float64Array,
  into: Float64Array,
): void {
  const width = nodes.length;
  cells.forEach(({ elements, group, steps }, cell) => {
    const own = [MEAN, DEVIATION, ...elements.map((element, facet) => (map.facets[facet] ?? 0) + element)];
    const first = map.groups[group] ?? 0;
    for (let q = 0; q < width; q += 1) {
      const count = counts[cell * width + q] ?? 0;
      if (count === 0) continue;
      const variance = tables.variance[cell * width + q] ?? 0;
      const mean = tables.expected[cell * width + q] ?? 0;
      const from = (tables.start[cell] ?? 0) + q * (steps + 1);
      const sign = (at: number): number => (at === 0 ? 1 : at === 1 ? (nodes[q] ?? 0) : -1);
      own.forEach((row, a) => {
        own.forEach((column, b) => {
          const at = row * map.size + column;
          into[at] = (into[at] ?? 0) + count * sign(a) * sign(b) * variance;
        });
      });
      let above = 0;
      let weighted = 0;
      for (let j = steps; j >= 1; j -= 1) {
        const p = tables.probabilities[from + j] ?? 0;
        above += p;
        weighted += j * p;
        const row = first + j - 1;
        const withScore = -(weighted - mean * above);
        own.forEach((column, b) => {
          const value = count * sign(b) * withScore;
          into[row * map.size + column] = (into[row * map.size + column] ?? 0) + value;
          into[column * map.size + row] = (into[column * map.size + row] ?? 0) + value;
        });
        let lower = above;
        for (let l = j; l >= 1; l -= 1) {
          if (l < j) lower += tables.probabilities[from + l] ?? 0;
          const value = count * (above - above * lower);
          const column = first + l - 1;
          into[row * map.size + column] = (into[row * map.size + column] ?? 0) + value;
          if (l !== j) into[column * map.size + row] = (into[column * map.size + row] ?? 0) + value;
        }
      }
    }
  });
}
