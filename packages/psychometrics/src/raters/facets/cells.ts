import type { FacetDesign } from './observations.ts';
import { DEVIATION, MEAN, type ParameterMap } from './parameters.ts';

/** A combination of elements that somebody rated: all its ratings have the same probabilities at the same θ. */
export interface Cell {
  readonly elements: readonly number[];
  readonly group: number;
  /** Categories: 0 to `steps`. */
  readonly steps: number;
}

/** Probabilities of the categories of all cells at all nodes. */
export interface CellTables {
  /** From where a cell's numbers stand: category k at node q at `start[cell] + q · (steps + 1) + k`. */
  readonly start: Int32Array;
  readonly probabilities: Float64Array;
  readonly logProbabilities: Float64Array;
  /** Expected category and its variance; cell · nodes + node. */
  readonly expected: Float64Array;
  readonly variance: Float64Array;
}

/** The cells of a design, and the cell of each observation. */
export function cellsOf({ observations, groups }: FacetDesign): {
  readonly cells: readonly Cell[];
  readonly cellOf: Int32Array;
} {
  const known = new Map<string, number>();
  const cells: Cell[] = [];
  const cellOf = Int32Array.from(observations, ({ elements, group }) => {
    const key = elements.join(' ');
    const at = known.get(key) ?? cells.length;
    if (at === cells.length) {
      known.set(key, at);
      cells.push({ elements, group, steps: (groups[group]?.scores.length ?? 1) - 1 });
    }
    return at;
  });
  return { cells, cellOf };
}

/**
 * P(k | θ) ∝ exp(kθ − k Σδ − Σ_(j ≤ k) τ_j) for every cell at θ = mean + deviation · node.
 *
 * @see Linacre (1989), Many-Facet Rasch Measurement.
 */
export function cellTables(
  cells: readonly Cell[],
  map: ParameterMap,
  values: Float64Array,
  nodes: Float64Array,
): CellTables {
  const start = new Int32Array(cells.length);
  let size = 0;
  cells.forEach(({ steps }, cell) => {
    start[cell] = size;
    size += (steps + 1) * nodes.length;
  });
  const probabilities = new Float64Array(size);
  const logProbabilities = new Float64Array(size);
  const expected = new Float64Array(cells.length * nodes.length);
  const variance = new Float64Array(cells.length * nodes.length);
  cells.forEach(({ elements, group, steps }, cell) => {
    const severity = elements.reduce(
      (sum, element, facet) => sum + (values[(map.facets[facet] ?? 0) + element] ?? 0),
      0,
    );
    const tau = map.groups[group] ?? 0;
    nodes.forEach((node, q) => {
      const at = (start[cell] ?? 0) + q * (steps + 1);
      const location = (values[MEAN] ?? 0) + (values[DEVIATION] ?? 0) * node - severity;
      let exponent = 0;
      let highest = 0;
      for (let k = 1; k <= steps; k += 1) {
        exponent += location - (values[tau + k - 1] ?? 0);
        logProbabilities[at + k] = exponent;
        if (exponent > highest) highest = exponent;
      }
      let sum = 0;
      for (let k = 0; k <= steps; k += 1) sum += Math.exp((logProbabilities[at + k] ?? 0) - highest);
      const log = highest + Math.log(sum);
      let mean = 0;
      let square = 0;
      for (let k = 0; k <= steps; k += 1) {
        const logP = (logProbabilities[at + k] ?? 0) - log;
        const p = Math.exp(logP);
        logProbabilities[at + k] = logP;
        probabilities[at + k] = p;
        mean += k * p;
        square += k * k * p;
      }
      expected[cell * nodes.length + q] = mean;
      variance[cell * nodes.length + q] = Math.max(0, square - mean * mean);
    });
  });
  return { start, probabilities, logProbabilities, expected, variance };
}
