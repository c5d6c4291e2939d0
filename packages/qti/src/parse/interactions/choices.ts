import type { AssociableChoice, Choice } from '../../model/interaction.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { readContent } from '../content/read-content.ts';
import { flow, phrasing } from '../content/scope.ts';
import { type ItemScope, knownTemplate } from '../parts/item-scope.ts';
import { staticReaders } from '../parts/static-readers.ts';
import { takeBody } from '../parts/take-body.ts';
import { count, flag, word } from '../parts/words.ts';
import { wrap } from '../parts/wrap.ts';
import type { Identifiers } from './identifiers.ts';

/** What may be shown or hidden by a template variable. */
export function readConditions(
  attributes: Attributes,
  scope: ItemScope,
): { readonly templateVariable: string | null; readonly showHide: 'show' | 'hide' } {
  const showHide = word(attributes, 'show-hide', ['show', 'hide'], 'show', scope.report);
  const named = attributes.has('template-identifier') ? attributes.identifier('template-identifier') : null;
  return { templateVariable: named === null ? null : knownTemplate(attributes.element, named, scope), showHide };
}

/** Reads qti-simple-choice or qti-inline-choice (ASI information model, classes SimpleChoice, InlineChoice). */
export function readChoice(
  element: XmlElement,
  identifiers: Identifiers,
  display: 'inline' | 'block',
  scope: ItemScope,
): Choice {
  return finishChoice(new Attributes(element, scope.report), identifiers, display, scope);
}

/** Reads qti-simple-associable-choice (class SimpleAssociableChoice). */
export function readAssociableChoice(
  element: XmlElement,
  identifiers: Identifiers,
  scope: ItemScope,
): AssociableChoice {
  const attributes = new Attributes(element, scope.report);
  const limits = readMatchLimits(attributes, scope);
  return { ...finishChoice(attributes, identifiers, 'block', scope), ...limits };
}

/** match-min, match-max and match-group (class AssociableChoice). */
export function readMatchLimits(
  attributes: Attributes,
  { report }: ItemScope,
): Pick<AssociableChoice, 'matchMin' | 'matchMax' | 'matchGroup'> {
  const { element } = attributes;
  if (!attributes.has('match-max')) report.lose(element, `<${element.local}> has no match-max; read as 0, no limit`);
  const matchMax = count(attributes, 'match-max', 0, report);
  const matchMin = count(attributes, 'match-min', 0, report);
  const matchGroup = attributes.tokens('match-group');
  if (matchMax === 0 || matchMin <= matchMax) return { matchMin, matchMax, matchGroup };
  report.lose(element, `match-min="${matchMin}" is more than match-max="${matchMax}"; read as ${matchMax}`);
  return { matchMin: matchMax, matchMax, matchGroup };
}

export function finishChoice(
  attributes: Attributes,
  identifiers: Identifiers,
  display: 'inline' | 'block',
  scope: ItemScope,
): Choice {
  const { report } = scope;
  const { element } = attributes;
  const identifier = identifiers.take(attributes);
  const fixed = flag(attributes, 'fixed', false, report);
  const conditions = readConditions(attributes, scope);
  const { id, catalogIdref, rest } = takeBody(attributes, report);
  const place = display === 'block' ? flow : phrasing;
  const content = readContent(element, place(report, staticReaders(scope)));
  const wrapped = wrap(content, rest, display === 'block' ? 'div' : 'span');
  return { identifier, fixed, ...conditions, id, catalogIdref, content: wrapped };
}
