import { type Choice, type ContentNode, type InteractionNode, plainText } from '@testamur/qti';

/** Something that a catalog may help with: what names the catalog, and its words. */
export interface Term {
  readonly idref: string;
  readonly words: string;
}

const MAX_WORDS = 60;

/** The words of a term, as short as a button's name has to be. */
export const wordsOf = (nodes: readonly ContentNode[]): string => {
  const words = plainText(nodes).replace(/\s+/g, ' ').trim();
  return words.length <= MAX_WORDS ? words : `${words.slice(0, MAX_WORDS).replace(/\s+\S*$/, '')}…`;
};

const within = (node: ContentNode): readonly Term[] => {
  if (node.type === 'text' || node.type === 'interaction' || node.type === 'gap' || node.type === 'printed-variable') {
    return [];
  }
  if (node.type !== 'element') return termsIn(node.content);
  const idref = node.attributes['data-catalog-idref'];
  const own = idref === undefined ? [] : [{ idref, words: wordsOf([node]) }];
  return [...own, ...termsIn(node.children)];
};

/** The terms in content, in their order, each catalog once. */
export const termsIn = (nodes: readonly ContentNode[]): readonly Term[] => {
  const terms = nodes.flatMap(within);
  return terms.filter(({ idref }, at) => terms.findIndex((other) => other.idref === idref) === at);
};

/** Those of an alternative: the alternative itself, and words in it. */
export const termsOfChoice = ({ catalogIdref, content }: Choice): readonly Term[] => [
  ...(catalogIdref === null ? [] : [{ idref: catalogIdref, words: wordsOf(content) }]),
  ...termsIn(content).filter(({ idref }) => idref !== catalogIdref),
];

const contentOf = (interaction: InteractionNode): readonly Term[] => {
  switch (interaction.interaction) {
    case 'order':
    case 'associate':
    case 'inline-choice':
      return interaction.choices.flatMap(termsOfChoice);
    case 'match':
      return interaction.sets.flat().flatMap(termsOfChoice);
    case 'gap-match':
      return [...interaction.choices.flatMap(termsOfChoice), ...termsIn(interaction.content)];
    case 'graphic-gap-match':
      return interaction.choices.flatMap(termsOfChoice);
    case 'hottext':
      return termsIn(interaction.content);
    default:
      return [];
  }
};

/** Terms that stand on controls of the interaction, where no further button can be. */
export const termsOnControls = (interaction: InteractionNode): readonly Term[] => {
  const terms = contentOf(interaction);
  return terms.filter(({ idref }, at) => terms.findIndex((other) => other.idref === idref) === at);
};
