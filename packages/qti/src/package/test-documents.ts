import type { AssessmentTest, Section } from '../model/test.ts';
import { filesOf, note, type OpenDocument, summary } from './documents.ts';
import { START } from './locate.ts';
import { mediaOfTest, refsOf } from './references.ts';
import type { PackageTest } from './report.ts';
import { resolveTest } from './resolve-test.ts';

/** What else is in the package, by path. */
export interface Surroundings {
  readonly isFile: (path: string) => boolean;
  readonly isItem: (path: string) => boolean;
  readonly isSection: (path: string) => boolean;
  readonly section: (path: string) => Section | undefined;
}

/** The report on a test: its sections put in, its references followed. */
export function reportTest(document: OpenDocument<AssessmentTest>, around: Surroundings): PackageTest {
  const { content, found } = document;
  if (content === null) return { ...summary(document), media: [], items: [] };
  const resolved = resolveTest(content, found.file, around.section);
  if (!resolved.ok) {
    document.messages.push({ ...START, text: `the test is refused: ${resolved.text}` });
    return { ...summary(document), status: 'refused', media: [], items: [] };
  }
  for (const text of resolved.texts) note(document, null, text);
  const refs = (test: AssessmentTest, type: 'item-ref' | 'section-ref'): string[] =>
    test.parts.flatMap(({ sections }) => refsOf(sections)).flatMap((ref) => (ref.type === type ? [ref.href] : []));
  filesOf(document, refs(resolved.test, 'section-ref'), 'a section', around.isSection);
  const items = filesOf(document, refs(resolved.test, 'item-ref'), 'an item', around.isItem);
  const media = filesOf(document, mediaOfTest(resolved.test), 'a file', around.isFile);
  return { ...summary(document), test: resolved.test, media, items };
}
