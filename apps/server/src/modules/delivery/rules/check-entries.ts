import { type AssessmentItem, responsesOf, startItem, validateResponse } from '@testamur/qti';
import { Problem, type ProblemField } from '../../../kernel/index.ts';
import type { LogEntry } from './log.ts';
import { seedOfItem } from './seed-of-item.ts';

/** What checking needs of an item of the form. */
export interface CheckedItem {
  readonly item: AssessmentItem;
  readonly responseIdentifiers: readonly string[];
}

const troubleWith = (
  items: ReadonlyMap<string, CheckedItem>,
  attemptId: string,
  { itemId, kind, value }: LogEntry,
): string | undefined => {
  const known = items.get(itemId);
  if (!known) return 'The item is not on this form.';
  if (kind === 'flag') return typeof value === 'boolean' ? undefined : 'A flag is true or false.';
  const { item, responseIdentifiers } = known;
  // Template variables decide which choices this candidate is offered.
  const session = item.templates.length > 0 ? startItem(item, { seed: seedOfItem(attemptId, itemId) }) : undefined;
  const check = validateResponse(item, responsesOf(responseIdentifiers, value), session);
  return check.ok ? undefined : `${check.errors[0]?.text ?? 'The response does not fit the item'}.`;
};

/**
 * Only what the items offer is written into the log.
 *
 * @throws Problem `delivery.response-invalid` with a field for each entry that does not fit; then none is written.
 */
export const checkEntries = (
  items: ReadonlyMap<string, CheckedItem>,
  attemptId: string,
  entries: readonly LogEntry[],
): void => {
  const fields: ProblemField[] = [];
  for (const [index, entry] of entries.entries()) {
    const message = troubleWith(items, attemptId, entry);
    if (message !== undefined) fields.push({ path: `entries.${index}.value`, message });
  }
  const [first] = fields;
  if (!first) return;
  throw new Problem('invalid', 'delivery.response-invalid', `${first.path}: ${first.message}`, fields);
};
