import type { InteractionNode } from '../../model/interaction.ts';
import { contentParts } from '../content.ts';
import { part, type XmlPart } from '../xml.ts';
import { custom, endAttempt, portableCustom } from './custom.ts';
import {
  drawing,
  graphicAssociate,
  graphicGapMatch,
  graphicOrder,
  hotspot,
  positionObject,
  positionStage,
  selectPoint,
} from './graphic.ts';
import type { InteractionXml } from './interaction-xml.ts';
import { media, slider, upload } from './media.ts';
import { associate, choice, gapMatch, hottext, inlineChoice, match, order } from './simple.ts';
import { extendedText, textEntry } from './text.ts';

/** Interactions that stand in a line of text. */
const INLINE: readonly InteractionNode['interaction'][] = ['inline-choice', 'text-entry', 'end-attempt'];

/** Writes an interaction (QTI 3.0 ASI information model, class Interaction and those derived from it). */
export function interactionPart(node: InteractionNode): XmlPart {
  const { attributes, children } = ofKind(node);
  const base = {
    'response-identifier': node.responseIdentifier,
    ...attributes,
    id: node.id,
    label: node.label,
    'xml:lang': node.language,
    class: node.classes,
    'data-catalog-idref': node.catalogIdref,
    ...node.attributes,
    ...Object.fromEntries(Object.entries(node.data).map(([name, value]) => [`data-${name}`, value])),
  };
  const prompt = 'prompt' in node && node.prompt.length > 0 ? [part('qti-prompt', {}, contentParts(node.prompt))] : [];
  const written = part(
    `qti-${node.interaction}-interaction`,
    base,
    [...prompt, ...children],
    INLINE.includes(node.interaction) ? 'inline' : 'block',
  );
  if (node.interaction !== 'position-object') return written;
  return positionStage(node.stage, [written]);
}

function ofKind(node: InteractionNode): InteractionXml {
  switch (node.interaction) {
    case 'choice':
      return choice(node);
    case 'order':
      return order(node);
    case 'associate':
      return associate(node);
    case 'match':
      return match(node);
    case 'gap-match':
      return gapMatch(node);
    case 'inline-choice':
      return inlineChoice(node);
    case 'text-entry':
      return textEntry(node);
    case 'extended-text':
      return extendedText(node);
    case 'hottext':
      return hottext(node);
    case 'hotspot':
      return hotspot(node);
    case 'graphic-order':
      return graphicOrder(node);
    case 'graphic-associate':
      return graphicAssociate(node);
    case 'graphic-gap-match':
      return graphicGapMatch(node);
    case 'select-point':
      return selectPoint(node);
    case 'position-object':
      return positionObject(node);
    case 'slider':
      return slider(node);
    case 'media':
      return media(node);
    case 'upload':
      return upload(node);
    case 'drawing':
      return drawing(node);
    case 'end-attempt':
      return endAttempt(node);
    case 'portable-custom':
      return portableCustom(node);
    case 'custom':
      return custom(node);
  }
}
