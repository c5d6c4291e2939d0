import type { ContentNode } from '../../model/content.ts';
import { childElements, isBlank, ownText, type XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { readBodyAttributes } from '../content/body-attributes.ts';
import { readContent } from '../content/read-content.ts';
import { flow } from '../content/scope.ts';
import { qtiName } from '../namespace.ts';
import type { ItemScope } from '../parts/item-scope.ts';
import { staticReaders } from '../parts/static-readers.ts';
import { wrap } from '../parts/wrap.ts';

/** The children of an interaction: the content of its prompt, wherever it stands, and the others. */
export interface InteractionParts {
  readonly prompt: readonly ContentNode[];
  readonly others: readonly XmlElement[];
}

/** Splits the children of an interaction; text between them, and a second prompt, are reported. */
export function partsOf(element: XmlElement, scope: ItemScope): InteractionParts {
  if (!isBlank(ownText(element))) {
    scope.report.lose(element, `text directly in <${element.local}>, outside its prompt and choices, is left out`);
  }
  const { prompt, rest } = takePrompt(element, scope);
  return { prompt, others: childElements(rest) };
}

/** Reads the prompt (class Prompt); `rest` is the element without it. */
export function takePrompt(
  element: XmlElement,
  scope: ItemScope,
): { readonly prompt: readonly ContentNode[]; readonly rest: XmlElement } {
  const { report } = scope;
  const isPrompt = (child: XmlElement) => qtiName(child) === 'qti-prompt';
  const [prompt, ...more] = childElements(element).filter(isPrompt);
  for (const one of more) report.lose(one, `<${element.local}> has one <qti-prompt>; this one is left out`);
  const rest = { ...element, children: element.children.filter((child) => child.kind === 'text' || !isPrompt(child)) };
  return { prompt: prompt === undefined ? [] : readPrompt(prompt, scope), rest };
}

function readPrompt(element: XmlElement, scope: ItemScope): readonly ContentNode[] {
  const attributes = readBodyAttributes(new Attributes(element, scope.report), {}, scope.report);
  return wrap(readContent(element, flow(scope.report, staticReaders(scope))), attributes, 'div');
}

/** Those of the elements that have one of the names; the others are reported. */
export function only(
  parent: XmlElement,
  elements: readonly XmlElement[],
  names: readonly string[],
  { report }: ItemScope,
): XmlElement[] {
  return elements.filter((child) => {
    const name = qtiName(child);
    if (name !== undefined && names.includes(name)) return true;
    report.lose(child, `<${child.local}> is not supported inside <${parent.local}>; left out with its content`);
    return false;
  });
}
