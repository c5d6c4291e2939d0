import type { ContentNode, RubricNode } from '../model/content.ts';
import { ID_REFERENCES, isRelative, URL_ATTRIBUTES } from '../parse/html.ts';

/**
 * Turns a reference into the item's package (`images/sign.png`) into the address where the file is served; undefined
 * when there is none.
 */
export type ResolveMedia = (reference: string) => string | undefined;

/** How content is made ready for one page. */
export interface Presentation {
  /** Put before every id, so that the ids of many items on one page differ and shadow nothing of the page. */
  readonly idPrefix: string;
  readonly resolve: ResolveMedia;
  readonly showRubric: (rubric: RubricNode) => boolean;
}

/** A copy of the content for one page: hidden rubric blocks gone, ids prefixed, package references resolved. */
export function present(nodes: readonly ContentNode[], how: Presentation): ContentNode[] {
  return nodes.flatMap((node): ContentNode[] => {
    switch (node.type) {
      case 'text':
        return [node];
      case 'element':
        return [
          { ...node, attributes: presentAttributes(node.attributes, how), children: present(node.children, how) },
        ];
      case 'interaction': {
        const choices = node.choices.map((choice) => ({ ...choice, content: present(choice.content, how) }));
        return [{ ...node, prompt: present(node.prompt, how), choices }];
      }
      case 'rubric':
        return how.showRubric(node) ? [{ ...node, content: present(node.content, how) }] : [];
    }
    return [];
  });
}

function presentAttributes(attributes: Readonly<Record<string, string>>, how: Presentation): Record<string, string> {
  const entries = Object.entries(attributes).flatMap(([name, value]): [string, string][] => {
    if (name === 'id') return [[name, how.idPrefix + value]];
    if (ID_REFERENCES.includes(name)) {
      const prefixed = value.split(' ').map((id) => how.idPrefix + id);
      return [[name, prefixed.join(' ')]];
    }
    if (!URL_ATTRIBUTES.includes(name) || !isRelative(value)) return [[name, value]];
    // Left as it is, a relative reference would be a request to whatever page shows the item.
    const address = how.resolve(value);
    return address === undefined ? [] : [[name, address]];
  });
  return Object.fromEntries(entries);
}
