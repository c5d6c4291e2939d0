import { describe, expect, it } from 'vitest';
import { type ResponseMatrix, responseMatrix } from '../../data/response-matrix.ts';
import { dichotomousItem } from '../../irt/items/item.ts';
import { expectedScore } from '../../irt/items/response-function.ts';
import { Random } from '../../numeric/random.ts';
import { posteriorShifts } from './posterior-shift.ts';
import { preknowledge } from './preknowledge.ts';
import { speedShift } from './speed-shift.ts';

const items = Array.from({ length: 60 }, (_, at) =>
  dichotomousItem({ id: `i${at + 1}`, difficulty: ((at * 7) % 13) / 6 - 1, discrimination: 0.8 + (at % 4) * 0.2 }),
);
const suspect = items.slice(0, 20).map(({ id }) => id);
const timed = items.map(({ id }, at) => ({
  id,
  intensity: 4,
  discrimination: 1.6 + (at % 3) * 0.3,
  se: { intensity: 0, discrimination: 0 },
  n: 1,
}));

/** Persons of the model, the first `knowing` of whom know the suspect items: nearly all right, in half of the time. */
function examination(persons: number, knowing: number, seed: number): { data: ResponseMatrix; seconds: number[][] } {
  const random = new Random(seed);
  const seconds: number[][] = [];
  const rows = Array.from({ length: persons }, (_, person) => {
    const theta = random.normal() - 0.3;
    const speed = 0.25 * random.normal();
    const known = (at: number): boolean => person < knowing && at < 20;
    seconds.push(
      timed.map(({ discrimination }, at) =>
        Math.exp(4 - speed - (known(at) ? 0.7 : 0) + random.normal() / discrimination),
      ),
    );
    return items.map((item, at) => (random.uniform() < (known(at) ? 0.97 : expectedScore(item, theta)) ? 1 : 0));
  });
  return { data: responseMatrix(rows, { items: items.map(({ id }) => id) }), seconds };
}

describe('preknowledge of a known set of items', () => {
  it('holds its level without preknowledge, with scores alone and with times', () => {
    const { data, seconds } = examination(1000, 0, 4);
    const times = { seconds: { persons: data.persons, items: data.items, seconds }, model: { items: timed } };
    for (const options of [{}, { times }]) {
      const { persons } = preknowledge(data, items, suspect, options);
      const share = persons.filter(({ p }) => (p ?? 1) <= 0.05).length / 1000;
      // Standard error 0.7 %; the signed root of a discrete likelihood is normal only nearly, so four of them.
      expect(Math.abs(share - 0.05)).toBeLessThan(0.028);
    }
  });

  it('finds those who knew, and times make it stronger', () => {
    const { data, seconds } = examination(300, 15, 8);
    const times = { seconds: { persons: data.persons, items: data.items, seconds }, model: { items: timed } };
    const byScores = preknowledge(data, items, suspect);
    const byBoth = preknowledge(data, items, suspect, { times });
    const hits = (result: typeof byScores): number =>
      result.persons.slice(0, 15).filter(({ flagged }) => flagged).length;
    expect(hits(byBoth)).toBeGreaterThanOrEqual(14);
    expect(hits(byBoth)).toBeGreaterThanOrEqual(hits(byScores));
    expect(byBoth.persons.slice(15).filter(({ flagged }) => flagged).length).toBeLessThanOrEqual(3);
  });

  it('the speed shift is standard normal under one speed', () => {
    const { data, seconds } = examination(2000, 0, 6);
    const shifts = [
      ...speedShift({ persons: data.persons, items: data.items, seconds }, { items: timed }, new Set(suspect)).values(),
    ];
    const mean = shifts.reduce((sum, z) => sum + z, 0) / 2000;
    const variance = shifts.reduce((sum, z) => sum + z * z, 0) / 2000 - mean ** 2;
    // Standard errors 0.022 and 0.032; four of each.
    expect(Math.abs(mean)).toBeLessThan(0.09);
    expect(Math.abs(variance - 1)).toBeLessThan(0.13);
  });

  it('the posterior shift gives the same for the same seed, a uniform p at most, and finds those who knew', () => {
    const { data } = examination(120, 10, 5);
    const options = { seed: 3, draws: 199 };
    const found = posteriorShifts(data, items, suspect, options);
    expect(posteriorShifts(data, items, suspect, options)).toEqual(found);
    expect(found.persons.slice(0, 10).filter(({ p }) => p <= 0.05).length).toBeGreaterThanOrEqual(8);
    // 110 honest persons: 5 % with a standard error of 2 %.
    expect(found.persons.slice(10).filter(({ p }) => p <= 0.05).length / 110).toBeLessThan(0.12);
    expect(found.leastP).toBe(1 / 200);
  });

  it('refuses sets that are no sets, and gives null where a person answered nothing of one', () => {
    const { data } = examination(20, 0, 1);
    expect(() => preknowledge(data, items, ['zz'])).toThrow(/no item zz/);
    expect(() => preknowledge(data, items, suspect.slice(0, 1))).toThrow(/at least two of each/);
    const values = data.values.slice();
    values.fill(-3, 0, 20);
    const [first] = preknowledge({ ...data, values }, items, suspect).persons;
    expect(first).toMatchObject({ statistic: null, p: null, adjustedP: null, flagged: false });
  });
});
