import { describe, expect, it } from 'vitest';
import { personResponses, type ResponseMatrix, responseMatrix } from '../../../data/response-matrix.ts';
import { normal } from '../../../numeric/distributions/normal.ts';
import { inverse } from '../../../numeric/linear.ts';
import { gaussLegendre } from '../../../numeric/quadrature.ts';
import { simulate } from '../../../testing/simulate.ts';
import { categoryCount, dichotomousItem, type Item, isDichotomous, itemFromThresholds } from '../../items/item.ts';
import { probabilities } from '../../items/response-function.ts';
import { latentGrid } from '../../scoring/latent-grid.ts';
import { m2 } from './m2.ts';
import { noncentralChiSquareCdf, noncentralityAt } from './noncentral.ts';

interface Model {
  readonly items: readonly Item[];
  readonly variance: number;
}

const patternsOf = (items: readonly Item[]): readonly (readonly number[])[] =>
  items.reduce<readonly (readonly number[])[]>(
    (rows, item) => rows.flatMap((row) => Array.from({ length: categoryCount(item) }, (_, k) => [...row, k])),
    [[]],
  );

/** Shares of the categories, then products of scores; nothing centered. */
function momentsOf(items: readonly Item[], pattern: readonly number[]): readonly number[] {
  const shares = items.flatMap((item, i) =>
    Array.from({ length: categoryCount(item) - 1 }, (_, k) => (pattern[i] === k + 1 ? 1 : 0)),
  );
  const pairs = pattern.flatMap((x, i) => pattern.slice(i + 1).map((y) => x * y));
  return [...shares, ...pairs];
}

function patternProbabilities({ items, variance }: Model): readonly number[] {
  const { nodes, weights } = latentGrid(items, { variance });
  const curves = Array.from(nodes, (theta) => items.map((item) => probabilities(item, theta)));
  return patternsOf(items).map((pattern) =>
    curves.reduce(
      (sum, curve, q) => sum + pattern.reduce((mass, k, i) => mass * (curve[i]?.[k] ?? 0), weights[q] ?? 0),
      0,
    ),
  );
}

/** M2 by the book: the covariance matrix from all patterns, derivatives by differences, inverses. */
function byTheBook(data: ResponseMatrix, model: Model, moves: readonly ((by: number) => Model)[]): number {
  const patterns = patternsOf(model.items).map((pattern) => momentsOf(model.items, pattern));
  const size = patterns[0]?.length ?? 0;
  const mean = (of: readonly number[], f: (row: readonly number[]) => number): number =>
    patterns.reduce((sum, row, at) => sum + (of[at] ?? 0) * f(row), 0);
  const expectations = (of: readonly number[]): number[] =>
    Array.from({ length: size }, (_, a) => mean(of, (row) => row[a] ?? 0));
  const p = patternProbabilities(model);
  const expected = expectations(p);
  const xi = Float64Array.from({ length: size * size }, (_, at) => {
    const a = Math.floor(at / size);
    const b = at % size;
    return mean(p, (row) => (row[a] ?? 0) * (row[b] ?? 0)) - (expected[a] ?? 0) * (expected[b] ?? 0);
  });
  const h = 1e-5;
  const delta = moves.map((move) => {
    const [up, down] = [h, -h].map((by) => expectations(patternProbabilities(move(by))));
    return expected.map((_, a) => ((up?.[a] ?? 0) - (down?.[a] ?? 0)) / (2 * h));
  });
  const weight = inverse(xi, size) ?? new Float64Array(0);
  const form = (x: readonly number[], y: readonly number[]): number =>
    x.reduce((sum, xa, a) => sum + xa * y.reduce((inner, yb, b) => inner + (weight[a * size + b] ?? 0) * yb, 0), 0);
  const n = data.persons.length;
  const observed = new Array<number>(size).fill(0);
  data.persons.forEach((_, person) => {
    momentsOf(model.items, Array.from(personResponses(data, person))).forEach((value, a) => {
      observed[a] = (observed[a] ?? 0) + value / n;
    });
  });
  const e = observed.map((value, a) => value - (expected[a] ?? 0));
  const k = moves.length;
  const gram = Float64Array.from({ length: k * k }, (_, at) =>
    form(delta[Math.floor(at / k)] ?? [], delta[at % k] ?? []),
  );
  const gramInverse = inverse(gram, k) ?? new Float64Array(0);
  const along = delta.map((column) => form(column, e));
  const explained = along.reduce(
    (sum, x, i) => sum + x * along.reduce((inner, y, j) => inner + (gramInverse[i * k + j] ?? 0) * y, 0),
    0,
  );
  return n * (form(e, e) - explained);
}

const replace = (model: Model, at: number, item: Item): Model => ({
  ...model,
  items: model.items.map((old, i) => (i === at ? item : old)),
});

/** Moves of the own parameters of an item: all intercepts, and the slope where it is free. */
function ownMoves(model: Model, at: number, slope: boolean): readonly ((by: number) => Model)[] {
  const item = model.items[at];
  if (item === undefined || item.model === 'nrm') return [];
  const tilt = (by: number): Model => replace(model, at, { ...item, discrimination: item.discrimination + by });
  const shifts = isDichotomous(item)
    ? [(by: number): Model => replace(model, at, { ...item, intercept: item.intercept + by })]
    : item.intercepts.map((_, step) => (by: number): Model => {
        const intercepts = item.intercepts.map((d, k) => (k === step ? d + by : d));
        return replace(model, at, { ...item, intercepts });
      });
  return slope ? [...shifts, tilt] : shifts;
}

const spread =
  (model: Model) =>
  (by: number): Model => ({ ...model, variance: model.variance + by });
const rsm = (id: string, location: number): Item =>
  itemFromThresholds({ id, model: 'rsm', thresholds: [location - 0.7, location + 0.7] });
const twoPl = (id: string, discrimination: number, difficulty: number): Item =>
  dichotomousItem({ id, discrimination, difficulty });

const slopes: Model = {
  variance: 1,
  items: [
    ...[twoPl('a', 1.2, -0.5), twoPl('b', 0.7, 0.4), twoPl('c', 1.6, 0.1)],
    itemFromThresholds({ id: 'd', model: 'grm', discrimination: 1.3, thresholds: [-0.8, 0.7] }),
    itemFromThresholds({ id: 'e', model: 'gpcm', discrimination: 0.9, thresholds: [0.3, -0.2] }),
  ],
};
const equalSlopes: Model = {
  variance: 1.4,
  items: [
    ...[-0.6, 0.1, 0.8].map((b, at) => dichotomousItem({ id: `r${at}`, model: 'rasch', difficulty: b })),
    itemFromThresholds({ id: 'p', model: 'pcm', thresholds: [-0.4, 0.5] }),
  ],
};
const ratings: Model = { variance: 0.8, items: [rsm('x', -0.5), rsm('y', 0.2), rsm('z', 0.6)] };
const common: Model = {
  variance: 1,
  items: [-1, -0.2, 0.5, 1].map((difficulty, at) =>
    dichotomousItem({ id: `${at}`, model: '1pl', discrimination: 1.1, difficulty }),
  ),
};

describe('M2 without a matrix is M2 by the book (derivatives by differences leave 1e-6)', () => {
  it.each([
    ['2pl, grm and gpcm', slopes, slopes.items.flatMap((_, at) => ownMoves(slopes, at, true)), 5],
    [
      'rasch and pcm, with the latent variance',
      equalSlopes,
      [...equalSlopes.items.flatMap((_, at) => ownMoves(equalSlopes, at, false)), spread(equalSlopes)],
      5,
    ],
    [
      '1pl, with one slope for all',
      common,
      [
        ...common.items.flatMap((_, at) => ownMoves(common, at, false)),
        (by: number): Model => ({
          ...common,
          items: common.items.map((item) => ('guessing' in item ? { ...item, discrimination: 1.1 + by } : item)),
        }),
      ],
      5,
    ],
    [
      'rsm, with common steps',
      ratings,
      [
        ...[0, 1, 2].map((at) => (by: number): Model => {
          const location = [-0.5, 0.2, 0.6][at] ?? 0;
          return replace(ratings, at, rsm('xyz'[at] ?? '', location + by));
        }),
        (by: number): Model => ({
          ...ratings,
          items: [-0.5, 0.2, 0.6].map((location, at) =>
            itemFromThresholds({
              ...{ id: 'xyz'[at] ?? '', model: 'rsm' },
              thresholds: [location - 0.7 - by, location + 0.7 + by],
            }),
          ),
        }),
        spread(ratings),
      ],
      4,
    ],
  ] as const)('%s', (_, model, moves, df) => {
    const data = simulate(model.items, { persons: 300, seed: 8 });
    const fit = m2(data, model.items, { variance: model.variance });
    expect(fit.df).toBe(df);
    expect(Math.abs((fit.statistic ?? 0) / byTheBook(data, model, moves) - 1)).toBeLessThan(1e-5);
  });
});

describe('M2 of true models', () => {
  it('has its degrees of freedom as mean (40 samples of 500; ± four standard errors)', () => {
    const items = Array.from({ length: 12 }, (_, at) => twoPl(`${at}`, 0.8 + (at % 4) * 0.3, (at - 6) / 4));
    let sum = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      sum += m2(simulate(items, { persons: 500, seed }), items, { fixedItems: true }).statistic ?? 0;
    }
    const df = 12 + 66;
    expect(Math.abs(sum / 40 - df)).toBeLessThan(4 * Math.sqrt((2 * df) / 40));
  });

  it('finds items that depend on one another beyond the latent variable', () => {
    const items = Array.from({ length: 8 }, (_, at) => twoPl(`${at}`, 1, (at - 4) / 3));
    const data = simulate(items, { persons: 400, seed: 4 });
    const values = data.values.slice();
    for (let row = 0; row < 300; row += 1) values[row * 8 + 1] = values[row * 8] ?? 0;
    const fit = m2({ ...data, values }, items);
    expect(fit.p).toBeLessThan(0.001);
    expect(fit.rmseaInterval?.[0]).toBeGreaterThan(0.05);
  });
});

describe('M2 where it cannot be', () => {
  it.each([
    ['one item', 1],
    ['two items', 2],
  ])('%s leave no degree of freedom: null with the reason', (_, count) => {
    const items = Array.from({ length: count }, (__, at) => twoPl(`${at}`, 1, 0));
    const fit = m2(simulate(items, { persons: 50, seed: 1 }), items);
    expect(fit).toMatchObject({ statistic: null, p: null, rmsea: null });
    expect(fit.reason).toMatch(/degree of freedom|two items/);
  });

  it('candidates who did not answer all items do not enter; one candidate is none', () => {
    const items = Array.from({ length: 5 }, (_, at) => twoPl(`${at}`, 1, 0));
    const data = simulate(items, { persons: 200, seed: 2, omitted: 0.1 });
    const { n } = m2(data, items);
    expect(n).toBeGreaterThan(80);
    expect(n).toBeLessThan(160);
    expect(m2(responseMatrix([[1, 1, 0, 0, 1]], { items: data.items }), items).reason).toMatch(/1 candidates/);
  });

  it('constant items give finite numbers', () => {
    const items = Array.from({ length: 6 }, (_, at) => twoPl(`${at}`, 1, 0));
    const data = simulate(items, { persons: 100, seed: 2 });
    const values = data.values.map((value, at) => (at % 6 === 0 ? 1 : value));
    const fit = m2({ ...data, values }, items);
    for (const value of [fit.statistic, fit.p, fit.rmsea, fit.srmsr, fit.cfi, fit.tli]) {
      expect(value === null || Number.isFinite(value)).toBe(true);
    }
  });
});

describe('data that the items rule out', () => {
  it('have no M2, for its digits are lost, and the reason is given', () => {
    const steps = [-1, 0, 0.5, 1, 2].map((b, at) =>
      dichotomousItem({ id: `${at}`, discrimination: 1e6, difficulty: b }),
    );
    const data = simulate(
      [-1, 0, 0.5, 1, 2].map((b, at) => twoPl(`${at}`, 1, b)),
      { persons: 300, seed: 2 },
    );
    const result = m2(data, steps);
    expect(result).toMatchObject({ statistic: null, p: null, rmsea: null });
    expect(result.reason).toMatch(/contradict the items beyond what can be computed/);
  });
});

describe('the noncentral chi-square distribution', () => {
  const shifted = (x: number, lambda: number): number =>
    normal.cdf(Math.sqrt(x) - Math.sqrt(lambda)) - normal.cdf(-Math.sqrt(x) - Math.sqrt(lambda));

  it('with one degree of freedom is that of the square of a shifted normal deviate', () => {
    for (const [x, lambda] of [
      [0.1, 0.5],
      [3.841459, 7.8489],
      [50, 40],
      [900, 1000],
    ] as const) {
      expect(noncentralChiSquareCdf(x, 1, lambda)).toBeCloseTo(shifted(x, lambda), 10);
    }
  });

  it('with five is that square plus a central chi-square of four, whose density is y e^(−y/2) / 4 (quadrature)', () => {
    for (const [x, lambda] of [
      [4, 2],
      [12, 9],
      [80, 60],
    ] as const) {
      const { nodes, weights } = gaussLegendre(200, 0, 1);
      // y = x (1 − s²) takes the root at y = x away.
      const sum = nodes.reduce((total, s, at) => {
        const y = x * (1 - s * s);
        return total + (weights[at] ?? 0) * 2 * x * s * ((y * Math.exp(-y / 2)) / 4) * shifted(x - y, lambda);
      }, 0);
      expect(noncentralChiSquareCdf(x, 5, lambda)).toBeCloseTo(sum, 9);
    }
  });

  it('gives the noncentrality back', () => {
    for (const lambda of [0.3, 4, 60, 900]) {
      const x = lambda + 1.5;
      expect(noncentralityAt(x, 1, noncentralChiSquareCdf(x, 1, lambda))).toBeCloseTo(lambda, 6);
    }
    expect(noncentralityAt(0.5, 3, 0.95)).toBe(0);
  });
});
