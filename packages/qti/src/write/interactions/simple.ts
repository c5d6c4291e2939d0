import type {
  AssociableChoice,
  AssociateInteraction,
  Bounds,
  Choice,
  ChoiceInteraction,
  GapChoice,
  GapMatchInteraction,
  HottextInteraction,
  InlineChoiceInteraction,
  MatchInteraction,
  OrderInteraction,
} from '../../model/interaction.ts';
import type { Cardinality } from '../../model/value.ts';
import { contentParts, shownBy } from '../content.ts';
import { mediaPart } from '../media.ts';
import { part, unless, type XmlPart } from '../xml.ts';
import type { InteractionXml } from './interaction-xml.ts';

const shuffled = (shuffle: boolean) => ({ shuffle: unless(shuffle, false) });
const oriented = (orientation: 'vertical' | 'horizontal') => ({ orientation: unless(orientation, 'vertical') });

type Bound = { readonly cardinality: Cardinality };

/** A maximum, which is 1 by default; to a reader that knows several keys, saying nothing would be a slip. */
const maximum = ({ cardinality }: Bound, max: number) => (cardinality === 'single' ? unless(max, 1) : max);

/** The attributes max-associations and min-associations (0 by default). */
export const associationBounds = (node: Bound & { readonly associations: Bounds }) => ({
  'max-associations': maximum(node, node.associations.max),
  'min-associations': unless(node.associations.min, 0),
});

/** The attributes max-choices and min-choices (0 by default). */
export const choiceBounds = (node: Bound & { readonly minChoices: number; readonly maxChoices: number }) => ({
  'max-choices': maximum(node, node.maxChoices),
  'min-choices': unless(node.minChoices, 0),
});

/** Writes qti-choice-interaction (QTI 3.0 ASI information model, class ChoiceInteraction). */
export function choice(node: ChoiceInteraction): InteractionXml {
  return {
    attributes: { ...shuffled(node.shuffle), ...choiceBounds(node), ...oriented(node.orientation) },
    children: node.choices.map((one) => choicePart('qti-simple-choice', one)),
  };
}

/** Writes qti-order-interaction (class OrderInteraction). */
export function order(node: OrderInteraction): InteractionXml {
  return {
    attributes: {
      ...shuffled(node.shuffle),
      'max-choices': node.maxChoices,
      'min-choices': node.minChoices,
      ...oriented(node.orientation),
    },
    children: node.choices.map((one) => choicePart('qti-simple-choice', one)),
  };
}

/** Writes qti-associate-interaction (class AssociateInteraction). */
export function associate(node: AssociateInteraction): InteractionXml {
  return {
    attributes: { ...shuffled(node.shuffle), ...associationBounds(node) },
    children: node.choices.map(associablePart),
  };
}

/** Writes qti-match-interaction (class MatchInteraction). */
export function match(node: MatchInteraction): InteractionXml {
  return {
    attributes: { ...shuffled(node.shuffle), ...associationBounds(node) },
    children: node.sets.map((set) => part('qti-simple-match-set', {}, set.map(associablePart))),
  };
}

/** Writes qti-gap-match-interaction (class GapMatchInteraction). */
export function gapMatch(node: GapMatchInteraction): InteractionXml {
  return {
    attributes: { ...shuffled(node.shuffle), ...associationBounds(node) },
    children: [...node.choices.map(gapChoicePart), ...contentParts(node.content)],
  };
}

/** Writes qti-hottext-interaction (class HottextInteraction). */
export function hottext(node: HottextInteraction): InteractionXml {
  return { attributes: choiceBounds(node), children: contentParts(node.content) };
}

/** Writes qti-inline-choice-interaction (class InlineChoiceInteraction). */
export function inlineChoice(node: InlineChoiceInteraction): InteractionXml {
  const label = node.placeholder === null ? [] : [part('qti-label', {}, [node.placeholder])];
  return {
    attributes: { ...shuffled(node.shuffle), required: unless(node.required, false) },
    children: [...label, ...node.choices.map((one) => choicePart('qti-inline-choice', one))],
  };
}

/** Writes qti-gap-text or qti-gap-img (classes GapText, GapImg). */
export function gapChoicePart(one: GapChoice): XmlPart {
  const attributes = { ...choiceAttributes(one), ...matching(one) };
  if (one.image === null) return part('qti-gap-text', attributes, contentParts(one.content));
  const placed = { ...attributes, 'object-label': one.objectLabel, top: one.top, left: one.left };
  return part('qti-gap-img', placed, [mediaPart(one.image)]);
}

/** The attributes match-max, match-min (0 by default) and match-group. */
export const matching = (one: { matchMax: number; matchMin: number; matchGroup: readonly string[] }) => ({
  'match-max': one.matchMax,
  'match-min': unless(one.matchMin, 0),
  'match-group': one.matchGroup,
});

function associablePart(one: AssociableChoice): XmlPart {
  return part(
    'qti-simple-associable-choice',
    { ...choiceAttributes(one), ...matching(one) },
    contentParts(one.content),
  );
}

function choicePart(name: string, one: Choice): XmlPart {
  return part(name, choiceAttributes(one), contentParts(one.content));
}

function choiceAttributes({ identifier, fixed, templateVariable, showHide, id, catalogIdref }: Choice) {
  return {
    identifier,
    fixed: unless(fixed, false),
    ...shownBy(templateVariable, showHide),
    id,
    'data-catalog-idref': catalogIdref,
  };
}
