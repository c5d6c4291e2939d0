import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dichotomousItem } from '../irt/items/item.ts';
import { angoff } from './angoff.ts';
import { bookmark } from './bookmark.ts';
import { borderline } from './borderline.ts';
import { contrasting } from './contrasting.ts';
import { hofstee } from './hofstee.ts';
import { presentAngoff, presentBookmark, presentHofstee } from './present.ts';
import { presentBorderline, presentContrasting } from './present-groups.ts';

/** Every number inside a value, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

/** Either a refusal that says why, or numbers throughout, in the JSON and in words. */
function isSound(run: () => { json: Record<string, unknown>; text: unknown }): void {
  let result: ReturnType<typeof run>;
  try {
    result = run();
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return;
  }
  expect(numbersIn(result.json).filter((value) => !Number.isFinite(value))).toEqual([]);
  expect(JSON.stringify(result.text)).not.toMatch(/NaN|Infinity|undefined/);
}

const score = fc.integer({ min: 0, max: 6 });
const scores = fc.array(score, { maxLength: 8 });

describe('no standard gives a number that is none', () => {
  it('from few judges, equal ratings, missing ratings', () => {
    const rating = fc.constantFrom(0, 0.5, 1, null);
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(rating, { minLength: width, maxLength: width }), { maxLength: 4 }));
    fc.assert(
      fc.property(table, table, scores, (one, two, candidates) => {
        const round = (name: string, ratings: (number | null)[][]) => ({
          round: name,
          judges: ratings.map((_, at) => `J${at}`),
          items: (ratings[0] ?? []).map((_, at) => `i${at}`),
          ratings,
        });
        isSound(() => {
          const result = angoff([round('1', one), round('2', two)], {
            scores: candidates,
            difficulty: new Map([['i0', 0.4]]),
          });
          return { json: { ...result }, text: presentAngoff(result) };
        });
      }),
    );
  });

  it('from any four judgments and any scores', () => {
    const judgment = fc.tuple(
      score,
      score,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(judgment, { maxLength: 3 }), scores, (judgments, candidates) => {
        const given = judgments.map(([a, b, f, g], at) => ({
          judge: `J${at}`,
          minCut: Math.min(a, b),
          maxCut: Math.max(a, b),
          minFail: Math.min(f, g),
          maxFail: Math.max(f, g),
        }));
        isSound(() => {
          const result = hofstee(given, candidates);
          for (const { cut, minCut, maxCut } of result.judges) {
            expect(cut).toBeGreaterThanOrEqual(minCut - 1e-12);
            expect(cut).toBeLessThanOrEqual(maxCut + 1e-12);
          }
          return { json: { ...result }, text: presentHofstee(result) };
        });
      }),
    );
  });

  it('from any pages of any items', () => {
    const item = fc.tuple(fc.constantFrom(-1, 0, 0.5, 2), fc.constantFrom(-3, 0, 30), fc.constantFrom(0, 0.25, 0.7));
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
        (made, pages) => {
          const items = made.map(([discrimination, difficulty, guessing], at) =>
            dichotomousItem({ id: `i${at}`, discrimination, difficulty, guessing }),
          );
          isSound(() => {
            const result = bookmark(items, [
              { round: '1', marks: pages.map((page, at) => ({ judge: `J${at}`, page })) },
            ]);
            return { json: { ...result }, text: presentBookmark(result) };
          });
        },
      ),
    );
  });

  it('from any two groups', () => {
    const one = fc.record({ score, competent: fc.boolean(), judge: fc.constantFrom('', 'A', 'B') });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 10 }), (cases) => {
        isSound(() => {
          const result = contrasting(cases, { resamples: 20 });
          return { json: { ...result }, text: presentContrasting(result) };
        });
      }),
    );
  });

  it('from any rated performances', () => {
    const one = fc.record({ score, rating: fc.integer({ min: 0, max: 3 }), station: fc.constantFrom('', 'x') });
    const method = fc.constantFrom('regression' as const, 'group-mean' as const, 'group-median' as const);
    fc.assert(
      fc.property(fc.array(one, { maxLength: 10 }), method, (performances, own) => {
        isSound(() => {
          const result = borderline(performances, { borderline: 1, method: own, resamples: 20 });
          if (result.cut === null) expect(result.notices.length).toBeGreaterThan(0);
          return { json: { ...result }, text: presentBorderline(result) };
        });
      }),
    );
  });
});
