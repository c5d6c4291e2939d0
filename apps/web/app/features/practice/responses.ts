import {
  type CandidateItem,
  type InteractionNode,
  type ItemResponse,
  interactionsOf,
  isAnswered,
  type PlainValue,
} from '@testamur/qti';
import { asValue } from '../../player/answers/choose.ts';
import { isResponse, withValue } from '../../player/answers/response.ts';
import { readTyped } from '../../player/answers/typed.ts';

/** Answers by the identifier of the item. */
export type Responses = Readonly<Record<string, ItemResponse>>;

export interface Practiced {
  readonly identifier: string;
  readonly item: CandidateItem;
  readonly responseIdentifiers: readonly string[];
}

/** The name under which errors speak of one item. */
export const fieldOf = (identifier: string): string => `response.${identifier}`;

/** The fields of the form; `item` stands before the controls of each item, so that they are told apart. */
export const fields = { item: 'item', answers: 'answers', kept: 'kept' } as const;

interface SentAnswers {
  readonly responses: Responses;
  /** The items that were on the page. */
  readonly shown: readonly string[];
}

/**
 * The answers of a practice form: those that were checked before, and those that are new. A page that is alive sends them
 * as JSON, with every kind of answer; without JavaScript, the browser sends its controls.
 */
export const readResponses = (form: FormData, items: readonly Practiced[]): SentAnswers => {
  const fresh = jsonIn(form.get(fields.answers)) ?? controlsIn(form, items);
  const known = new Set(items.map(({ identifier }) => identifier));
  const all = Object.entries({ ...jsonIn(form.get(fields.kept)), ...fresh });
  return {
    responses: Object.fromEntries(
      all.filter(([identifier, response]) => known.has(identifier) && isAnswered(response)),
    ),
    shown: form.getAll(fields.item).map(String),
  };
};

const jsonIn = (text: FormDataEntryValue | null): Responses | undefined => {
  if (typeof text !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).flatMap(([identifier, response]) => (isResponse(response) ? [[identifier, response]] : [])),
    );
  } catch {
    return {};
  }
};

/** Controls as the browser sends them, item by item. */
const controlsIn = (form: FormData, items: readonly Practiced[]): Responses => {
  const byItem = new Map<string, [string, string][]>();
  let controls: [string, string][] = [];
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    if (name === fields.item) {
      controls = [];
      byItem.set(value, controls);
    } else controls.push([name, value]);
  }
  // What is not on the page, or is locked there because it was checked, was not answered anew.
  const given = items.map((item) => [item.identifier, responseIn(item, byItem.get(item.identifier) ?? [])] as const);
  return Object.fromEntries(given.filter(([, response]) => isAnswered(response)));
};

/** The player names a control by the place of its interaction in the item, and by its response variable. */
const responseIn = ({ item, responseIdentifiers }: Practiced, controls: readonly [string, string][]): ItemResponse => {
  let response: ItemResponse = null;
  for (const [at, node] of interactionsOf(item.body).entries()) {
    const { responseIdentifier } = node;
    const sent = controls.flatMap(([name, value]) => (name.endsWith(`-${at}-${responseIdentifier}`) ? [value] : []));
    response = withValue({ responseIdentifiers }, response, responseIdentifier, valueIn(node, sent));
  }
  return response;
};

/** Kinds of interactions that browsers can send by themselves. */
const NATIVE: readonly InteractionNode['interaction'][] = [
  'choice',
  'hottext',
  'inline-choice',
  'text-entry',
  'extended-text',
];

export const needsScript = ({ body }: CandidateItem): boolean =>
  interactionsOf(body).some(({ interaction }) => !NATIVE.includes(interaction));

const valueIn = (node: InteractionNode, sent: readonly string[]): PlainValue => {
  const given = sent.filter((value) => value !== '');
  switch (node.interaction) {
    case 'choice':
    case 'hottext':
    case 'inline-choice':
      return asValue(given, node.cardinality);
    case 'text-entry':
    case 'extended-text': {
      const { cardinality, baseType } = node;
      const isContainer = cardinality === 'multiple' || cardinality === 'ordered';
      const as = { cardinality: isContainer ? 'single' : cardinality, baseType, base: node.base } as const;
      const read = given.flatMap((text) => {
        const typed = readTyped(text, as);
        return typed.ok && typed.value !== null ? [typed.value] : [];
      });
      if (!isContainer) return read[0] ?? null;
      return read.flatMap((value) => (typeof value === 'object' ? [] : [value]));
    }
    default:
      return null;
  }
};
