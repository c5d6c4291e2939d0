import { describe, expect, test } from 'vitest';
import golden from '../../golden/catR_expected.json' with { type: 'json' };
import { itemFromThresholds } from '../irt/items/item.ts';
import { Random } from '../numeric/random.ts';
import { tcalsBank } from '../testing/reference-data.ts';
import { AbilityRecord } from './ability.ts';
import { AdaptiveTest } from './adaptive-test.ts';
import { adaptiveBank } from './bank.ts';
import { neededAreas } from './content.ts';
import { type Criterion, criterionValue } from './criteria.ts';

const { items, areas } = tcalsBank();
/** The grid of catR: 33 points from −4 to 4, trapezoidal rule. */
const grid = { range: [-4, 4], nodes: 33 } as const;
const bank = adaptiveBank(items, grid);

/** The reference prints ten or eleven digits after the point. */
const PRINTED = 2e-10;
/** It finds modes and roots by search (optimize, uniroot) with their usual tolerance, the fourth root of the precision. */
const SEARCHED = 1.3e-4;

describe('the next item after eight responses, at θ = 0.5', () => {
  const record = new AbilityRecord(bank, 0.5);
  for (const number of golden.subset) record.add(number - 1, golden.fixed_pattern[number - 1] ?? 0);
  test.each<[Exclude<Criterion, 'random'>, { item: number; info: number }, number, string]>([
    ['mfi', golden.nextItem_MFI, PRINTED, 'printed digits'],
    ['bopt', golden.nextItem_bOpt, PRINTED, 'printed digits'],
    ['thopt', golden.nextItem_thOpt, PRINTED, 'printed digits'],
    ['mlwi', golden.nextItem_MLWI, PRINTED, 'printed digits'],
    ['mpwi', golden.nextItem_MPWI, PRINTED, 'printed digits'],
    ['kl', golden.nextItem_KL, PRINTED, 'printed digits'],
    ['klp', golden.nextItem_KLP, PRINTED, 'printed digits'],
    [
      'mei',
      golden.nextItem_MEI,
      2e-4,
      'the reference finds the mode that it rests on by search with a tolerance of 1e-4',
    ],
  ])('by %s is the one that catR takes', (criterion, { item, info }, tolerance) => {
    // MFI, bOpt and thOpt were asked of the whole bank, the others without the items given.
    const free = items.map((_, place) => place).filter((place) => !golden.subset.includes(place + 1));
    const values = free.map((place) => ({ place, value: criterionValue(criterion, record, place, 0.5) }));
    const best = values.reduce((most, one) => (one.value > most.value ? one : most));
    expect(best.place + 1).toBe(item);
    expect(Math.abs(Math.abs(best.value) - info)).toBeLessThan(tolerance);
  });
});

describe('whole tests', () => {
  test('by maximum information and EAP take the same 15 items to the same estimates as catR', () => {
    const { items: wanted, theta, se } = golden.CAT_path_MFI_EAP;
    const session = new AdaptiveTest(bank, { stop: { maxItems: 15 }, start: 0 }, new Random(1));
    const given: number[] = [];
    for (let place = session.next(); place !== null; place = session.next()) {
      session.record(place, golden.fixed_pattern[place] ?? 0);
      given.push(place + 1);
      expect(Math.abs(session.ability.theta - (theta[given.length - 1] ?? 0))).toBeLessThan(PRINTED);
      expect(Math.abs((session.ability.se ?? 0) - (se[given.length - 1] ?? 0))).toBeLessThan(PRINTED);
    }
    expect(given).toEqual(wanted);
    expect(session.stopped).toEqual({ reason: 'length', decision: null });
  });

  test('with content balance take, in one of the areas that need it most, the same item as catR', () => {
    const { cb, items: wanted, theta, se } = golden.CAT_path_contentbalanced;
    const targets = Object.fromEntries(cb.names.map((name, n) => [name, cb.props[n] ?? 0]));
    const record = new AbilityRecord(bank, 0);
    wanted.forEach((number, step) => {
      const free = items.map((_, place) => place).filter((place) => !record.administered.includes(place));
      const needed = neededAreas({ areas, targets, unseenFirst: true }, record.administered, () => true);
      const area = areas[number - 1] ?? '';
      // The first item is free of areas; later ones are drawn by catR among those that lag equally.
      if (step > 0) expect(needed).toContain(area);
      const candidates = step === 0 ? free : free.filter((place) => areas[place] === area);
      const value = (place: number): number => criterionValue('mfi', record, place, record.current.theta);
      expect(candidates.reduce((most, place) => (value(place) > value(most) ? place : most)) + 1).toBe(number);
      record.add(number - 1, golden.fixed_pattern[number - 1] ?? 0);
      expect(Math.abs(record.current.theta - (theta[step] ?? 0))).toBeLessThan(PRINTED);
      expect(Math.abs((record.current.se ?? 0) - (se[step] ?? 0))).toBeLessThan(PRINTED);
    });
  });
});

describe('estimates of a whole pattern', () => {
  test.each([
    ['ml', 'ML', SEARCHED],
    ['map', 'BM', SEARCHED],
    ['eap', 'EAP', PRINTED],
    ['wle', 'WL', SEARCHED],
  ] as const)('by %s', (method, name, tolerance) => {
    const record = new AbilityRecord(adaptiveBank(items, { ...grid, method }));
    golden.fixed_pattern.forEach((category, place) => {
      record.add(place, category);
    });
    expect(Math.abs(record.current.theta - golden.theta_all85[name].theta)).toBeLessThan(tolerance);
  });
  test('of graded items by EAP', () => {
    const graded = golden.grm_bank.map(({ alphaj, betaj1, betaj2, betaj3 }, at) =>
      itemFromThresholds({ id: `${at}`, model: 'grm', discrimination: alphaj, thresholds: [betaj1, betaj2, betaj3] }),
    );
    const record = new AbilityRecord(adaptiveBank(graded, grid));
    golden.grm_pattern.forEach((category, place) => {
      record.add(place, category);
    });
    expect(record.current.theta).toBeCloseTo(golden.grm_scores.EAP.theta, 9);
    expect(record.current.se).toBeCloseTo(golden.grm_scores.EAP.se, 9);
  });
});
