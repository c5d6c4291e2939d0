/** Letters that stay whole when accents are taken off. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** The words of a name in lower case and without accents: letters and digits alone, each word once. */
export const wordsOf = (text: string): readonly string[] => {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => plain[letter] ?? letter)
    // An apostrophe belongs to its word.
    .replace(/['’ʼ]/g, '');
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu) ?? [])];
};

/** As text of PostgreSQL's tsvector; words hold nothing that would have to be escaped. */
export const asVector = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' ');

/** As text of a tsquery in which each word begins a word of the name. */
export const asPrefixQuery = (words: readonly string[]): string => words.map((word) => `'${word}':*`).join(' & ');
