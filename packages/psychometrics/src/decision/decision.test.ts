import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_PRESENTED, OMITTED, responseMatrix } from '../data/index.ts';
import { dichotomousItem } from '../irt/items/item.ts';
import { Random } from '../numeric/random.ts';
import { logBeta, logChoose } from '../numeric/special.ts';
import { scored } from '../testing/reference-data.ts';
import { DECISION_METHODS, decision } from './decision.ts';
import { lee } from './irt-decision.ts';
import { decisionJson } from './json.ts';
import { presentDecision } from './present.ts';

const sat12 = scored('sat12_scored.csv');

function badNumbers(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => badNumbers(inner, `${path}.${name}`));
}

/** Candidates with beta true scores who take a test of equally difficult items twice. */
function simulate(n: number, length: number, cut: number) {
  const random = new Random(11);
  let alike = 0;
  let right = 0;
  const rows = Array.from({ length: n }, () => {
    const share = 0.2 + 0.75 * random.beta(4, 3);
    const row = Array.from({ length }, () => Number(random.uniform() < share));
    const passes = row.reduce((sum, x) => sum + x, 0) >= cut;
    if (passes === random.binomial(length, share) >= cut) alike += 1;
    if (passes === share * length >= cut) right += 1;
    return row;
  });
  return { rows, consistency: alike / n, accuracy: right / n };
}

describe('decisions', () => {
  it('are judged as a simulation with known true scores has them', () => {
    const { rows, consistency, accuracy } = simulate(20_000, 30, 18);
    const data = responseMatrix(rows);
    for (const method of ['livingston-lewis', 'hanson-brennan'] as const) {
      const result = decision(data, { cut: 18, method, bootstrap: false });
      // Shares of 20,000 candidates have a standard error of 0.003; three of them.
      expect(Math.abs((result.consistency ?? 0) - consistency)).toBeLessThan(0.01);
      expect(Math.abs((result.accuracy ?? 0) - accuracy)).toBeLessThan(0.01);
    }
  });

  it('by Huynh agree with the sum over both score distributions', () => {
    const { consistency, reliability, passRate } = decision(sat12, { cut: 18, method: 'huynh', bootstrap: false });
    const n = 32;
    const mean = 18.2016666666667;
    const total = n / (reliability ?? 1) - n;
    const a = (total * mean) / n;
    const b = total - a;
    let alike = 0;
    let passes = 0;
    for (let x = 0; x <= n; x += 1) {
      for (let y = 0; y <= n; y += 1) {
        const log = logChoose(n, x) + logChoose(n, y) + logBeta(a + x + y, 2 * n + b - x - y) - logBeta(a, b);
        if (x >= 18) passes += Math.exp(log);
        if (x >= 18 === y >= 18) alike += Math.exp(log);
      }
    }
    expect(consistency).toBeCloseTo(alike, 9);
    expect(passRate).toBeCloseTo(passes, 9);
  });

  it('falsely positive, falsely negative and right are all there is', () => {
    const { accuracy, falsePositive, falseNegative } = decision(sat12, { cut: 20, bootstrap: false });
    expect((accuracy ?? 0) + (falsePositive ?? 0) + (falseNegative ?? 0)).toBeCloseTo(1, 12);
  });

  it('a stricter cut on true scores turns false negatives into false positives', () => {
    const plain = decision(sat12, { cut: 18, bootstrap: false });
    const strict = decision(sat12, { cut: 18, trueCut: 20, bootstrap: false });
    expect(strict.falsePositive ?? 0).toBeGreaterThan(plain.falsePositive ?? 1);
    expect(strict.falseNegative ?? 1).toBeLessThan(plain.falseNegative ?? 0);
    expect(strict.consistency).toBeCloseTo(plain.consistency ?? 0, 9);
  });

  it('have bootstrap intervals that repeat with their seed and hold the estimate', () => {
    const bootstrap = { seed: 4, replicates: 60 };
    const one = decision(sat12, { cut: 18, bootstrap });
    expect(decision(sat12, { cut: 18, bootstrap }).intervals).toEqual(one.intervals);
    const [low, high] = one.intervals.consistency ?? [1, 0];
    expect(low < (one.consistency ?? 0) && (one.consistency ?? 1) < high && high - low < 0.1).toBe(true);
    expect(one.intervals.phiLambda).toBeNull();
  });
});

describe('bad data', () => {
  it('bootstrap samples without a result are counted, for the intervals leave them out', () => {
    const random = new Random(9);
    // Unrelated items: alpha is near 0, and below it in about every second sample.
    const data = responseMatrix(Array.from({ length: 40 }, () => Array.from({ length: 6 }, () => random.integer(2))));
    const options = { cut: 3, bootstrap: { seed: 1, replicates: 50 } };
    const { consistency, notices } = decision(data, options);
    expect(consistency).not.toBeNull();
    expect(notices.join(' ')).toMatch(/[1-9]\d? of 50 bootstrap samples gave no result/);
    expect(decision(sat12, { cut: 18, bootstrap: options.bootstrap }).notices.join(' ')).not.toContain(
      'bootstrap samples',
    );
  });

  it('a cut outside the scores is refused', () => {
    expect(() => decision(sat12, { cut: 0 })).toThrow(/above 0 to 32/);
    expect(() => decision(sat12, { cut: 33 })).toThrow(RangeError);
    expect(() => decision(sat12, { cut: Number.NaN })).toThrow(RangeError);
  });

  it('candidates with different forms are refused by the items they lack', () => {
    const data = responseMatrix(
      [
        [1, NOT_PRESENTED],
        [1, 0],
      ],
      { items: ['a', 'b'] },
    );
    expect(() => decision(data, { cut: 1 })).toThrow(/\(b were not presented/);
  });

  it('gives null with the reason, never NaN or Infinity', () => {
    const rows = fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 5 })).chain(([n, k]) =>
      fc.array(fc.array(fc.constantFrom(0, 1, 1, OMITTED), { minLength: k, maxLength: k }), {
        minLength: n,
        maxLength: n,
      }),
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(...DECISION_METHODS), (given, method) => {
        const data = responseMatrix(given);
        const result = decision(data, { cut: 1, method, bootstrap: { seed: 1, replicates: 3 } });
        expect(badNumbers(result)).toEqual([]);
        for (const share of [result.consistency, result.accuracy, result.falsePositive, result.falseNegative]) {
          if (share !== null) expect(share === Math.min(1 + 1e-9, Math.max(-1e-9, share))).toBe(true);
        }
        if (result.consistency === null && method !== 'phi-lambda') {
          expect(result.notices.some((text) => text.startsWith('There is no result: '))).toBe(true);
        }
      }),
    );
  });

  it('gives no share outside 0 to 1: Lord’s approximation that leaves it is refused with the reason', () => {
    // Two candidates whose scores are far apart have an approximation with a large k.
    const data = responseMatrix([
      [1, 1, 1, 1, 0, 0, 0, 0],
      [1, 1, 1, 1, 1, 1, 0, 0],
    ]);
    const { consistency, accuracy, notices } = decision(data, { cut: 3, method: 'hanson-brennan' });
    expect([consistency, accuracy]).toEqual([null, null]);
    expect(notices.join(' ')).toContain('gives shares outside 0 to 1');
  });

  it('items of several points are for Livingston and Lewis only', () => {
    const data = responseMatrix(Array.from({ length: 40 }, (_, p) => [p % 4, (p + 1) % 4, Math.min(3, p % 5)]));
    const text = (method: 'hanson-brennan' | 'subkoviak'): string =>
      decision(data, { cut: 4, method }).notices.join(' ');
    expect(text('hanson-brennan')).toMatch(/items scored 0 and 1/);
    expect(text('subkoviak')).toMatch(/items scored 0 and 1/);
  });
});

describe('what others build on', () => {
  it('the JSON has the fixed names, with null for what a method does not give', () => {
    const json = decisionJson(decision(sat12, { cut: 18, method: 'phi-lambda', bootstrap: false }));
    expect(json).toMatchObject({
      consistency: null,
      kappa: null,
      accuracy: null,
      falsePositive: null,
      falseNegative: null,
    });
    expect(json.phiLambda).toBeCloseTo(0.71497, 5);
  });

  it('a sample too small is presented as counts, unless the rule was set aside', () => {
    const small = responseMatrix(Array.from({ length: 20 }, (_, p) => [p % 2, Number(p % 3 === 0), Number(p % 5 > 1)]));
    expect(presentDecision(decision(small, { cut: 2 })).sections).toEqual([]);
    const shown = presentDecision(decision(small, { cut: 2, override: { reason: 'a pilot' } }));
    expect(shown.sections).toHaveLength(1);
    expect(shown.notices.map(({ text }) => text).join(' ')).toMatch(/set aside: a pilot/);
  });

  it('Lee’s method gives its conditional curve, worst next to the cut', () => {
    const items = [-1, -0.5, 0, 0.5, 1].map((difficulty, at) =>
      dichotomousItem({ id: `${at}`, model: '2pl', discrimination: 1.5, difficulty }),
    );
    const { conditional, sample, consistency } = lee(items, { cut: 3, n: 250 });
    const lowest = conditional.reduce((least, point) => (point.consistency < least.consistency ? point : least));
    expect(Math.abs(lowest.theta)).toBeLessThan(0.8);
    expect(lowest.consistency).toBeCloseTo(0.5, 2);
    expect(consistency).toBeGreaterThan(0.5);
    expect(sample.verdict).toBe('ok');
  });
});
