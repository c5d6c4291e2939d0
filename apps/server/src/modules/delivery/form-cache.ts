import { type AssessmentItem, type CandidateItem, type ContentNode, candidateView, orderChoices } from '@testamur/qti';
import type { Scope } from '../../platform/http/index.ts';
import { listFormItems, readStoredItem, seededRandom } from '../item-bank/index.ts';

export interface PreparedItem {
  readonly itemId: string;
  readonly topic: string;
  /** Holds the key: for checking and scoring on the server. */
  readonly item: AssessmentItem;
  readonly responseIdentifier: string;
  /** What candidates see, under the item's opaque id. */
  readonly view: CandidateItem;
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
    const [response] = item.responses;
    if (!response) throw new Error(`The item ${identifier} has no response variable, and stands on form ${formId}.`);
    const view = candidateView({ ...item, identifier: itemId });
    return { itemId, topic, item, responseIdentifier: response.identifier, view };
  });
  const form: PreparedForm = { formId, items, byId: new Map(items.map((item) => [item.itemId, item])) };
  const oldest = prepared.size >= keptForms ? prepared.keys().next().value : undefined;
  if (oldest !== undefined) prepared.delete(oldest);
  prepared.set(formId, form);
  return form;
};

const ordered = (nodes: readonly ContentNode[], random: () => number): readonly ContentNode[] =>
  nodes.map((node) => {
    if (node.type === 'interaction') return { ...node, choices: orderChoices(node, random) };
    return node.type === 'element' ? { ...node, children: ordered(node.children, random) } : node;
  });

/** The items as one attempt sees them: choices that an item wants shuffled keep one order throughout the attempt. */
export const viewsFor = (form: PreparedForm, attemptId: string): { itemId: string; view: CandidateItem }[] =>
  form.items.map(({ itemId, view }) => ({
    itemId,
    view: { ...view, body: ordered(view.body, seededRandom(`${attemptId}/${itemId}`)) },
  }));
