import { describe, expect, it } from 'vitest';
import { BASE_TYPES, type BaseType, type Scalar } from '../model/value.ts';
import { formatIsoDuration } from './duration.ts';
import { formatLiteral, parseLiteral } from './literal.ts';

describe('a literal', () => {
  it.each<[BaseType, string, Scalar | undefined]>([
    ['integer', '7', 7],
    ['integer', ' +7\n', 7],
    ['integer', '-0', 0],
    ['integer', '2147483647', 2147483647],
    ['integer', '-2147483648', -2147483648],
    ['integer', '2147483648', undefined],
    ['integer', '1.0', undefined],
    ['integer', '1e3', undefined],
    ['integer', '0x10', undefined],
    ['integer', '', undefined],
    ['integer', '1 2', undefined],
    ['float', '1e-3', 0.001],
    ['float', '.5', 0.5],
    ['float', '5.', 5],
    ['float', 'INF', undefined],
    ['float', 'NaN', undefined],
    ['float', '1e999', undefined],
    ['float', '1,5', undefined],
    ['float', '٣', undefined],
    ['boolean', 'true', true],
    ['boolean', ' 0 ', false],
    ['boolean', 'True', undefined],
    ['boolean', 'yes', undefined],
    ['identifier', ' _a-1.x ', '_a-1.x'],
    ['identifier', 'é', 'é'],
    ['identifier', '1a', '1a'],
    ['identifier', '-a', undefined],
    ['directedPair', '1 2', '1 2'],
    ['identifier', 'a:b', undefined],
    ['identifier', 'a b', undefined],
    ['pair', ' A \t B ', 'A B'],
    ['pair', 'A', undefined],
    ['pair', 'A B C', undefined],
    ['directedPair', 'B A', 'B A'],
    ['point', '10  +20', '10 20'],
    ['point', '-1 0', '-1 0'],
    ['point', '1.5 2', undefined],
    ['point', '1', undefined],
    ['point', '1 2 3', undefined],
    ['duration', '90', 90],
    ['duration', '0.5', 0.5],
    ['duration', '-1', undefined],
    ['duration', 'PT1H30M', 5400],
    ['duration', 'P1DT2S', 86402],
    ['duration', 'PT0.25S', 0.25],
    ['duration', 'P', undefined],
    ['duration', 'PT', undefined],
    ['duration', 'P1DT', undefined],
    ['duration', 'P1Y', undefined],
    ['duration', '-PT1S', undefined],
    ['string', ' a ', ' a '],
    ['string', '', ''],
    ['uri', ' https://example.org/a ', 'https://example.org/a'],
    ['uri', ' ', undefined],
    ['file', 'a.pdf', 'a.pdf'],
  ])('%s %j is %j', (baseType, text, value) => {
    expect(parseLiteral(text, baseType)).toBe(value);
  });

  it.each<[BaseType, Scalar]>([
    ['boolean', false],
    ['directedPair', 'A B'],
    ['duration', 90.5],
    ['file', 'a.pdf'],
    ['float', -1.5e-7],
    ['identifier', 'A'],
    ['integer', -3],
    ['pair', 'A B'],
    ['point', '1 2'],
    ['string', ' a '],
    ['uri', 'https://example.org/'],
  ])('written and read again, %s %j is the same', (baseType, value) => {
    expect(parseLiteral(formatLiteral(value, baseType), baseType)).toBe(value);
  });

  it('of a float that is not finite is that of XML Schema', () => {
    expect([Infinity, -Infinity, Number.NaN].map((value) => formatLiteral(value, 'float'))).toEqual([
      'INF',
      '-INF',
      'NaN',
    ]);
  });

  it('that is hostile is read at once, in every base type', () => {
    const texts = [
      `${'1'.repeat(500_000)}x`,
      `${' '.repeat(500_000)}x${' '.repeat(500_000)}y`,
      `P${'T'.repeat(500_000)}`,
    ];
    const start = performance.now();
    for (const baseType of BASE_TYPES) for (const text of texts) parseLiteral(text, baseType);
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});

describe('a duration in ISO 8601', () => {
  it.each([
    [0, 'PT0S'],
    [0.5, 'PT0.5S'],
    [60, 'PT1M'],
    [5400, 'PT1H30M'],
    [90_000, 'PT25H'],
    [59.999_999_999_9, 'PT1M'],
    [1e-12, 'PT0S'],
  ])('%d s is %s', (seconds, text) => {
    expect(formatIsoDuration(seconds)).toBe(text);
  });

  it('has no exponent, however long it is', () => {
    expect(formatIsoDuration(1e30)).toMatch(/^PT\d{27}H/);
  });
});
