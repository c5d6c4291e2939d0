import { describe, expect, it } from 'vitest';
import { equateWithAnchor } from './equate.ts';
import type { EquatingOptions } from './equating.ts';
import { neatX, neatY, reference } from './testing/kolen-brennan.ts';

const n = 1655;
const m = 1638;

function compare(name: string, options: EquatingOptions) {
  const { table } = equateWithAnchor(neatX, neatY, options);
  let y = 0;
  let se = 0;
  for (const [at, row] of reference(name).concordance.entries()) {
    const found = table[at];
    y = Math.max(y, Math.abs((found?.y ?? 99) - row.yx));
    if (typeof row.se === 'object') {
      const wanted = options.standardErrors === 'formula-normal' ? row.se.n : row.se.g;
      se = Math.max(se, Math.abs((found?.se ?? 99) / wanted - 1));
    }
  }
  return { y, se };
}

describe('equating with an anchor agrees with equate 2.0.9 on the data of Kolen & Brennan', () => {
  // The reference is printed to 11 digits.
  const PRINTED = 1e-9;
  const linear: readonly (readonly [string, EquatingOptions])[] = [
    ['tucker_linear_w1', { method: 'tucker', weight: 1 }],
    ['tucker_linear_w0.5', { method: 'tucker', weight: 0.5 }],
    ['tucker_linear_wprop', { method: 'tucker', weight: n / (n + m) }],
    ['levine_obs_linear_internal_w1', { method: 'levine-observed', weight: 1 }],
    ['levine_obs_linear_internal_w0.5', { method: 'levine-observed', weight: 0.5 }],
    ['tucker_mean_w1', { method: 'tucker-mean' }],
    ['nominal_mean_w1', { method: 'nominal-mean' }],
    ['levine_true_internal', { method: 'levine-true' }],
    ['levine_true_external', { method: 'levine-true', anchor: 'external' }],
    ['chained_linear', { method: 'chained-linear' }],
    ['braun_holland_linear_w1', { method: 'braun-holland' }],
    ['circlearc_tucker_w1', { method: 'circle-arc', arc: { middle: 'tucker' } }],
    ['circlearc_chained_linear', { method: 'circle-arc' }],
  ];

  it.each(linear)('%s', (name, options) => {
    expect(compare(`KBneat_${name}`, options).y).toBeLessThan(PRINTED);
  });

  it.each([
    ['freqest_equip_w1', { method: 'frequency' }],
    ['chained_equip', { method: 'chained-equipercentile' }],
  ] as const)('%s', (name, options) => {
    // The reference adds about 1e-8 of a candidate to empty cells.
    expect(compare(`KBneat_${name}`, options).y).toBeLessThan(1e-7);
  });

  it.each(['braun_holland_linear', 'freqest_equip'] as const)('%s with equal weights of the candidates', (name) => {
    // The reference weighs counts, not shares, so that its 0.5 gives each candidate the same weight: here n / (n + m).
    const method = name === 'freqest_equip' ? 'frequency' : 'braun-holland';
    expect(compare(`KBneat_${name}_w0.5`, { method, weight: n / (n + m) }).y).toBeLessThan(1e-7);
  });

  it.each([
    ['tucker_linear_w1', { method: 'tucker' }],
    ['tucker_linear_w0.5', { method: 'tucker', weight: 0.5 }],
    ['levine_obs_linear_internal_w1', { method: 'levine-observed' }],
    ['chained_linear', { method: 'chained-linear' }],
  ] as const)('standard errors of %s, for any and for normal scores', (name, options) => {
    // The reference mixes moments over n and over n − 1; with n = 1,638 that is up to 1 / n = 6.1e-4 of an error.
    expect(compare(`KBneat_${name}`, options).se).toBeLessThan(6.2e-4);
    expect(compare(`KBneat_${name}`, { ...options, standardErrors: 'formula-normal' }).se).toBeLessThan(6.2e-4);
  });
});

describe('what is known of equating with an anchor', () => {
  it('Tucker and Levine with the whole form as anchor come to the same: the form itself', () => {
    const same = (joint: typeof neatX) => {
      const counts = new Float64Array(37 * 37);
      joint.counts.forEach((count, at) => {
        const row = Math.floor(at / 13);
        counts[row * 37 + row] = (counts[row * 37 + row] ?? 0) + count;
      });
      return { total: joint.total, anchor: joint.total, counts };
    };
    for (const method of ['tucker', 'levine-observed', 'levine-true', 'chained-linear', 'nominal-mean'] as const) {
      for (const row of equateWithAnchor(same(neatX), same(neatY), { method, weight: 0.4 }).table) {
        expect(row.y).toBeCloseTo(row.x, 9);
        // One group's sampling error cancels against itself: the score is known to be its own equal.
        expect(row.se).toBeLessThan(1e-6);
      }
    }
  });

  it('in two groups with one distribution of the anchor, frequency estimation is equipercentile equating of both', () => {
    const { table } = equateWithAnchor(neatX, { ...neatX }, { method: 'frequency', weight: 0.3 });
    for (const row of table.filter(({ x }) => x >= 3 && x < 36)) expect(row.y).toBeCloseTo(row.x, 9);
  });

  it('the result says the design, the weights and the synthetic moments', () => {
    const result = equateWithAnchor(neatX, neatY, { method: 'tucker', weight: 0.25 });
    expect(result.weights).toEqual({ x: 0.25, y: 0.75 });
    expect(result.synthetic?.x.mean).toBeLessThan(result.moments.y.mean);
    expect(result).toMatchObject({ design: 'neat', anchor: 'internal', n: { x: 1655, y: 1638 } });
  });
});
