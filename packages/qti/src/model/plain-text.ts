import type { ContentNode } from './content.ts';
import { partsOf } from './walk.ts';

/** Elements that stand in the line, so that words at their borders run on. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code dfn em i img kbd mark q rb rp rt ruby s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);

const INLINE_INTERACTIONS = new Set(['inline-choice', 'text-entry', 'end-attempt']);

/**
 * The words of the content as one line: for lists, search and spreadsheets. White space is collapsed; an image gives its
 * alternative text, a gap and an inline interaction "____"; other interactions give prompt and choices.
 */
export function plainText(nodes: readonly ContentNode[]): string {
  return rawText(nodes)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

function rawText(nodes: readonly ContentNode[]): string {
  return nodes.map(rawTextOf).join('');
}

function rawTextOf(node: ContentNode): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'element': {
      const inner = node.name === 'img' ? (node.attributes.alt ?? '') : rawText(node.children);
      return INLINE.has(node.name) || node.namespace === 'math' ? inner : ` ${inner} `;
    }
    case 'interaction':
      if (INLINE_INTERACTIONS.has(node.interaction)) return '____';
      return ` ${partsOf(node).map(rawText).join(' ')} `;
    case 'gap':
      return '____';
    case 'printed-variable':
      return `[${node.identifier}]`;
    case 'hottext':
      return rawText(node.content);
    case 'feedback':
    case 'template':
      return node.display === 'inline' ? rawText(node.content) : ` ${rawText(node.content)} `;
    case 'rubric':
      return ` ${rawText(node.content)} `;
  }
}
