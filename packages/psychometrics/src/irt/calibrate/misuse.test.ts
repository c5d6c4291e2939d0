import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { responseMatrix } from '../../data/response-matrix.ts';
import { Random } from '../../numeric/random.ts';
import { lsat6, scored } from '../../testing/reference-data.ts';
import { itemsOf, simulate, stack } from '../../testing/simulate.ts';
import { ITEM_MODELS } from '../items/item.ts';
import { probabilities as probabilityOf } from '../items/response-function.ts';
import { calibrate } from './calibrate.ts';
import { calibrationJson } from './json.ts';

const rows = (text: string): number[][] => text.split(' ').map((row) => [...row].map(Number));

describe('what cannot be calibrated is refused with names', () => {
  it('items that all answered alike', () => {
    const data = responseMatrix(rows('111 101 110 100'), { items: ['easy', 'b', 'c'] });
    expect(() => calibrate(data, { model: 'rasch' })).toThrow(/answered alike.*: easy; .*leave it out/);
    const found = calibrate(data, { model: 'rasch', onConstant: 'drop' });
    expect(found.items.map(({ item }) => item.id)).toEqual(['b', 'c']);
    expect(found.notices.join()).toMatch(/Left out.*easy/);
  });

  it('other values than 0 and 1 in a dichotomous model', () => {
    const data = responseMatrix(
      [
        [0, 2],
        [1, 1],
        [1, 0],
      ],
      { items: ['a', 'b'] },
    );
    expect(() => calibrate(data, { model: '2pl' })).toThrow(/2pl takes responses 0 and 1.*b; score them by the key/);
  });

  it('items with fewer categories in the rating scale model', () => {
    const data = responseMatrix(
      [
        [0, 2],
        [1, 1],
        [1, 0],
      ],
      { items: ['a', 'b'] },
    );
    expect(() => calibrate(data, { model: 'rsm' })).toThrow(/a use fewer categories/);
  });

  it('groups that share no item', () => {
    const data = responseMatrix([
      [0, 1, -3, -3],
      [1, 0, -3, -3],
      [-3, -3, 0, 1],
      [-3, -3, 1, 0],
    ]);
    const groups = ['x', 'x', 'y', 'y'];
    expect(() => calibrate(data, { model: 'rasch', groups })).toThrow(/group y shares no item with group x/);
  });

  it('labels of groups that are not one per candidate, anchors that are in no column, or twice', () => {
    const data = lsat6();
    const anchor = itemsOf('2pl', 2)[0];
    if (anchor === undefined) throw new Error('no anchor');
    expect(() => calibrate(data, { model: '2pl', groups: ['a'] })).toThrow(/1 labels of groups and 1000 candidates/);
    expect(() => calibrate(data, { model: '2pl', anchors: [anchor] })).toThrow(/none of the anchors i1 is an item/);
    expect(() => calibrate(data, { model: '2pl', anchors: [anchor, anchor] })).toThrow(/anchor i1 is given twice/);
  });

  it('anchors whose discriminations differ in 1pl, or with fewer categories than the data', () => {
    const anchors = itemsOf('2pl', 2).map((item, i) => ({ ...item, id: `Item_${i + 1}` }));
    expect(() => calibrate(lsat6(), { model: '1pl', anchors })).toThrow(/differ in discrimination/);
    const science = scored('science_mirt_4items.csv');
    expect(() =>
      calibrate(science, { model: 'pcm', anchors: [{ id: 'Work', model: 'pcm', discrimination: 1, intercepts: [0] }] }),
    ).toThrow(/anchor Work has the categories 0 to 1, but the data hold 2, 3, 4/);
  });

  it('no responses at all', () => {
    expect(() => calibrate(responseMatrix([[-1, -1]]), { model: 'rasch' })).toThrow(RangeError);
    expect(() => calibrate(responseMatrix([]), { model: 'rasch' })).toThrow(RangeError);
  });

  it.each([{ nodes: 5 }, { tolerance: 0 }, { maxIterations: 0 }, { guessingMean: 1 }])('the option %o', (option) => {
    expect(() => calibrate(lsat6(), { model: '3pl', ...option })).toThrow(RangeError);
  });
});

describe('what is doubtful is calibrated, and said', () => {
  it('one candidate, one item, small samples: numbers without standard errors where the information is singular', () => {
    const found = calibrate(responseMatrix(rows('10 01 11')), { model: '2pl' });
    expect(found.sample.verdict).toBe('too-few');
    const one = calibrate(responseMatrix([[0], [1], [1]]), { model: '2pl' });
    expect(one.items[0]?.se.discrimination).toBeNull();
    expect(one.notices.join()).toMatch(/No standard errors: .* among them those of 1/);
  });

  it('the bound on iterations is kept and reported', () => {
    const found = calibrate(lsat6(), { model: '2pl', maxIterations: 3, se: 'none' });
    expect(found.converged).toBe(false);
    expect(found.iterations).toBeLessThanOrEqual(4);
    expect(found.notices.join()).toMatch(/Not converged: stopped at the bound of 3 iterations/);
  });

  it('negative discrimination is estimated and named', () => {
    const truth = itemsOf('2pl', 10).map((item, i) =>
      i === 3 && item.model === '2pl' ? { ...item, discrimination: -0.8 } : item,
    );
    const found = calibrate(simulate(truth, { persons: 1000, seed: 3 }), { model: '2pl' });
    expect(found.notices.join()).toMatch(/negative discrimination[^:]*: i4\./i);
  });

  it('an override of the sample rule is recorded', () => {
    const found = calibrate(responseMatrix(rows('10 01 11')), { model: 'rasch', override: { reason: 'a pilot' } });
    expect(found.sample.override).toEqual({ reason: 'a pilot' });
  });

  it('data of any shape give finite numbers or a RangeError, in every model', () => {
    const cell = fc.constantFrom(-3, -2, -1, 0, 0, 1, 1, 2);
    const matrix = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      );
    fc.assert(
      fc.property(
        matrix,
        fc.constantFrom(...ITEM_MODELS),
        fc.constantFrom('crossprod', 'oakes', 'louis'),
        (cells, model, se) => {
          let text: string;
          try {
            text = JSON.stringify(
              calibrationJson(calibrate(responseMatrix(cells), { model, se, onConstant: 'drop', maxIterations: 60 })),
              (_, value) => {
                if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${value} in the result`);
                return value;
              },
            );
          } catch (error) {
            if (!(error instanceof RangeError)) throw error;
            return;
          }
          expect(text).toContain('"items"');
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('the engine', () => {
  it('collapsing, classes and missing data do not change the likelihood: it is that of a sum over candidates and nodes', () => {
    const truth = [...itemsOf('2pl', 3), ...itemsOf('grm', 3, 2).map((item) => ({ ...item, id: `g${item.id}` }))];
    const random = new Random(6);
    const complete = stack([
      simulate(truth, { persons: 120, seed: random }),
      simulate(truth, { persons: 120, seed: random, mean: 0.5 }),
    ]);
    const data = { ...complete, values: complete.values.map((value) => (random.uniform() < 0.3 ? -1 : value)) };
    const groups = data.persons.map((_, p) => (p < 120 ? 'x' : 'y'));
    const found = calibrate(data, { model: 'grm', groups, se: 'none', anchors: truth.slice(0, 2) });
    let expected = 0;
    const nodes = Array.from({ length: 61 }, (_, q) => -6 + q / 5);
    found.groups.forEach(({ id, mean, variance }) => {
      const density = nodes.map((theta) => Math.exp(-((theta - mean) ** 2) / (2 * variance)));
      const total = density.reduce((sum, value) => sum + value, 0);
      data.persons.forEach((_, p) => {
        if (groups[p] !== id) return;
        const row = data.values.subarray(p * 6, p * 6 + 6);
        const likelihood = nodes.map((theta, q) =>
          found.items.reduce(
            (product, { item }, i) => {
              const value = row[i] ?? -1;
              return value < 0 ? product : product * (probabilityOf(item, theta)[value] ?? 0);
            },
            (density[q] ?? 0) / total,
          ),
        );
        if (row.some((value) => value >= 0)) expected += Math.log(likelihood.reduce((sum, value) => sum + value, 0));
      });
    });
    expect(found.logLikelihood).toBeCloseTo(expected, 8);
  });

  it('progress is told with falling changes', () => {
    const told: number[] = [];
    calibrate(lsat6(), { model: '2pl', se: 'none', onProgress: (_, change) => told.push(change) });
    expect(told.length).toBeGreaterThan(2);
    expect(told.at(-1)).toBeLessThan(1e-4);
  });
});
