import { isBlank, type XmlNode } from '../../xml/tree.ts';
import { readHtml } from './read-html.ts';

/** The words of HTML or text, without tags, as one line. */
export function lineOf(markup: string): string {
  const words = (nodes: readonly XmlNode[]): string =>
    nodes.map((node) => (node.kind === 'text' ? node.text : ` ${words(node.children)} `)).join('');
  const line = /[<&]/.test(markup) ? words(readHtml(markup).root.children) : markup;
  return isBlank(line) ? '' : line.replace(/\s+/g, ' ').trim();
}
