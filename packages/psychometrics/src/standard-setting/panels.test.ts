import { describe, expect, it } from 'vitest';
import { dichotomousItem, itemFromThresholds } from '../irt/items/item.ts';
import { expectedScore, probabilities } from '../irt/items/response-function.ts';
import { Random } from '../numeric/random.ts';
import { tableOf } from '../testing/golden.ts';
import { orderedBooklet } from './booklet.ts';
import { bookmark } from './bookmark.ts';
import { type HofsteeJudgment, hofstee } from './hofstee.ts';
import { presentBookmark, presentHofstee } from './present.ts';
import { readBookmarks, readHofstee } from './read-panels.ts';
import { expected, sat12Scores } from './testing/reference.ts';

describe('Hofstee', () => {
  const { kmin, kmax, fmin, fmax, cut, fail, fail_rate_by_cut } = expected.hofstee_SAT12;
  const judgment = { judge: 'A', minCut: kmin, maxCut: kmax, minFail: fmin, maxFail: fmax };

  it('meets the failure curve of SAT12 where R finds it', () => {
    const result = hofstee([judgment], sat12Scores);
    expect(result.cut).toBeCloseTo(cut, 10);
    expect(result.fail).toBeCloseTo(fail, 10);
    expect(result.crosses).toBe(true);
    for (const { score, fail: share } of result.curve) {
      if (score < fail_rate_by_cut.length) expect(share).toBeCloseTo(fail_rate_by_cut[score] ?? 9, 10);
    }
  });

  it('has the standard error of the jackknife, none with one judge, and the same cut in percent', () => {
    const panel: HofsteeJudgment[] = [
      judgment,
      { ...judgment, judge: 'B', minCut: 13, maxCut: 19 },
      { ...judgment, judge: 'C', minCut: 15, maxCut: 21 },
    ];
    const result = hofstee(panel, sat12Scores);
    const cuts = [
      [1, 2],
      [0, 2],
      [0, 1],
    ].map(
      (kept) =>
        hofstee(
          kept.flatMap((at) => panel[at] ?? []),
          sat12Scores,
        ).cut,
    );
    const mean = cuts.reduce((sum, one) => sum + one, 0) / 3;
    expect(result.se).toBeCloseTo(Math.sqrt((2 / 3) * cuts.reduce((sum, one) => sum + (one - mean) ** 2, 0)), 12);
    expect(hofstee([judgment], sat12Scores)).toMatchObject({
      se: null,
      notices: [expect.stringMatching(/one judge/i)],
    });
    const median = hofstee([judgment], sat12Scores, { center: 'median' });
    expect(median).toMatchObject({ se: null, cut: hofstee([judgment], sat12Scores).cut });
    const inPercent = panel.map((one) => ({ ...one, minFail: one.minFail * 100, maxFail: one.maxFail * 100 }));
    expect(hofstee(inPercent, sat12Scores).cut).toBeCloseTo(result.cut, 10);
  });

  it.each([9, 10])('has the standard error of the spread over panels, of medians of %i judges too', (judges) => {
    const random = new Random(3);
    const cuts: number[] = [];
    let squares = 0;
    for (let draw = 0; draw < 400; draw += 1) {
      const panel = Array.from({ length: judges }, (_, at): HofsteeJudgment => {
        const minCut = 13 + 2 * random.normal();
        return { judge: `${at}`, minCut, maxCut: minCut + 6, minFail: 0.05, maxFail: 0.6 };
      });
      const { cut, se } = hofstee(panel, sat12Scores, { center: 'median' });
      cuts.push(cut);
      squares += (se ?? 0) ** 2 / 400;
    }
    const mean = cuts.reduce((sum, one) => sum + one, 0) / 400;
    const spread = Math.sqrt(cuts.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 399);
    // The spread of 400 is known to 3.5 %; √(π/2) is that of many judges, 2 to 8 % too wide of ten.
    expect(Math.sqrt(squares) / spread).toBeGreaterThan(0.88);
    expect(Math.sqrt(squares) / spread).toBeLessThan(1.2);
  });

  it('takes the end of the line where it does not meet the scores, and says so', () => {
    const strict = hofstee([{ ...judgment, minCut: 25, maxCut: 30 }], sat12Scores);
    expect(strict).toMatchObject({ cut: 25, crosses: false });
    expect(strict.notices.join()).toMatch(/even at the lowest cut .* more than is accepted/);
    const lenient = hofstee([{ ...judgment, minCut: 1, maxCut: 3 }], sat12Scores);
    expect(lenient).toMatchObject({ cut: 3, crosses: false });
    expect(lenient.notices.join()).toMatch(/even at the highest cut .* fewer/);
  });

  it('meets scores that are no whole numbers, and scores that are all equal', () => {
    const halves = hofstee(
      [{ ...judgment, minCut: 0.2, maxCut: 0.8, minFail: 0, maxFail: 1 }],
      [0.1, 0.3, 0.5, 0.7, 0.9],
    );
    // The curve passes (0.5, 0.4) and (0.7, 0.6), the line (0.5, 0.5): they meet at 0.5 + 0.1 / (1 + 5/3).
    expect(halves.cut).toBeCloseTo(0.5 + 0.1 / (1 + 5 / 3), 12);
    expect(Number.isFinite(hofstee([judgment], [17, 17]).cut)).toBe(true);
  });

  it('is read from its columns, and refuses judgments upside down', () => {
    const read = readHofstee(tableOf('judge,min_cut,max_cut,min_fail,max_fail\nA,14,20,5,40'));
    expect(hofstee(read, sat12Scores)).toMatchObject({ judges: [expect.objectContaining({ id: 'A' })] });
    expect(presentHofstee(hofstee(read, sat12Scores)).facts[0]?.value).toBe('15.69');
    expect(() => readHofstee(tableOf('judge,min_cut\nA,1'))).toThrow(/columns missing: max_cut, min_fail, max_fail/);
    expect(() => hofstee([{ ...judgment, minCut: 21 }], sat12Scores)).toThrow(/judge A: the lowest cut 21 exceeds/);
    expect(() => hofstee([{ ...judgment, maxFail: 101 }], sat12Scores)).toThrow(/judge A: failure rates/);
    expect(() => hofstee([judgment], [])).toThrow(/no scores/);
  });
});

describe('the ordered item booklet', () => {
  const { a, b, RP, location, order } = expected.bookmark_SAT12_2PL;
  const items = a.map((discrimination, at) =>
    dichotomousItem({ id: `${at + 1}`, discrimination, difficulty: b[at] ?? 0 }),
  );

  it('orders SAT12 by the location at RP67 as R does', () => {
    const { pages } = orderedBooklet(items, { responseProbability: RP });
    expect(pages.map(({ id }) => Number(id))).toEqual(order);
    // The parameters are printed to 11 digits; a slope of 0.13 turns them into ten.
    for (const { id, location: own } of pages) expect(own).toBeCloseTo(location[Number(id) - 1] ?? 99, 8);
  });

  it('finds score points of graded and partial credit items where P(X ≥ k) is the criterion', () => {
    const graded = itemFromThresholds({ id: 'g', model: 'grm', discrimination: 1.3, thresholds: [-1, 0.5] });
    const steps = itemFromThresholds({ id: 's', model: 'gpcm', discrimination: 0.8, thresholds: [0.6, -0.4] });
    const { pages } = orderedBooklet([graded, steps], { responseProbability: 0.67 });
    expect(pages).toHaveLength(4);
    for (const { id, category, location: theta } of pages) {
      const p = probabilities(id === 'g' ? graded : steps, theta);
      expect(p.slice(category).reduce((sum, one) => sum + one, 0)).toBeCloseTo(0.67, 12);
    }
    expect(pages.find(({ id, category }) => id === 'g' && category === 2)?.location).toBeCloseTo(
      0.5 + Math.log(0.67 / 0.33) / 1.3,
      12,
    );
  });

  it('leaves out what no ability reaches, and says why', () => {
    const odd = [
      dichotomousItem({ id: 'guess', difficulty: 0, guessing: 0.7 }),
      dichotomousItem({ id: 'low', difficulty: 0, upper: 0.6 }),
      dichotomousItem({ id: 'down', discrimination: -1, difficulty: 0 }),
    ];
    expect(orderedBooklet(odd).leftOut.map(({ id }) => id)).toEqual(['guess', 'low', 'down']);
    // Without guessing, the item with 0.7 has its place again.
    expect(orderedBooklet(odd, { guessing: 'removed' }).pages.map(({ id }) => id)).toEqual(['guess']);
  });

  it('turns the judges’ pages into a cut on θ and in raw scores', () => {
    const rounds = readBookmarks(tableOf('round,judge,page\n1,A,9\n1,B,20\n2,A,12\n2,B,14\n2,C,17'));
    const result = bookmark(items, rounds, { responseProbability: RP, scores: sat12Scores });
    const thetas = [12, 14, 17].map((page) => location[(order[page - 1] ?? 1) - 1] ?? 0);
    expect(result.theta).toBeCloseTo(thetas[1] ?? 0, 8);
    expect(result.cut).toBeCloseTo(
      items.reduce((sum, item) => sum + expectedScore(item, result.theta), 0),
      10,
    );
    // The delta method, by a numerical slope.
    const raw = (theta: number): number => items.reduce((sum, item) => sum + expectedScore(item, theta), 0);
    const slope = (raw(result.theta + 1e-5) - raw(result.theta - 1e-5)) / 2e-5;
    expect(result.se).toBeCloseTo(slope * (result.seTheta ?? 0), 7);
    expect(result.rounds).toHaveLength(2);
    expect(result).toMatchObject({ judges: [{ id: 'A', page: 12 }, { id: 'B' }, { id: 'C' }] });
    expect(presentBookmark(result).sections[1]?.tables[0]?.rows).toHaveLength(3);
  });

  it('places the cut at the page, before it or between', () => {
    const theta = (placement: 'at' | 'before' | 'between') =>
      bookmark(items, [{ round: '1', marks: [{ judge: 'A', page: 10 }] }], { placement }).theta;
    expect(theta('between')).toBeCloseTo((theta('at') + theta('before')) / 2, 12);
    expect(theta('before')).toBeLessThan(theta('at'));
  });

  it('refuses pages that do not exist, and probabilities that are none', () => {
    expect(() => bookmark(items, [{ round: '1', marks: [{ judge: 'A', page: 40 }] }])).toThrow(
      /A: there is no page 40; .* 1 to 32/,
    );
    expect(() => orderedBooklet(items, { responseProbability: 67 })).toThrow(/0.67/);
  });
});
