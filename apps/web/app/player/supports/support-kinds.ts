/**
 * How a support of a catalog is shown: `panel`: on request, beside what it helps with; `below`: a disclosure under it;
 * `speech`: not shown, it is what is read aloud.
 */
export type SupportKind = 'panel' | 'below' | 'speech';

/** The supports that QTI names (class Card, attribute support), in the order in which they are offered. */
const KINDS = {
  'glossary-on-screen': 'panel',
  'keyword-translation': 'panel',
  'illustrated-glossary': 'panel',
  'sign-language': 'panel',
  video: 'panel',
  'audio-description': 'panel',
  spoken: 'speech',
  'simplified-language-portions': 'below',
  'linguistic-guidance': 'below',
  'item-translation': 'below',
  'simplified-graphics': 'below',
  'alternative-text': 'below',
  'long-description': 'below',
  transcript: 'below',
  captions: 'below',
  tactile: 'below',
  braille: 'below',
  'additional-directions': 'below',
  'keyboard-directions': 'below',
  encouragement: 'below',
} as const satisfies Record<string, SupportKind>;

export type KnownSupport = keyof typeof KINDS;
export const knownSupports = Object.keys(KINDS) as KnownSupport[];

const isKnown = (name: string): name is KnownSupport => Object.hasOwn(KINDS, name);

/** The name that QTI knows: an extension such as `ext:illustrated-glossary` is what it says. Undefined for any other. */
export const knownSupport = (support: string): KnownSupport | undefined => {
  const name = support.trim().toLowerCase().replace(/^ext:/, '');
  return isKnown(name) ? name : undefined;
};

/** Supports of other names are words that their authors meant to be read. */
export const kindOf = (support: string): SupportKind => {
  const known = knownSupport(support);
  return known === undefined ? 'below' : KINDS[known];
};

/** Where the support stands among the others. */
export const rankOf = (support: string): number => {
  const known = knownSupport(support);
  return known === undefined ? knownSupports.length : knownSupports.indexOf(known);
};

/** Of these, one language is of no use to who wanted another. */
export const isTranslation = (support: string): boolean =>
  ['keyword-translation', 'item-translation', 'sign-language'].includes(knownSupport(support) ?? '');
