import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OMITTED, responseMatrix } from '../data/index.ts';
import { covariance } from '../numeric/summary.ts';
import { itemCovariance } from './item-covariance.ts';
import { itemScores } from './item-scores.ts';

const table = (score: fc.Arbitrary<number>) =>
  fc
    .tuple(fc.integer({ min: 2, max: 90 }), fc.integer({ min: 1, max: 5 }))
    .chain(([n, k]) => fc.array(fc.array(score, { minLength: k, maxLength: k }), { minLength: n, maxLength: n }));

describe('covariances of items', () => {
  it.each([
    ['0 and 1, counted by bits', fc.constantFrom(0, 1)],
    ['several points', fc.integer({ min: 0, max: 5 })],
  ])('of complete scores of %s are those of the columns', (_, score) => {
    fc.assert(
      fc.property(table(score), (rows) => {
        const found = itemCovariance(itemScores(responseMatrix(rows)));
        if ('apart' in found) throw new Error('complete data have all covariances');
        const k = found.items.length;
        found.matrix.forEach((value, at) => {
          const column = (item: number) => rows.map((row) => row[item] ?? 0);
          // Whole numbers divided once, against two passes of rounded differences.
          expect(Math.abs(value - covariance(column(Math.floor(at / k)), column(at % k)))).toBeLessThan(1e-12);
        });
        expect(found.total).toBeCloseTo(
          found.matrix.reduce((sum, value) => sum + value, 0),
          9,
        );
      }),
    );
  });

  it('with missing scores rest on the candidates who have both', () => {
    const found = itemCovariance(
      itemScores(
        responseMatrix([
          [1, 0],
          [0, 1],
          [1, 1],
          [1, OMITTED],
          [OMITTED, 0],
        ]),
        'omit',
      ),
    );
    if ('apart' in found) throw new Error('three candidates have both');
    expect(found.matrix[1]).toBeCloseTo(covariance([1, 0, 1], [0, 1, 1]), 14);
    expect(found.matrix[0]).toBeCloseTo(covariance([1, 0, 1, 1], [1, 0, 1, 1]), 14);
  });
});
