import { describe, expect, test } from 'vitest';
import { studentT } from '../numeric/distributions/student-t.ts';
import { Random } from '../numeric/random.ts';
import { drift } from './drift.ts';
import { halo } from './halo.ts';
import { raterEffects } from './rater-effects.ts';
import { type Rating, ratingsOf } from './ratings.ts';

const random = new Random(11);
const normals = (n: number): readonly number[] => Array.from({ length: n }, () => random.normal());

describe('rater effects', () => {
  const truth = normals(60);
  const rows = truth.map((t) => [
    4 + 2 * t + 0.5 * random.normal(),
    4 + 2 * t + 0.5 * random.normal(),
    2.5 + 2 * t + 0.5 * random.normal(),
    4 + 0.5 * t + 0.2 * random.normal(),
    4 + 2 * random.normal(),
  ]);
  const raters = ['even', 'other', 'hard', 'middle', 'loose'];
  const effects = new Map(raterEffects(ratingsOf(rows, { raters })).map((effect) => [effect.rater, effect]));

  test('a severe, a central and an inconsistent rater are flagged, a fair one is not', () => {
    expect(effects.get('hard')?.flags).toEqual(['severe']);
    expect(effects.get('middle')?.flags).toEqual(['central']);
    expect(effects.get('loose')?.flags).toContain('inconsistent');
    expect(effects.get('even')?.flags).toEqual([]);
  });

  test('the difference is that to the mean of the others, by hand', () => {
    const [effect] = raterEffects(
      ratingsOf([
        [1, 2, 3],
        [4, 4, 7],
        [2, null, 2],
        [5, null, null],
      ]),
    );
    // −1.5, −1.5 and 0 of the three performances somebody else rated.
    expect(effect).toMatchObject({ n: 3, difference: -1 });
    expect(effect?.se).toBeCloseTo(0.5, 12);
  });

  test('few ratings are shown and never flagged', () => {
    const few = raterEffects(
      ratingsOf([
        [1, 5],
        [1, 5],
        [2, 5],
      ]),
    );
    expect(few.every(({ flags, sample }) => flags.length === 0 && sample.verdict === 'too-few')).toBe(true);
    expect(
      raterEffects(
        ratingsOf([
          [1, null],
          [null, 2],
        ]),
      )[0],
    ).toMatchObject({ n: 0, difference: null, p: null });
  });
});

describe('halo', () => {
  const records: Rating[] = normals(50).flatMap((overall, person) => {
    const traits = normals(4).map((trait) => overall + trait);
    return ['a', 'b', 'halo'].flatMap((rater) =>
      traits.map(
        (trait, item): Rating => ({
          person: `${person}`,
          item: `${item}`,
          rater,
          time: null,
          score: rater === 'halo' ? overall + 0.2 * random.normal() : trait + 0.3 * random.normal(),
        }),
      ),
    );
  });

  test('a rater who gives all traits one score is flagged, others are not', () => {
    expect(halo(records).map(({ rater, flagged }) => [rater, flagged])).toEqual([
      ['a', false],
      ['b', false],
      ['halo', true],
    ]);
    const own = halo(records)[2];
    expect(own?.interTraitCorrelation).toBeGreaterThan(own?.consensusCorrelation ?? 1);
  });

  test('one trait is refused', () => {
    expect(() => halo(records.filter(({ item }) => item === '0'))).toThrow(/at least two items/);
  });
});

describe('drift', () => {
  const records: Rating[] = normals(160).flatMap((ability, person) => {
    const time = person < 80 ? '9' : '10';
    return ['steady', 'other', 'drifts'].map(
      (rater): Rating => ({
        person: `${person}`,
        item: null,
        rater,
        time,
        score: 3 + ability + 0.4 * random.normal() - (rater === 'drifts' && time === '10' ? 1 : 0),
      }),
    );
  });

  test('a rater who becomes severe is flagged in the later period; periods sort as numbers', () => {
    const { times, periods } = drift(records);
    expect(times).toEqual(['9', '10']);
    const late = periods.find(({ rater, time }) => rater === 'drifts' && time === '10');
    expect(late).toMatchObject({ flagged: true });
    expect(late?.change).toBeLessThan(-0.7);
    expect(periods.filter(({ time }) => time === '9').every(({ change, flagged }) => change === null && !flagged)).toBe(
      true,
    );
  });

  test('the change of a few ratings is judged by Welch’s t, not as if they were many', () => {
    // Differences to the other rater of 1, 2, 3, and of 3, 5: means 2 and 4, variances 1 and 2.
    const given = [1, 2, 3, 3, 5];
    const few = given.flatMap((difference, at) =>
      [4 + difference, 4].map((score, rater): Rating => {
        return { person: `${at}`, item: null, rater: `r${rater}`, time: at < 3 ? '1' : '2', score };
      }),
    );
    const late = drift(few).periods.find(({ rater, time }) => rater === 'r0' && time === '2');
    const [a, b] = [1 / 3, 2 / 2];
    expect(late?.changeSe).toBeCloseTo(Math.sqrt(a + b), 12);
    const df = (a + b) ** 2 / (a ** 2 / 2 + b ** 2 / 1);
    expect(late?.p).toBeCloseTo(studentT.twoSided(2 / Math.sqrt(a + b), df), 12);
  });

  test('second ratings are compared with the first of the same rater', () => {
    const again = records
      .filter(({ rater, person }) => rater === 'steady' && Number(person) < 20)
      .map((record, at) => ({ ...record, time: '10', score: record.score + (at % 2) }));
    const [own] = drift([...records, ...again]).self;
    expect(own).toMatchObject({ rater: 'steady', n: 20, exact: 0.5 });
    expect(own?.change).toBeCloseTo(0.5, 12);
  });

  test('one period is refused, a period that is not in the order given is named', () => {
    expect(() => drift(records.filter(({ time }) => time === '9'))).toThrow(/at least two periods/);
    expect(() => drift(records, { times: ['9', '11'] })).toThrow(/"10"/);
  });
});
