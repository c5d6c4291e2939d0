import { createHash } from 'node:crypto';
import { type AssessmentItem, type InteractionKind, interactionsOf, maxScore, mediaOf, parseItem } from '@testamur/qti';
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

/** Interactions whose answers an exam can neither store nor score. */
const unsuited: Readonly<Partial<Record<InteractionKind, string>>> = {
  upload: 'an upload',
  drawing: 'a drawing',
  'portable-custom': 'a custom interaction',
  custom: 'a custom interaction',
};

/** What delivery and scoring cannot honor, although it is good QTI. */
const shortcomings = (item: AssessmentItem): readonly string[] => {
  const found: string[] = [];
  if (item.responses.length === 0) found.push('It has no response variable, so that nobody can answer it.');
  if (item.adaptive) found.push('It is adaptive; an exam takes one answer to each item.');
  for (const { interaction } of interactionsOf(item.body)) {
    const what = unsuited[interaction];
    if (what !== undefined) found.push(`It asks for ${what}, which an exam of the bank does not take.`);
  }
  if (item.processing.type !== 'rules') {
    found.push('It has no response processing that scores it; use match_correct or map_response.');
  } else if ((maxScore(item) ?? 0) <= 0) {
    found.push('No answer earns a point, or the most that one earns cannot be told; check its key and processing.');
  }
  for (const file of mediaOf([...item.body, ...item.modalFeedback.flatMap(({ content }) => content)])) {
    found.push(`It refers to the file "${file}" of its package, and media are not stored; take the reference out.`);
  }
  for (const { href } of item.stimulusRefs) {
    found.push(`It shares the text "${href}" with other items, and shared texts are not stored; put it into the item.`);
  }
  return found;
};

/** Whether an item may enter the bank: read in full, and scored by its own processing. */
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
