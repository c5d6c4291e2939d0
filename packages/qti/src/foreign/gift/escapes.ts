/** Characters with a meaning in GIFT; a backslash before one takes it away. */
const SPECIAL = '~=#{}:\\';
/** Characters for private use stand in for them meanwhile; no text means anything by these. */
const STAND_INS = 0xe010;

/** Hides escaped characters, so that what is left of them has its meaning. */
export function hideEscapes(source: string): string {
  return source
    .replace(/[\uE010-\uE017]/g, '')
    .replace(/\\([~=#{}:\\n])/g, (_, character: string) =>
      character === 'n' ? '\n' : String.fromCharCode(STAND_INS + SPECIAL.indexOf(character)),
    );
}

/** The text with the hidden characters as themselves. */
export function showEscapes(text: string): string {
  return text.replace(/[\uE010-\uE016]/g, (character) => SPECIAL.charAt(character.charCodeAt(0) - STAND_INS));
}
