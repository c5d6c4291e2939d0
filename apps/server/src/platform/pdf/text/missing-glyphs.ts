import type { Coverage } from '../fonts/coverage.ts';

const neverDrawn = /[\p{Default_Ignorable_Code_Point}\p{White_Space}]/u;
const joiner = /[\u200D\uFE00-\uFE0F]/u;

/** `U+1F600`, the way Unicode writes it. */
const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The characters of a text that no font can show, each once, in order of appearance. */
export function findMissing(text: string, coverage: Coverage): string[] {
  const missing = new Set<string>();
  for (const character of text) {
    if (!coverage.has(character.codePointAt(0) ?? 0) && !neverDrawn.test(character)) missing.add(character);
  }
  return [...missing];
}

/** Writes what cannot be drawn by its code point, such as `[U+1F600]`, so that nothing is lost and nothing is blank. */
export function spellMissing(text: string, coverage: Coverage): string {
  let spelled = '';
  let afterMissing = false;
  for (const character of text) {
    if (!coverage.has(character.codePointAt(0) ?? 0) && !neverDrawn.test(character)) {
      spelled += `[${nameOf(character)}]`;
      afterMissing = true;
    } else if (!(afterMissing && joiner.test(character))) {
      spelled += character;
      afterMissing = false;
    }
  }
  return spelled;
}

/** A document that must not carry a substitute for a character, such as a certificate with the holder's name. */
export class MissingGlyphsError extends Error {
  override readonly name = 'MissingGlyphsError';
  readonly characters: readonly string[];

  constructor(template: string, characters: readonly string[]) {
    const list = characters.slice(0, 20).map((character) => `${character} (${nameOf(character)})`);
    const more = characters.length > list.length ? ` and ${characters.length - list.length} more` : '';
    super(
      `The ${template} cannot be made: no font has the characters ${list.join(', ')}${more}. ` +
        'Put a font that has them (for Chinese, Japanese and Korean: Noto Sans CJK) into a directory named by fontDirs.',
    );
    this.characters = characters;
  }
}
