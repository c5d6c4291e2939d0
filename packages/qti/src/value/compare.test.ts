import { describe, expect, it } from 'vitest';
import type { BaseType, Scalar, Value } from '../model/value.ts';
import { sameScalar, sameValue } from './compare.ts';
import { Random } from './random.ts';

const container = (cardinality: 'multiple' | 'ordered', baseType: BaseType, ...value: Scalar[]): Value => ({
  cardinality,
  baseType,
  value,
});
const field = (value: string) => ({ cardinality: 'single', baseType: 'identifier', value }) as const;

describe('values of one base type', () => {
  it('a pair is the same in either order, a directed pair is not', () => {
    expect(sameScalar('A B', 'B A', 'pair')).toBe(true);
    expect(sameScalar('A B', 'A C', 'pair')).toBe(false);
    expect(sameScalar('A B', 'B A', 'directedPair')).toBe(false);
  });

  it('strings are the same by their characters alone', () => {
    expect(sameScalar('a', 'A', 'string')).toBe(false);
    expect(sameScalar('a', 'a ', 'string')).toBe(false);
  });
});

describe('values', () => {
  it('multiple containers are the same when each value is as often in both', () => {
    const one = container('multiple', 'pair', 'A B', 'A B', 'C D');
    expect(sameValue(one, container('multiple', 'pair', 'D C', 'B A', 'A B'))).toBe(true);
    expect(sameValue(one, container('multiple', 'pair', 'D C', 'C D', 'A B'))).toBe(false);
    expect(sameValue(one, container('multiple', 'pair', 'A B', 'C D'))).toBe(false);
  });

  it('ordered containers are the same position by position', () => {
    const one = container('ordered', 'integer', 1, 2);
    expect(sameValue(one, container('ordered', 'float', 1, 2))).toBe(true);
    expect(sameValue(one, container('ordered', 'integer', 2, 1))).toBe(false);
    expect(sameValue(one, container('ordered', 'integer', 1, 2, 3))).toBe(false);
  });

  it('records are the same field by field; a field that is not there is NULL', () => {
    const one: Value = { cardinality: 'record', value: { a: field('A'), b: null } };
    expect(sameValue(one, { cardinality: 'record', value: { a: field('A') } })).toBe(true);
    expect(sameValue(one, { cardinality: 'record', value: { a: field('B') } })).toBe(false);
    expect(sameValue(one, { cardinality: 'record', value: { toString: null } })).toBe(false);
  });

  it('of different types are never the same; NULL is the same as NULL alone', () => {
    expect(sameValue(container('multiple', 'integer', 1), container('ordered', 'integer', 1))).toBe(false);
    expect(sameValue(container('multiple', 'string', 'A'), container('multiple', 'identifier', 'A'))).toBe(false);
    expect(sameValue(null, null)).toBe(true);
    expect(sameValue(null, field('A'))).toBe(false);
  });
});

describe('random numbers', () => {
  it('follow from the seed, and go on from the number of draws', () => {
    const whole = new Random(42);
    const first = Array.from({ length: 10 }, () => whole.next());
    const later = new Random(42, 5);
    expect(Array.from({ length: 5 }, () => later.next())).toEqual(first.slice(5));
    expect(later.draws).toBe(10);
    expect(new Set(first).size).toBe(10);
  });

  it('differ from seed to seed, of neighbors and of large ones', () => {
    const seeds = [0, 1, 2, -1, 2 ** 31, 2 ** 32, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER];
    expect(new Set(seeds.map((seed) => new Random(seed).next())).size).toBe(seeds.length);
  });

  it('are spread evenly: each of 10 bins holds a tenth of 100,000, within 5 standard deviations', () => {
    for (const source of [(n: number) => new Random(n).next(), (n: number) => new Random(7, n).next()]) {
      const bins = new Array<number>(10).fill(0);
      for (let n = 0; n < 100_000; n += 1) {
        const bin = Math.floor(source(n) * 10);
        bins[bin] = (bins[bin] ?? 0) + 1;
      }
      for (const size of bins) expect(Math.abs(size - 10_000)).toBeLessThan(5 * Math.sqrt(100_000 * 0.1 * 0.9));
    }
  });

  it('refuse a seed that is no safe integer', () => {
    expect(() => new Random(1.5)).toThrow(RangeError);
    expect(() => new Random(1, -1)).toThrow(RangeError);
  });
});
