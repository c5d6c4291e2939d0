import type {
  AssociateInteraction,
  ChoiceInteraction,
  InlineChoiceInteraction,
  MatchInteraction,
  OrderInteraction,
} from '../../model/interaction.ts';
import { childElements, type XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { wordsOf } from '../content/words.ts';
import { qtiName } from '../namespace.ts';
import { childrenNamed } from '../parts/children.ts';
import type { ItemScope } from '../parts/item-scope.ts';
import { flag, word } from '../parts/words.ts';
import { readBase } from './base.ts';
import { readBounds, readOrderBounds } from './bounds.ts';
import { readAssociableChoice, readChoice } from './choices.ts';
import { Identifiers } from './identifiers.ts';
import { only, partsOf } from './parts-of.ts';

const ORIENTATIONS = ['vertical', 'horizontal'] as const;

function choicesOf(element: XmlElement, others: readonly XmlElement[], scope: ItemScope) {
  const identifiers = new Identifiers(scope.report);
  const elements = only(element, others, ['qti-simple-choice'], scope);
  const choices = elements.map((child) => readChoice(child, identifiers, 'block', scope));
  return choices.length > 0 ? choices : needs(element, 'at least one <qti-simple-choice>', scope);
}

function needs(element: XmlElement, what: string, { report }: ItemScope): never {
  return report.refuse(element, `<${element.local}> needs ${what}`);
}

/** Reads qti-choice-interaction (ASI information model, class ChoiceInteraction). */
export function readChoiceInteraction(element: XmlElement, scope: ItemScope): ChoiceInteraction {
  const attributes = new Attributes(element, scope.report);
  const { prompt, others } = partsOf(element, scope);
  const choices = choicesOf(element, others, scope);
  const shuffle = flag(attributes, 'shuffle', false, scope.report);
  const orientation = word(attributes, 'orientation', ORIENTATIONS, 'vertical', scope.report);
  const { min, max } = readBounds(attributes, 'choices', 1, choices.length, scope);
  const binding = { cardinalities: ['single', 'multiple'], baseTypes: ['identifier'] } as const;
  const base = readBase(attributes, binding, scope);
  return { ...base, interaction: 'choice', prompt, shuffle, minChoices: min, maxChoices: max, orientation, choices };
}

/** Reads qti-order-interaction (class OrderInteraction). */
export function readOrderInteraction(element: XmlElement, scope: ItemScope): OrderInteraction {
  const attributes = new Attributes(element, scope.report);
  const { prompt, others } = partsOf(element, scope);
  const choices = choicesOf(element, others, scope);
  const shuffle = flag(attributes, 'shuffle', false, scope.report);
  const orientation = word(attributes, 'orientation', ORIENTATIONS, 'vertical', scope.report);
  const bounds = readOrderBounds(attributes, choices.length, scope);
  const base = readBase(attributes, { cardinalities: ['ordered'], baseTypes: ['identifier'] }, scope);
  return { ...base, interaction: 'order', prompt, shuffle, ...bounds, orientation, choices };
}

/** Reads qti-associate-interaction (class AssociateInteraction). */
export function readAssociateInteraction(element: XmlElement, scope: ItemScope): AssociateInteraction {
  const attributes = new Attributes(element, scope.report);
  const { prompt, others } = partsOf(element, scope);
  const identifiers = new Identifiers(scope.report);
  const elements = only(element, others, ['qti-simple-associable-choice'], scope);
  const choices = elements.map((child) => readAssociableChoice(child, identifiers, scope));
  if (choices.length === 0) needs(element, 'at least one <qti-simple-associable-choice>', scope);
  const shuffle = flag(attributes, 'shuffle', false, scope.report);
  const associations = readBounds(attributes, 'associations', 1, Number.POSITIVE_INFINITY, scope);
  const base = readBase(attributes, { cardinalities: ['single', 'multiple'], baseTypes: ['pair'] }, scope);
  return { ...base, interaction: 'associate', prompt, shuffle, associations, choices };
}

/** Reads qti-match-interaction (class MatchInteraction). */
export function readMatchInteraction(element: XmlElement, scope: ItemScope): MatchInteraction {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const { prompt, others } = partsOf(element, scope);
  const [first, second, ...more] = only(element, others, ['qti-simple-match-set'], scope);
  if (first === undefined || second === undefined || more.length > 0) {
    return needs(element, 'exactly two <qti-simple-match-set>', scope);
  }
  const sides = [new Identifiers(report), new Identifiers(report)] as const;
  const sets = [readSet(first, sides[0], scope), readSet(second, sides[1], scope)] as const;
  sides[0].reportShared(sides[1], element);
  const shuffle = flag(attributes, 'shuffle', false, report);
  const associations = readBounds(attributes, 'associations', 1, Number.POSITIVE_INFINITY, scope);
  const base = readBase(attributes, { cardinalities: ['single', 'multiple'], baseTypes: ['directedPair'] }, scope);
  return { ...base, interaction: 'match', prompt, shuffle, associations, sets };
}

function readSet(element: XmlElement, identifiers: Identifiers, scope: ItemScope) {
  new Attributes(element, scope.report).finish();
  const elements = childrenNamed(element, ['qti-simple-associable-choice'], scope.report);
  if (elements.length === 0) needs(element, 'at least one <qti-simple-associable-choice>', scope);
  return elements.map((child) => readAssociableChoice(child, identifiers, scope));
}

/** Reads qti-inline-choice-interaction (class InlineChoiceInteraction). */
export function readInlineChoiceInteraction(element: XmlElement, scope: ItemScope): InlineChoiceInteraction {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const parts = childrenNamed(element, ['qti-label', 'qti-inline-choice'], report);
  const identifiers = new Identifiers(report);
  const choices = parts
    .filter((child) => qtiName(child) === 'qti-inline-choice')
    .map((child) => readChoice(child, identifiers, 'inline', scope));
  if (choices.length === 0) needs(element, 'at least one <qti-inline-choice>', scope);
  const label = parts.find((child) => qtiName(child) === 'qti-label');
  const shuffle = flag(attributes, 'shuffle', false, report);
  const required = flag(attributes, 'required', false, report);
  const base = readBase(attributes, { cardinalities: ['single'], baseTypes: ['identifier'] }, scope);
  const placeholder = label === undefined ? (base.data.prompt ?? null) : wordsOf(label);
  if (label !== undefined && childElements(label).length > 0) {
    report.lose(label, 'the markup of <qti-label> is left out, its words are kept');
  }
  return { ...base, interaction: 'inline-choice', shuffle, required, placeholder, choices };
}
