import { expect, it } from 'vitest';
import { inSentence } from './in-sentence.ts';

it.each([
  ['Exam fee', 'en', 'exam fee'],
  ['After payment', 'en-XA', 'after payment'],
  ['CALT exam', 'en', 'CALT exam'],
  ['A paper', 'en', 'A paper'],
  ['Gebühr', 'de', 'Gebühr'],
  ['', 'en', ''],
])('the title "%s" (%s) is "%s" inside a sentence', (title, locale, expected) => {
  expect(inSentence(title, locale)).toBe(expected);
});
