import type { ContentNode } from '../model/content.ts';
import type { InteractionNode } from '../model/interaction.ts';
import { nodesOf } from '../model/walk.ts';

/** The identifiers of which the interaction's answers are made; undefined for one that is not answered by choices. */
export function choicesOf(interaction: InteractionNode): ReadonlySet<string> | undefined {
  switch (interaction.interaction) {
    case 'choice':
    case 'order':
    case 'inline-choice':
    case 'associate':
      return identifiers(interaction.choices);
    case 'match':
      return identifiers(interaction.sets.flat());
    case 'gap-match':
      return identifiers([...interaction.choices, ...marked(interaction.content, 'gap')]);
    case 'hottext':
      return identifiers(marked(interaction.content, 'hottext'));
    case 'hotspot':
    case 'graphic-order':
    case 'graphic-associate':
      return identifiers(interaction.hotspots);
    case 'graphic-gap-match':
      return identifiers([...interaction.choices, ...interaction.hotspots]);
    default:
      return undefined;
  }
}

function identifiers(choices: readonly { readonly identifier: string }[]): ReadonlySet<string> {
  return new Set(choices.map(({ identifier }) => identifier));
}

function marked(nodes: readonly ContentNode[], type: 'gap' | 'hottext'): { readonly identifier: string }[] {
  return [...nodesOf(nodes)].flatMap((node) => (node.type === type && 'identifier' in node ? [node] : []));
}
