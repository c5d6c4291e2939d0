import { type AssessmentItem, type CandidateItem, candidateView, startItem } from '@testamur/qti';
import type { Scope } from '../../platform/http/index.ts';
import { listFormItems, readStoredItem } from '../item-bank/index.ts';
import { seedOfItem } from './rules/seed-of-item.ts';

export interface PreparedItem {
  readonly itemId: string;
  readonly topic: string;
  /** Holds the key: for checking and scoring on the server. */
  readonly item: AssessmentItem;
  readonly responseIdentifiers: readonly string[];
}

export interface PreparedForm {
  readonly formId: string;
  /** In the form's order. */
  readonly items: readonly PreparedItem[];
  readonly byId: ReadonlyMap<string, PreparedItem>;
}

// Forms are frozen when they are published, so what was read once stays right.
const prepared = new Map<string, PreparedForm>();
const keptForms = 64;

/** A form with its items read, kept in memory. */
export const getPreparedForm = async (scope: Scope, formId: string): Promise<PreparedForm> => {
  const kept = prepared.get(formId);
  if (kept) return kept;
  const items = (await listFormItems(scope, formId)).map(({ itemId, identifier, topic, xml }): PreparedItem => {
    const item = readStoredItem(identifier, xml);
    const responseIdentifiers = item.responses.map((response) => response.identifier);
    return { itemId, topic, item, responseIdentifiers };
  });
  const form: PreparedForm = { formId, items, byId: new Map(items.map((item) => [item.itemId, item])) };
  const oldest = prepared.size >= keptForms ? prepared.keys().next().value : undefined;
  if (oldest !== undefined) prepared.delete(oldest);
  prepared.set(formId, form);
  return form;
};

/** The items as one attempt sees them, under their opaque ids. */
export const viewsFor = (
  form: PreparedForm,
  attemptId: string,
): { itemId: string; view: CandidateItem; responseIdentifiers: string[] }[] =>
  form.items.map(({ itemId, item, responseIdentifiers }) => {
    const session = startItem(item, { seed: seedOfItem(attemptId, itemId) });
    const view = candidateView({ ...item, identifier: itemId }, { session });
    return { itemId, view, responseIdentifiers: [...responseIdentifiers] };
  });
