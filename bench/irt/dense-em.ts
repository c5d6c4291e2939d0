import type { ResponseMatrix } from '../../packages/psychometrics/src/data/index.ts';

/**
 * What one would write first: EM for 2PL with plain arrays, every response of every candidate at every node, no collapsing
 * and no acceleration. From a = 1 and d = 0.
 */
export function denseEm(
  data: ResponseMatrix,
  iterations: number,
): { secondsPerIteration: number; logLikelihood: number } {
  const width = data.items.length;
  const nodes = Array.from({ length: 61 }, (_, q) => -6 + q / 5);
  const density = nodes.map((theta) => Math.exp((-theta * theta) / 2));
  const total = density.reduce((sum, value) => sum + value, 0);
  const prior = density.map((value) => value / total);
  const rows = data.persons.map((_, p) => Array.from(data.values.subarray(p * width, (p + 1) * width)));
  const a = data.items.map(() => 1);
  const d = data.items.map(() => 0);
  let logLikelihood = 0;
  const start = performance.now();
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const p1 = data.items.map((_, i) => nodes.map((theta) => 1 / (1 + Math.exp(-((a[i] ?? 0) * theta + (d[i] ?? 0))))));
    const right = data.items.map(() => nodes.map(() => 0));
    const all = nodes.map(() => 0);
    logLikelihood = 0;
    for (const row of rows) {
      const logs = nodes.map((_, q) => {
        let sum = Math.log(prior[q] ?? 0);
        for (let i = 0; i < width; i += 1) {
          const p = p1[i]?.[q] ?? 0;
          sum += Math.log(row[i] === 1 ? p : 1 - p);
        }
        return sum;
      });
      const highest = Math.max(...logs);
      const weights = logs.map((log) => Math.exp(log - highest));
      const sum = weights.reduce((found, weight) => found + weight, 0);
      logLikelihood += highest + Math.log(sum);
      weights.forEach((weight, q) => {
        all[q] = (all[q] ?? 0) + weight / sum;
        for (let i = 0; i < width; i += 1) {
          const of = right[i];
          if (of !== undefined && row[i] === 1) of[q] = (of[q] ?? 0) + weight / sum;
        }
      });
    }
    data.items.forEach((_, i) => {
      for (let step = 0; step < 5; step += 1) newton(i, nodes, right[i] ?? [], all, a, d);
    });
  }
  return { secondsPerIteration: (performance.now() - start) / 1000 / iterations, logLikelihood };
}

function newton(i: number, nodes: number[], right: number[], all: number[], a: number[], d: number[]): void {
  let [ga, gd, haa, had, hdd] = [0, 0, 0, 0, 0];
  nodes.forEach((theta, q) => {
    const p = 1 / (1 + Math.exp(-((a[i] ?? 0) * theta + (d[i] ?? 0))));
    const n = all[q] ?? 0;
    const off = (right[q] ?? 0) - n * p;
    const weight = n * p * (1 - p);
    ga += off * theta;
    gd += off;
    haa += weight * theta * theta;
    had += weight * theta;
    hdd += weight;
  });
  const determinant = haa * hdd - had * had;
  a[i] = (a[i] ?? 0) + (hdd * ga - had * gd) / determinant;
  d[i] = (d[i] ?? 0) + (haa * gd - had * ga) / determinant;
}
