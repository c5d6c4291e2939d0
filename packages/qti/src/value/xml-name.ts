/** The characters that begin a name of XML 1.0 (fifth edition), but for the colon; for a character class with flag u. */
export const NAME_START =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';

/** The characters that go on with a name, but for the colon. */
export const NAME_CHARACTER = `${NAME_START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040`;

const IDENTIFIER = new RegExp(`^[${NAME_START}][${NAME_CHARACTER}]*$`, 'u');

/** Whether the text is an identifier (QTI 3.0 ASI information model, base type identifier): an XML name without a colon. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

const LOOSE_IDENTIFIER = new RegExp(`^[0-9${NAME_START}][${NAME_CHARACTER}]*$`, 'u');

/** As `isIdentifier`, and such as begin with a digit: no identifiers of QTI, but what many tools export for them. */
export function isLooseIdentifier(text: string): boolean {
  return LOOSE_IDENTIFIER.test(text);
}
