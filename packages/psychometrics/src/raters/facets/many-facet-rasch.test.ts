import { describe, expect, test } from 'vitest';
import expected from '../../../golden/raters_expected.json' with { type: 'json' };
import { withoutColumns } from '../../data/table.ts';
import { inverse } from '../../numeric/linear.ts';
import { numericalGradient, numericalHessian } from '../../numeric/optimize.ts';
import { normalGrid } from '../../numeric/quadrature.ts';
import { goldenTable } from '../../testing/golden.ts';
import { readRatingRecords } from '../read-ratings.ts';
import { simulateRatings } from '../testing/simulate-ratings.ts';
import { type ManyFacetRasch, manyFacetRasch } from './many-facet-rasch.ts';
import { facetsOf } from './observations.ts';

type Reference = {
  readonly xsi: readonly { readonly parameter: string; readonly xsi: number }[];
  readonly deviance: number;
  readonly var: number;
};

/** The largest distance from the reference, whose items are not centered: it sets the mean of the persons to 0. */
function worst(result: ManyFacetRasch, reference: Reference): number {
  const found = new Map<string, number>();
  for (const { name, elements } of result.facets) {
    for (const { id, measure } of elements) {
      if (name === 'rater') found.set(`rater${id}`, measure);
      else found.set(id.startsWith('I') ? id : `I${id}`, measure - result.latent.mean);
    }
  }
  for (const { group, thresholds } of result.steps) {
    for (const [at, step] of thresholds.entries()) found.set(`I${group}:step${at + 1}`, step);
  }
  return Math.max(...reference.xsi.map(({ parameter, xsi }) => Math.abs((found.get(parameter) ?? Infinity) - xsi)));
}

const dichotomous = facetsOf(readRatingRecords(goldenTable('tam_data_ex10.csv')));
const simulated = withoutColumns(goldenTable('tam_data_sim_mfr.csv'), ['pid', 'topic', 'female']);
// Every row is a person there.
const graded = facetsOf(
  readRatingRecords({
    columns: ['person', ...simulated.columns],
    rows: simulated.rows.map((row, at) => [`${at}`, ...row]),
  }),
);

describe('many-facet Rasch', () => {
  test('items and raters of dichotomous ratings are those of the reference', () => {
    const result = manyFacetRasch(dichotomous);
    const reference = expected.mfrm_ex10_item_plus_rater;
    // The reference is an EM that stops at a change of 1e-4 in its parameters, on 21 nodes; seen: 6e-6 and 2.8e-5.
    expect(worst(result, reference)).toBeLessThan(5e-5);
    // A maximum is never below what EM reached; seen: 1e-6 lower.
    expect(-2 * result.logLikelihood).toBeLessThan(reference.deviance + 1e-7);
    expect(-2 * result.logLikelihood).toBeGreaterThan(reference.deviance - 1e-4);
    expect(result.latent.variance).toBeCloseTo(reference.var, 4);
    expect(result).toMatchObject({ converged: true, n: expected.mfrm_ex10_item_plus_rater.N });
  });

  test('items, raters and the steps of each item are those of the reference', () => {
    const result = manyFacetRasch(graded, { stepsOf: 'item' });
    const reference = expected.mfrm_sim_item_step_rater;
    expect(worst(result, reference)).toBeLessThan(5e-5);
    expect(-2 * result.logLikelihood).toBeLessThan(reference.deviance + 1e-7);
    expect(-2 * result.logLikelihood).toBeGreaterThan(reference.deviance - 1e-4);
    expect(result.model).toBe('partial-credit');
  });

  test('the estimate is the maximum of the likelihood written out anew, and its errors are those of its second derivatives', () => {
    const records = simulateRatings({
      persons: 40,
      items: [-0.5, 0.5],
      severities: [-0.6, 0.1, 0.5],
      steps: [-1, 0, 1],
      seed: 2,
    });
    const result = manyFacetRasch(facetsOf(records));
    const { nodes, weights } = normalGrid(61, -6, 6);
    const persons = [...Map.groupBy(records, ({ person }) => person).values()];
    // Free: mean, deviation, first item, first two raters, first two steps.
    const logLikelihood = (x: Float64Array): number => {
      const [mean = 0, deviation = 0, item = 0, r0 = 0, r1 = 0, t0 = 0, t1 = 0] = x;
      const items = new Map([
        ['i0', item],
        ['i1', -item],
      ]);
      const raters = new Map([
        ['r0', r0],
        ['r1', r1],
        ['r2', -r0 - r1],
      ]);
      const cumulated = [0, t0, t0 + t1, 0];
      return persons.reduce((total, own) => {
        let likelihood = 0;
        nodes.forEach((node, q) => {
          let product = weights[q] ?? 0;
          for (const record of own) {
            const eta = mean + deviation * node - (items.get(record.item ?? '') ?? 0) - (raters.get(record.rater) ?? 0);
            const masses = cumulated.map((step, k) => Math.exp(k * eta - step));
            product *= (masses[record.score] ?? 0) / masses.reduce((sum, mass) => sum + mass, 0);
          }
          likelihood += product;
        });
        return total + Math.log(likelihood);
      }, 0);
    };
    const [items, raters] = result.facets;
    const measures = (facet: typeof items, ids: readonly string[]): readonly number[] =>
      ids.map((id) => facet?.elements.find((element) => element.id === id)?.measure ?? Number.NaN);
    const at = Float64Array.from([
      result.latent.mean,
      Math.sqrt(result.latent.variance),
      ...measures(items, ['i0']),
      ...measures(raters, ['r0', 'r1']),
      ...(result.steps[0]?.thresholds.slice(0, 2) ?? []),
    ]);
    expect(logLikelihood(at)).toBeCloseTo(result.logLikelihood, 8);
    // Central differences of a log-likelihood of about −300 are good to about 1e-6.
    for (const slope of numericalGradient(logLikelihood, at)) expect(Math.abs(slope)).toBeLessThan(1e-4);
    const covariance = inverse(
      numericalHessian(logLikelihood, at).map((value) => -value),
      7,
    );
    const error = (index: number): number => Math.sqrt(covariance?.[index * 7 + index] ?? 0);
    expect(raters?.elements.find(({ id }) => id === 'r0')?.se).toBeCloseTo(error(3), 4);
    expect(items?.elements[0]?.se).toBeCloseTo(error(2), 4);
    expect(result.steps[0]?.se[0]).toBeCloseTo(error(5), 4);
  });

  test('known severities come back, fit is near 1, and a rater who guesses is noisy', () => {
    const severities = [-0.8, -0.2, 0.3, 0.7];
    const records = simulateRatings({
      persons: 400,
      items: [-0.4, 0, 0.4],
      severities,
      steps: [-1.5, -0.5, 0.5, 1.5],
      deviation: 1.5,
      seed: 6,
    });
    const noisy = records.map((record, at) => (record.rater === 'r3' ? { ...record, score: (at * 7919) % 5 } : record));
    const raters = manyFacetRasch(facetsOf(records)).facets[1];
    for (const [at, truth] of severities.entries()) {
      const rater = raters?.elements.find(({ id }) => id === `r${at}`);
      expect(Math.abs((rater?.measure ?? 9) - truth)).toBeLessThan(4 * (rater?.se ?? 0));
      // The mean square of 1,200 ratings has a standard deviation of about 0.04.
      expect(Math.abs((rater?.infit ?? 0) - 1)).toBeLessThan(0.16);
      expect(rater?.flag).toBeNull();
    }
    expect(raters?.reliability).toBeGreaterThan(0.95);
    expect(manyFacetRasch(facetsOf(noisy)).facets[1]?.elements.find(({ id }) => id === 'r3')?.flag).toBe('noisy');
  });

  test.each([
    [2, 80],
    [4, 40],
  ])('of %i raters who are alike the test has the mean of its χ², and they are not told apart', (count, draws) => {
    let sum = 0;
    let reliability = 0;
    for (let seed = 1; seed <= draws; seed += 1) {
      const severities = new Array<number>(count).fill(0);
      const records = simulateRatings({ persons: 60, items: [0], severities, steps: [-0.5, 0.5], seed: 300 + seed });
      const facet = manyFacetRasch(facetsOf(records), { nodes: 15 }).facets[0];
      sum += facet?.chiSquare?.statistic ?? Number.NaN;
      reliability += (facet?.reliability ?? Number.NaN) / draws;
    }
    // The mean of χ² is its degrees of freedom, of variance 2 df: four standard errors.
    const df = count - 1;
    expect(Math.abs(sum / draws - df)).toBeLessThan(4 * Math.sqrt((2 * df) / draws));
    expect(reliability).toBeLessThan(0.25);
  });

  test('the test of two raters is the square of z of either, and of any number does not hang on their order', () => {
    const two = manyFacetRasch(
      facetsOf(simulateRatings({ persons: 50, items: [0], severities: [-0.2, 0.2], steps: [-0.5, 0.5], seed: 8 })),
    ).facets[0];
    const [first] = two?.elements ?? [];
    // The sum of the measures is 0: one says all. Exact but for rounding.
    expect(two?.chiSquare?.statistic).toBeCloseTo(((first?.measure ?? 0) / (first?.se ?? 1)) ** 2, 9);
    const records = simulateRatings({ persons: 50, items: [0, 1], severities: [0, 0.5, 1], steps: [-1, 1], seed: 9 });
    const [plain, turned] = [records, records.toReversed()].map((own) => manyFacetRasch(facetsOf(own)).facets[1]);
    expect(plain?.elements[0]?.id).not.toBe(turned?.elements[0]?.id);
    // Two ways to the same maximum of the likelihood agree to about half its digits.
    expect(turned?.chiSquare?.statistic).toBeCloseTo(plain?.chiSquare?.statistic ?? 0, 5);
  });

  test('fair averages order the raters by severity, whomever they rated', () => {
    const records = simulateRatings({
      persons: 300,
      items: [0, 0],
      severities: [-0.5, 0, 0.5],
      steps: [-1, 0, 1],
      deviation: 1.5,
      seed: 3,
    });
    // All are rated by the middle rater; by whose scores the severe one gets the able and the lenient one the weak.
    const middle = Map.groupBy(
      records.filter(({ rater }) => rater === 'r1'),
      ({ person }) => person,
    );
    const kept = records.filter(({ person, rater }) => {
      const sum = (middle.get(person) ?? []).reduce((running, { score }) => running + score, 0);
      return rater === 'r1' || (rater === 'r2' ? sum >= 3 : sum < 3);
    });
    const elements = manyFacetRasch(facetsOf(kept)).facets[1]?.elements ?? [];
    const of = (id: string): (typeof elements)[number] | undefined => elements.find((element) => element.id === id);
    expect(of('r0')?.observedAverage).toBeLessThan(of('r2')?.observedAverage ?? 0);
    expect(of('r0')?.fairAverage).toBeGreaterThan(of('r2')?.fairAverage ?? 9);
  });

  test('subsets that share no person are named in a notice, subsets that share no item are refused', () => {
    const records = simulateRatings({
      persons: 60,
      items: [0, 0.3],
      severities: [0, 0.2, -0.2, 0],
      steps: [-0.5, 0.5],
      seed: 4,
    });
    const split = records.filter(
      ({ person, rater }) => Number(person.slice(1)) < 30 === (rater === 'r0' || rater === 'r1'),
    );
    const onlyRaters = manyFacetRasch(facetsOf(split.filter(({ item }) => item === 'i0')));
    expect(onlyRaters.subsets).toHaveLength(2);
    expect(onlyRaters.notices.join(' ')).toMatch(
      /2 subsets never rated the same candidate: \{rater r0, rater r1\} \{rater r2, rater r3\}/,
    );
    const nested = split.filter(({ rater, item }) => (item === 'i0') === (rater === 'r0' || rater === 'r1'));
    expect(() => manyFacetRasch(facetsOf(nested))).toThrow(/2 disjoint subsets/);
  });

  test('a rater with only highest scores is left out and named; scores nobody gave are closed up', () => {
    const records = simulateRatings({ persons: 50, items: [0, 0], severities: [0, 0], steps: [-0.5, 0.5], seed: 5 });
    const kind = records
      .map((record) => ({ ...record, rater: `${record.rater}x`, score: 2 }))
      .filter(({ rater }) => rater === 'r1x');
    const gapped = [...records, ...kind].map((record) => ({ ...record, score: record.score * 2 }));
    const result = manyFacetRasch(facetsOf(gapped));
    expect(result.extremes).toEqual([{ facet: 'rater', id: 'r1x', n: 100, score: 'highest' }]);
    expect(result.steps[0]?.scores).toEqual([0, 2, 4]);
    expect(result.notices.join(' ')).toMatch(/rater r1x .* highest .*Scores that nobody gave were closed up/);
  });

  test('bad input is refused with what is wrong', () => {
    const rating = (person: string, rater: string, score: number) => ({ person, elements: [rater], score });
    expect(() => manyFacetRasch({ facets: ['rater'], ratings: [rating('a', 'x', 1), rating('a', 'x', 0)] })).toThrow(
      /two ratings by x/,
    );
    expect(() => manyFacetRasch({ facets: ['rater'], ratings: [rating('a', 'x', 1.5)] })).toThrow(/1.5 is no category/);
    expect(() => manyFacetRasch({ facets: ['rater'], ratings: [rating('a', 'x', 1), rating('b', 'x', 1)] })).toThrow(
      /nothing is left/,
    );
    expect(() => manyFacetRasch({ facets: ['rater'], ratings: [rating('a', 'x', 1), rating('a', 'y', 0)] })).toThrow(
      /nothing is left|one person/,
    );
    expect(() => manyFacetRasch(dichotomous, { stepsOf: 'place' })).toThrow(/no facet "place"/);
  });

  test('says when the iterations ran out', () => {
    const result = manyFacetRasch(graded, { stepsOf: 'item', maxIterations: 1 });
    expect(result.converged).toBe(false);
    expect(result.notices.join(' ')).toContain('did not converge in 1 iteration;');
  });
});
