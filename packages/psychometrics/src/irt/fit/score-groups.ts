/** Observed and expected frequency. */
export interface Cell {
  readonly observed: number;
  readonly expected: number;
}

/** The candidates with one sum score, or a few neighboring ones: a cell per category of the item. */
export type ScoreGroup = readonly Cell[];

/**
 * Merges cells until the chi-square approximation holds: every expected frequency is at least `minimum`.
 *
 * First the groups at whose score some category is impossible go into the nearest group where all are possible. Then
 * within each group sparse categories go into their neighbor, from the top down and from the bottom up, as long as two
 * cells remain. At last the first group that is still sparse goes, cell by cell, into the smaller of the neighboring
 * groups, until none is.
 *
 * @param groups one per sum score that is neither the lowest nor the highest possible.
 * @returns no group at all where even all together are sparse.
 * @see Orlando & Thissen (2000), APM 24(1); Kang & Chen (2008), JEM 45(4).
 */
export function collapse(groups: readonly ScoreGroup[], categories: number, minimum: number): readonly ScoreGroup[] {
  const merged = mergeImpossible(groups, categories)
    .filter((group) => sizeOf(group) > 0)
    .map((group) => mergeCategories(group, minimum));
  return mergeSparseGroups(merged, minimum);
}

const sizeOf = (group: ScoreGroup): number => group.reduce((sum, { observed }) => sum + observed, 0);

function mergeSparseGroups(given: readonly ScoreGroup[], minimum: number): readonly ScoreGroup[] {
  const groups = [...given];
  for (;;) {
    const sparse = groups.findIndex((group) => group.some(({ expected }) => expected < minimum));
    const group = groups[sparse];
    if (group === undefined) return groups;
    const before = groups[sparse - 1];
    const after = groups[sparse + 1];
    if (before === undefined && after === undefined) return [];
    const upward = before === undefined || (after !== undefined && sizeOf(after) < sizeOf(before));
    const neighbor = upward ? sparse + 1 : sparse - 1;
    groups[neighbor] = addGroups(group, groups[neighbor] ?? []);
    groups.splice(sparse, 1);
  }
}

function addGroups(one: ScoreGroup, other: ScoreGroup): ScoreGroup {
  const [longer, shorter] = one.length >= other.length ? [one, other] : [other, one];
  return longer.map((cell, at) => addCells(cell, shorter[at] ?? { observed: 0, expected: 0 }));
}

const addCells = (one: Cell, other: Cell): Cell => ({
  observed: one.observed + other.observed,
  expected: one.expected + other.expected,
});

/** Groups stand for the sums 1, 2, …: below `categories − 1`, and as far from the top, some category is impossible. */
function mergeImpossible(groups: readonly ScoreGroup[], categories: number): readonly ScoreGroup[] {
  const edge = categories - 2;
  if (edge <= 0) return groups;
  const top = groups.length - 1 - edge;
  if (top <= edge) return groups.length === 0 ? [] : [groups.reduce(addGroups)];
  const low = groups.slice(0, edge + 1).reduce(addGroups);
  const high = groups.slice(top).reduce(addGroups);
  return [low, ...groups.slice(edge + 1, top), high];
}

function mergeCategories(group: ScoreGroup, minimum: number): ScoreGroup {
  return mergeUpward([...mergeUpward([...group].reverse(), minimum)].reverse(), minimum);
}

/** Each cell that is sparse goes into the next one, the last into the one before it, as long as two remain. */
function mergeUpward(cells: readonly Cell[], minimum: number): ScoreGroup {
  const left = [...cells];
  for (let at = 0; at < left.length - 1 && left.length > 2; ) {
    const cell = left[at];
    const next = left[at + 1];
    if (cell === undefined || next === undefined || cell.expected >= minimum) at += 1;
    else left.splice(at, 2, addCells(cell, next));
  }
  return left;
}
