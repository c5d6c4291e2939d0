/**
 * Characters that are never shown and that a document must not carry: control characters other than line feed and tab,
 * and the embeddings and overrides that can make a line read in another order than it was written (isolates and marks
 * stay: names in two scripts need them).
 */
const unwanted = /[\p{Cc}\u202A-\u202E\u{E0000}-\u{E007F}\uFFF9-\uFFFB]/gu;

/** Spaces of other widths: no font of ours draws them all, and a plain one says the same. */
const otherSpaces = /[\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;

/** One normal form, one kind of line break, no lone surrogates, nothing invisible that changes the meaning. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(unwanted, (character) => (character === '\n' ? '\n' : character === '\t' ? ' ' : ''))
    .replace(otherSpaces, ' ')
    .normalize('NFC');
