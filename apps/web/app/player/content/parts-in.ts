import type { ContentNode, GapNode, HottextNode } from '@testamur/qti';

const inside = (node: ContentNode): readonly ContentNode[] => {
  if (node.type === 'element') return node.children;
  if (node.type === 'rubric' || node.type === 'feedback' || node.type === 'template') return node.content;
  return [];
};

const all = (nodes: readonly ContentNode[]): readonly ContentNode[] =>
  nodes.flatMap((node) => [node, ...all(inside(node))]);

/** The gaps in a gap match interaction's content, in their order. */
export const gapsIn = (nodes: readonly ContentNode[]): readonly GapNode[] =>
  all(nodes).filter((node) => node.type === 'gap');

/** The hottexts in a hottext interaction's content, in their order. */
export const hottextsIn = (nodes: readonly ContentNode[]): readonly HottextNode[] =>
  all(nodes).filter((node) => node.type === 'hottext');

/** Whether content is words alone, as a native list of options can show them. */
export const isPlain = (nodes: readonly ContentNode[]): boolean => nodes.every(({ type }) => type === 'text');
