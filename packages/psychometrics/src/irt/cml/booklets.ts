import type { PreparedData } from '../calibrate/data/prepare.ts';

/** Candidates who answered the same items, by their sums: all that the conditional likelihood needs of them. */
export interface Booklet {
  /** The items, by index. */
  readonly items: Int32Array;
  /** Candidates with each score, 0 to the highest; those with zero and perfect scores are left out. */
  readonly scores: Float64Array;
  /** Candidates in each category of each item that stands in `items`. */
  readonly counts: readonly Float64Array[];
}

/** Sorts candidates into booklets; those whose score is zero or perfect say nothing and are left out. */
export function bookletsOf({ n, items, values }: PreparedData): { booklets: readonly Booklet[]; used: number } {
  const width = items.length;
  const byItems = new Map<string, { items: Int32Array; scores: Float64Array; counts: Float64Array[] }>();
  let used = 0;
  for (let p = 0; p < n; p += 1) {
    const row = values.subarray(p * width, (p + 1) * width);
    const { score, highest, key } = sumUp(row, items);
    if (score === 0 || score === highest) continue;
    used += 1;
    let booklet = byItems.get(key);
    if (booklet === undefined) {
      const present = Int32Array.from(items.keys()).filter((i) => (row[i] ?? -1) >= 0);
      booklet = {
        items: present,
        scores: new Float64Array(highest + 1),
        counts: Array.from(present, (i) => new Float64Array(items[i]?.categories.length ?? 0)),
      };
      byItems.set(key, booklet);
    }
    booklet.scores[score] = (booklet.scores[score] ?? 0) + 1;
    booklet.items.forEach((i, at) => {
      const counts = booklet.counts[at];
      const k = row[i] ?? 0;
      if (counts !== undefined) counts[k] = (counts[k] ?? 0) + 1;
    });
  }
  return { booklets: [...byItems.values()], used };
}

/** Whether a row of responses is zero or perfect on the items that it answers. */
export function isExtreme(row: Int16Array, items: PreparedData['items']): boolean {
  const { score, highest } = sumUp(row, items);
  return score === 0 || score === highest;
}

function sumUp(row: Int16Array, items: PreparedData['items']): { score: number; highest: number; key: string } {
  let score = 0;
  let highest = 0;
  let key = '';
  for (let i = 0; i < items.length; i += 1) {
    const value = row[i] ?? -1;
    if (value < 0) {
      key += `${i},`;
      continue;
    }
    score += value;
    highest += (items[i]?.categories.length ?? 1) - 1;
  }
  return { score, highest, key };
}
