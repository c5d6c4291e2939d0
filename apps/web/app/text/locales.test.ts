import { describe, expect, it } from 'vitest';
import { chooseLocale } from './locales.ts';

describe('the language of a reader', () => {
  it('is what they chose', () => expect(chooseLocale('en-XA', 'en')).toBe('en-XA'));
  it('is what the browser asks for, by region and by weight', () => {
    expect(chooseLocale(undefined, 'de-CH, en-GB;q=0.8')).toBe('en');
    expect(chooseLocale(undefined, 'en-US')).toBe('en');
  });
  it('is English when nothing is known', () => {
    expect(chooseLocale('klingon', null)).toBe('en');
    expect(chooseLocale(undefined, 'fr')).toBe('en');
  });
  it('is never a pseudo-language unless it was chosen', () =>
    expect(chooseLocale(undefined, 'ar-XB, en-XA')).toBe('en'));
});
