import type { ContentNode } from '../../model/content.ts';
import { isBlank, type XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { readBodyAttributes } from './body-attributes.ts';
import { findBlock } from './find-block.ts';
import { HTML_ELEMENTS, type HtmlElement, MERE_LOOKS } from './html-elements.ts';
import { withoutLayout } from './layout.ts';
import { readMath } from './math.ts';
import { vocabularyOf } from './namespaces.ts';
import { readObject } from './object.ts';
import type { ContentScope } from './scope.ts';
import { readSvg } from './svg.ts';

/**
 * Reads mixed content into the typed tree through the allow lists (ASI information model, the content model of class
 * ItemBody). Layout of the source is left out; everything else that is left out is reported.
 */
export function readContent(parent: XmlElement, scope: ContentScope): ContentNode[] {
  const nodes: ContentNode[] = [];
  for (const child of parent.children) {
    if (child.kind === 'element') nodes.push(...readElement(child, parent, scope));
    else if (scope.holds !== 'none') nodes.push({ type: 'text', text: child.text });
    else if (!isBlank(child.text)) {
      scope.report.lose(parent, `text cannot stand directly in <${parent.local}>; left out`);
    }
  }
  return withoutLayout(nodes, scope.inLine);
}

function readElement(element: XmlElement, parent: XmlElement, scope: ContentScope): readonly ContentNode[] {
  const lose = (why: string): [] => {
    scope.report.lose(element, `<${element.local}> ${why}; left out with its content`);
    return [];
  };
  const wordsOnly = (why: string): readonly ContentNode[] => {
    scope.report.lose(element, `<${element.local}> ${why}; left out, its content is kept`);
    return readContent(element, { ...scope, inLine: true });
  };
  switch (vocabularyOf(element)) {
    case 'qti': {
      const reader = Object.hasOwn(scope.readers, element.local) ? scope.readers[element.local] : undefined;
      if (reader === undefined) return lose(`is not supported inside <${parent.local}>`);
      if (scope.holds === 'none' || (scope.holds === 'phrasing' && reader.display === 'block')) {
        return lose(`cannot stand inside <${parent.local}>`);
      }
      return reader.read(element, scope);
    }
    case 'math':
      if (scope.holds === 'none' || element.local !== 'math') return lose(`cannot stand inside <${parent.local}>`);
      return readMath(element, scope.report);
    case 'svg':
      if (scope.holds === 'none' || element.local !== 'svg') return lose(`cannot stand inside <${parent.local}>`);
      return readSvg(element, scope.report);
    case 'speech':
      return wordsOnly('is markup for speech, which is not supported');
    case 'include':
      return lose('includes another document, which is not supported');
    case 'html':
      if (element.local === 'object' && scope.holds !== 'none') return readObject(element, scope, readContent);
      if (MERE_LOOKS.has(element.local)) return wordsOnly('only says how its content looks');
      return readHtml(element, parent, scope, lose, wordsOnly);
    case 'unknown':
      return lose(`of the namespace "${element.uri.slice(0, 80)}" is not supported`);
  }
}

function readHtml(
  element: XmlElement,
  parent: XmlElement,
  scope: ContentScope,
  lose: (why: string) => [],
  wordsOnly: (why: string) => readonly ContentNode[],
): readonly ContentNode[] {
  const name = element.local;
  const html = Object.hasOwn(HTML_ELEMENTS, name) ? HTML_ELEMENTS[name] : undefined;
  if (html === undefined) return lose('is not an element that items may hold');
  if (!mayStand(name, html, scope)) {
    const holdsWords = html.group === 'block' && (html.holds === 'flow' || html.holds === 'phrasing');
    const why = `cannot stand inside <${parent.local}>`;
    if (scope.holds !== 'phrasing' || !holdsWords) return lose(why);
    // The words of two blocks must not run together.
    const space: ContentNode = { type: 'text', text: ' ' };
    return [space, ...wordsOnly(why), space];
  }
  const block = (name === 'p' || name === 'span') && scope.holds === 'flow' ? findBlock(element, scope) : undefined;
  if (block !== undefined) {
    scope.report.lose(block, `<${block.local}> cannot stand inside <${name}>, which is read as <div>`);
  }
  const kept = block === undefined ? html : HTML_ELEMENTS.div;
  const holds = kept === undefined || kept.holds === 'same' ? scope.holds : kept.holds;
  const inner: ContentScope = {
    ...scope,
    holds,
    parts: html.parts ?? [],
    inLine: kept?.group === 'inline' || (kept?.group === 'part' && kept.holds === 'phrasing'),
  };
  const attributes = readBodyAttributes(new Attributes(element, scope.report), html.attributes ?? {}, scope.report);
  if (html.needs !== undefined && attributes[html.needs] === undefined)
    return lose(`needs the attribute ${html.needs}`);
  const children = readContent(element, inner);
  return [{ type: 'element', namespace: 'html', name: block === undefined ? name : 'div', attributes, children }];
}

function mayStand(name: string, html: HtmlElement, scope: ContentScope): boolean {
  if (scope.parts.includes(name)) return true;
  if (html.group === 'part' || scope.holds === 'none') return false;
  return html.group === 'inline' || scope.holds === 'flow';
}
