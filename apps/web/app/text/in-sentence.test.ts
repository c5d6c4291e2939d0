import { expect, it } from 'vitest';
import { inSentence } from './in-sentence.ts';

it.each([
  ['Exam fee', 'exam fee'],
  ['After payment', 'after payment'],
  ['CALT exam', 'CALT exam'],
  ['A paper', 'A paper'],
  ['Übung', 'übung'],
  ['', ''],
])('the title "%s" is "%s" inside a sentence', (title, expected) => {
  expect(inSentence(title, 'en')).toBe(expected);
  expect(inSentence(title, 'ar-XB')).toBe(expected);
});
