import { NAME_CHARACTER, NAME_START } from '../../value/xml-name.ts';

/** Whether a character (one code point) is in a class. */
export type CharacterTest = (character: string) => boolean;

/** XML Schema's classes by the letter after the backslash; capitals are their complements. */
const MULTI: Readonly<Record<string, RegExp>> = {
  s: /^[ \t\n\r]$/,
  i: new RegExp(`^[:${NAME_START}]$`, 'u'),
  c: new RegExp(`^[:${NAME_CHARACTER}]$`, 'u'),
  d: /^\p{Nd}$/u,
  w: /^[^\p{P}\p{Z}\p{C}]$/u,
};

const SINGLE: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Characters that a backslash may stand before, to be themselves. */
const ESCAPABLE = '\\|.?*+(){}-[]^$/';

/** The test of a multi-character escape such as \d; undefined for another letter. */
export function escapedClass(letter: string): CharacterTest | undefined {
  const lower = letter.toLowerCase();
  const pattern = Object.hasOwn(MULTI, lower) ? MULTI[lower] : undefined;
  if (pattern === undefined) return undefined;
  return letter === lower ? (character) => pattern.test(character) : (character) => !pattern.test(character);
}

/** The character of an escape such as \n or \.; undefined for another letter. */
export function escapedCharacter(letter: string): string | undefined {
  return SINGLE.get(letter) ?? (letter !== '' && ESCAPABLE.includes(letter) ? letter : undefined);
}

/** The blocks of Unicode that patterns of items are likely to name, by XML Schema's names; first and last code point. */
const BLOCKS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['BasicLatin', [0x0, 0x7f]],
  ['Latin-1Supplement', [0x80, 0xff]],
  ['LatinExtended-A', [0x100, 0x17f]],
  ['LatinExtended-B', [0x180, 0x24f]],
  ['IPAExtensions', [0x250, 0x2af]],
  ['CombiningDiacriticalMarks', [0x300, 0x36f]],
  ['Greek', [0x370, 0x3ff]],
  ['GreekandCoptic', [0x370, 0x3ff]],
  ['Cyrillic', [0x400, 0x4ff]],
  ['Armenian', [0x530, 0x58f]],
  ['Hebrew', [0x590, 0x5ff]],
  ['Arabic', [0x600, 0x6ff]],
  ['Devanagari', [0x900, 0x97f]],
  ['Bengali', [0x980, 0x9ff]],
  ['Thai', [0xe00, 0xe7f]],
  ['Georgian', [0x10a0, 0x10ff]],
  ['HangulJamo', [0x1100, 0x11ff]],
  ['LatinExtendedAdditional', [0x1e00, 0x1eff]],
  ['GreekExtended', [0x1f00, 0x1fff]],
  ['GeneralPunctuation', [0x2000, 0x206f]],
  ['SuperscriptsandSubscripts', [0x2070, 0x209f]],
  ['CurrencySymbols', [0x20a0, 0x20cf]],
  ['LetterlikeSymbols', [0x2100, 0x214f]],
  ['NumberForms', [0x2150, 0x218f]],
  ['Arrows', [0x2190, 0x21ff]],
  ['MathematicalOperators', [0x2200, 0x22ff]],
  ['GeometricShapes', [0x25a0, 0x25ff]],
  ['CJKSymbolsandPunctuation', [0x3000, 0x303f]],
  ['Hiragana', [0x3040, 0x309f]],
  ['Katakana', [0x30a0, 0x30ff]],
  ['CJKUnifiedIdeographs', [0x4e00, 0x9fff]],
  ['HangulSyllables', [0xac00, 0xd7a3]],
]);

/** The test of \p{name}: a general category such as Lu, or a block such as IsGreek; undefined for another name. */
export function namedClass(name: string): CharacterTest | undefined {
  if (name.startsWith('Is')) {
    const block = BLOCKS.get(name.slice(2));
    if (block === undefined) return undefined;
    const [first, last] = block;
    return (character) => {
      const point = character.codePointAt(0) ?? -1;
      return point >= first && point <= last;
    };
  }
  if (!/^(L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/.test(name)) return undefined;
  const pattern = new RegExp(`^\\p{${name}}$`, 'u');
  return (character) => pattern.test(character);
}
