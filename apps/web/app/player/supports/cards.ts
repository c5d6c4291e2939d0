import { type Card, type Catalog, plainText } from '@testamur/qti';
import { isTranslation, kindOf, rankOf, type SupportKind } from './support-kinds.ts';

export type CardEntry = Card['entries'][number];

/** One support for one element of the body, with what is to be shown of it. */
export interface Support {
  readonly name: string;
  readonly kind: SupportKind;
  /** More than one only where nothing says which language is wanted. */
  readonly entries: readonly CardEntry[];
}

/** What a person's needs and preferences say about supports. */
export interface SupportWishes {
  /** Names of the supports that are shown; null for all that there are. */
  readonly shown: readonly string[] | null;
  /** BCP 47, by the name of the support; that of the item where nothing is said. */
  readonly languages: Readonly<Record<string, string>>;
}

export const allSupports: SupportWishes = { shown: null, languages: {} };

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

/** The entry in the language: that of the very tag, else one of the same language. */
const inLanguage = (entries: readonly CardEntry[], wanted: string): CardEntry | undefined =>
  entries.find(({ language }) => language?.toLowerCase() === wanted.toLowerCase()) ??
  entries.find(({ language }) => language !== null && primary(language) === primary(wanted));

/**
 * The entries of a card that are shown (class Card): in the wanted language; else the one that the author made the
 * default; else, but never of a translation into a language that nobody asked for, the first.
 */
export const entriesFor = (
  card: Card,
  wanted: string | undefined,
  itemLanguage: string | null,
): readonly CardEntry[] => {
  const { entries, support } = card;
  const translation = isTranslation(support);
  if (wanted === undefined && translation) return entries;
  const language = wanted ?? itemLanguage;
  const found = language === null ? undefined : inLanguage(entries, language);
  const chosen = found ?? entries.find(({ isDefault }) => isDefault) ?? (translation ? undefined : entries[0]);
  return chosen === undefined ? [] : [chosen];
};

const hasSomething = ({ content, files }: CardEntry): boolean =>
  files.length > 0 || plainText(content).trim() !== '' || content.some(({ type }) => type === 'element');

/** The supports for the element whose data-catalog-idref is given, in the order in which they are offered. */
export const supportsFor = (
  catalogs: readonly Catalog[],
  idref: string,
  wishes: SupportWishes,
  itemLanguage: string | null,
): readonly Support[] => {
  const cards = catalogs.filter(({ identifier }) => identifier === idref).flatMap((catalog) => catalog.cards);
  return cards
    .filter(({ support }) => wishes.shown === null || wishes.shown.includes(support))
    .map((card): Support => {
      const entries = entriesFor(card, wishes.languages[card.support], itemLanguage).filter(hasSomething);
      // A recording is played by who wants to hear it; words are left to the voice.
      const recorded = kindOf(card.support) === 'speech' && entries.some(({ files }) => files.length > 0);
      return { name: card.support, kind: recorded ? 'panel' : kindOf(card.support), entries };
    })
    .filter(({ entries }) => entries.length > 0)
    .sort((one, other) => rankOf(one.name) - rankOf(other.name));
};

/** The names of all supports that the catalogs have, each once, in the order in which they are offered. */
export const supportsIn = (catalogs: readonly Catalog[]): readonly string[] =>
  [...new Set(catalogs.flatMap(({ cards }) => cards.map(({ support }) => support)))].sort(
    (one, other) => rankOf(one) - rankOf(other) || (one < other ? -1 : 1),
  );
