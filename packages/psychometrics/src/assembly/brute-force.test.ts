import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from './assemble.ts';
import { matches } from './condition.ts';
import type { AssemblySpec, ContentConstraint, Objective, PoolItem } from './spec.ts';

const COUNT = 7;
const areas = ['a', 'b', 'c'] as const;

const pool = fc
  .array(
    fc.record({
      area: fc.constantFrom(...areas),
      words: fc.integer({ min: 1, max: 9 }),
      value: fc.integer({ min: 0, max: 50 }),
    }),
    {
      minLength: COUNT,
      maxLength: COUNT,
    },
  )
  .map((drawn) =>
    drawn.map(
      ({ area, words, value }, at): PoolItem => ({
        id: `i${at}`,
        attributes: { area, words },
        information: [{ theta: 0, value }],
      }),
    ),
  );

const range = (most: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most }))
    .map(([x, y]) => ({ min: Math.min(x, y), max: Math.max(x, y) }));

const constraints = fc.tuple(range(4), range(30), range(3)).map(([ofA, words, share]): readonly ContentConstraint[] => [
  { name: 'area a', where: { area: 'a' }, ...ofA },
  { name: 'words', quantity: { sum: 'words' }, ...words },
  {
    name: 'share of b',
    where: { any: [{ area: 'b' }, { words: { max: 2 } }] },
    per: 'item',
    min: share.min / 10,
    max: 0.4 + share.max / 5,
  },
]);

const objectives = fc.constantFrom<Objective>(
  { goal: 'maximize', aims: [{ information: 0 }] },
  { goal: 'minimize', aims: [{ sum: 'words', weight: 2 }] },
  {
    goal: 'target',
    aims: [
      { information: 0, target: 60 },
      { sum: 'words', target: 10, weight: 3 },
    ],
  },
  { goal: 'maximin', aims: [{ information: 0, weight: 5 }, { sum: 'words' }] },
);

const total = (form: readonly PoolItem[], value: (item: PoolItem) => number): number =>
  form.reduce((sum, item) => sum + value(item), 0);
const words = (item: PoolItem): number => Number(item.attributes?.words);
const information = (item: PoolItem): number => item.information?.[0]?.value ?? 0;

/** The rules that are in force: all, or those of the names given. */
interface Rules {
  readonly constraints: readonly ContentConstraint[];
  readonly length: { readonly min: number; readonly max: number };
  readonly names?: readonly string[];
}

function allowed(form: readonly PoolItem[], { constraints: given, length, names }: Rules): boolean {
  const holds = (name: string): boolean => names === undefined || names.includes(name);
  if (holds('length') && (form.length < length.min || form.length > length.max)) return false;
  const both = form.some(({ id }) => id === 'i0') && form.some(({ id }) => id === 'i1');
  if (holds('enemies i0, i1') && both) return false;
  return given
    .filter(({ name }) => holds(name))
    .every(({ where, quantity, per, min = -Infinity, max = Infinity }) => {
      const counted = form.filter((item) => matches(item, where));
      const got = quantity === undefined ? counted.length : total(counted, words);
      if (per !== 'item') return got >= min && got <= max;
      return got >= min * form.length - 1e-9 && got <= max * form.length + 1e-9;
    });
}

function worth(form: readonly PoolItem[], { goal }: Objective): number {
  if (goal === 'maximize') return total(form, information);
  if (goal === 'minimize') return 2 * total(form, words);
  if (goal === 'maximin') return Math.min(total(form, information) / 5, total(form, words));
  return Math.max(Math.abs(total(form, information) - 60), 3 * Math.abs(total(form, words) - 10));
}

/** The best value over all 2⁷ forms; undefined when none is allowed. */
function bestOfAll(items: readonly PoolItem[], objective: Objective, rules: Rules): number | undefined {
  const better = objective.goal === 'maximize' || objective.goal === 'maximin' ? Math.max : Math.min;
  let best: number | undefined;
  for (let mask = 0; mask < 2 ** items.length; mask += 1) {
    const form = items.filter((_, at) => (mask >> at) % 2 === 1);
    if (!allowed(form, rules)) continue;
    const value = worth(form, objective);
    best = best === undefined ? value : better(best, value);
  }
  return best;
}

describe('against all forms that there are', () => {
  test('the optimum is the best of them, and infeasible means that there is none', async () => {
    await fc.assert(
      fc.asyncProperty(pool, constraints, range(5), objectives, async (items, given, length, objective) => {
        const spec: AssemblySpec = {
          items,
          length,
          constraints: given,
          objective,
          enemies: [['i0', 'i1']],
          gap: 0,
          absoluteGap: 0,
        };
        const result = await assemble(spec);
        const best = bestOfAll(items, objective, { constraints: given, length });
        if (result.status === 'infeasible') {
          expect(best).toBeUndefined();
          expect(result.minimal).toBe(true);
          const under = (names: readonly string[]) =>
            bestOfAll(items, objective, { constraints: given, length, names });
          expect(under(result.conflict)).toBeUndefined();
          for (const name of result.conflict) {
            const rest = result.conflict.filter((other) => other !== name);
            expect(under(rest), `without ${name}`).toBeDefined();
          }
          return;
        }
        if (result.status === 'stopped') throw new Error('so small a program is solved in time');
        expect(best).toBeDefined();
        expect(result.status).toBe('optimal');
        // Whole numbers, computed from the items: exact but for the division in the maximin goal.
        expect(Math.abs(result.objective - (best ?? 0))).toBeLessThan(1e-9);
        expect(result.compliance.every(({ met }) => met)).toBe(true);
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});
