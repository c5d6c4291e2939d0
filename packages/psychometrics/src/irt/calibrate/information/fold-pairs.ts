import type { ClassScores } from './class-scores.ts';
import type { PairCounts } from './moments.ts';
import type { InformationWork, Job } from './work.ts';

/** Adds the products of scores, each times the candidates expected to have both, to the lower triangle. */
export function foldPairs(
  own: ClassScores,
  { all, pairs }: PairCounts,
  { tables: { theta }, scores: { firstLocal, parameters, size } }: InformationWork,
  job: Job,
  sums: Float64Array,
): void {
  const { active, reference, codes, linearCodes, itemOf, firstChange, changes } = own;
  const nodes = theta.length;
  const weighted = new Float64Array(nodes);
  const low = theta[0] ?? 0;
  const span = (theta[nodes - 1] ?? 0) - low;
  /** A cell and its mirror image: one cell of the lower triangle, twice where they are the same. */
  const addBoth = (row: number, column: number, value: number): void => {
    const cell = row > column ? row * size + column : column * size + row;
    sums[cell] = (sums[cell] ?? 0) + (row === column ? 2 * value : value);
  };
  const weigh = (counts: Float64Array, at: number, table: Float64Array, from: number): void => {
    for (let q = 0; q < nodes; q += 1) weighted[q] = (counts[at + q] ?? 0) * (table[from + q] ?? 0);
  };
  const dot = (table: Float64Array, from: number): number => {
    let sum = 0;
    for (let q = 0; q < nodes; q += 1) sum += (weighted[q] ?? 0) * (table[from + q] ?? 0);
    return sum;
  };
  const slopeOf = (row: number): number =>
    ((changes[row * nodes + nodes - 1] ?? 0) - (changes[row * nodes] ?? 0)) / span;

  if (job.firstCode === 0) {
    for (let r = 0; r < active.length; r += 1) {
      weigh(all, 0, reference, r * nodes);
      const row = active[r] ?? 0;
      for (let s = 0; s < r; s += 1) addBoth(row, active[s] ?? 0, dot(reference, s * nodes));
      addBoth(row, row, dot(reference, r * nodes) / 2);
    }
  }
  for (let a = job.firstCode; a < job.lastCode; a += 1) {
    const item = itemOf[a] ?? 0;
    const first = firstLocal[item] ?? 0;
    const count = (firstLocal[item + 1] ?? 0) - first;
    for (let j = 0; j < count; j += 1) {
      const row = parameters[first + j] ?? 0;
      const change = (firstChange[a] ?? 0) + j;
      const block = (a - job.firstCode) * codes;
      // With itself and with the reference.
      weigh(pairs, (block + a) * nodes, changes, change * nodes);
      for (let l = 0; l < j; l += 1) addBoth(row, parameters[first + l] ?? 0, dot(changes, (change - j + l) * nodes));
      addBoth(row, row, dot(changes, change * nodes) / 2);
      for (let s = 0; s < active.length; s += 1) addBoth(row, active[s] ?? 0, dot(reference, s * nodes));
      // With the other deviations.
      const slope = slopeOf(change);
      const constant = (changes[change * nodes] ?? 0) - slope * low;
      for (let b = 0; b < a; b += 1) {
        const other = itemOf[b] ?? 0;
        if (other === item) continue;
        const cell = (block + b) * nodes;
        const firstOther = firstLocal[other] ?? 0;
        const otherCount = (firstLocal[other + 1] ?? 0) - firstOther;
        const linear = a < linearCodes;
        if (!linear) weigh(pairs, cell, changes, change * nodes);
        for (let l = 0; l < otherCount; l += 1) {
          const otherChange = (firstChange[b] ?? 0) + l;
          let value: number;
          if (linear) {
            const otherSlope = slopeOf(otherChange);
            const otherConstant = (changes[otherChange * nodes] ?? 0) - otherSlope * low;
            value =
              constant * otherConstant * (pairs[cell] ?? 0) +
              (slope * otherConstant + constant * otherSlope) * (pairs[cell + 1] ?? 0) +
              slope * otherSlope * (pairs[cell + 2] ?? 0);
          } else value = dot(changes, otherChange * nodes);
          addBoth(row, parameters[firstOther + l] ?? 0, value);
        }
      }
    }
  }
}
