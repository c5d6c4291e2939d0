import type { ContentNode, ElementNode } from '../model/content.ts';
import { relativeAddress, resolvePath } from './path.ts';

const ADDRESSES: readonly string[] = ['src', 'href', 'data', 'poster'];

/** Content that has moved from a folder to another: addresses inside the package are written as seen from there. */
export function rebaseContent(nodes: readonly ContentNode[], from: string, to: string): readonly ContentNode[] {
  return from === to ? nodes : nodes.map((node) => rebase(node, from, to));
}

function rebase(node: ContentNode, from: string, to: string): ContentNode {
  switch (node.type) {
    case 'element':
      return { ...rebaseElement(node, from, to), children: rebaseContent(node.children, from, to) };
    case 'rubric':
    case 'feedback':
    case 'template':
    case 'hottext':
      return { ...node, content: rebaseContent(node.content, from, to) };
    default:
      return node;
  }
}

function rebaseElement(node: ElementNode, from: string, to: string): ElementNode {
  const attributes = Object.entries(node.attributes).map(([name, value]): [string, string] => {
    if (!ADDRESSES.includes(name) || value.startsWith('#')) return [name, value];
    const target = resolvePath(from, value);
    const rest = /[?#].*$/s.exec(value)?.[0] ?? '';
    return [name, target.kind === 'inside' ? relativeAddress(to, target.path) + rest : value];
  });
  return { ...node, attributes: Object.fromEntries(attributes) };
}
