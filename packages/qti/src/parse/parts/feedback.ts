import type { ModalFeedback } from '../../model/item.ts';
import type { TestFeedback } from '../../model/test.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { readBodyAttributes } from '../content/body-attributes.ts';
import { flow } from '../content/scope.ts';
import { readContentBody } from './content-body.ts';
import { checkOutcome, type ItemScope } from './item-scope.ts';
import { staticReaders } from './static-readers.ts';
import { word } from './words.ts';
import { wrap } from './wrap.ts';

/** Reads qti-modal-feedback (ASI information model, class ModalFeedback). */
export function readModalFeedback(element: XmlElement, scope: ItemScope): ModalFeedback {
  return readFeedback(new Attributes(element, scope.report), scope);
}

/** Reads qti-test-feedback (class TestFeedback); the scope's outcomes are those of the test. */
export function readTestFeedback(element: XmlElement, scope: ItemScope): TestFeedback {
  const attributes = new Attributes(element, scope.report);
  const access = word(attributes, 'access', ['atEnd', 'during'], 'atEnd', scope.report);
  return { access, ...readFeedback(attributes, scope) };
}

function readFeedback(attributes: Attributes, scope: ItemScope): ModalFeedback {
  const { report } = scope;
  const { element } = attributes;
  const variable = attributes.identifier('outcome-identifier');
  const identifier = attributes.identifier('identifier');
  const showHide = word(attributes, 'show-hide', ['show', 'hide'], 'show', report);
  const title = attributes.take('title') ?? null;
  const rest = readBodyAttributes(attributes, {}, report);
  checkOutcome(element, variable, scope);
  const content = readContentBody(element, flow(report, staticReaders(scope)), scope);
  return { variable, identifier, showHide, title, content: wrap(content, rest, 'div') };
}
