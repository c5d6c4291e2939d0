import type { PreparedData } from './prepare.ts';

/** Candidates of the same group with the same responses, counted once with their number. */
export interface Patterns {
  readonly count: number;
  /** Row by row, count × items. */
  readonly values: Int16Array;
  readonly frequency: Float64Array;
  readonly groupOf: Int32Array;
}

/** Collapses equal rows of the same group, in the order of their first candidate. */
export function collapse({ n, items, values, groupOf }: PreparedData): Patterns {
  const width = items.length;
  let capacity = 16;
  while (capacity < 2 * n) capacity *= 2;
  const table = new Int32Array(capacity).fill(-1);
  const firstOf = new Int32Array(n);
  const frequency = new Float64Array(n);
  let count = 0;
  for (let person = 0; person < n; person += 1) {
    const row = person * width;
    let hash = groupOf[person] ?? 0;
    for (let at = 0; at < width; at += 1)
      hash = Math.imul(hash ^ ((values[row + at] ?? 0) + 2), 0x5bd1e995) ^ (hash >>> 15);
    let slot = (hash ^ (hash >>> 13)) & (capacity - 1);
    for (;;) {
      const found = table[slot] ?? -1;
      if (found < 0) {
        table[slot] = count;
        firstOf[count] = person;
        frequency[count] = 1;
        count += 1;
        break;
      }
      const first = firstOf[found] ?? 0;
      if (groupOf[first] === groupOf[person] && sameRow(values, first * width, row, width)) {
        frequency[found] = (frequency[found] ?? 0) + 1;
        break;
      }
      slot = (slot + 1) & (capacity - 1);
    }
  }
  if (count === n) return { count, values, frequency, groupOf };
  const kept = new Int16Array(count * width);
  for (let p = 0; p < count; p += 1) {
    const row = (firstOf[p] ?? 0) * width;
    kept.set(values.subarray(row, row + width), p * width);
  }
  return {
    count,
    values: kept,
    frequency: frequency.slice(0, count),
    groupOf: Int32Array.from({ length: count }, (_, p) => groupOf[firstOf[p] ?? 0] ?? 0),
  };
}

function sameRow(values: Int16Array, left: number, right: number, width: number): boolean {
  for (let at = 0; at < width; at += 1) if (values[left + at] !== values[right + at]) return false;
  return true;
}
