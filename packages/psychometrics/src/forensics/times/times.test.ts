import { describe, expect, it } from 'vitest';
import golden from '../../../golden/response_time_expected.json' with { type: 'json' };
import { Random } from '../../numeric/random.ts';
import { goldenTable } from '../../testing/golden.ts';
import { credentialForm } from '../testing/credential-form.ts';
import { fitLognormal } from './lognormal.ts';
import { rapidGuessing } from './rapid-guessing.ts';
import type { ResponseTimes } from './response-times.ts';
import { timeResiduals } from './time-residuals.ts';

const { columns, rows: cells } = goldenTable('credential_form1_idur_1_10.csv.gz');
const seconds = cells.map((row) => row.map((cell) => (cell === 'NA' ? null : Number(cell))));
const complete = seconds.filter((row) => row.every((value) => value !== null && value > 0));
const timesOf = (rows: readonly (readonly (number | null)[])[]): ResponseTimes => ({
  persons: rows.map((_, at) => `${at + 1}`),
  items: columns,
  seconds: rows,
});

/** Times by the model itself: β = 4, α as given, persons of τ ~ N(0, 0.09). */
function simulate(seed: number, persons: number, alphas: readonly number[]): ResponseTimes {
  const random = new Random(seed);
  const rows = Array.from({ length: persons }, () => {
    const speed = 0.3 * random.normal();
    return alphas.map((alpha) => Math.exp(4 - speed + random.normal() / alpha));
  });
  return { persons: rows.map((_, at) => `${at + 1}`), items: alphas.map((_, at) => `t${at + 1}`), seconds: rows };
}

describe('the lognormal model, against lavaan 0.6-14', () => {
  const found = fitLognormal(timesOf(complete));

  it('gives the maximum likelihood estimates', () => {
    expect(found.n).toBe(golden.n);
    expect(found.converged).toBe(true);
    found.items.forEach((item, at) => {
      // Means to the ten printed digits; both optimizers stop where variances still move by a relative 1e-7.
      expect(Math.abs(item.intensity / (golden.beta[at] ?? 0) - 1)).toBeLessThan(1e-9);
      expect(Math.abs(item.discrimination / (golden.alpha[at] ?? 0) - 1)).toBeLessThan(1e-6);
    });
    expect(Math.abs(found.speedVariance / golden.var_tau - 1)).toBeLessThan(1e-6);
    // At least as high as lavaan's, and equal to its printed digits.
    expect(found.logLikelihood).toBeGreaterThan(golden.logLik - 1e-6);
    expect(Math.abs(found.logLikelihood - golden.logLik)).toBeLessThan(1e-6);
  });

  it('leaves out missing and zero times and keeps who has others', () => {
    const all = fitLognormal(timesOf(seconds));
    expect(all.n).toBe(1636);
    expect(Math.min(...all.items.map(({ n }) => n))).toBe(1635);
  });
});

describe('the lognormal model, on data of known parameters', () => {
  const alphas = Array.from({ length: 30 }, (_, item) => 1.2 + (item % 5) * 0.4);

  it('covers the parameters by its standard errors as often as it should', () => {
    let inside = 0;
    let all = 0;
    for (let seed = 1; seed <= 6; seed += 1) {
      fitLognormal(simulate(seed, 400, alphas)).items.forEach(({ discrimination, se }, item) => {
        all += 1;
        if (Math.abs(discrimination - (alphas[item] ?? 0)) < 1.96 * (se.discrimination ?? 0)) inside += 1;
      });
    }
    // 95 % of 180 with a standard error of 1.6 %: three of them.
    expect(Math.abs(inside / all - 0.95)).toBeLessThan(0.05);
  });

  it('flags a person whose times are not those of the items, and residuals are standard normal otherwise', () => {
    const times = simulate(3, 300, alphas);
    const strange = times.seconds.map((row, at) => (at === 7 ? row.map((_, item) => (item % 2 === 0 ? 8 : 300)) : row));
    const given = { ...times, seconds: strange };
    const { persons, residuals } = timeResiduals(given, fitLognormal(given));
    expect(persons.filter(({ adjustedP }) => (adjustedP ?? 1) < 0.01).map(({ id }) => id)).toEqual(['8']);
    const rest = residuals
      .filter((_, at) => at !== 7)
      .flat()
      .map((z) => z ?? 0);
    const variance = rest.reduce((sum, z) => sum + z * z, 0) / rest.length;
    // 8,970 squares of standard normals: standard error 0.015.
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });

  it('refuses what has no variation or too few times, naming the items', () => {
    const times = {
      persons: ['a', 'b', 'c'],
      items: ['x', 'y'],
      seconds: [
        [5, 9],
        [5, 12],
        [5, 30],
      ],
    };
    expect(() => fitLognormal(times)).toThrow(/same: x/);
    expect(() =>
      fitLognormal({
        ...times,
        seconds: [
          [5, null],
          [6, 0],
          [7, 3],
        ],
      }),
    ).toThrow(/fewer than two times above 0: y/);
    expect(() =>
      fitLognormal({
        ...times,
        seconds: [
          [5, -1],
          [6, 1],
          [7, 3],
        ],
      }),
    ).toThrow(/candidate a, item y: -1/);
  });
});

describe('the candidates whom the vendor of the real examination flagged', () => {
  it('worked faster than others more often than chance allows', () => {
    const { sheet, vendorFlagged } = credentialForm();
    const times = { persons: sheet.persons, items: columns, seconds };
    const { persons } = timeResiduals(times, fitLognormal(times));
    const speeds = [true, false].map((flag) =>
      persons.filter(({ id }) => vendorFlagged.has(id) === flag).map(({ speed }) => speed ?? 0),
    );
    const [flagged = [], others = []] = speeds;
    const faster = flagged.reduce((sum, mine) => sum + others.filter((other) => mine > other).length, 0);
    const area = faster / (flagged.length * others.length);
    // The area under the ROC curve is 0.68 on ten items; under chance 0.5 with a standard error of
    // √((n + 1) / 12 n₁n₂) = 0.043 (Mann & Whitney 1947). The flags are the vendor's, of other methods and all items.
    expect(area).toBeGreaterThan(0.5 + 3 * 0.043);
  });
});

describe('rapid guessing', () => {
  it('by NT10 is a response below a tenth of the mean time, and effort the share of the others', () => {
    const given = {
      persons: ['a', 'b'],
      items: ['x', 'y'],
      seconds: [
        [50, 100],
        [4, 100],
      ],
    };
    const { items, persons } = rapidGuessing(given);
    // x: mean 27 s, threshold 2.7 s; y: a tenth of 100 s is the cap of 10 s.
    expect(items.map(({ thresholdSeconds }) => thresholdSeconds)).toEqual([
      expect.closeTo(2.7, 12),
      expect.closeTo(10, 12),
    ]);
    expect(persons.map(({ effort }) => effort)).toEqual([1, 1]);
    const fixed = rapidGuessing(given, { threshold: { rule: 'fixed', seconds: 5 } });
    expect(fixed.persons.map(({ effort, flagged }) => [effort, flagged])).toEqual([
      [1, false],
      [0.5, true],
    ]);
    expect(fixed.items.map(({ fidelity }) => fidelity)).toEqual([0.5, 1]);
  });

  it('by mixture finds the threshold between two humps, and none where there is one', () => {
    const random = new Random(9);
    const rows = Array.from({ length: 400 }, (_, at) => [
      Math.exp(at < 60 ? 1 + 0.3 * random.normal() : 4 + 0.4 * random.normal()),
      Math.exp(4 + 0.5 * random.normal()),
    ]);
    const given = { persons: rows.map((_, at) => `${at}`), items: ['two', 'one'], seconds: rows };
    const scores = Int16Array.from(rows.flatMap((_, at) => [at < 60 ? (at % 4 === 0 ? 1 : 0) : 1, 1]));
    const { items, notices } = rapidGuessing(given, { threshold: { rule: 'mixture' }, scores });
    expect(items[0]?.thresholdSeconds).toBeGreaterThan(5);
    expect(items[0]?.thresholdSeconds).toBeLessThan(20);
    expect(items[0]).toMatchObject({ rapid: 60, rapidCorrect: 0.25, solvedCorrect: 1 });
    expect(items[1]?.thresholdSeconds).toBeNull();
    expect(notices[0]).toContain('one');
  });

  it('keeps its numbers finite for persons and items without any time', () => {
    const { persons, items } = rapidGuessing({
      persons: ['a', 'b'],
      items: ['x', 'y'],
      seconds: [
        [null, 0],
        [null, 8],
      ],
    });
    expect(persons[0]).toMatchObject({ n: 0, effort: null, effortCi: null, flagged: false });
    expect(items[0]).toMatchObject({ n: 0, fidelity: null, thresholdSeconds: null });
  });
});
