import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dichotomousItem, itemFromThresholds } from '../irt/items/item.ts';
import { itemInformation } from '../irt/items/response-function.ts';
import { Random } from '../numeric/random.ts';
import { AdaptiveTest } from './adaptive-test.ts';
import { adaptiveBank } from './bank.ts';
import { mostInformativeTheta } from './criteria.ts';
import { calibrateSympsonHetter } from './exposure/sympson-hetter.ts';
import { shadowTest } from './shadow-test.ts';
import { simulateCat } from './simulation/simulate-cat.ts';
import { currentStratum, stratify } from './strata.ts';
import { drawnBank } from './testing/drawn-bank.ts';

const items = drawnBank(120, 7);
const bank = adaptiveBank(items);
const twenty = { stop: { maxItems: 20 } } as const;

describe('simulation', () => {
  test('measures without much bias, and the reported standard error is the true error', () => {
    const { summary } = simulateCat(bank, { ...twenty, seed: 1, thetas: 600 });
    // Over the population EAP is unbiased; four standard errors of the simulation.
    expect(Math.abs(summary.bias)).toBeLessThan(4 * (summary.biasSe ?? 0));
    expect(Math.abs(summary.rmse - (summary.meanSe ?? 0))).toBeLessThan(4 * (summary.rmseSe ?? 0));
    expect(summary.meanLength).toBe(20);
    expect(summary.exposure.reduce((sum, rate) => sum + rate, 0)).toBeCloseTo(20, 10);
  });
  test('adaptive tests measure better than random ones', () => {
    const adaptive = simulateCat(bank, { ...twenty, seed: 2, thetas: 400 }).summary;
    const random = simulateCat(bank, { ...twenty, criterion: 'random', seed: 2, thetas: 400 }).summary;
    expect(adaptive.rmse).toBeLessThan(0.9 * random.rmse);
    expect(random.overlap ?? 1).toBeCloseTo(20 / 120, 1);
    expect(adaptive.overlap ?? 0).toBeGreaterThan(random.overlap ?? 1);
  });
  test('is the same for the same seed', () => {
    const run = (seed: number) => simulateCat(bank, { ...twenty, randomesque: 4, seed, thetas: 20 }).summary;
    expect(run(3)).toEqual(run(3));
    expect(run(3).rmse).not.toBe(run(4).rmse);
  });
  test.each(['mlwi', 'mpwi', 'mei', 'kl', 'klp', 'bopt', 'thopt'] as const)(
    '%s gives no item twice and measures',
    (criterion) => {
      const { persons, summary } = simulateCat(bank, { stop: { maxItems: 12 }, criterion, seed: 5, thetas: 30 });
      for (const { administered } of persons) expect(new Set(administered).size).toBe(12);
      expect(summary.rmse).toBeLessThan(0.8);
    },
  );
  test.each(['ml', 'map', 'wle'] as const)(
    '%s estimates stay within the range from the first response on',
    (method) => {
      const { summary, persons } = simulateCat(adaptiveBank(items, { method }), {
        ...twenty,
        seed: 6,
        thetas: [-3, -1, 0, 1, 3],
      });
      expect(persons.every(({ theta }) => Math.abs(theta) <= 4)).toBe(true);
      expect(Number.isFinite(summary.rmse)).toBe(true);
    },
  );
});

describe('exposure control', () => {
  test('Sympson–Hetter holds the rates that without it are passed', () => {
    const options = { stop: { maxItems: 10 }, seed: 11, thetas: 400 } as const;
    expect(simulateCat(bank, options).summary.highestExposure).toBeGreaterThan(0.6);
    const control = calibrateSympsonHetter(bank, { ...options, highestRate: 0.25, tolerance: 0.05 });
    expect(control.converged).toBe(true);
    const { summary } = simulateCat(bank, { ...options, seed: 99, sympsonHetter: control.parameters });
    // A rate of 0.25 in 400 candidates has the standard error 0.022.
    expect(summary.highestExposure).toBeLessThan(0.25 + 0.05 + 3 * 0.022);
  }, 20_000);
  test('more than the bank can give is refused', () => {
    const options = { stop: { maxItems: 40 }, seed: 1, thetas: 10, highestRate: 0.25 };
    expect(() => calibrateSympsonHetter(bank, options)).toThrow('that takes 160');
  });
  test('eligibility holds the rates from candidate to candidate', () => {
    const { summary } = simulateCat(bank, { stop: { maxItems: 10 }, highestExposure: 0.25, seed: 12, thetas: 600 });
    // Counts wander about the rate by the chance of single draws: three standard errors.
    expect(summary.highestExposure).toBeLessThan(0.25 + 3 * Math.sqrt((0.25 * 0.75) / 600));
  });
  test('randomesque choice spreads exposure', () => {
    const rate = (randomesque: number) =>
      simulateCat(bank, { ...twenty, randomesque, seed: 13, thetas: 200 }).summary.highestExposure;
    expect(rate(8)).toBeLessThan(rate(1));
  });
});

describe('content, strata and shadow tests', () => {
  const areas = items.map((_, place) => ['a', 'b', 'c'][place % 3] ?? '');
  test('content balance comes within one item of its shares', () => {
    const content = { areas, targets: { a: 50, b: 30, c: 20 } };
    const { persons } = simulateCat(bank, { ...twenty, content, seed: 21, thetas: 30 });
    for (const { administered } of persons) {
      const counts = ['a', 'b', 'c'].map((area) => administered.filter((place) => areas[place] === area).length);
      [10, 6, 4].forEach((wanted, n) => {
        expect(Math.abs((counts[n] ?? 0) - wanted)).toBeLessThanOrEqual(1);
      });
    }
  });
  test('strata rise in discrimination and have like difficulties', () => {
    const strata = stratify(items, 4);
    const means = [0, 1, 2, 3].map((stratum) => {
      const inside = items.filter((_, place) => strata[place] === stratum);
      expect(inside).toHaveLength(30);
      const mean = (value: (item: (typeof items)[number]) => number) =>
        inside.reduce((sum, item) => sum + value(item), 0) / 30;
      return {
        a: mean(({ discrimination }) => discrimination),
        b: mean(({ intercept, discrimination }) => -intercept / discrimination),
      };
    });
    for (let k = 1; k < 4; k += 1) expect(means[k]?.a).toBeGreaterThan(means[k - 1]?.a ?? Infinity);
    for (const { b } of means) expect(Math.abs(b - (means[0]?.b ?? 0))).toBeLessThan(0.1);
    const lengths = [5, 5, 5, 5];
    const { persons } = simulateCat(bank, {
      ...twenty,
      strata: { of: strata, lengths },
      criterion: 'bopt',
      seed: 22,
      thetas: 10,
    });
    for (const { administered } of persons) {
      expect(administered.map((place) => strata[place])).toEqual(
        lengths.flatMap((n, stratum) => new Array(n).fill(stratum)),
      );
    }
    expect(currentStratum({ of: strata, lengths }, 25)).toBe(3);
  });
  test('every shadow test meets all constraints, and a test without constraints is that of maximum information', async () => {
    const pool = items.map((item, place) => ({
      id: item.id,
      attributes: { area: areas[place] ?? '' },
      enemies: place === 0 ? ['i4', 'i7'] : [],
    }));
    const constraints = [
      { name: 'a', where: { area: 'a' }, min: 7, max: 7 },
      { name: 'b', where: { area: 'b' }, max: 2 },
    ];
    const shadow = await shadowTest(items, { items: pool, length: 12, constraints });
    const stop = { maxItems: 12 };
    const { persons } = simulateCat(bank, { stop, shadow, seed: 23, thetas: [-2, 0, 0.3, 2] });
    for (const { administered } of persons) {
      expect(administered.filter((place) => areas[place] === 'a')).toHaveLength(7);
      expect(administered.filter((place) => areas[place] === 'b').length).toBeLessThanOrEqual(2);
      expect(administered.includes(0) && (administered.includes(3) || administered.includes(6))).toBe(false);
    }
    shadow.dispose();
    const free = await shadowTest(items, { items: pool.map(({ id }) => ({ id })), length: 12 });
    const options = { stop, seed: 24, thetas: [-1, 0.5] };
    expect(simulateCat(bank, { ...options, shadow: free }).persons).toEqual(simulateCat(bank, options).persons);
    free.dispose();
  }, 20_000);
  test('a shadow test that cannot be is refused with the constraints in conflict', async () => {
    const pool = items.map(({ id }) => ({ id, attributes: { area: 'a' } }));
    const spec = { items: pool, length: 10, constraints: [{ name: 'some b', where: { area: 'b' }, min: 1 }] };
    await expect(shadowTest(items, spec)).rejects.toThrow('some b');
  });
});

describe('stopping', () => {
  const ends = (stop: object, thetas: readonly number[] = [-1.5, 0, 1.5]) =>
    simulateCat(bank, { stop: { maxItems: 60, ...stop }, seed: 31, thetas }).persons;
  test('by standard error', () => {
    for (const { se, administered, reason } of ends({ se: 0.35 })) {
      expect(reason).toBe('se');
      expect(se).toBeLessThanOrEqual(0.35);
      expect(administered.length).toBeLessThan(60);
    }
  });
  test('by the cut outside the interval, and by the sequential test', () => {
    for (const rule of [
      { classify: { cut: 0, confidence: 0.95 } },
      { sprt: { cut: 0, delta: 0.3, alpha: 0.05, beta: 0.05 } },
    ]) {
      const [low, , high] = ends(rule);
      expect(low?.theta).toBeLessThan(0);
      expect(high?.theta).toBeGreaterThan(0);
      expect(low?.administered.length).toBeLessThan(30);
    }
    const { summary } = simulateCat(bank, {
      stop: { maxItems: 60, sprt: { cut: 0, delta: 0.3, alpha: 0.05, beta: 0.05 } },
      seed: 32,
      thetas: new Array(100).fill(0.8),
    });
    // Wald: errors beyond cut + δ are rarer than β; three standard errors at 0.05.
    expect(summary.classification?.falseNegative).toBeLessThan(0.05 + 3 * 0.022);
  });
  test('not before the least number of items; at the end of the time; at the end of the bank', () => {
    expect(ends({ se: 2, minItems: 5 }).map(({ administered }) => administered.length)).toEqual([5, 5, 5]);
    const seconds = new Array(120).fill(50);
    expect(
      ends({ time: { seconds, limit: 480 } }).map(({ administered, reason }) => [administered.length, reason]),
    ).toEqual(new Array(3).fill([10, 'time']));
    const small = adaptiveBank(items.slice(0, 3));
    expect(simulateCat(small, { stop: { maxItems: 9 }, seed: 1, thetas: 1 }).persons[0]?.reason).toBe('bank');
  });
});

describe('items and misuse', () => {
  test('the most informative θ is where the information is highest', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        fc.constantFrom(1, 0.95),
        (discrimination, difficulty, guessing, upper) => {
          const item = dichotomousItem({ id: 'x', discrimination, difficulty, guessing, upper });
          const peak = mostInformativeTheta(item);
          for (const step of [-0.05, 0.05])
            expect(itemInformation(item, peak)).toBeGreaterThanOrEqual(itemInformation(item, peak + step) - 1e-12);
        },
      ),
    );
  });
  test('polytomous items are given, too', () => {
    const graded = Array.from({ length: 15 }, (_, at) =>
      itemFromThresholds({ id: `${at}`, model: 'grm', discrimination: 1.5, thresholds: [-1 + at / 10, at / 10, 1] }),
    );
    expect(
      simulateCat(adaptiveBank(graded), { stop: { maxItems: 10 }, criterion: 'klp', seed: 4, thetas: 50 }).summary.rmse,
    ).toBeLessThan(0.7);
  });
  test('what makes no sense is refused', () => {
    const start = (options: object) => () => new AdaptiveTest(bank, { ...twenty, ...options }, new Random(1));
    expect(start({ stop: { maxItems: 0 } })).toThrow('maxItems');
    expect(start({ sympsonHetter: [1] })).toThrow('one per item');
    expect(start({ content: { areas: items.map(() => 'a'), targets: { z: 1 } } })).toThrow('"z"');
    expect(() => adaptiveBank([])).toThrow('no items');
    expect(() => simulateCat(bank, { ...twenty, seed: 1, thetas: [] })).toThrow('nobody');
    const session = start({})();
    session.record(3, 1);
    expect(() => session.record(3, 1)).toThrow('given before');
    expect(() => session.record(4, 2)).toThrow('categories 0 to 1');
  });
});
