import { childElements, type XmlElement } from '../../xml/tree.ts';
import { HTML_ELEMENTS } from './html-elements.ts';
import { vocabularyOf } from './namespaces.ts';
import type { ContentScope } from './scope.ts';

/**
 * The first block that stands where only a line of text may be: a browser would end the paragraph before it, so the
 * paragraph must be read as something that may hold it. undefined when there is none.
 */
export function findBlock(element: XmlElement, scope: ContentScope): XmlElement | undefined {
  for (const child of childElements(element)) {
    const { local } = child;
    const vocabulary = vocabularyOf(child);
    if (vocabulary === 'qti') {
      if (Object.hasOwn(scope.readers, local) && scope.readers[local]?.display === 'block') return child;
      continue;
    }
    if (vocabulary !== 'html' || !Object.hasOwn(HTML_ELEMENTS, local)) continue;
    const html = HTML_ELEMENTS[local];
    if (html?.group === 'block') return child;
    // Within other lines of text (b, em, …) blocks cannot be kept anyhow.
    if (local !== 'span' && html?.holds !== 'same') continue;
    const inner = findBlock(child, scope);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
