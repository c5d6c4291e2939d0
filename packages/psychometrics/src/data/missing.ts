import { NOT_PRESENTED, NOT_REACHED, OMITTED, type ResponseMatrix } from './response-matrix.ts';

/**
 * Tells not reached from omitted: a run of omitted items to the end of a row, after at least one answer, becomes not
 * reached, save its first item, which the candidate presumably read. Items that were not presented do not break the run.
 *
 * @param matrix items in the order in which they were presented.
 * @see Lord (1974); the first item of the run counts as omitted by the convention of large assessments (NAEP, TIMSS).
 */
export function markNotReached(matrix: ResponseMatrix): ResponseMatrix {
  const width = matrix.items.length;
  const values = matrix.values.slice();
  for (let person = 0; person < matrix.persons.length; person += 1) {
    const row = values.subarray(person * width, (person + 1) * width);
    let last = width - 1;
    while (last >= 0 && (row[last] ?? 0) < 0) last -= 1;
    const run: number[] = [];
    for (let item = last + 1; item < width; item += 1) if (row[item] !== NOT_PRESENTED) run.push(item);
    for (const item of run.slice(last < 0 ? 0 : 1)) row[item] = NOT_REACHED;
  }
  return { ...matrix, values };
}

/**
 * Omitted and not reached items become wrong (category 0), as an examination scores them; not presented stays missing.
 */
export function missingAsZero(matrix: ResponseMatrix): ResponseMatrix {
  const values = matrix.values.map((value) => (value === OMITTED || value === NOT_REACHED ? 0 : value));
  return { ...matrix, values };
}

/** How often each kind of missing data stands in each item. */
export interface MissingCounts {
  readonly omitted: number;
  readonly notReached: number;
  readonly notPresented: number;
}

/** One entry per item, in the order of the items. */
export function countMissing({ items, values }: ResponseMatrix): readonly MissingCounts[] {
  const counts = items.map(() => ({ omitted: 0, notReached: 0, notPresented: 0 }));
  values.forEach((value, at) => {
    const count = counts[at % items.length];
    if (count === undefined || value >= 0) return;
    if (value === OMITTED) count.omitted += 1;
    else if (value === NOT_REACHED) count.notReached += 1;
    else count.notPresented += 1;
  });
  return counts;
}
