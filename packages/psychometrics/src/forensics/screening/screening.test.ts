import { describe, expect, it } from 'vitest';
import { responseMatrix } from '../../data/response-matrix.ts';
import { studentT } from '../../numeric/distributions/student-t.ts';
import { Random } from '../../numeric/random.ts';
import { answerChanges } from './answer-changes.ts';
import { compareCenters } from './centers.ts';
import { scoreGains } from './score-gain.ts';

describe('score gains', () => {
  const random = new Random(2);
  const honest = Array.from({ length: 60 }, (_, at) => {
    const first = 60 + 10 * random.normal();
    return { id: `p${at + 1}`, first, second: 8 + 0.9 * first + 4 * random.normal() };
  });

  it('are compared with the regression of all others (refitted without the candidate)', () => {
    const { persons } = scoreGains(honest);
    const [one] = honest;
    const rest = honest.slice(1);
    const n = rest.length;
    const mx = rest.reduce((sum, { first }) => sum + first, 0) / n;
    const my = rest.reduce((sum, { second }) => sum + second, 0) / n;
    const sxx = rest.reduce((sum, { first }) => sum + (first - mx) ** 2, 0);
    const slope = rest.reduce((sum, { first, second }) => sum + (first - mx) * (second - my), 0) / sxx;
    const rss = rest.reduce((sum, { first, second }) => sum + (second - my - slope * (first - mx)) ** 2, 0);
    const x = one?.first ?? 0;
    const expected = my + slope * (x - mx);
    const se = Math.sqrt((rss / (n - 2)) * (1 + 1 / n + (x - mx) ** 2 / sxx));
    const t = ((one?.second ?? 0) - expected) / se;
    // Two algebraic forms of one number.
    expect(persons[0]?.expected).toBeCloseTo(expected, 9);
    expect(persons[0]?.statistic).toBeCloseTo(t, 9);
    expect(persons[0]?.p).toBeCloseTo(studentT.upper(t, n - 2), 9);
  });

  it('flag an extreme gain and no other', () => {
    const given = honest.map((one, at) => (at === 5 ? { ...one, second: one.second + 35 } : one));
    expect(
      scoreGains(given)
        .persons.filter(({ flagged }) => flagged)
        .map(({ id }) => id),
    ).toEqual(['p6']);
  });

  it('have no statistic where all others lie on a line, and refuse too few or constant scores', () => {
    const line = [1, 2, 3, 4, 5].map((x) => ({ id: `${x}`, first: x, second: 2 * x }));
    for (const { statistic, p, flagged } of scoreGains(line).persons)
      expect([statistic, p, flagged]).toEqual([null, null, false]);
    expect(() => scoreGains(line.slice(0, 3))).toThrow(/at least four/);
    expect(() => scoreGains(line.map((one) => ({ ...one, first: 1 })))).toThrow(/all first scores are the same/);
  });
});

describe('answer changes', () => {
  const random = new Random(7);
  const first = Array.from({ length: 80 }, () => Array.from({ length: 40 }, () => (random.uniform() < 0.6 ? 1 : 0)));
  const final = first.map((row, person) =>
    row.map((score) => (score === 0 && random.uniform() < (person === 3 ? 0.6 : 0.06) ? 1 : score)),
  );

  it('flag the candidate with too many from wrong to right, given which items were wrong first', () => {
    const found = answerChanges(responseMatrix(first), responseMatrix(final));
    expect(found.persons.filter(({ flagged }) => flagged).map(({ id }) => id)).toEqual(['4']);
    expect(found.wrongToRight).toBe(final.flat().filter((score, at) => score > (first.flat()[at] ?? 0)).length);
  });

  it('give p = 1 without a change, and the same for matrices that are equal', () => {
    const { persons } = answerChanges(responseMatrix(first), responseMatrix(first));
    expect(persons.every(({ p, wrongToRight }) => p === 1 && wrongToRight === 0)).toBe(true);
  });

  it('refuse matrices of other persons and scores above 1', () => {
    expect(() => answerChanges(responseMatrix([[0]]), responseMatrix([[0], [1]]))).toThrow(/differ in persons/);
    expect(() => answerChanges(responseMatrix([[2]]), responseMatrix([[0]]))).toThrow(/score 2/);
  });
});

describe('centers', () => {
  const random = new Random(12);
  const candidates = Array.from({ length: 300 }, (_, at) => ({
    id: `p${at + 1}`,
    center: `c${(at % 10) + 1}`,
    score: 100 + 10 * random.normal() + (at % 10 === 4 ? 15 : 0),
    time: 4 + 0.2 * random.normal(),
    flagged: at % 10 === 4 && at < 100,
  }));

  it('flag the center that differs, in scores and in flagged candidates, and no other', () => {
    const { centers } = compareCenters(candidates);
    expect(centers.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10']);
    expect(centers.filter(({ score }) => score.flagged).map(({ id }) => id)).toContain('c5');
    expect(centers.filter(({ flags }) => flags?.flagged).map(({ id }) => id)).toEqual(['c5']);
    expect(centers.filter(({ time }) => time?.flagged)).toEqual([]);
    const five = centers[4];
    expect(five?.flags).toMatchObject({ count: 10, expected: 1 });
    expect(Math.abs(five?.score.shrunken ?? 0)).toBeLessThan(five?.score.mean ?? 0);
  });

  it('the hypergeometric p of flags is C(30,10) / C(300,10) where all ten stand in one center', () => {
    const expected = Array.from({ length: 10 }, (_, k) => (30 - k) / (300 - k)).reduce(
      (product, share) => product * share,
      1,
    );
    const p = compareCenters(candidates).centers[4]?.flags?.p ?? 0;
    // One product of ten ratios against three saddle-point masses.
    expect(Math.abs(p / expected - 1)).toBeLessThan(1e-10);
  });

  it('pairs within a center are judged by permutation, with the same p for the same seed', () => {
    const pairs = [1, 2, 3].flatMap((a) => [
      { a: 'p5', b: `p${a * 10 + 5}` },
      { a: 'p1', b: `p${a + 1}` },
    ]);
    const options = { pairs, seed: 1, permutations: 999 };
    const found = compareCenters(candidates, options);
    expect(found.centers[4]?.pairs).toMatchObject({ count: 3, flagged: true });
    expect(found.centers[0]?.pairs?.p).toBe(1);
    expect(compareCenters(candidates, options)).toEqual(found);
    expect(() => compareCenters(candidates, { pairs })).toThrow(/give a seed/);
    expect(() => compareCenters(candidates, { pairs: [{ a: 'x', b: 'p1' }], seed: 1 })).toThrow(/names x/);
  });

  it('give null where nothing varies, and refuse a single center', () => {
    const alike = candidates.map((one) => ({ ...one, score: 5 }));
    for (const { score } of compareCenters(alike).centers)
      expect(score).toMatchObject({ statistic: null, p: null, flagged: false });
    expect(() => compareCenters(candidates.map((one) => ({ ...one, center: 'x' })))).toThrow(/two centers/);
  });
});
