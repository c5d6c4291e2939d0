import type { HottextNode } from '../../model/content.ts';
import type { HottextInteraction } from '../../model/interaction.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { readContent } from '../content/read-content.ts';
import { flow, phrasing } from '../content/scope.ts';
import type { ItemScope } from '../parts/item-scope.ts';
import { staticReaders } from '../parts/static-readers.ts';
import { takeBody } from '../parts/take-body.ts';
import { wrap } from '../parts/wrap.ts';
import { readBase } from './base.ts';
import { readBounds } from './bounds.ts';
import { readConditions } from './choices.ts';
import { Identifiers } from './identifiers.ts';
import { takePrompt } from './parts-of.ts';

/** Reads qti-hottext-interaction (ASI information model, class HotTextInteraction). */
export function readHottextInteraction(element: XmlElement, scope: ItemScope): HottextInteraction {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const { prompt, rest } = takePrompt(element, scope);
  const identifiers = new Identifiers(report);
  const readers = {
    ...staticReaders(scope),
    'qti-hottext': { display: 'inline' as const, read: (one: XmlElement) => [readHottext(one, identifiers, scope)] },
  };
  const content = readContent(rest, flow(report, readers));
  if (identifiers.size === 0) report.refuse(element, `<${element.local}> needs at least one <qti-hottext>`);
  const { min, max } = readBounds(attributes, 'choices', 1, identifiers.size, scope);
  const base = readBase(attributes, { cardinalities: ['single', 'multiple'], baseTypes: ['identifier'] }, scope);
  return { ...base, interaction: 'hottext', prompt, minChoices: min, maxChoices: max, content };
}

/** Reads qti-hottext (class HotText). */
function readHottext(element: XmlElement, identifiers: Identifiers, scope: ItemScope): HottextNode {
  const { report } = scope;
  const attributes = new Attributes(element, report);
  const identifier = identifiers.take(attributes);
  const conditions = readConditions(attributes, scope);
  const { id, catalogIdref, rest } = takeBody(attributes, report);
  const more: Record<string, string> = { ...rest };
  if (id !== null) more.id = id;
  if (catalogIdref !== null) more['data-catalog-idref'] = catalogIdref;
  const content = wrap(readContent(element, phrasing(report, staticReaders(scope))), more, 'span');
  return { type: 'hottext', identifier, ...conditions, content };
}
