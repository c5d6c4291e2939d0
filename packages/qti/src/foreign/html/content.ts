import type { ContentNode, ElementNode } from '../../model/content.ts';
import { HTML_ELEMENTS } from '../../parse/content/html-elements.ts';
import { readContent } from '../../parse/content/read-content.ts';
import { flow } from '../../parse/content/scope.ts';
import { Report } from '../../parse/report.ts';
import { isBlank } from '../../xml/tree.ts';
import type { ForeignMessage } from '../result.ts';
import { readHtml } from './read-html.ts';

/** An element of HTML without attributes. */
export function html(name: string, children: readonly ContentNode[]): ElementNode {
  return { type: 'element', namespace: 'html', name, attributes: {}, children };
}

/** The text as a node. */
export function text(words: string): ContentNode {
  return { type: 'text', text: words };
}

/**
 * HTML of another system as content, through the allow list of QTI's own reader; everything left out is a message at the
 * line.
 */
export function contentOfHtml(source: string, line: number, messages: ForeignMessage[]): ContentNode[] {
  const { root, cut } = readHtml(source);
  const report = new Report(() => ({ line, column: 1 }));
  const nodes = readContent(root, flow(report, {}));
  for (const message of new Set(report.messages.map((one) => one.text))) messages.push({ line, text: message });
  if (cut) messages.push({ line, text: 'the text has more than 20,000 tags; the rest is left out' });
  return nodes;
}

/** Plain text as content: empty lines part paragraphs, others become line breaks. */
export function contentOfText(source: string): ContentNode[] {
  const paragraphs = source.split(/\n[ \t]*\n/).filter((part) => part.trim() !== '');
  const lines = (part: string): ContentNode[] =>
    part
      .trim()
      .split('\n')
      .flatMap((line, index) => [...(index === 0 ? [] : [html('br', [])]), text(line.trim())])
      .filter((node) => node.type !== 'text' || node.text !== '');
  const [only, ...more] = paragraphs;
  if (only === undefined) return [];
  return more.length === 0 ? lines(only) : paragraphs.map((part) => html('p', lines(part)));
}

/** The content as blocks, as an item's body holds it: what stands in a line gets a paragraph. */
export function asBlocks(nodes: readonly ContentNode[]): ContentNode[] {
  const blocks: ContentNode[] = [];
  let line: ContentNode[] = [];
  const flush = () => {
    if (line.some((node) => node.type !== 'text' || !isBlank(node.text))) blocks.push(html('p', line));
    line = [];
  };
  for (const node of nodes) {
    if (isBlock(node)) {
      flush();
      blocks.push(node);
    } else line.push(node);
  }
  flush();
  return blocks;
}

/** What stands in a line: of a single paragraph its content; undefined for several blocks. */
export function asLine(nodes: readonly ContentNode[]): readonly ContentNode[] | undefined {
  const [first, ...others] = nodes;
  if (first?.type === 'element' && first.name === 'p' && others.length === 0) return first.children;
  return nodes.some(isBlock) ? undefined : nodes;
}

/** Whether the node stands on lines of its own; interactions and gaps in these texts stand in a line. */
function isBlock(node: ContentNode): boolean {
  if (node.type === 'rubric') return true;
  return node.type === 'element' && node.namespace === 'html' && HTML_ELEMENTS[node.name]?.group !== 'inline';
}
