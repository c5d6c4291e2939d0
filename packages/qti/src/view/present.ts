import type { ConditionalNode, ContentNode, ElementNode } from '../model/content.ts';
import type { PlainValue } from '../model/value.ts';
import { presentAttributes, presentClasses } from './present-attributes.ts';
import { presentInteraction, settled } from './present-interaction.ts';
import type { Presentation } from './presentation.ts';

/**
 * A copy of the content for one page: what is hidden is gone, variables are printed, ids prefixed, package references
 * resolved. Feedback and template content become plain elements of the classes `qti-feedback` and `qti-template-content`, so that
 * neither their identifiers nor their variables go out.
 */
export function present(nodes: readonly ContentNode[], how: Presentation): ContentNode[] {
  return nodes.flatMap((node) => presentNode(node, how));
}

function presentNode(node: ContentNode, how: Presentation): ContentNode[] {
  switch (node.type) {
    case 'text':
      return [node];
    case 'element':
      return [presentElement(node, how)];
    case 'interaction':
      return [presentInteraction(node, how)];
    case 'rubric': {
      if (!how.showRubric(node)) return [];
      const id = node.id === null ? null : how.idPrefix + node.id;
      return [{ ...node, id, classes: presentClasses(node.classes, how), content: present(node.content, how) }];
    }
    case 'feedback':
    case 'template':
      return how.shows(node) ? [presentConditional(node, how)] : [];
    case 'printed-variable':
      return [{ type: 'text', text: how.print(node) }];
    case 'hottext':
      return settled([node], how).map((shown) => ({ ...shown, content: present(shown.content, how) }));
    case 'gap':
      return settled([node], how).map((shown) => ({ ...shown, classes: presentClasses(shown.classes, how) }));
  }
}

function presentElement(node: ElementNode, how: Presentation): ElementNode {
  const printed = node.namespace === 'math' ? mathValueOf(node, how) : undefined;
  if (printed !== undefined) {
    const name = typeof printed === 'number' ? 'mn' : node.name;
    return { ...node, name, attributes: {}, children: [{ type: 'text', text: String(printed) }] };
  }
  return { ...node, attributes: presentAttributes(node.attributes, how), children: present(node.children, how) };
}

/** The value of a template variable whose name is all that `<mi>` or `<ci>` holds (attribute math-variable). */
function mathValueOf(node: ElementNode, how: Presentation): PlainValue | undefined {
  if (node.name !== 'mi' && node.name !== 'ci') return undefined;
  const [only, ...more] = node.children;
  if (only?.type !== 'text' || more.length > 0) return undefined;
  return how.mathValue(only.text.trim()) ?? undefined;
}

function presentConditional(node: ConditionalNode, how: Presentation): ElementNode {
  const kind = node.type === 'feedback' ? 'qti-feedback' : 'qti-template-content';
  return {
    type: 'element',
    namespace: 'html',
    name: node.display === 'inline' ? 'span' : 'div',
    attributes: { class: [kind, ...presentClasses(node.classes, how)].join(' ') },
    children: present(node.content, how),
  };
}
