import { describe, expect, it } from 'vitest';
import { okItem } from '../testing/item-xml.ts';
import { always, makePart, makeRef, makeSection, makeTest } from '../testing/make-test.ts';
import { startTest } from './navigate.ts';
import { MAX_ITEMS, planTest } from './plan-test.ts';

const item = okItem();
const barred = { preConditions: [always(false)] };
const many = { select: 100, withReplacement: true };

describe('a test made to be slow', () => {
  it('is not planned when its selections take more items than anybody could be given, one or within each other', () => {
    const wide = makeSection('S', [makeRef('I')], { selection: { select: MAX_ITEMS + 1, withReplacement: true } });
    const inner = makeSection('A', [makeRef('I')], { selection: many });
    const deep = makeSection('C', [makeSection('B', [inner], { selection: many })], { selection: many });
    for (const root of [wide, deep]) {
      expect(() => planTest(makeTest([makePart('P', [root])]), 1)).toThrow('more than 10000 items');
    }
    const most = makeSection('S', [makeRef('I')], { selection: { select: MAX_ITEMS, withReplacement: true } });
    expect(planTest(makeTest([makePart('P', [most])]), 1).items).toHaveLength(MAX_ITEMS);
  });

  it('is gone through to its end when each of thousands of parts holds nothing that may be entered', () => {
    const parts = Array.from({ length: 4000 }, (_, at) =>
      makePart(`P${at}`, [makeSection(`S${at}`, [makeRef(`I${at}`, barred)])]),
    );
    const session = startTest({ test: makeTest(parts), itemOf: () => item }, { seed: 1 });
    expect(session).toMatchObject({ ended: true, current: null });
  });

  it('is gone through to its end when thousands of items are barred', () => {
    const refs = Array.from({ length: 8000 }, (_, at) => makeRef(`I${at}`, barred));
    const test = makeTest([makePart('P', [makeSection('S', refs)])]);
    expect(startTest({ test, itemOf: () => item }, { seed: 1 }).ended).toBe(true);
  });
});
