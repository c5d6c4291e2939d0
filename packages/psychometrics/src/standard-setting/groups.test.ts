import { describe, expect, it } from 'vitest';
import { normal } from '../numeric/distributions/normal.ts';
import { Random } from '../numeric/random.ts';
import { tableOf } from '../testing/golden.ts';
import { borderline } from './borderline.ts';
import { contrasting } from './contrasting.ts';
import { presentBorderline, presentContrasting } from './present-groups.ts';
import { readBorderline, readContrasting } from './read-panels.ts';
import { expected, sat12Scores } from './testing/reference.ts';

describe('contrasting groups on SAT12', () => {
  const wanted = expected.contrasting_groups_SAT12;
  const cases = sat12Scores.map((score, at) => ({ score, competent: wanted.competent[at] === 1 }));
  const result = contrasting(cases);

  it('agree with R in the logistic cut, the groups and the midpoint', () => {
    // glm stops at a relative change of the deviance of 1e-8, half the digits in the coefficients.
    expect(result.cut).toBeCloseTo(wanted.cut_p50, 7);
    expect(result.logistic?.intercept).toBeCloseTo(wanted.intercept, 7);
    expect(result.logistic?.slope).toBeCloseTo(wanted.slope, 8);
    expect(result.competent.mean).toBeCloseTo(wanted.mean_competent, 9);
    expect(result.competent.sd).toBeCloseTo(wanted.sd_competent, 9);
    expect(result.notCompetent.mean).toBeCloseTo(wanted.mean_not, 9);
    expect(result.notCompetent.sd).toBeCloseTo(wanted.sd_not, 9);
    expect(result.cuts.midpoint.cut).toBeCloseTo(wanted.midpoint_means, 9);
  });

  it('have a standard error that resampling confirms', () => {
    const random = new Random(2);
    const cuts: number[] = [];
    for (let draw = 0; draw < 200; draw += 1) {
      const drawn = cases.flatMap(() => cases[random.integer(cases.length)] ?? []);
      cuts.push(contrasting(drawn, { resamples: 0 }).cut ?? 0);
    }
    const mean = cuts.reduce((sum, cut) => sum + cut, 0) / cuts.length;
    const sd = Math.sqrt(cuts.reduce((sum, cut) => sum + (cut - mean) ** 2, 0) / (cuts.length - 1));
    // A standard deviation of 200 draws is known to 5 %; three of these.
    expect(Math.abs((result.se ?? 0) / sd - 1)).toBeLessThan(0.15);
  });

  it('meet where both normal densities are equal', () => {
    const { cut } = result.cuts.normal;
    const density = ({ mean, sd }: { mean: number; sd: number | null }) =>
      normal.density(((cut ?? 0) - mean) / (sd ?? 1)) / (sd ?? 1);
    expect(density(result.competent)).toBeCloseTo(density(result.notCompetent), 12);
    expect(cut).toBeGreaterThan(wanted.mean_not);
    expect(cut).toBeLessThan(wanted.mean_competent);
  });

  it('cost least at the cheapest cut, by trying all', () => {
    const cost = (cut: number) => cases.filter(({ score, competent }) => competent !== score >= cut).length;
    const least = Math.min(...Array.from({ length: 34 }, (_, at) => cost(at - 0.5)));
    expect(cost(result.cuts.cost.cut ?? 0)).toBe(least);
    const strict = contrasting(cases, { falsePassCost: 5, resamples: 0 });
    expect(strict.cuts.cost.cut ?? 0).toBeGreaterThan(result.cuts.cost.cut ?? 0);
    expect(strict.cut ?? 0).toBeGreaterThan(result.cut ?? 0);
  });

  it('show misclassification, impact and JSON of fixed names', () => {
    const { falseFail = 0, falsePass = 0 } = result.misclassified ?? {};
    const wrong = cases.filter(({ score, competent }) => competent !== score >= (result.cut ?? 0)).length;
    expect((falseFail + falsePass) * cases.length).toBeCloseTo(wrong, 9);
    expect(result).toMatchObject({ cut: result.cut, se: result.se, judges: [] });
    expect(presentContrasting(result).sections.map(({ heading }) => heading)).toEqual([
      'Groups',
      'Cuts by method',
      'Impact',
    ]);
  });
});

describe('contrasting groups at their limits', () => {
  it('that do not overlap are parted between by Firth’s curve, said so', () => {
    const table = tableOf('id,score,group\n1,10,competent\n2,12,competent\n3,4,not competent\n4,6,not competent');
    const result = contrasting(readContrasting(table));
    expect(result.cut).toBeCloseTo(8, 6);
    expect(result.notices[0]).toMatch(/do not overlap/);
  });

  it('that stand upside down, or are empty, have no cut', () => {
    const upside = contrasting([
      { score: 1, competent: true },
      { score: 5, competent: false },
    ]);
    expect(upside).toMatchObject({ cut: null, se: null, reason: expect.stringMatching(/do not score higher/) });
    expect(() => contrasting([{ score: 1, competent: true }])).toThrow(/nobody is not competent/);
    expect(() => readContrasting(tableOf('score,group\n1,maybe'))).toThrow(/row 1, group: "maybe"/);
  });
});

describe('borderline', () => {
  const table = tableOf('score,rating,judge\n10,0,A\n14,1,A\n16,1,B\n20,2,B\n21,2,A\n26,3,B');
  const { performances } = readBorderline(table);

  it('regression is the straight line at the borderline rating, worked by hand', () => {
    // Ratings 0 1 1 2 2 3: mean 1.5, S = 5.5. Scores: mean 107/6; Σ(r − 1.5)y = 29.5.
    const result = borderline(performances, { borderline: 1 });
    const slope = 29.5 / 5.5;
    expect(result.cut).toBeCloseTo(107 / 6 - 0.5 * slope, 10);
    const [station] = result.stations;
    const residual = performances.reduce(
      (sum, { score, rating }) => sum + (score - 107 / 6 - slope * (rating - 1.5)) ** 2,
      0,
    );
    expect(result.se).toBeCloseTo(Math.sqrt((residual / 4) * (1 / 6 + 0.25 / 5.5)), 10);
    expect(station?.line?.rSquared).toBeGreaterThan(0.95);
    expect(result.judges.map(({ id, n }) => [id, n])).toEqual([
      ['A', 3],
      ['B', 3],
    ]);
  });

  it('group is the mean or the median of those rated borderline', () => {
    const group = borderline(performances, { borderline: 1, method: 'group-mean' });
    expect(group).toMatchObject({ cut: 15, se: 1 });
    expect(borderline(performances, { borderline: 1, method: 'group-median' }).cut).toBe(15);
    expect(borderline(performances, { borderline: 9, method: 'group-mean' })).toMatchObject({ cut: null, se: null });
  });

  it('has a standard error that resampling confirms in a large sample', () => {
    const random = new Random(3);
    const many = Array.from({ length: 400 }, () => {
      const rating = random.integer(4);
      return { rating, score: 40 + 8 * rating + 5 * random.normal() };
    });
    const [station] = borderline(many, { borderline: 1 }).stations;
    // 500 resamples know a standard deviation to 3 %; the residuals are normal with one spread, as the formula has it.
    expect((station?.seBootstrap ?? 0) / (station?.se ?? 1)).toBeGreaterThan(0.85);
    expect((station?.seBootstrap ?? 0) / (station?.se ?? 1)).toBeLessThan(1.15);
    expect(Math.abs((station?.cut ?? 0) - 48)).toBeLessThan(4 * (station?.se ?? 0));
  });

  it('sums the stations of an OSCE, errors squared', () => {
    const two = performances.flatMap((one) => [
      { ...one, station: '1' },
      { ...one, station: '2', score: one.score + 1 },
    ]);
    const one = borderline(performances, { borderline: 1 });
    const both = borderline(two, { borderline: 1 });
    expect(both.cut).toBeCloseTo(2 * (one.cut ?? 0) + 1, 10);
    expect(both.se).toBeCloseTo((one.se ?? 0) * Math.SQRT2, 10);
  });

  it('reads words in their order, and has no cut without a rising line', () => {
    const words = readBorderline(tableOf('score,rating\n10,fail\n14,Borderline\n20,pass'));
    expect(words.borderline).toBe(1);
    const result = borderline(words.performances, { borderline: words.borderline ?? 0 });
    expect(result).toMatchObject({ cut: result.cut, judges: [] });
    expect(presentBorderline(result).sections[0]?.tables[0]?.rows[0]?.[0]).toBe('all');
    expect(
      borderline(
        [
          { score: 3, rating: 1 },
          { score: 1, rating: 2 },
        ],
        { borderline: 1 },
      ),
    ).toMatchObject({ cut: null, se: null });
    expect(borderline([{ score: 3, rating: 1 }], { borderline: 1 }).notices[0]).toMatch(/same rating/);
    expect(() => readBorderline(tableOf('score,rating\n1,pass\n2,3'))).toThrow(/use one of them throughout/);
  });
});
