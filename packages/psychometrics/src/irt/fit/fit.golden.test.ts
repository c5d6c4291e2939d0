import { describe, expect, it } from 'vitest';
import { largestDifference } from '../../testing/deviation.ts';
import { scorePersons } from '../scoring/score-persons.ts';
import {
  dichotomous,
  lsat6,
  lsat6Expected,
  lsat6Patterns,
  lsat6Rasch,
  lsat6RaschVariance,
  lsat6TwoPl,
  sat12,
  sat12Expected,
  sat12ThreePl,
  sat12TwoPl,
  science,
  scienceExpected,
  scienceGraded,
} from '../scoring/testing/reference.ts';
import { localDependence } from './local-dependence.ts';
import { m2 } from './m2/m2.ts';
import { itemMeanSquares, personMeanSquares } from './mean-squares.ts';
import { q3 } from './q3.ts';
import { itemFit } from './s-x2.ts';

const rasch = { variance: lsat6RaschVariance };
const eap = scorePersons(lsat6, lsat6TwoPl, { method: 'eap' }).map(({ theta }) => theta);

describe('S-X² is the reference, cells merged alike (its 1e-11 parameters leave 1e-7)', () => {
  it.each([
    ['LSAT 6, 2PL', lsat6, lsat6TwoPl, {}, lsat6Expected.mirt_2pl_itemfit.rows],
    ['LSAT 6, Rasch', lsat6, lsat6Rasch, rasch, lsat6Expected.mirt_rasch_itemfit.rows],
    ['SAT 12, 2PL', sat12, sat12TwoPl, {}, sat12Expected.itemfit_2pl],
    ['SAT 12, 3PL', sat12, sat12ThreePl, {}, sat12Expected.itemfit_3pl],
    ['Science, graded', science, scienceGraded, {}, scienceExpected.graded_itemfit_SX2],
  ] as const)('%s', (_, data, items, latent, rows) => {
    const fits = itemFit(data, items, latent);
    expect(fits.map(({ df }) => df)).toEqual(rows.map((row) => row['df.S_X2']));
    fits.forEach(({ statistic, p, rmsea }, at) => {
      const row = rows[at];
      expect(Math.abs((statistic ?? 0) / (row?.S_X2 ?? 1) - 1)).toBeLessThan(1e-6);
      expect(p).toBeCloseTo(row?.['p.S_X2'] ?? 9, 6);
      expect(rmsea).toBeCloseTo(row?.['RMSEA.S_X2'] ?? 9, 6);
    });
  });
});

describe('infit and outfit', () => {
  it.each([
    ['2PL', lsat6TwoPl, {}, lsat6Expected.mirt_2pl_itemfit.rows],
    ['Rasch', lsat6Rasch, rasch, lsat6Expected.mirt_rasch_itemfit.rows],
  ] as const)('of items at EAP estimates are the reference, %s', (_, items, latent, rows) => {
    const thetas = scorePersons(lsat6, items, { method: 'eap', ...latent }).map(({ theta }) => theta);
    itemMeanSquares(lsat6, items, thetas).forEach(({ infit, outfit, infitZ, outfitZ }, at) => {
      const row = rows[at];
      expect(infit).toBeCloseTo(row?.infit ?? 9, 7);
      expect(outfit).toBeCloseTo(row?.outfit ?? 9, 7);
      // z is the cube root times √n, about 30 times as sensitive.
      expect(infitZ).toBeCloseTo(row?.['z.infit'] ?? 9, 5);
      expect(outfitZ).toBeCloseTo(row?.['z.outfit'] ?? 9, 5);
    });
  });

  it('of items at ML estimates are the second reference, whose estimates stop at 2e-6 (LSAT 6)', () => {
    const { easiness, itemfit } = lsat6Expected.eRm_rasch_CML;
    const items = dichotomous(
      Object.fromEntries(Object.entries(easiness).map(([id, d]) => [id.slice('beta '.length), { a1: 1, d, g: 0 }])),
      'rasch',
    );
    const thetas = scorePersons(lsat6, items, { method: 'ml' }).map(({ theta }) => theta);
    const squares = itemMeanSquares(lsat6, items, thetas);
    const expected = (of: Readonly<Record<string, number>>): readonly number[] => Object.values(of);
    expect(
      largestDifference(
        squares.map(({ infit }) => infit),
        expected(itemfit.infit_msq),
      ),
    ).toBeLessThan(2e-6);
    expect(
      largestDifference(
        squares.map(({ outfit }) => outfit),
        expected(itemfit.outfit_msq),
      ),
    ).toBeLessThan(2e-6);
    expect(
      largestDifference(
        squares.map(({ infitZ }) => infitZ),
        expected(itemfit.infit_t),
      ),
    ).toBeLessThan(5e-5);
    expect(
      largestDifference(
        squares.map(({ outfitZ }) => outfitZ),
        expected(itemfit.outfit_t),
      ),
    ).toBeLessThan(5e-5);
  });

  it('of items at ML estimates are the second reference (SAT 12, 32 items)', () => {
    const { beta_easiness, infit, outfit } = sat12Expected.eRm_CML;
    const items = dichotomous(
      Object.fromEntries(
        Object.entries(beta_easiness).map(([id, d]) => [id.slice('beta '.length), { a1: 1, d, g: 0 }]),
      ),
      'rasch',
    );
    const thetas = scorePersons(sat12, items, { method: 'ml' }).map(({ theta }) => theta);
    const squares = itemMeanSquares(sat12, items, thetas);
    expect(
      largestDifference(
        squares.map((row) => row.infit),
        Object.values(infit),
      ),
    ).toBeLessThan(1e-5);
    expect(
      largestDifference(
        squares.map((row) => row.outfit),
        Object.values(outfit),
      ),
    ).toBeLessThan(1e-4);
  });

  it('of persons are the reference', () => {
    const thetas = scorePersons(lsat6Patterns, lsat6TwoPl, { method: 'eap' }).map(({ theta }) => theta);
    const rows = lsat6Expected.personfit_Zh_EAP_2pl;
    const squares = personMeanSquares(lsat6Patterns, lsat6TwoPl, thetas);
    expect(
      largestDifference(
        squares.map(({ infit }) => infit),
        rows.map(({ infit }) => infit),
      ),
    ).toBeLessThan(1e-8);
    expect(
      largestDifference(
        squares.map(({ outfit }) => outfit),
        rows.map(({ outfit }) => outfit),
      ),
    ).toBeLessThan(1e-8);
  });
});

describe('pairs of items', () => {
  it('Q3 is the reference for every pair of LSAT 6', () => {
    const expected: Readonly<Record<string, Readonly<Record<string, number>>>> = lsat6Expected.Q3_2pl;
    const { items, matrix } = q3(lsat6, lsat6TwoPl, eap);
    matrix.forEach((row, i) => {
      const own = expected[items[i] ?? ''] ?? {};
      expect(
        largestDifference(
          row,
          items.map((id) => own[id] ?? 9),
        ),
      ).toBeLessThan(1e-7);
    });
  });

  it('Q3 is the reference for SAT 12, and Q3* is Q3 less its mean', () => {
    const thetas = scorePersons(sat12, sat12TwoPl, { method: 'eap' }).map(({ theta }) => theta);
    const { matrix, mean, corrected } = q3(sat12, sat12TwoPl, thetas);
    const pairs = matrix.flatMap((row, i) => row.slice(0, i));
    const { Q3 } = sat12Expected;
    const numbers = pairs.map((value) => value ?? 0);
    const ours = [Math.max(...numbers), Math.min(...numbers), mean, matrix[0]?.[1] ?? null, matrix[30]?.[31] ?? null];
    expect(largestDifference(ours, [Q3.max, Q3.min, Q3.mean, Q3.Q3_1_2, Q3.Q3_31_32])).toBeLessThan(1e-6);
    expect(corrected[0]?.[1]).toBeCloseTo((matrix[0]?.[1] ?? 0) - (mean ?? 0), 14);
  });

  it("local dependence: X² and the signed Cramér's V are the reference", () => {
    const expected: Readonly<Record<string, Readonly<Record<string, number | null>>>> = lsat6Expected.LD_2pl;
    for (const { a, b, statistic, signedV } of localDependence(lsat6, lsat6TwoPl)) {
      expect(statistic).toBeCloseTo(expected[b]?.[a] ?? 9, 5);
      expect(signedV).toBeCloseTo(expected[a]?.[b] ?? 9, 7);
    }
  });
});

describe('M2 is the reference (1e-6: it differentiates its Rasch moments numerically)', () => {
  it.each([
    ['LSAT 6, 2PL', lsat6, lsat6TwoPl, {}, lsat6Expected.M2_2pl],
    ['LSAT 6, Rasch, with the latent variance', lsat6, lsat6Rasch, rasch, lsat6Expected.M2_rasch],
    ['SAT 12, 2PL', sat12, sat12TwoPl, {}, sat12Expected.M2_2pl],
    ['Science, graded, as C2', science, scienceGraded, {}, scienceExpected.graded_M2],
  ] as const)('%s', (_, data, items, latent, row) => {
    const fit = m2(data, items, latent);
    expect(fit.converged).toBe(true);
    expect(fit.df).toBe(row.df);
    expect(Math.abs((fit.statistic ?? 0) / row.M2 - 1)).toBeLessThan(1e-6);
    expect(fit.p).toBeCloseTo(row.p, 6);
    expect(fit.rmsea).toBeCloseTo(row.RMSEA, 7);
    expect(fit.srmsr).toBeCloseTo(row.SRMSR, 8);
    // The independence model of the reference is itself estimated, to 1e-5.
    expect(fit.cfi).toBeCloseTo(row.CFI, 5);
    expect(fit.tli).toBeCloseTo(row.TLI, 5);
    // It divides by n in the bounds and by n − 1 in RMSEA itself; here it is n − 1 in all three.
    const same = Math.sqrt((fit.n - 1) / fit.n);
    expect((fit.rmseaInterval?.[0] ?? 9) * same).toBeCloseTo(row.RMSEA_5, 5);
    expect((fit.rmseaInterval?.[1] ?? 9) * same).toBeCloseTo(row.RMSEA_95, 5);
  });
});
