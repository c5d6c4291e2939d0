import type { ContentNode, InteractionNode, RubricNode } from './content.ts';

/** The interactions in the content, in document order. */
export function interactionsOf(nodes: readonly ContentNode[]): InteractionNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'interaction') return [node];
    return node.type === 'element' ? interactionsOf(node.children) : [];
  });
}

/** The rubric blocks in the content, in document order. */
export function rubricsOf(nodes: readonly ContentNode[]): RubricNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'rubric') return [node];
    return node.type === 'element' ? rubricsOf(node.children) : [];
  });
}

/** Elements that stand on lines of their own, so that words at their borders do not run together. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code dfn em i img kbd q rb rp rt ruby samp small span strong sub sup var'.split(' '),
);

/**
 * The words of the content as one line: for lists, search and spreadsheets. White space is collapsed; an image gives
 * its alternative text; interactions give prompt and choices.
 */
export function plainText(nodes: readonly ContentNode[]): string {
  return rawText(nodes)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

function rawText(nodes: readonly ContentNode[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.text;
        case 'element': {
          const inner = node.name === 'img' ? (node.attributes.alt ?? '') : rawText(node.children);
          return INLINE.has(node.name) ? inner : ` ${inner} `;
        }
        case 'rubric':
          return ` ${rawText(node.content)} `;
        case 'interaction':
          return ` ${[node.prompt, ...node.choices.map(({ content }) => content)].map(rawText).join(' ')} `;
      }
      return '';
    })
    .join('');
}
