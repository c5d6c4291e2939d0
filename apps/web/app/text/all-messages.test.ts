import { describe, expect, it } from 'vitest';
import { compile } from './format.ts';
import { type Locale, locales, pseudoLocales } from './locales.ts';
import type { Messages } from './messages.ts';

const modules = import.meta.glob<Record<string, unknown>>('../**/*{messages,words}.ts', { eager: true });

const isMessages = (value: unknown): value is Messages =>
  typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');

const everyLocale: readonly Locale[] = [...locales, ...pseudoLocales];

/** What is wrong with some messages; empty when all can be shown and are said as this site says things. */
const faults = (messages: Messages): string[] =>
  Object.entries(messages).flatMap(([key, message]) => [
    ...everyLocale.flatMap((locale) => {
      try {
        compile(message, locale);
        return [];
      } catch (error) {
        return [`${key} in ${locale}: ${String(error)}`];
      }
    }),
    ...(/!|\p{Extended_Pictographic}/u.test(message)
      ? [`${key}: exclamation marks and emoji are not for offices`]
      : []),
    ...(/\bare you sure\b|^(ok|submit)$/i.test(message) && key !== 'statistic.ok' ? [`${key}: name the act`] : []),
    ...(/\b(question|student)s?\b/i.test(message) ? [`${key}: the field says item and candidate`] : []),
  ]);

describe('messages', () => {
  it('of every feature can be shown in every language', () => {
    const found = Object.entries(modules).flatMap(([file, exports]) =>
      Object.values(exports)
        .filter(isMessages)
        .map((messages) => ({ file, faults: faults(messages) })),
    );
    expect(found.length).toBeGreaterThan(4);
    expect(found.filter((each) => each.faults.length > 0)).toEqual([]);
  });

  it('that are broken or badly said are found', () => {
    expect(faults({ a: '{count, plural, one {row}}', b: 'Well done!', c: 'Submit', d: 'Question 3' })).toEqual([
      expect.stringContaining('a in en:'),
      expect.stringContaining('a in en-XA:'),
      expect.stringContaining('a in ar-XB:'),
      'b: exclamation marks and emoji are not for offices',
      'c: name the act',
      'd: the field says item and candidate',
    ]);
  });
});
