import type { ExtendedTextInteraction, TextEntryInteraction } from '../../model/interaction.ts';
import { childElements, isBlank, ownText, type XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import type { ItemScope } from '../parts/item-scope.ts';
import { count, word } from '../parts/words.ts';
import { readBase } from './base.ts';
import { only, partsOf } from './parts-of.ts';

type TextEntry = Pick<
  TextEntryInteraction,
  'base' | 'stringIdentifier' | 'expectedLength' | 'patternMask' | 'placeholder'
>;

/** What interactions of text have in common (ASI information model, class StringInteraction). */
function readTextEntry(attributes: Attributes, scope: ItemScope): TextEntry {
  const { report } = scope;
  const { element } = attributes;
  const written = count(attributes, 'base', 10, report);
  const base = written >= 2 && written <= 36 ? written : 10;
  if (base !== written) report.lose(element, `base="${written}" must be from 2 to 36; read as 10`);
  const expectedLength = count(attributes, 'expected-length', null, report);
  const patternMask = attributes.take('pattern-mask') ?? null;
  const placeholder = attributes.take('placeholder-text') ?? null;
  return { base, stringIdentifier: readStringIdentifier(attributes, scope), expectedLength, patternMask, placeholder };
}

/** Another response, single and of strings, that gets the text as it was typed. */
function readStringIdentifier(attributes: Attributes, { responses, report }: ItemScope): string | null {
  if (!attributes.has('string-identifier')) return null;
  const identifier = attributes.identifier('string-identifier');
  const response = responses.find((declared) => declared.identifier === identifier);
  if (response?.baseType === 'string' && response.cardinality === 'single') return identifier;
  report.lose(
    attributes.element,
    `string-identifier="${identifier}" must name a declared response of base type string and single cardinality; left out`,
  );
  return null;
}

/** Reads qti-text-entry-interaction (class TextEntryInteraction). */
export function readTextEntryInteraction(element: XmlElement, scope: ItemScope): TextEntryInteraction {
  const { report } = scope;
  if (childElements(element).length > 0 || !isBlank(ownText(element))) {
    report.lose(element, '<qti-text-entry-interaction> must be empty; what it holds is left out');
  }
  const attributes = new Attributes(element, report);
  const entry = readTextEntry(attributes, scope);
  const format = attributes.take('format') ?? null;
  const binding = { cardinalities: ['single', 'record'], baseTypes: ['string', 'integer', 'float'] } as const;
  return { ...readBase(attributes, binding, scope), interaction: 'text-entry', ...entry, format };
}

/** Reads qti-extended-text-interaction (class ExtendedTextInteraction). */
export function readExtendedTextInteraction(element: XmlElement, scope: ItemScope): ExtendedTextInteraction {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const { prompt, others } = partsOf(element, scope);
  only(element, others, [], scope);
  const entry = readTextEntry(attributes, scope);
  const min = count(attributes, 'min-strings', 0, report);
  const max = count(attributes, 'max-strings', null, report);
  const expectedLines = count(attributes, 'expected-lines', null, report);
  const format = word(attributes, 'format', ['plain', 'preformatted', 'xhtml'], 'plain', report);
  const strings = max !== null && min > max ? { min: max, max } : { min, max };
  if (strings.min !== min)
    report.lose(element, `min-strings="${min}" is more than max-strings="${max}"; read as ${max}`);
  const cardinalities = ['single', 'multiple', 'ordered', 'record'] as const;
  const base = readBase(attributes, { cardinalities, baseTypes: ['string', 'integer', 'float'] }, scope);
  return { ...base, interaction: 'extended-text', prompt, ...entry, strings, expectedLines, format };
}
