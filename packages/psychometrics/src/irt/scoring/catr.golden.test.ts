import { describe, expect, it } from 'vitest';
import { NOT_PRESENTED, responseMatrix } from '../../data/response-matrix.ts';
import { largestDifference } from '../../testing/deviation.ts';
import type { Item } from '../items/item.ts';
import { type PersonScore, type ScoringOptions, scorePersons } from './score-persons.ts';
import { catR, tcals } from './testing/reference.ts';

const thetas = (scores: readonly PersonScore[]): readonly (number | null)[] => scores.map(({ theta }) => theta);
const errors = (scores: readonly PersonScore[]): readonly (number | null)[] => scores.map(({ se }) => se);

describe('the 3PL bank of catR (its root search stops at 1e-5)', () => {
  const whole = catR.fixed_pattern;
  const part = whole.map((value, item) => (catR.subset.includes(item + 1) ? value : NOT_PRESENTED));
  const data = responseMatrix([whole, part], { items: tcals.map(({ id }) => id) });
  const score = (options: ScoringOptions): readonly PersonScore[] =>
    scorePersons(data, tcals, { information: 'expected', ...options });

  it.each([
    ['ml', 'ML'],
    ['map', 'BM'],
    ['wle', 'WL'],
    ['eap', 'EAP'],
  ] as const)('%s of all items and of eight items', (method, name) => {
    const grid = { nodes: 33, range: [-4, 4] } as const;
    const scores = score({ method, ...(method === 'eap' ? grid : { bounds: [-4, 4] }) });
    const expected = [catR.theta_all85[name], catR.theta_subset8[name]];
    // Its EAP halves the weights of the first and the last of 33 nodes (trapezoidal rule): up to 4e-4.
    const tolerance = method === 'eap' ? 4e-4 : 1e-4;
    expect(
      largestDifference(
        thetas(scores),
        expected.map(({ theta }) => theta),
      ),
    ).toBeLessThan(tolerance);
    expect(
      largestDifference(
        errors(scores),
        expected.map(({ se }) => se),
      ),
    ).toBeLessThan(tolerance);
  });

  it('an ML estimate beyond the bound takes the bound and says so', () => {
    const [, at] = score({ method: 'ml', bounds: [-4, 4] });
    expect(at?.theta).toBe(4);
    expect(at?.reason).toMatch(/upper bound/);
  });

  it("MAP with Jeffreys' prior", () => {
    const [, at] = score({ method: 'map', prior: 'jeffreys' });
    expect(Math.abs((at?.theta ?? 0) - catR.theta_jeffreys)).toBeLessThan(1e-4);
  });

  it('graded items by ML, MAP, WLE and EAP', () => {
    const items: readonly Item[] = catR.grm_bank.map(({ alphaj, betaj1, betaj2, betaj3 }, at) => ({
      ...{ id: `${at}`, model: 'grm', discrimination: alphaj },
      intercepts: [betaj1, betaj2, betaj3].map((b) => -alphaj * b),
    }));
    const graded = responseMatrix([catR.grm_pattern], { items: items.map(({ id }) => id) });
    const methods = { ml: 'ML', map: 'BM', wle: 'WL' } as const;
    for (const method of ['ml', 'map', 'wle'] as const) {
      const [at] = scorePersons(graded, items, { method, information: 'expected' });
      expect(Math.abs((at?.theta ?? 0) - catR.grm_scores[methods[method]].theta)).toBeLessThan(1e-5);
      expect(Math.abs((at?.se ?? 0) - catR.grm_scores[methods[method]].se)).toBeLessThan(1e-5);
    }
    const [eap] = scorePersons(graded, items, { method: 'eap', nodes: 33, range: [-4, 4] });
    expect(eap?.theta).toBeCloseTo(catR.grm_scores.EAP.theta, 5);
    expect(eap?.se).toBeCloseTo(catR.grm_scores.EAP.se, 5);
  });
});
