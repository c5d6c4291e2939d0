import { createHash } from 'node:crypto';
import { type AssessmentItem, authorView, maxScore, parseItem } from '@testamur/qti';
import type { ProblemField } from '../../../kernel/index.ts';

/** An item as it comes in: the QTI 3 document and how it is classified. */
export interface ItemSource {
  readonly xml: string;
  readonly topic: string;
  readonly cognitiveLevel: string;
  readonly objective: string;
}

export interface AcceptedItem extends ItemSource {
  readonly identifier: string;
  readonly title: string;
  readonly sha256: string;
}

export type ItemReport =
  | { readonly ok: true; readonly item: AcceptedItem }
  | { readonly ok: false; readonly problems: readonly ProblemField[] };

/** References into the package that the item comes from, such as images. */
const mediaOf = (item: AssessmentItem): readonly string[] => {
  const found: string[] = [];
  authorView(item, {
    resolve: (reference) => {
      found.push(reference);
      return undefined;
    },
  });
  return [...new Set(found)];
};

/** What delivery and scoring cannot honor, although it is good QTI. */
const shortcomings = (item: AssessmentItem): readonly string[] => {
  const found: string[] = [];
  if (item.responses.length !== 1) {
    found.push(`It has ${item.responses.length} response variables; an item of an exam has one.`);
  }
  if (item.processing.type !== 'rules') {
    found.push('It has no response processing that scores it; use match_correct or map_response.');
  } else if ((maxScore(item) ?? 0) <= 0) {
    found.push('No answer earns a point; check its key.');
  }
  for (const file of mediaOf(item)) {
    found.push(`It refers to the file "${file}" of its package, and media are not stored; take the reference out.`);
  }
  return found;
};

/** Whether an item may enter the bank: read in full, with one response, scored by its own key. */
export const acceptItem = (source: ItemSource, path: string): ItemReport => {
  const result = parseItem(source.xml);
  if (result.status !== 'ok') {
    const problems = result.messages.map(({ line, column, text }) => ({
      path,
      message: `Line ${line}, column ${column}: ${text}.`,
    }));
    return { ok: false, problems };
  }
  const { identifier, title } = result.item;
  const problems = shortcomings(result.item).map((message) => ({ path, message: `${identifier}: ${message}` }));
  if (problems.length > 0) return { ok: false, problems };
  const sha256 = createHash('sha256').update(source.xml, 'utf8').digest('hex');
  return { ok: true, item: { ...source, identifier, title, sha256 } };
};

/**
 * Judges all of them; the problems name every one that is refused, and identifiers that come twice.
 *
 * @param topics those from which some exam of the program draws; without them every topic is taken.
 */
export const acceptItems = (
  sources: readonly ItemSource[],
  pathOf: (index: number) => string,
  topics?: readonly string[],
): { readonly items: readonly AcceptedItem[]; readonly problems: readonly ProblemField[] } => {
  const items = new Map<string, AcceptedItem>();
  const problems: ProblemField[] = [];
  for (const [index, source] of sources.entries()) {
    const path = pathOf(index);
    const report = acceptItem(source, path);
    if (!report.ok) {
      problems.push(...report.problems);
      continue;
    }
    const { identifier, topic } = report.item;
    if (items.has(identifier)) {
      const message = `The identifier "${identifier}" comes twice in this import; give each item its own.`;
      problems.push({ path, message });
    } else if (topics !== undefined && !topics.includes(topic)) {
      const message = `${identifier}: no exam of the program draws from the topic "${topic}", so no form would ever have the item. Use one of: ${topics.join(', ')}.`;
      problems.push({ path, message });
    } else items.set(identifier, report.item);
  }
  return { items: [...items.values()], problems };
};
