import type { ContentNode, ElementNode } from '../../model/content.ts';
import { childElements, type XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { readBodyAttributes } from './body-attributes.ts';
import { anyText, length, mediaType, type ValueCheck } from './checks.ts';
import { isDocument, mediaKind } from './media-kind.ts';
import type { ContentScope } from './scope.ts';
import { packageFile, pictureFile } from './urls.ts';
import { wordsOf } from './words.ts';

const SIZE: Readonly<Record<string, ValueCheck>> = { width: length, height: length };

/**
 * Reads `object` (ASI information model, class Object; deprecated) as what it shows: img, audio, video, or a link to a
 * document. Of anything else, which could run, only the words that stand in for it are kept.
 */
export function readObject(
  element: XmlElement,
  scope: ContentScope,
  readContent: (parent: XmlElement, scope: ContentScope) => ContentNode[],
): readonly ContentNode[] {
  const { report } = scope;
  const source = new Attributes(element, report);
  const data = source.take('data')?.trim() ?? '';
  const type = source.take('type')?.trim();
  const kind = mediaKind(type, data);
  const verdict = (kind === 'image' ? pictureFile : packageFile)(data);
  const shown = kind !== 'object' || isDocument(type);
  for (const child of childElements(element)) {
    if (child.local === 'param') report.lose(child, '<param> of an <object> is not supported; left out');
  }
  if (verdict !== true || !shown) {
    const why = verdict === true ? `of the type "${(type ?? 'unknown').slice(0, 60)}" is not supported` : verdict;
    report.lose(element, `<object> with data="${data.slice(0, 60)}" ${why || 'is not allowed'}; its words are kept`);
    return fallback(element, scope, readContent);
  }
  const own = kind === 'image' || kind === 'video' ? SIZE : {};
  const attributes = readBodyAttributes(source, { ...own, alt: anyText }, report);
  const { alt, ...kept } = attributes;
  const html = (name: string, more: Record<string, string>, children: readonly ContentNode[]): ElementNode[] => [
    { type: 'element', namespace: 'html', name, attributes: { ...more, ...kept }, children },
  ];
  if (kind === 'image') return html('img', { src: data, alt: alt ?? wordsOf(element) }, []);
  if (kind === 'object') {
    const words = wordsOf(element) || data;
    return html('a', { href: data }, [{ type: 'text', text: words }]);
  }
  const mime: Record<string, string> = {};
  if (type !== undefined && mediaType(type) === true) mime.type = type;
  else if (type !== undefined) report.lose(element, 'the type of this <object> is not a media type; left out');
  const file: ElementNode = {
    type: 'element',
    namespace: 'html',
    name: 'source',
    attributes: { src: data, ...mime },
    children: [],
  };
  return html(kind, { controls: '' }, [file, ...fallback(element, scope, readContent)]);
}

/** What stands in for the object where it cannot be shown. */
function fallback(
  element: XmlElement,
  scope: ContentScope,
  readContent: (parent: XmlElement, scope: ContentScope) => ContentNode[],
): readonly ContentNode[] {
  const children = element.children.filter((child) => child.kind === 'text' || child.local !== 'param');
  return readContent({ ...element, children }, { ...scope, inLine: true });
}
