/** English ICU messages of one feature by key. */
export type Messages<Key extends string = string> = Readonly<Record<Key, string>>;

/**
 * Declares the words of a feature: ICU MessageFormat, in English. A key says what the words are for; the words say what
 * people read.
 *
 *     export const messages = defineMessages({ rows: '{count, plural, one {# row} other {# rows}}' });
 */
export const defineMessages = <const M extends Messages>(messages: M): M => messages;
