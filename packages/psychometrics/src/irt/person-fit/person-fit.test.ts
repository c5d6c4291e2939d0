import { describe, expect, it } from 'vitest';
import expected from '../../../golden/personfit_expected.json' with { type: 'json' };
import { NOT_REACHED, OMITTED, responseMatrix } from '../../data/response-matrix.ts';
import { scored } from '../../testing/reference-data.ts';
import { simulate } from '../../testing/simulate.ts';
import { dichotomousItem, type Item, itemFromThresholds } from '../items/item.ts';
import { probabilities } from '../items/response-function.ts';
import {
  lsat6Expected,
  lsat6Patterns,
  lsat6TwoPl,
  sat12,
  sat12Expected,
  sat12TwoPl,
  tcals,
} from '../scoring/testing/reference.ts';
import { groupBasedFit } from './group-based.ts';
import { lzOf, lzStatistics } from './lz.ts';
import { personFit } from './person-fit.ts';

const reference = expected.personfit;
const responses = scored('personfit_200x30.csv');
const items: readonly Item[] = tcals.slice(0, 30).map((item, at) => ({ ...item, id: responses.items[at] ?? '' }));
const report = personFit(responses, items);

function agree(ours: readonly (number | null)[], theirs: readonly (number | null)[], tolerance: number): void {
  expect(ours.map((value) => value === null)).toEqual(theirs.map((value) => value === null));
  ours.forEach((value, at) => {
    if (value !== null) expect(Math.abs(value - (theirs[at] ?? 9))).toBeLessThanOrEqual(tolerance);
  });
}

describe('200 × 30 responses to 3PL items: the reference, printed to four decimals', () => {
  const printed = 5.1e-5;
  const { persons } = report;
  const group = persons.map(({ groupBased }) => groupBased);

  it('θ by MAP (which stops at 1e-7), lz and lz*', () => {
    agree(
      persons.map(({ theta }) => theta),
      reference.theta_MAP,
      1e-6,
    );
    agree(
      persons.map(({ lz }) => lz),
      reference.lz,
      printed,
    );
    agree(
      persons.map(({ lzStar }) => lzStar),
      reference.lzstar,
      printed,
    );
  });

  it('Ht, U3, C* and the personal biserial', () => {
    agree(
      group.map((row) => row?.ht ?? null),
      reference.Ht,
      printed,
    );
    agree(
      group.map((row) => row?.u3 ?? null),
      reference.U3,
      printed,
    );
    agree(
      group.map((row) => row?.cStar ?? null),
      reference.Cstar,
      printed,
    );
    agree(
      group.map((row) => row?.personalBiserial ?? null),
      reference.rpbis,
      printed,
    );
  });

  it('Guttman errors, and normed; all right or wrong has no normed value where the reference gives 0', () => {
    agree(
      group.map((row) => row?.guttman ?? null),
      reference.G,
      0,
    );
    group.forEach((row, at) => {
      expect(Math.abs((row?.guttmanNormed ?? 0) - (reference.Gnormed[at] ?? 9))).toBeLessThan(printed);
    });
  });
});

describe('Zh', () => {
  it('is the reference for every pattern of LSAT 6 (1e-9: both are exact)', () => {
    const zh = personFit(lsat6Patterns, lsat6TwoPl).persons.map((person) => person.zh);
    agree(
      zh,
      lsat6Expected.personfit_Zh_EAP_2pl.map(({ Zh }) => Zh),
      1e-9,
    );
  });

  it('is the reference for SAT 12, whose nodes end at ±6 (1e-5)', () => {
    const rows = sat12Expected.persons_first25_2pl;
    const zh = personFit(sat12, sat12TwoPl)
      .persons.slice(0, rows.length)
      .map((person) => person.zh);
    agree(
      zh,
      rows.map(({ Zh }) => Zh),
      1e-5,
    );
  });
});

describe('lz by brute force over all patterns of mixed items', () => {
  const mixed: readonly Item[] = [
    dichotomousItem({ id: 'a', discrimination: 1.2, difficulty: -0.4 }),
    dichotomousItem({ id: 'b', discrimination: 0.9, difficulty: 0.5, guessing: 0.2 }),
    itemFromThresholds({ id: 'c', model: 'grm', discrimination: 1.5, thresholds: [-0.6, 0.8] }),
    itemFromThresholds({ id: 'd', model: 'gpcm', discrimination: 0.8, thresholds: [0.2, -0.3] }),
  ];

  it('at the true θ has mean 0 and variance 1 (exact sums: 1e-12)', () => {
    const curves = mixed.map((item) => probabilities(item, 0.3));
    let mean = 0;
    let square = 0;
    for (let at = 0; at < 36; at += 1) {
      const row = Int16Array.of(at % 2, (at >> 1) % 2, Math.floor(at / 4) % 3, Math.floor(at / 12));
      const mass = row.reduce((product, k, item) => product * (curves[item]?.[k] ?? 0), 1);
      const { lz } = lzOf(mixed, row, 0.3, null);
      mean += mass * (lz ?? 0);
      square += mass * (lz ?? 0) ** 2;
    }
    expect(mean).toBeCloseTo(0, 12);
    expect(square).toBeCloseTo(1, 12);
  });
});

describe('regular patterns', () => {
  const long = Array.from({ length: 60 }, (_, at) =>
    dichotomousItem({ id: `${at}`, discrimination: 0.8 + (at % 5) * 0.2, difficulty: (at - 30) / 15 }),
  );

  it.each(['map', 'ml', 'wle'] as const)('lz* at %s estimates has variance 1 where lz has less', (method) => {
    const data = simulate(long, { persons: 1000, seed: 9 });
    const fit = personFit(data, long, { method }).persons;
    const variance = (of: readonly (number | null)[]): number => {
      const known = of.flatMap((value) => value ?? []);
      const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
      return known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
    };
    const star = variance(fit.map(({ lzStar }) => lzStar));
    // Three standard errors of a variance of 1,000 are 0.13; the asymptotics of 60 items add as much.
    expect(Math.abs(star - 1)).toBeLessThan(0.25);
    expect(variance(fit.map(({ lz }) => lz))).toBeLessThan(star);
  });

  it('a candidate who gets the hardest half right and the easiest wrong is flagged by all', () => {
    const data = simulate(long, { persons: 300, seed: 10 });
    const values = data.values.slice();
    for (let item = 0; item < 60; item += 1) values[item] = item < 30 ? 0 : 1;
    const [first] = personFit({ ...data, values }, long).persons;
    expect(first?.flags).toEqual(['lz-star', 'ht', 'c-star']);
    expect(first?.groupBased?.guttmanNormed).toBeGreaterThan(0.9);
  });
});

describe('bad input', () => {
  const ids = lsat6Patterns.items;

  it('missing responses do not enter; Ht asks for complete rows; no response, no number', () => {
    const rows = [[1, 0, 1, OMITTED, NOT_REACHED], ids.map(() => OMITTED), [1, 1, 1, 0, 0], [1, 1, 0, 0, 0]];
    const [partly, none, whole] = personFit(responseMatrix(rows, { items: ids }), lsat6TwoPl).persons;
    expect(partly?.lzStar).not.toBeNull();
    expect(partly?.groupBased?.ht).toBeNull();
    expect(none).toMatchObject({
      answered: 0,
      theta: null,
      lz: null,
      lzStar: null,
      zh: null,
      groupBased: null,
      flags: [],
    });
    expect(whole?.groupBased?.ht).not.toBeNull();
  });

  it('all right, all wrong, one person, one item: null where nothing can disagree', () => {
    const data = responseMatrix(
      [
        [1, 1, 1, 1, 1],
        [0, 0, 0, 0, 0],
      ],
      { items: ids },
    );
    for (const row of groupBasedFit(data))
      expect(row).toMatchObject({ guttman: 0, guttmanNormed: null, cStar: null, ht: null });
    expect(groupBasedFit(responseMatrix([[1]]))[0]).toMatchObject({
      u3: null,
      cStar: null,
      ht: null,
      personalBiserial: null,
    });
    expect(personFit(responseMatrix([[1]], { items: ['Item_1'] }), lsat6TwoPl).persons[0]?.lzStar).toBeNull();
  });

  it('categories above 1 are named where only right and wrong fit, and alpha must be a share', () => {
    expect(() => groupBasedFit(responseMatrix([[0, 2]]))).toThrow(/item 2: category 2/);
    expect(() => personFit(lsat6Patterns, lsat6TwoPl, { alpha: 1 })).toThrow(/alpha is 1/);
    expect(() => lzStatistics(lsat6Patterns, lsat6TwoPl, [0], null)).toThrow(/1 thetas for 30 candidates/);
  });
});
