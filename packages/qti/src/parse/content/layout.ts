import type { ContentNode } from '../../model/content.ts';
import { isBlank } from '../../xml/tree.ts';
import { HTML_ELEMENTS } from './html-elements.ts';

const IN_LINE = new Set(['inline-choice', 'text-entry', 'end-attempt']);

/**
 * Blank text beside a block or at the end of one is layout of the source and never shown; between words it is the space
 * between them. `inLine`: the nodes stand in a line themselves.
 */
export function withoutLayout(nodes: readonly ContentNode[], inLine: boolean): ContentNode[] {
  return nodes.filter((node, index) => {
    if (node.type !== 'text' || !isBlank(node.text)) return true;
    if (nodes.length === 1) return inLine;
    return !isBorder(nodes[index - 1], inLine) && !isBorder(nodes[index + 1], inLine);
  });
}

function isBorder(node: ContentNode | undefined, inLine: boolean): boolean {
  return node === undefined ? !inLine : isBlock(node);
}

/** Whether the node stands on lines of its own. */
function isBlock(node: ContentNode): boolean {
  switch (node.type) {
    case 'interaction':
      return !IN_LINE.has(node.interaction);
    case 'rubric':
      return true;
    case 'feedback':
    case 'template':
      return node.display === 'block';
    case 'element':
      if (node.namespace !== 'html') return node.attributes.display === 'block';
      return HTML_ELEMENTS[node.name]?.group !== 'inline';
    default:
      return false;
  }
}
