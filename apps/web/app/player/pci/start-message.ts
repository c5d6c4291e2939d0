import type { ContentNode, PlainValue, PlainValues, PortableCustomInteraction } from '@testamur/qti';
import { toPciJson } from './pci-json.ts';
import type { StartMessage } from './protocol.ts';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

const empty = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'source', 'track', 'wbr']);

/** Content as HTML for the sandbox. `addressOf` turns the address of an image into one that can be shown there. */
export const markupOf = (nodes: readonly ContentNode[], addressOf: (address: string) => string | undefined): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return escaped(node.text);
      if (node.type !== 'element') return '';
      const attributes = Object.entries(node.attributes).map(([name, value]) => {
        const shown = name === 'src' ? addressOf(value) : value;
        return shown === undefined ? '' : ` ${name}="${escaped(shown)}"`;
      });
      const open = `<${node.name}${attributes.join('')}>`;
      return empty.has(node.name) ? open : `${open}${markupOf(node.children, addressOf)}</${node.name}>`;
    })
    .join('');

/** The addresses of images in the content. */
export const imagesIn = (nodes: readonly ContentNode[]): string[] =>
  nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    const own = node.name === 'img' && node.attributes.src !== undefined ? [node.attributes.src] : [];
    return [...own, ...imagesIn(node.children)];
  });

/** `data-` attributes as properties, named as `dataset` names them: `max-taps` is maxTaps. */
export const propertiesOf = (data: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );

const variablesOf = (names: readonly string[], values: PlainValues): Record<string, unknown> =>
  Object.fromEntries(
    names.map((name) => {
      const value = values[name] ?? null;
      return [name, toPciJson(value, { cardinality: Array.isArray(value) ? 'multiple' : 'single', baseType: null })];
    }),
  );

interface StartFacts {
  readonly interaction: PortableCustomInteraction;
  readonly nonce: string;
  readonly value: PlainValue;
  readonly state: string | null;
  readonly variables: PlainValues;
  readonly markup: string;
  readonly styles: readonly string[];
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly status: StartMessage['status'];
}

/** The start of an interaction in its sandbox, with nothing in it but what is its own. */
export const startMessageOf = (facts: StartFacts): StartMessage => {
  const { interaction, value, variables, ...rest } = facts;
  const { responseIdentifier, customInteractionTypeIdentifier, module } = interaction;
  return {
    testamur: 'pci',
    type: 'start',
    ...rest,
    typeIdentifier: customInteractionTypeIdentifier,
    module,
    responseIdentifier,
    properties: propertiesOf(interaction.data),
    boundTo: { [responseIdentifier]: toPciJson(value, interaction) },
    templateVariables: variablesOf(interaction.templateVariables, variables),
    contextVariables: variablesOf(interaction.contextVariables, variables),
  };
};
