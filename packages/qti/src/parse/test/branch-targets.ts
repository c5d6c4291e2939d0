import type { SectionPart, TestPart } from '../../model/test.ts';

/** The nodes of a test in document order. `isOpen`: some of it stands in other files, which may hold the target. */
export interface Ahead {
  readonly nodes: readonly (TestPart | SectionPart)[];
  readonly isOpen: boolean;
}

const EXITS = ['EXIT_SECTION', 'EXIT_TESTPART', 'EXIT_TEST'];

/** What is wrong with a branch target (class BranchRule): it must exist and lie ahead; null when nothing is. */
export function isAhead(node: TestPart | SectionPart, target: string, { nodes, isOpen }: Ahead): string | null {
  if (EXITS.includes(target)) return null;
  const from = nodes.indexOf(node);
  const to = nodes.findIndex(({ identifier }) => identifier === target);
  if (to < 0) return isOpen ? null : 'nothing in this test has that identifier';
  if (to <= from) return 'it lies behind; branches go ahead only';
  const found = nodes[to];
  if (found !== undefined && isInside(found, node)) return 'it lies inside of what the branch leaves';
  const isPart = found !== undefined && 'navigationMode' in found;
  if ('navigationMode' in node) return isPart ? null : 'a test part branches to test parts only';
  return isPart ? 'a section or an item branches inside its test part only' : null;
}

function isInside(inner: TestPart | SectionPart, outer: TestPart | SectionPart): boolean {
  if ('sections' in outer) return outer.sections.some((child) => child === inner || isInside(inner, child));
  if (!('children' in outer)) return false;
  return outer.children.some((child) => child === inner || isInside(inner, child));
}
