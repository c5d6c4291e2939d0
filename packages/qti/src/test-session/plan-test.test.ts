import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section, SectionPart } from '../model/test.ts';
import { makePart, makeRef, makeSection, makeTest } from '../testing/make-test.ts';
import { planTest } from './plan-test.ts';

const item = (identifier: string, required: boolean, fixed: boolean) => makeRef(identifier, { required, fixed });
const section = makeSection;
const testOf = (root: Section) => makeTest([makePart('P', [root])]);

const planned = (root: Section, seed: number) => planTest(testOf(root), seed).items.map(({ identifier }) => identifier);
const seeds = fc.maxSafeInteger();

/** A section of items of which some are required, some fixed. */
const pools = fc.array(fc.record({ required: fc.boolean(), fixed: fc.boolean() }), { minLength: 1, maxLength: 12 });

describe('the plan of a test', () => {
  it('takes each required item once and as many as are selected, none twice without replacement', () => {
    fc.assert(
      fc.property(pools, fc.nat(12), fc.boolean(), seeds, (pool, more, shuffle, seed) => {
        const items = pool.map(({ required, fixed }, at) => item(`I${at}`, required, fixed));
        const required = items.filter((one) => one.required).map(({ identifier }) => identifier);
        const select = Math.min(items.length, required.length + more);
        const plan = planned(section('S', items, { selection: { select, withReplacement: false }, shuffle }), seed);
        expect(plan.length).toBe(select);
        expect(new Set(plan).size).toBe(select);
        expect(required.every((identifier) => plan.includes(identifier))).toBe(true);
      }),
    );
  });

  it('with replacement takes as many as are selected, required ones among them, each with its number', () => {
    fc.assert(
      fc.property(pools, fc.nat(20), seeds, (pool, more, seed) => {
        const items = pool.map(({ required }, at) => item(`I${at}`, required, false));
        const required = items.filter((one) => one.required).map(({ identifier }) => `${identifier}.1`);
        const select = required.length + more;
        const plan = planned(section('S', items, { selection: { select, withReplacement: true } }), seed);
        expect(plan.length).toBe(select);
        expect(new Set(plan).size).toBe(select);
        expect(required.every((identifier) => plan.includes(identifier))).toBe(true);
      }),
    );
  });

  it('keeps fixed items in their places when it shuffles, and loses none', () => {
    fc.assert(
      fc.property(pools, seeds, (pool, seed) => {
        const items = pool.map(({ fixed }, at) => item(`I${at}`, false, fixed));
        const plan = planned(section('S', items, { shuffle: true }), seed);
        expect([...plan].sort()).toEqual(items.map(({ identifier }) => identifier).sort());
        for (const [at, { fixed, identifier }] of items.entries()) if (fixed) expect(plan[at]).toBe(identifier);
      }),
    );
  });

  it('is the same for the same seed, and reaches every order with some seed', () => {
    const items = ['A', 'B', 'C'].map((identifier) => item(identifier, false, false));
    const orders = new Set<string>();
    for (let seed = 0; seed < 200; seed += 1) {
      const plan = planTest(testOf(section('S', items, { shuffle: true })), seed);
      expect(planTest(testOf(section('S', items, { shuffle: true })), seed)).toEqual(plan);
      orders.add(plan.items.map(({ identifier }) => identifier).join(''));
    }
    expect(orders.size).toBe(6);
  });

  const inner = (more: Partial<Section>) => section('IN', [item('A', false, false), item('B', false, false)], more);
  const others = [item('C', false, false), item('D', false, false)];
  const ordersOf = (more: Partial<Section>) =>
    Array.from({ length: 300 }, (_, seed) => planned(section('S', [inner(more), ...others], { shuffle: true }), seed));
  const together = (plan: readonly string[]) => Math.abs(plan.indexOf('A') - plan.indexOf('B')) === 1;

  it.each<[string, Partial<Section>, boolean]>([
    ['keeps a visible section together', { visible: true, keepTogether: false }, true],
    ['keeps an invisible section together when it says so', { visible: false, keepTogether: true }, true],
    [
      'mixes the items of an invisible section with those around it otherwise',
      { visible: false, keepTogether: false },
      false,
    ],
  ])('%s', (_, more, always) => expect(ordersOf(more).every(together)).toBe(always));

  it('refuses a section that is still in another file', () => {
    const elsewhere: SectionPart = { type: 'section-ref', identifier: 'X', href: 'x.xml' };
    expect(() => planned(section('S', [elsewhere]), 1)).toThrow('the section "X" is still in x.xml');
  });
});
