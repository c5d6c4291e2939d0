import { applies, type Portfolio, type RenewalRouteOf } from '@testamur/program';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allPrograms } from '../../testing/programs.ts';
import { planEducation } from '../acts/log-education.ts';
import { planPieces } from '../acts/submit-portfolio.ts';
import { failureFor, failures } from '../failures/index.ts';
import { assessmentsFor, otherTrack, planLife } from './choose.ts';
import { routeFor } from './plan.ts';

const now = '2027-03-01T09:00:00.000Z';

describe.each(allPrograms.map((program) => [program.id, program] as const))('%s', (_id, program) => {
  const plan = planLife(program, now);

  test('the plan chooses where the program leaves a choice, and only there', () => {
    expect(plan.region !== undefined).toBe(program.regions !== undefined);
    expect(Object.keys(plan.track ?? {})).toEqual(program.tracks?.map(({ id }) => id) ?? []);
    expect(plan.routes).toEqual(program.renewal.routes.map(({ id }) => id));
    expect(plan.order).toEqual(
      assessmentsFor(program, plan)
        .map(({ id }) => id)
        .toReversed(),
    );
    expect(plan.bundle !== undefined).toBe(program.bundles !== undefined);
  });

  test('where a tax is levied somewhere, it is levied there', () => {
    const taxed = program.taxes?.some((tax) => applies(tax, plan) === true);
    expect(taxed).toBe(program.taxes === undefined ? undefined : true);
  });

  test('the other track differs on every axis', () => {
    const other = otherTrack(program, plan);
    for (const { id } of program.tracks ?? []) expect(other?.[id]).not.toBe(plan.track?.[id]);
    expect(other === undefined).toBe(program.tracks === undefined);
  });

  test('what goes wrong is told apart from a life in which all goes well', () => {
    const failure = failureFor(program);
    const failing = failure.plan(program, plan);
    const isPlanned = failing.fails.size > 0 || failing.mishaps.size > 0;
    expect(isPlanned || ['withdrawn', 'lapsed-credential'].includes(failure.id)).toBe(true);
  });
});

test('every failure is the most likely one of some program', () => {
  expect(new Set(allPrograms.map((program) => failureFor(program).id))).toEqual(new Set(failures.map(({ id }) => id)));
});

test('renewals go by one way after the other; the last way holds for all that follow', () => {
  const routes = ['exam', 'courses'];
  expect([2, 3, 4].map((cycle) => routeFor({ routes }, cycle))).toEqual(['exam', 'courses', 'courses']);
});

const criteria = (count: number): Portfolio['rubric'] => ({
  criteria: Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    title: 'C',
    description: 'D',
    levels: [0, 1].map((points) => ({ points, label: 'L', descriptor: 'D' })),
  })),
});

test('the pieces keep to the limits of the program and show every criterion', () => {
  const limits = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 10 }))
    .map(([minimum, more]) => ({ minimum, maximum: minimum + more }));
  fc.assert(
    fc.property(limits, fc.integer({ min: 1, max: 10 }), (pieces, count) => {
      const planned = planPieces({ pieces, rubric: criteria(count) });
      expect(planned.length).toBeGreaterThanOrEqual(pieces.minimum);
      expect(planned.length).toBeLessThanOrEqual(pieces.maximum);
      expect(new Set(planned.flat()).size).toBe(count);
      expect(planned.every((shown) => shown.length > 0)).toBe(true);
    }),
  );
});

type Category = RenewalRouteOf<'education'>['categories'][number];

/** Categories that leave room for what is needed: the last one has no limit. */
const routes = fc
  .array(fc.record({ minimum: fc.integer({ min: 1, max: 20 }), spread: fc.integer({ min: 0, max: 20 }) }), {
    maxLength: 4,
  })
  .map((limited): readonly Category[] => [
    ...limited.map(({ minimum, spread }, index) => ({
      id: `k${index}`,
      title: 'K',
      description: 'D',
      ...(index % 2 === 0 ? { minimum } : {}),
      maximum: minimum + spread,
    })),
    { id: 'open', title: 'Open', description: 'D' },
  ]);

/** What counts of the hours of each category, as the program says. */
const tally = (categories: readonly Category[], hours: ReadonlyMap<string, number>, needed: number) => {
  const rows = categories.map(({ id, title, minimum = 0, maximum = Number.POSITIVE_INFINITY }) => {
    const own = hours.get(id) ?? 0;
    return { id, title, hours: own, counted: Math.min(own, maximum), below: Math.max(0, minimum - own) };
  });
  const sum = rows.reduce((total, { counted }) => total + counted, 0);
  const below = rows.reduce((total, row) => total + row.below, 0);
  return { categories: rows, hoursMissing: Math.max(0, needed - sum, below) };
};

test('education is logged until nothing is missing: no category above its limit, none below its least', () => {
  fc.assert(
    fc.property(routes, fc.integer({ min: 1, max: 300 }), (categories, needed) => {
      const hours = new Map<string, number>();
      let state = tally(categories, hours, needed);
      for (let round = 0; state.hoursMissing > 0; round += 1) {
        expect(round).toBeLessThan(20);
        const next = planEducation({ categories: [...categories] }, state, round === 0);
        if (next === undefined) throw new Error(`Nothing to log with ${state.hoursMissing} missing.`);
        expect(next.hours).toBeGreaterThan(0);
        expect(next.hours * 4).toBe(Math.round(next.hours * 4));
        hours.set(next.category, (hours.get(next.category) ?? 0) + next.hours);
        state = tally(categories, hours, needed);
      }
      for (const { id, maximum = Number.POSITIVE_INFINITY } of categories) {
        expect(hours.get(id) ?? 0).toBeLessThanOrEqual(maximum);
      }
    }),
  );
});
