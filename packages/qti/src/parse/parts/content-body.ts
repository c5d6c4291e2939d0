import type { ContentNode } from '../../model/content.ts';
import { childElements, isBlank, ownText, type XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { readBodyAttributes } from '../content/body-attributes.ts';
import { readContent } from '../content/read-content.ts';
import type { ContentScope } from '../content/scope.ts';
import { qtiName } from '../namespace.ts';
import { readCatalogInfo } from './catalogs.ts';
import type { ItemScope } from './item-scope.ts';
import { wrap } from './wrap.ts';

/**
 * The content of a rubric block, feedback or template block: what its qti-content-body holds (QTI 3), or without one
 * what it holds itself (QTI 2). Catalogs go to the document's; style sheets are reported.
 */
export function readContentBody(element: XmlElement, scope: ContentScope, item: ItemScope): readonly ContentNode[] {
  const { report } = scope;
  const aside = new Set<XmlElement>();
  for (const child of childElements(element)) {
    const name = qtiName(child);
    if (name === 'qti-catalog-info') readCatalogInfo(child, item);
    else if (name === 'qti-stylesheet') report.lose(child, `a style sheet of <${element.local}> is not kept; left out`);
    else continue;
    aside.add(child);
  }
  const bodies = childElements(element).filter((child) => qtiName(child) === 'qti-content-body');
  if (bodies.length === 0) {
    const children = element.children.filter((child) => child.kind === 'text' || !aside.has(child));
    return readContent({ ...element, children }, scope);
  }
  if (!isBlank(ownText(element))) {
    report.lose(element, `text of <${element.local}> outside <qti-content-body> is left out`);
  }
  for (const child of childElements(element)) {
    if (aside.has(child) || qtiName(child) === 'qti-content-body') continue;
    report.lose(child, `<${child.local}> of <${element.local}> stands outside <qti-content-body>; left out`);
  }
  return bodies.flatMap((body) => {
    const attributes = readBodyAttributes(new Attributes(body, report), {}, report);
    return wrap(readContent(body, scope), attributes, 'div');
  });
}
