import type { ExtendedTextInteraction, TextEntryInteraction } from '../../model/interaction.ts';
import { unless } from '../xml.ts';
import type { InteractionXml } from './interaction-xml.ts';

/** Writes qti-text-entry-interaction (QTI 3.0 ASI information model, class TextEntryInteraction). */
export function textEntry(node: TextEntryInteraction): InteractionXml {
  return { attributes: { ...entry(node), format: node.format }, children: [] };
}

/** Writes qti-extended-text-interaction (class ExtendedTextInteraction). */
export function extendedText(node: ExtendedTextInteraction): InteractionXml {
  const attributes = {
    ...entry(node),
    'max-strings': node.strings.max,
    'min-strings': unless(node.strings.min, 0),
    'expected-lines': node.expectedLines,
    format: unless(node.format, 'plain'),
  };
  return { attributes, children: [] };
}

function entry(node: TextEntryInteraction | ExtendedTextInteraction) {
  return {
    base: unless(node.base, 10),
    'string-identifier': node.stringIdentifier,
    'expected-length': node.expectedLength,
    'pattern-mask': node.patternMask,
    'placeholder-text': node.placeholder,
  };
}
