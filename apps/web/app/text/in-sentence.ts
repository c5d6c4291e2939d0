import { intlLocaleOf, type Locale } from './locales.ts';

/**
 * A title inside a sentence: "Exam fee" is "exam fee" there, "CALT exam" and "A paper" stay as they are. Other languages
 * write titles as they stand.
 */
export const inSentence = (title: string, locale: Locale): string =>
  intlLocaleOf(locale).startsWith('en') && /^\p{Lu}\p{Ll}/u.test(title)
    ? `${title.charAt(0).toLowerCase()}${title.slice(1)}`
    : title;
