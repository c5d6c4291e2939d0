import type { ConditionalNode } from '../../model/content.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { readClasses } from '../content/body-attributes.ts';
import { type ContentScope, phrasing, type QtiReader } from '../content/scope.ts';
import { readContentBody } from './content-body.ts';
import { checkOutcome, type ItemScope, knownTemplate } from './item-scope.ts';
import { takeBody } from './take-body.ts';
import { word } from './words.ts';
import { wrap } from './wrap.ts';

type Kind = Pick<ConditionalNode, 'type' | 'display'>;

/**
 * A reader of feedback or template content (ASI information model, classes FeedbackInline, FeedbackBlock, TemplateInline,
 * TemplateBlock). It may hold what its own place may hold.
 */
export function conditional(kind: Kind, item: ItemScope): QtiReader {
  return { display: kind.display, read: (element, scope) => [readConditional(element, kind, scope, item)] };
}

function readConditional(element: XmlElement, kind: Kind, scope: ContentScope, item: ItemScope): ConditionalNode {
  const attributes = new Attributes(element, item.report);
  const variable = attributes.identifier(kind.type === 'feedback' ? 'outcome-identifier' : 'template-identifier');
  const identifier = attributes.identifier('identifier');
  const showHide = word(attributes, 'show-hide', ['show', 'hide'], 'show', item.report);
  const classes = readClasses(attributes, item.report);
  const { id, catalogIdref, rest } = takeBody(attributes, item.report);
  if (kind.type === 'feedback') checkOutcome(element, variable, item);
  else knownTemplate(element, variable, item);
  const inner = kind.display === 'inline' ? phrasing(scope.report, scope.readers) : { ...scope, inLine: false };
  const more = catalogIdref === null ? rest : { ...rest, 'data-catalog-idref': catalogIdref };
  const content = wrap(readContentBody(element, inner, item), more, kind.display === 'inline' ? 'span' : 'div');
  return { ...kind, variable, identifier, showHide, id, classes, content };
}
