import type { Card, Catalog, ContentNode } from '@testamur/qti';
import { describe, expect, it } from 'vitest';
import { allSupports, entriesFor, supportsFor, supportsIn } from './cards.ts';

const words = (text: string): ContentNode[] => [{ type: 'text', text }];
const entry = (language: string | null, text: string, isDefault = false): Card['entries'][number] => ({
  language,
  isDefault,
  data: {},
  content: words(text),
  files: [],
});
const card = (support: string, ...entries: Card['entries'][number][]): Card => ({ support, entries });
const catalogs: readonly Catalog[] = [
  {
    identifier: 'g',
    cards: [
      card('braille', entry(null, 'dots')),
      card('keyword-translation', entry('es', 'archivo'), entry('ar', 'ملف')),
      card('glossary-on-screen', entry('fr', 'fichier'), entry('en', 'a list', true)),
      card('ext:own-thing', entry(null, 'own')),
      card('spoken', entry(null, 'said aloud')),
      card('long-description', entry(null, ' ')),
    ],
  },
];

const said = (found: readonly Card['entries'][number][]) =>
  found.map(({ content }) => (content[0]?.type === 'text' ? content[0].text : ''));

describe('the entries of a card', () => {
  const glossary = card('glossary-on-screen', entry('fr', 'fr'), entry('pt-BR', 'pt'), entry('en', 'en', true));
  it('are the one in the wanted language, by the same language when no tag is the very same', () => {
    expect(said(entriesFor(glossary, 'fr', 'en'))).toEqual(['fr']);
    expect(said(entriesFor(glossary, 'pt-PT', 'en'))).toEqual(['pt']);
  });
  it('else the default of the author; the language of the item counts where none is wanted', () => {
    expect(said(entriesFor(glossary, 'ja', 'fr'))).toEqual(['en']);
    expect(said(entriesFor(glossary, undefined, 'fr'))).toEqual(['fr']);
  });
  it('of a translation are none in another language than the wanted, and all where nothing is said', () => {
    const translation = card('keyword-translation', entry('es', 'es'), entry('ar', 'ar'));
    expect(said(entriesFor(translation, 'ja', 'en'))).toEqual([]);
    expect(said(entriesFor(translation, undefined, 'en'))).toEqual(['es', 'ar']);
  });
});

describe('the supports for an element', () => {
  it('come in the order of their use, each shown in its way; those without content are left out', () => {
    const found = supportsFor(catalogs, 'g', allSupports, 'en');
    expect(found.map(({ name, kind }) => [name, kind])).toEqual([
      ['glossary-on-screen', 'panel'],
      ['keyword-translation', 'panel'],
      ['spoken', 'speech'],
      ['braille', 'below'],
      ['ext:own-thing', 'below'],
    ]);
  });
  it('are those that are shown, and none for a catalog that is not there', () => {
    const wishes = { shown: ['braille'], languages: {} };
    expect(supportsFor(catalogs, 'g', wishes, 'en').map(({ name }) => name)).toEqual(['braille']);
    expect(supportsFor(catalogs, 'other', allSupports, 'en')).toEqual([]);
  });
  it('are listed once each for the menu', () => {
    expect(supportsIn([...catalogs, ...catalogs])).toHaveLength(6);
  });
});
