import type {
  ContextDeclaration,
  OutcomeDeclaration,
  ResponseDeclaration,
  TemplateDeclaration,
  VariableDeclaration,
} from '../model/declarations.ts';
import type { InteractionNode } from '../model/interaction.ts';
import type { AssessmentItem } from '../model/item.ts';
import { interactionsOf } from '../model/walk.ts';

/** An item by the names of its parts: made once for each item, so that scoring looks nothing up twice. */
export interface ItemIndex {
  readonly responses: ReadonlyMap<string, ResponseDeclaration>;
  readonly outcomes: ReadonlyMap<string, OutcomeDeclaration>;
  readonly templates: ReadonlyMap<string, TemplateDeclaration>;
  readonly contexts: ReadonlyMap<string, ContextDeclaration>;
  /** All variables of the item and the built-in ones. */
  readonly variables: ReadonlyMap<string, VariableDeclaration | ResponseDeclaration>;
  /** By the response variable that each is bound to; the first, where several are. */
  readonly interactions: ReadonlyMap<string, InteractionNode>;
  /** Variables that get the text of a text entry as it was typed, with that of the entry. */
  readonly typedTexts: ReadonlyMap<string, string>;
}

const builtIn = (
  identifier: string,
  baseType: VariableDeclaration['baseType'],
  cardinality: VariableDeclaration['cardinality'] = 'single',
): VariableDeclaration => ({ identifier, cardinality, baseType, fields: {}, defaultValue: null });

/** The built-in response variable numAttempts. */
export const NUM_ATTEMPTS = builtIn('numAttempts', 'integer');
/** The built-in response variable duration. */
export const DURATION = builtIn('duration', 'duration');
/** The built-in outcome variable completionStatus. */
export const COMPLETION_STATUS = builtIn('completionStatus', 'identifier');
/** The built-in context variable: who takes the item, where, in which test. */
export const QTI_CONTEXT = builtIn('QTI_CONTEXT', null, 'record');

const indexes = new WeakMap<AssessmentItem, ItemIndex>();

/** The index of the item; the same object for the same item. */
export function indexOf(item: AssessmentItem): ItemIndex {
  const known = indexes.get(item);
  if (known !== undefined) return known;
  const index = makeIndex(item);
  indexes.set(item, index);
  return index;
}

function makeIndex(item: AssessmentItem): ItemIndex {
  const interactions = new Map<string, InteractionNode>();
  const typedTexts = new Map<string, string>();
  for (const interaction of interactionsOf(item.body)) {
    if (!interactions.has(interaction.responseIdentifier)) {
      interactions.set(interaction.responseIdentifier, interaction);
    }
    if ('stringIdentifier' in interaction && interaction.stringIdentifier !== null) {
      typedTexts.set(interaction.stringIdentifier, interaction.responseIdentifier);
    }
  }
  const named = <D extends VariableDeclaration>(declarations: readonly D[]): [string, D][] =>
    declarations.map((declaration) => [declaration.identifier, declaration]);
  return {
    responses: new Map(named(item.responses)),
    outcomes: new Map(named(item.outcomes)),
    templates: new Map(named(item.templates)),
    contexts: new Map(named(item.contexts)),
    variables: new Map<string, VariableDeclaration | ResponseDeclaration>([
      [QTI_CONTEXT.identifier, QTI_CONTEXT],
      ...named(item.contexts),
      ...named(item.templates),
      ...named(item.responses),
      ...named(item.outcomes),
      ...named([NUM_ATTEMPTS, DURATION, COMPLETION_STATUS]),
    ]),
    interactions,
    typedTexts,
  };
}
