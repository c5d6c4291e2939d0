import { describe, expect, it } from 'vitest';
import { responseMatrix } from '../data/response-matrix.ts';
import { logistic } from '../irt/items/response-function.ts';
import { chiSquare } from '../numeric/distributions/chi-square.ts';
import { Random } from '../numeric/random.ts';
import { dif } from './dif.ts';
import { type GroupItem, pairGroupItems } from './group-items.ts';
import { lordTest } from './lord.ts';
import { rajuArea } from './raju.ts';
import { unitRasch } from './testing/unit-rasch.ts';
import { expected, gender, verbal } from './testing/verbal.ts';

const item = (discrimination: number, difficulty: number, guessing = 0): GroupItem => ({
  id: 'i',
  discrimination,
  difficulty,
  guessing,
  variance: { discrimination: 0.02, difficulty: 0.03, covariance: 0.005 },
});

/** The area between two curves by the trapezoid rule; beyond ±60 nothing is left. */
function area(reference: GroupItem, focal: GroupItem, signed: boolean): number {
  const curve = ({ discrimination, difficulty, guessing = 0 }: GroupItem, theta: number): number =>
    guessing + (1 - guessing) * logistic(discrimination * (theta - difficulty));
  const step = 0.001;
  let sum = 0;
  for (let at = -60_000; at <= 60_000; at += 1) {
    const difference = curve(reference, at * step) - curve(focal, at * step);
    sum += (signed ? difference : Math.abs(difference)) * step;
  }
  return sum;
}

describe('Raju’s areas', () => {
  it.each([
    [item(1, 0), item(1.6, 0.4)],
    [item(1.5, -0.5), item(0.8, 0.7)],
    [item(1.2, 0.3, 0.2), item(0.9, -0.4, 0.2)],
    [item(1, 0.5), item(1, -0.5)],
  ])('are the integrals between the curves', (reference, focal) => {
    const { signed, unsigned } = rajuArea(reference, focal);
    // The trapezoid rule errs by about step² = 1e-6 where the absolute difference has its kink.
    expect(signed).toBeCloseTo(area(reference, focal, true), 6);
    expect(unsigned).toBeCloseTo(area(reference, focal, false), 5);
  });

  it('have the standard error of the delta method, by numerical derivatives', () => {
    const [reference, focal] = [item(1, 0), item(1.6, 0.4)];
    const h = (aR: number, bR: number, aF: number, bF: number): number => {
      const r = 1 / aR - 1 / aF;
      return 2 * r * Math.log1p(Math.exp((bF - bR) / r)) - (bF - bR);
    };
    const at = [1, 0, 1.6, 0.4] as const;
    const slope = (k: number): number => {
      const shifted = (by: number) => at.map((value, index) => (index === k ? value + by : value));
      const of = ([aR = 0, bR = 0, aF = 0, bF = 0]: readonly number[]) => h(aR, bR, aF, bF);
      return (of(shifted(1e-5)) - of(shifted(-1e-5))) / 2e-5;
    };
    const [aR, bR, aF, bF] = [slope(0), slope(1), slope(2), slope(3)];
    const own = (a: number, b: number): number => a * a * 0.02 + b * b * 0.03 + 2 * a * b * 0.005;
    expect(rajuArea(reference, focal).seUnsigned).toBeCloseTo(Math.sqrt(own(aR, bR) + own(aF, bF)), 8);
  });

  it('go over into the signed area as the slopes become equal', () => {
    const [near, equal] = [rajuArea(item(1, 0), item(1 + 1e-7, 0.5)), rajuArea(item(1, 0), item(1, 0.5))];
    expect(near.unsigned).toBeCloseTo(equal.unsigned, 6);
    expect(near.seUnsigned).toBeCloseTo(equal.seUnsigned ?? 0, 6);
  });

  it('are refused where the lower asymptotes differ, and have no test where an item does not rise', () => {
    expect(() => rajuArea(item(1, 0, 0.2), item(1, 0, 0.1))).toThrow(/0.2 and 0.1/);
    expect(rajuArea(item(1, 0), item(-0.5, 0))).toMatchObject({
      z: null,
      reason: expect.stringContaining('does not rise'),
    });
  });
});

describe('Lord’s χ²', () => {
  it('weighs both differences by the inverse of the summed covariance', () => {
    const { statistic, df } = lordTest(item(1, 0), item(1.3, 0.5));
    const [v11, v22, v12] = [0.04, 0.06, 0.01];
    const wanted = (0.3 ** 2 * v22 - 2 * 0.3 * 0.5 * v12 + 0.5 ** 2 * v11) / (v11 * v22 - v12 ** 2);
    expect(statistic).toBeCloseTo(wanted, 12);
    expect(df).toBe(2);
  });

  it('has no result where the covariance is singular', () => {
    const flat = { ...item(1, 0), variance: { discrimination: 1, difficulty: 1, covariance: 1 } };
    expect(lordTest(flat, flat)).toMatchObject({ statistic: null, p: null });
  });
});

describe('without DIF', () => {
  const random = new Random(9);
  const drawn = (): GroupItem => ({
    id: 'i',
    discrimination: 1.2 + 0.1 * random.normal(),
    difficulty: 0.3 + 0.09 * random.normal(),
    variance: { discrimination: 0.01, difficulty: 0.0081, covariance: 0 },
  });

  it('Lord’s χ² and the signed area keep their level, the unsigned area does not', () => {
    const rejected = { lord: 0, signed: 0, unsigned: 0 };
    for (let draw = 0; draw < 3000; draw += 1) {
      const [reference, focal] = [drawn(), drawn()];
      if ((lordTest(reference, focal).p ?? 1) < 0.05) rejected.lord += 1 / 3000;
      if ((rajuArea(reference, focal, 'signed').p ?? 1) < 0.05) rejected.signed += 1 / 3000;
      if ((rajuArea(reference, focal, 'unsigned').p ?? 1) < 0.05) rejected.unsigned += 1 / 3000;
    }
    // The standard error of 3,000 draws is 0.004: four of them.
    expect(Math.abs(rejected.lord - 0.05)).toBeLessThan(0.016);
    expect(Math.abs(rejected.signed - 0.05)).toBeLessThan(0.016);
    expect(rejected.unsigned).toBeGreaterThan(0.09);
  });

  it('a notice says so of the unsigned area, and of it only', () => {
    const given = ['1', '2', '3'].map((id) => ({ ...drawn(), id }));
    const data = responseMatrix(Array.from({ length: 40 }, (_, at) => [at % 2, at % 3 === 0 ? 1 : 0, at < 20 ? 1 : 0]));
    const group = data.persons.map((_, at) => (at % 4 < 2 ? 'r' : 'f'));
    const parameters = { reference: given, focal: given };
    const said = (options: { method: 'raju' | 'lord'; area?: 'signed' }): string =>
      dif(data, { group, focal: 'f', parameters, ...options }).notices.join(' ');
    expect(said({ method: 'raju' })).toMatch(/unsigned area flags items without DIF more often/);
    expect(said({ method: 'raju', area: 'signed' })).not.toMatch(/unsigned/);
    expect(said({ method: 'lord' })).not.toMatch(/unsigned/);
  });
});

describe('linking the groups', () => {
  const scale = (one: GroupItem): GroupItem => ({
    ...one,
    discrimination: one.discrimination * 2,
    difficulty: (one.difficulty - 0.7) / 2,
  });
  const reference = [0.5, 1, 1.5].map((a, at) => ({ ...item(a, at - 1), id: `i${at}` }));

  it.each(['mean-mean', 'mean-sigma'] as const)('%s undoes a change of origin and unit', (linking) => {
    for (const pair of pairGroupItems(reference, reference.map(scale), [true, true, true], linking)) {
      expect(pair.focal.discrimination).toBeCloseTo(pair.reference.discrimination, 12);
      expect(pair.focal.difficulty).toBeCloseTo(pair.reference.difficulty, 12);
    }
  });

  it('is refused without an anchor, or with an item that one group lacks', () => {
    expect(() => pairGroupItems(reference, reference, [false, false, false])).toThrow(/at least one item/);
    expect(() => pairGroupItems(reference, reference.slice(1), [true, true, true])).toThrow(/i0 has no parameters/);
  });
});

describe('verbal aggression agrees with difR 5.1', () => {
  const run = (method: 'lord' | 'raju') =>
    dif(verbal, { group: gender, focal: '1', method, model: 'rasch-unit' }).items;

  it('in its model: the parameters are those of a second program, with other nodes and without score groups', () => {
    const reference = unitRasch('0');
    run('lord').forEach(({ measures }, at) => {
      // 21 Gauss-Hermite nodes there are good to about 5e-4 for 24 items; here are 121 even ones.
      const difficulty = Number(measures.difficultyReference);
      expect(Math.abs(difficulty - (reference[at]?.difficulty ?? 99))).toBeLessThan(1e-3);
    });
  });

  // ltm ends its search at a relative change of 1e-8 of the log-likelihood, a few thousandths of a standard error away.
  it('in Raju’s z, to 0.005', () => {
    run('raju').forEach(({ statistic }, at) => {
      expect(Math.abs((statistic ?? 99) - (expected.Raju_1PL[at] ?? 0))).toBeLessThan(0.005);
    });
  });

  it('in Lord’s χ², whose root is Raju’s z under the Rasch model', () => {
    run('lord').forEach(({ statistic, p }, at) => {
      expect(Math.abs(Math.sqrt(statistic ?? 99) - Math.sqrt(expected.Lord_1PL[at] ?? 0))).toBeLessThan(0.005);
      expect(p).toBeCloseTo(chiSquare.upper(statistic ?? 0, 1), 12);
    });
  });
});

describe('calibrated by the package', () => {
  it('finds the same items under the Rasch model with a free variance, and both directions', () => {
    const own = dif(verbal, { group: gender, focal: '1', method: 'lord' }).items;
    expect(own.flatMap(({ flagged }, at) => (flagged ? [at] : []))).toEqual(
      expected.Lord_1PL.flatMap((statistic, at) => (statistic > 3.841 ? [at] : [])),
    );
    own.forEach(({ effect }, at) => {
      if ((expected.Lord_1PL[at] ?? 0) > 1) expect(Math.sign(effect ?? 0)).toBe(Math.sign(expected.Raju_1PL[at] ?? 0));
    });
  });

  it('keeps its level where one group varies more and is less able', () => {
    const random = new Random(21);
    let flagged = 0;
    for (let draw = 0; draw < 10; draw += 1) {
      const group = Array.from({ length: 800 }, (_, person) => (person % 2 === 0 ? 'r' : 'f'));
      const rows = group.map((own) => {
        const theta = own === 'r' ? random.normal() : 1.5 * random.normal() - 0.5;
        return Array.from({ length: 20 }, (_, at) => (random.uniform() < logistic(theta - (-1.5 + at * 0.15)) ? 1 : 0));
      });
      const { items } = dif(responseMatrix(rows), { group, focal: 'f', method: 'lord' });
      flagged += items.filter((own) => own.flagged).length;
    }
    // 10 expected of 200, standard deviation 3.1; four of them either side.
    expect(flagged).toBeLessThan(23);
  });

  it('tests two parameters under the 2PL, linked anew in every pass of the purification', () => {
    const result = dif(verbal, { group: gender, focal: '1', method: 'lord', model: '2pl', purify: true });
    expect(result.items.every(({ df }) => df === 2)).toBe(true);
    expect(result.purification?.history.length).toBe((result.purification?.iterations ?? 0) + 1);
  });
});
