import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_PRESENTED, OMITTED, responseMatrix } from '../data/response-matrix.ts';
import { chiSquare } from '../numeric/distributions/chi-square.ts';
import { normal } from '../numeric/distributions/normal.ts';
import { Random } from '../numeric/random.ts';
import { dif } from './dif.ts';
import { DIF_METHODS } from './dif-result.ts';
import { difJson } from './json.ts';
import { presentDif } from './present.ts';

/**
 * Rasch data of two groups that differ in ability by half a standard deviation; item 1 is harder for the focal group.
 */
function simulate(n: number, items: number, shift: number, seed: number, crossing = false) {
  const random = new Random(seed);
  const group = Array.from({ length: n }, (_, person) => (person % 2 === 0 ? 'r' : 'f'));
  const rows = group.map((own) => {
    const theta = random.normal() - (own === 'f' ? 0.5 : 0);
    return Array.from({ length: items }, (_, item) => {
      const odds =
        item === 0
          ? crossing && own === 'f'
            ? 0.2 * theta
            : (crossing ? 2 : 1) * theta - (own === 'f' ? shift : 0)
          : theta - (-1.5 + (3 * item) / items);
      return random.uniform() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
    });
  });
  return { data: responseMatrix(rows), group };
}

/** Every number inside a value, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

describe('every method', () => {
  const { data, group } = simulate(2000, 25, 1, 11);

  it.each(DIF_METHODS)(
    '%s finds the item made harder for the focal group, and favors the reference group',
    (method) => {
      const { items, sample } = dif(data, { group, focal: 'f', method, purify: true });
      expect(items[0]).toMatchObject({ favors: 'reference', flagged: true });
      expect(items[0]?.p).toBeLessThan(1e-4);
      expect(items[0]?.deltaMh).toBeLessThan(-1.5);
      expect(items.filter(({ flagged }, at) => at > 0 && flagged).length).toBeLessThan(6);
      expect(sample).toMatchObject({ use: 'dif', n: 1000, verdict: 'ok' });
    },
  );

  it.each(DIF_METHODS)('%s has the fixed names in its JSON, and no number that is none', (method) => {
    const result = dif(data, { group, focal: 'f', method });
    const json = difJson(result);
    expect(Object.keys(json)).toEqual(expect.arrayContaining(['items', 'purified']));
    const [first] = result.items;
    expect(JSON.parse(JSON.stringify(json)).items[0]).toMatchObject({
      id: '1',
      statistic: first?.statistic,
      effect: first?.effect,
    });
    expect(numbersIn(json).every(Number.isFinite)).toBe(true);
    expect(presentDif(result).sections[1]?.tables[0]?.rows).toHaveLength(25);
  });

  it.each(DIF_METHODS)('%s survives tiny and odd data: numbers or reasons, no hang', (method) => {
    const cell = fc.constantFrom(0, 1, 1, 0, 2, OMITTED, NOT_PRESENTED);
    const matrix = fc
      .tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 4 }))
      .chain(([n, width]) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: n, maxLength: n }),
      );
    fc.assert(
      fc.property(matrix, (rows) => {
        const own = rows.map((_, at) => (at % 2 === 0 ? 'r' : 'f'));
        try {
          const result = dif(responseMatrix(rows), { group: own, focal: 'f', method, purify: true });
          expect(numbersIn(difJson(result)).every(Number.isFinite)).toBe(true);
          for (const { p, reason } of result.items) if (p === null) expect(reason).not.toBeNull();
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('SIBTEST', () => {
  it('keeps its level although the groups differ in ability', () => {
    let flagged = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const { data, group } = simulate(600, 21, 0, 50 + seed);
      flagged += dif(data, { group, focal: 'f', method: 'sibtest' }).items.filter((item) => item.flagged).length;
    }
    // 12.6 expected of 252; the published rate of the corrected statistic is up to about 0.07, and draws vary by ±3.5.
    expect(flagged).toBeLessThan(32);
  });

  it('gives no difference beyond the points of the item, and says why', () => {
    const { data, group } = simulate(60, 8, 0, 1);
    // One score that nobody can have makes true scores that lie far apart.
    const values = data.values.with(39, 32_767);
    const { items } = dif({ ...data, values }, { group, focal: 'f', method: 'sibtest' });
    const right = items.slice(0, 7);
    expect(right.every(({ effect }) => effect === null || Math.abs(effect) <= 1)).toBe(true);
    expect(right.some(({ reason }) => reason?.includes('goes beyond the item’s 1 points') === true)).toBe(true);
  });

  it('sees a difference that changes sides by its crossing form', () => {
    const { data, group } = simulate(3000, 25, 0, 77, true);
    const measures = dif(data, { group, focal: 'f', method: 'sibtest' }).items[0]?.measures;
    expect(measures?.crossingDf).toBe(2);
    expect(measures?.crossingP).toBeLessThan(1e-4);
  });
});

describe('an option of one method', () => {
  const { data, group } = simulate(120, 10, 0.8, 3);

  it('means nothing to another: without continuity correction SIBTEST is the same', () => {
    const run = (options: { correct?: boolean }) => dif(data, { group, focal: 'f', method: 'sibtest', ...options });
    expect(run({ correct: false }).items).toEqual(run({}).items);
  });

  it('exact decides the class too: an item that is significant by the exact test only is not A', () => {
    const given = { group, focal: 'f', method: 'mh' } as const;
    const [plain, exact] = [dif(data, given).items, dif(data, { ...given, exact: true }).items];
    const at = exact.findIndex(({ p, deltaMh }, item) => {
      return Math.abs(deltaMh ?? 0) > 1 && (p ?? 1) < (plain[item]?.p ?? 0) - 0.001;
    });
    const level = ((plain[at]?.p ?? 0) + (exact[at]?.p ?? 0)) / 2;
    expect(dif(data, { ...given, level }).items[at]).toMatchObject({ flagged: false, class: 'A' });
    const decided = dif(data, { ...given, level, exact: true }).items[at];
    expect(decided).toMatchObject({ flagged: true, class: expect.stringMatching(/[BC]/) });
  });
});

describe('a polytomous item', () => {
  const random = new Random(5);
  const group = Array.from({ length: 800 }, (_, person) => (person % 2 === 0 ? 'r' : 'f'));
  const rows = group.map((own) => {
    const theta = random.normal();
    return Array.from({ length: 10 }, (_, item) => {
      const x = theta - (item === 0 && own === 'f' ? 0.8 : 0) + random.normal();
      return x < -0.5 ? 0 : x < 0.5 ? 1 : 2;
    });
  });
  const data = responseMatrix(rows);

  it.each(['mh', 'std', 'sibtest'] as const)('is tested by %s', (method) => {
    const { items } = dif(data, { group, focal: 'f', method });
    expect(items[0]).toMatchObject({ flagged: true, favors: 'reference', class: 'C' });
    const { statistic, df, p } = items[0] ?? {};
    // The statistic and its p belong together, whichever the method.
    expect(p).toBeCloseTo(df === null ? normal.twoSided(statistic ?? 0) : chiSquare.upper(statistic ?? 0, df ?? 1), 12);
  });

  it.each(['logistic', 'lord', 'raju'] as const)('is left out by %s, which says so', (method) => {
    const mixed = responseMatrix(rows.map((row) => row.map((value, at) => (at === 0 ? value : Math.min(1, value)))));
    const { items } = dif(mixed, { group, focal: 'f', method });
    expect(items[0]).toMatchObject({ p: null, reason: expect.stringMatching(/two categories/) });
    expect(items[1]?.p).not.toBeNull();
  });
});

describe('misuse', () => {
  const { data, group } = simulate(60, 5, 0, 1);

  it.each([
    [{ focal: 'x' }, /nobody is in group "x"; the groups are f, r/],
    [{ focal: 'f', reference: 'f' }, /both the focal and the reference/],
    [{ focal: 'f', group: group.slice(1) }, /60 candidates and 59 entries/],
    [{ focal: 'f', matchingItems: ['1', 'q'] }, /no such items to match by: q/],
    [{ focal: 'f', level: 2 }, /level of 2/],
    [{ focal: 'f', purify: true, matching: group.map(() => 1) }, /cannot be purified/],
  ])('is refused with what to do: %o', (options, message) => {
    expect(() => dif(data, { group, method: 'mh', ...options })).toThrow(message);
  });

  it('of small groups is judged too few, and an override is recorded', () => {
    const { sample } = dif(data, { group, focal: 'f', method: 'mh', override: { reason: 'a pilot' } });
    expect(sample).toMatchObject({ verdict: 'too-few', n: 30, override: { reason: 'a pilot' } });
  });

  it('of fewer than a hundred keeps its classes, and a notice beside the verdict says that they are unsure', () => {
    const { data, group } = simulate(160, 6, 0, 5);
    const few = dif(data, { group, focal: 'f', method: 'mh' });
    const { n } = few.sample;
    expect(n >= 30 && n < 100 && few.items.some((item) => item.class !== null)).toBe(true);
    expect(few.sample.verdict).toBe('too-few');
    expect(few.notices[0]).toMatch(/with fewer than 100 candidates the classes A, B and C are unsure/);
    const enough = simulate(400, 6, 0, 5);
    const many = dif(enough.data, { group: enough.group, focal: 'f', method: 'mh' });
    expect(many.notices.join(' ')).not.toMatch(/unsure/);
  });

  it('of fewer than thirty has no class, for every difference is large there, unless the rule is overridden', () => {
    const few = responseMatrix(
      Array.from({ length: 40 }, (_, p) => [p % 2, p % 3 === 0 ? 1 : 0, p < 20 ? 1 : 0, (p >> 2) % 2]),
    );
    const labels = few.persons.map((_, p) => (p % 2 === 0 ? 'r' : 'f'));
    const options = { group: labels, focal: 'f', method: 'std' } as const;
    const plain = dif(few, options);
    expect(plain.items.every((item) => item.class === null)).toBe(true);
    expect(plain.notices[0]).toMatch(/The smaller group has 20: below 30 candidates no item is given a class/);
    const bold = dif(few, { ...options, override: { reason: 'a pilot' } });
    expect(bold.items.some((item) => item.class === 'C')).toBe(true);
  });

  it('tells who was left out', () => {
    const labels = group.map((own, at) => (at < 4 ? '' : own));
    expect(dif(data, { group: labels, focal: 'f', method: 'mh' }).notices).toContain(
      '4 candidates belong to neither group and are left out.',
    );
  });
});

describe('matching', () => {
  const { data, group } = simulate(400, 8, 0, 9);

  it('on a given score is matching on the total when the score is the total', () => {
    const totals = data.persons.map((_, person) =>
      data.values.subarray(person * 8, person * 8 + 8).reduce((sum, value) => sum + value, 0),
    );
    const run = (options: { matching?: number[] }) => dif(data, { group, focal: 'f', method: 'mh', ...options }).items;
    expect(run({ matching: totals })).toEqual(run({}));
  });

  it('by joined strata has at most so many of them', () => {
    const { items } = dif(data, { group, focal: 'f', method: 'mh', strata: 3 });
    expect(items.every(({ measures }) => Number(measures.strata) <= 3)).toBe(true);
  });
});
