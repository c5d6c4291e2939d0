import type { AssessmentItem, AssessmentStimulus } from '../model/item.ts';
import type { AssessmentTest, Section } from '../model/test.ts';
import { filesOf, note, type OpenDocument, summary } from './documents.ts';
import { START } from './locate.ts';
import { mediaOfItem, mediaOfSection, mediaOfStimulus, mediaOfTest, refsOf } from './references.ts';
import type { PackageItem, PackageSection, PackageStimulus, PackageTest } from './report.ts';
import { resolveTest } from './resolve-test.ts';

/** What else is in the package, by path. */
export interface Surroundings {
  readonly isFile: (path: string) => boolean;
  readonly isItem: (path: string) => boolean;
  readonly isSection: (path: string) => boolean;
  readonly isStimulus: (path: string) => boolean;
  readonly section: (path: string) => Section | undefined;
}

/** The report on an item: its media and stimuli looked for. */
export function reportItem(document: OpenDocument<AssessmentItem>, around: Surroundings): PackageItem {
  const { content } = document;
  if (content === null) return { ...summary(document), media: [], stimuli: [] };
  const media = filesOf(document, mediaOfItem(content), 'a file', around.isFile);
  const hrefs = content.stimulusRefs.map(({ href }) => href);
  const stimuli = filesOf(document, hrefs, 'a stimulus', around.isStimulus);
  return { ...summary(document), item: content, media, stimuli };
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
  const { test } = resolved;
  const refs = test.parts.flatMap(({ sections }) => refsOf(sections));
  const hrefs = (type: 'item-ref' | 'section-ref') => refs.flatMap((ref) => (ref.type === type ? [ref.href] : []));
  filesOf(document, hrefs('section-ref'), 'a section', around.isSection);
  const items = filesOf(document, hrefs('item-ref'), 'an item', around.isItem);
  const media = filesOf(document, mediaOfTest(test), 'a file', around.isFile);
  return { ...summary(document), test, media, items };
}

/** The report on a section in a file of its own; what it refers to, the tests say that it is put into. */
export function reportSection(document: OpenDocument<Section>, around: Surroundings): PackageSection {
  const { content } = document;
  if (content === null) return { ...summary(document), media: [] };
  const media = filesOf(document, mediaOfSection(content), 'a file', around.isFile);
  return { ...summary(document), section: content, media };
}

/** The report on a stimulus: its media looked for. */
export function reportStimulus(document: OpenDocument<AssessmentStimulus>, around: Surroundings): PackageStimulus {
  const { content } = document;
  if (content === null) return { ...summary(document), media: [] };
  const media = filesOf(document, mediaOfStimulus(content), 'a file', around.isFile);
  return { ...summary(document), stimulus: content, media };
}
