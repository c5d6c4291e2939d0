/** A text with a capital at its beginning; a Greek letter there is a symbol and stays. */
export const capital = (text: string): string => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());

/** A remark as a sentence: a capital at its beginning, a period at its end. */
export const sentence = (text: string): string => `${capital(text).replace(/\.$/, '')}.`;
