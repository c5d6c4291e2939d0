import type { ItemRef, Section, SectionPart } from '../model/test.ts';
import type { Random } from '../value/random.ts';

/** What keeps together when a section is shuffled. `fixed` keeps its place. */
export interface Unit<M> {
  readonly fixed: boolean;
  readonly members: readonly M[];
}

/**
 * The children of a section that are taken, in document order (QTI 3.0 ASI information model, class Selection): those
 * that are required, and at random as many others as make up the number; with replacement the same child may be taken
 * again.
 */
export function selectChildren(section: Section, random: Random): readonly SectionPart[] {
  const { selection, children } = section;
  if (selection === null) return children;
  const counts: number[] = children.map((child) => (isRequired(child) ? 1 : 0));
  const open = [...children.keys()].filter((at) => selection.withReplacement || counts[at] === 0);
  let left = selection.select - counts.reduce((sum, count) => sum + count, 0);
  while (left > 0 && open.length > 0) {
    const drawn = random.integer(open.length);
    const at = open[drawn] ?? 0;
    counts[at] = (counts[at] ?? 0) + 1;
    if (!selection.withReplacement) open.splice(drawn, 1);
    left -= 1;
  }
  return children.flatMap((child, at) => Array.from({ length: counts[at] ?? 0 }, () => child));
}

function isRequired(child: SectionPart): child is Section | ItemRef {
  return child.type !== 'section-ref' && child.required;
}

/** Shuffles the units (class Ordering): fixed ones stay where they are, the others change places among themselves. */
export function orderUnits<M>(units: readonly Unit<M>[], random: Random): readonly Unit<M>[] {
  const free = units.filter(({ fixed }) => !fixed);
  for (let last = free.length - 1; last > 0; last -= 1) {
    const other = random.integer(last + 1);
    const [a, b] = [free[last], free[other]];
    if (a === undefined || b === undefined) continue;
    free[last] = b;
    free[other] = a;
  }
  let next = 0;
  return units.map((unit) => {
    if (unit.fixed) return unit;
    next += 1;
    return free[next - 1] ?? unit;
  });
}
