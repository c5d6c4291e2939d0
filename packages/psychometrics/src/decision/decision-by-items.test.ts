import { describe, expect, it } from 'vitest';
import { expectedSumScore } from '../irt/information/test-information.ts';
import { dichotomousItem } from '../irt/items/item.ts';
import { Random } from '../numeric/random.ts';
import { decisionByItems } from './decision-by-items.ts';
import { lee } from './irt-decision.ts';
import { itemDecisionJson } from './json.ts';
import { presentItemDecision } from './present-by-items.ts';

const items = Array.from({ length: 20 }, (_, at) =>
  dichotomousItem({ id: `i${at}`, discrimination: 0.8 + (at % 4) / 4, difficulty: (at - 10) / 5, guessing: 0.2 }),
);
const latent = { mean: 0.4, variance: 1.3 };

describe('decisions from calibrated items', () => {
  it('rudner reads a cut in score points as the ability whose true score it is', () => {
    const byScore = decisionByItems(items, { method: 'rudner', cut: 12, latent, n: 1000 });
    expect(expectedSumScore(items, byScore.cutTheta ?? 99)).toBeCloseTo(12, 9);
    const byTheta = decisionByItems(items, { method: 'rudner', cutTheta: byScore.cutTheta ?? 99, latent, n: 1000 });
    expect(byTheta.cut).toBeCloseTo(12, 9);
    expect(byTheta.consistency).toBe(byScore.consistency);
  });

  it('lee agrees with pairs of forms simulated from the same abilities', () => {
    const found = decisionByItems(items, { method: 'lee', cut: 12, latent, n: 1000 });
    const random = new Random(11);
    const replications = 20_000;
    let [alike, right] = [0, 0];
    for (let person = 0; person < replications; person += 1) {
      const theta = latent.mean + Math.sqrt(latent.variance) * random.normal();
      const passes = (): boolean =>
        items.filter((item) => random.uniform() < expectedSumScore([item], theta)).length >= 12;
      const first = passes();
      if (first === passes()) alike += 1;
      if (first === expectedSumScore(items, theta) >= 12) right += 1;
    }
    // Four standard errors of a share at 20,000 draws are at most 0.0142; of one near 0.85, 0.0101.
    expect(Math.abs(found.consistency - alike / replications)).toBeLessThan(0.0102);
    expect(Math.abs((found.accuracy ?? 9) - right / replications)).toBeLessThan(0.0102);
  });

  it('the latent distribution is standard normal unless it is given', () => {
    const { consistency } = decisionByItems(items, { method: 'lee', cut: 12 });
    expect(consistency).toBe(lee(items, { cut: 12, n: 1000 }).consistency);
    expect(decisionByItems(items, { method: 'lee', cut: 12, latent }).consistency).not.toBe(consistency);
  });

  it('the sample is judged by the more severe rule, of decisions or of the model, and not without its size', () => {
    expect(decisionByItems(items, { method: 'lee', cut: 12, n: 600 }).sample).toMatchObject({
      use: 'three-parameter',
      verdict: 'warn',
    });
    const unknown = decisionByItems(items, { method: 'lee', cut: 12 });
    expect(unknown).toMatchObject({ n: null, sample: null });
    expect(unknown.notices.join(' ')).toMatch(/size of the calibration/);
    const few = decisionByItems(items, { method: 'lee', cut: 12, n: 60 });
    expect(presentItemDecision(few, items).sections).toEqual([]);
  });

  it('gives the fixed names, and shows them with the cut as an ability', () => {
    const found = decisionByItems(items, { method: 'rudner', cut: 12, n: 2000 });
    const names = ['consistency', 'kappa', 'accuracy', 'falsePositive', 'falseNegative', 'verdict'];
    expect(Object.keys(itemDecisionJson(found)).slice(0, 6)).toEqual(names);
    expect(JSON.stringify(itemDecisionJson(found))).not.toMatch(/NaN|Infinity/);
    const { accuracy, falsePositive, falseNegative } = found;
    expect((accuracy ?? 9) + (falsePositive ?? 9) + (falseNegative ?? 9)).toBeCloseTo(1, 12);
    const shown = presentItemDecision(found, items);
    expect(shown.subtitle).toBe('20 items, cut 12 of 20, Rudner (2005)');
    expect(shown.sections[0]?.figures).toHaveLength(1);
  });

  it.each<[string, Parameters<typeof decisionByItems>[1], RegExp]>([
    ['a cut that no ability has for its true score', { method: 'rudner', cut: 3 }, /between 4 and 20/],
    ['a cut beyond the scores', { method: 'lee', cut: 21 }, /outside the sum scores/],
    ['an ability as the cut of lee', { method: 'lee', cutTheta: 0 }, /score points/],
    ['two cuts', { method: 'rudner', cut: 12, cutTheta: 0 }, /one cut/],
    ['no cut', { method: 'rudner' }, /one cut/],
    ['abilities without variance', { method: 'lee', cut: 12, latent: { mean: 0, variance: 0 } }, /variance/],
  ])('refuses %s', (_, options, says) => {
    expect(() => decisionByItems(items, options)).toThrow(says);
  });

  it('refuses a sum score of items that fall with ability for rudner, which lee takes', () => {
    const odd = [...items, dichotomousItem({ id: 'odd', discrimination: -1, difficulty: 0 })];
    expect(() => decisionByItems(odd, { method: 'rudner', cut: 12 })).toThrow(/item odd/);
    expect(decisionByItems(odd, { method: 'lee', cut: 12 }).cutTheta).toBeNull();
  });
});
