import type { AssessmentTest, ItemRef, Section, SectionRef, TestPart } from '../model/test.ts';
import { Random } from '../value/random.ts';
import { orderUnits, selectChildren, type Unit } from './select-children.ts';

/** A section as it was selected: with replacement the same one may stand in a plan several times. */
export interface PlannedSection {
  readonly section: Section;
}

/** An item of a plan. */
export interface PlannedItem {
  /** Of the reference; with `.1`, `.2`, … when a selection with replacement may take it more than once. */
  readonly identifier: string;
  readonly ref: ItemRef;
  readonly part: TestPart;
  /** The sections around it, outermost first. */
  readonly sections: readonly PlannedSection[];
  /** A seed for its item session, from that of the plan. */
  readonly seed: number;
}

/** Which items one candidate gets, in which order. */
export interface TestPlan {
  readonly seed: number;
  readonly parts: readonly { readonly part: TestPart; readonly items: readonly PlannedItem[] }[];
  readonly items: readonly PlannedItem[];
}

/** What one candidate can be given at most: selections with replacement within each other would go beyond all bounds. */
export const MAX_ITEMS = 10_000;

interface Placed {
  readonly ref: ItemRef;
  readonly sections: readonly PlannedSection[];
  readonly replaced: boolean;
}

/**
 * Selects and orders the items of a test (QTI 3.0 ASI information model, classes AssessmentSection, Selection and
 * Ordering). The same test and seed always give the same plan.
 *
 * @param seed a safe integer.
 * @throws {RangeError} when a section is still a reference to another file, or the test takes more than MAX_ITEMS items.
 */
export function planTest(test: AssessmentTest, seed: number): TestPlan {
  const random = new Random(seed);
  const uses = new Map<string, number>();
  const items: PlannedItem[] = [];
  const parts = test.parts.map((part) => {
    const placed = part.sections.flatMap((section) => placeSection(inline(section), [], false, random).flat());
    checkNumber(items.length + placed.length);
    const planned = placed.map(({ ref, sections, replaced }): PlannedItem => {
      const use = (uses.get(ref.identifier) ?? 0) + 1;
      uses.set(ref.identifier, use);
      const identifier = replaced ? `${ref.identifier}.${use}` : ref.identifier;
      return { identifier, ref, part, sections, seed: random.integer(2 ** 31) };
    });
    items.push(...planned);
    return { part, items: planned };
  });
  return { seed, parts, items };
}

/** What stays together in the order of the section around it: the whole section, or each of its own units. */
function placeSection(
  section: Section,
  around: readonly PlannedSection[],
  replaced: boolean,
  random: Random,
): readonly (readonly Placed[])[] {
  const sections = [...around, { section }];
  const repeats = replaced || (section.selection?.withReplacement ?? false);
  let taken = 0;
  const count = (units: Unit<Placed>[]): Unit<Placed>[] => {
    taken += units.reduce((total, { members }) => total + members.length, 0);
    checkNumber(taken);
    return units;
  };
  const units = selectChildren(section, random).flatMap((child): Unit<Placed>[] => {
    const { fixed } = inline(child);
    if (child.type === 'item-ref') return count([{ fixed, members: [{ ref: child, sections, replaced: repeats }] }]);
    const placed = placeSection(inline(child), sections, repeats, random);
    const mixes = !inline(child).visible && !inline(child).keepTogether;
    return count(mixes ? placed.map((members) => ({ fixed, members })) : [{ fixed, members: placed.flat() }]);
  });
  const ordered = section.shuffle ? orderUnits(units, random) : units;
  return ordered.map(({ members }) => members);
}

function checkNumber(items: number): void {
  if (items <= MAX_ITEMS) return;
  throw new RangeError(`the test takes more than ${MAX_ITEMS} items; lower what its selections take`);
}

/** Sections and items as they are; a section of another file must have been put in before. */
function inline<N extends Section | ItemRef>(node: N | SectionRef): N {
  if (node.type !== 'section-ref') return node;
  throw new RangeError(`the section "${node.identifier}" is still in ${node.href}: put it into the test first`);
}
