import { describe, expect, it } from 'vitest';
import { periodInWords } from './period.ts';

describe('a period in words', () => {
  it('counts whole years as years from two years on', () => {
    expect(periodInWords('P36M', 'en')).toBe('3 years');
    expect(periodInWords('P12M', 'en')).toBe('12 months');
    expect(periodInWords('P1Y', 'en')).toBe('1 year');
  });
  it('keeps days as days', () => {
    expect(periodInWords('P30D', 'en')).toBe('30 days');
    expect(periodInWords('P1D', 'en')).toBe('1 day');
  });
});
