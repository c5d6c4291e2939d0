import { Posterior } from '../expectation/block.ts';
import { addSelfProduct, PANEL } from './self-product.ts';
import type { InformationWork, Job } from './work.ts';

/**
 * Adds Σ f m mᵀ over the patterns of a job to the lower triangle, where m is the posterior mean of the scores of a
 * pattern: the score of its marginal log-likelihood.
 */
export function addProducts({ coding, tables, scores, order }: InformationWork, job: Job, sums: Float64Array): void {
  const { classReference, codes, codeState, codeReference, start, frequency, classGroup } = coding;
  const { itemOf, firstRow, firstLocal, parameters, latent, latentParameters, size } = scores;
  const nodes = tables.theta.length;
  const width = firstLocal.length - 1;
  const posterior = new Posterior(coding, tables);
  const { weight } = posterior;
  const states = new Int32Array(width);
  const reference = classReference.subarray(job.class * width, (job.class + 1) * width);
  const group = 2 * (classGroup[job.class] ?? 0);
  // Rows by parameter that any of these patterns says something about, a column per pattern.
  const panel = new Float64Array((size + 3) * PANEL);
  const rowOf = new Int32Array(size).fill(-1);
  const active = new Int32Array(size);
  let rows = 0;
  let column = 0;
  let scale = 1;

  const add = (parameter: number, table: Float64Array, from: number): void => {
    let row = rowOf[parameter] ?? -1;
    if (row < 0) {
      row = rows;
      rowOf[parameter] = row;
      active[row] = parameter;
      rows += 1;
      panel.fill(0, row * PANEL, (row + 1) * PANEL);
    }
    const { low, high } = posterior;
    let mean = 0;
    for (let q = low; q < high; q += 1) mean += (weight[q] ?? 0) * (table[from + q] ?? 0);
    const cell = row * PANEL + column;
    panel[cell] = (panel[cell] ?? 0) + scale * mean;
  };
  const flush = (): void => {
    panel.fill(0, rows * PANEL, (rows + 3) * PANEL);
    addSelfProduct(panel, active, rows, size, sums);
    for (let row = 0; row < rows; row += 1) rowOf[active[row] ?? 0] = -1;
    rows = 0;
    column = 0;
  };

  for (let at = job.from; at < job.to; at += 1) {
    const p = order[at] ?? 0;
    posterior.compute(p);
    scale = Math.sqrt(frequency[p] ?? 0);
    states.set(reference);
    const end = start[p + 1] ?? 0;
    for (let entry = start[p] ?? 0; entry < end; entry += 1) {
      const code = codes[entry] ?? 0;
      const state = codeState[code] ?? -1;
      states[itemOf[state < 0 ? (codeReference[code] ?? 0) : state] ?? 0] = state;
    }
    for (let i = 0; i < width; i += 1) {
      const state = states[i] ?? -1;
      if (state < 0) continue;
      const first = firstLocal[i] ?? 0;
      const row = firstRow[state] ?? 0;
      const count = (firstLocal[i + 1] ?? 0) - first;
      for (let j = 0; j < count; j += 1) add(parameters[first + j] ?? 0, scores.scores, (row + j) * nodes);
    }
    for (let j = group; j < group + 2; j += 1) {
      const parameter = latentParameters[j] ?? -1;
      if (parameter >= 0) add(parameter, latent, j * nodes);
    }
    column += 1;
    if (column === PANEL) flush();
  }
  if (column > 0) flush();
}
