import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { okItem } from '../testing/item-xml.ts';
import { always, branchTo, makePart, makeRef, makeSection, makeTest } from '../testing/make-test.ts';
import { currentItem, moveNext, startTest } from './navigate.ts';
import { planOf, type TestContent, type TestSession } from './session.ts';
import { submitItem } from './submit.ts';
import { spend } from './time.ts';

const item = okItem();
const contentOf = (test: TestContent['test']): TestContent => ({ test, itemOf: () => item });

/** Goes on until the test has ended; the items in the order in which they were met. */
function walk(content: TestContent, seed: number): string[] {
  const met: string[] = [];
  let session = startTest(content, { seed });
  while (session.current !== null) {
    met.push(session.current);
    expect(met.length).toBeLessThanOrEqual(planOf(content, session).items.length);
    const step = moveNext(content, session);
    if (!step.ok) throw new Error(step.text);
    session = step.session;
  }
  return met;
}

describe('the way through a test', () => {
  const names = ['A', 'B', 'C', 'D', 'E', 'F'];
  const targets = fc.constantFrom(...names, 'S', 'T', 'P', 'Q', 'EXIT_SECTION', 'EXIT_TESTPART', 'EXIT_TEST', 'NONE');
  const rules = fc.array(targets.map(branchTo), { maxLength: 2 });
  const conditions = fc.array(fc.boolean().map(always), { maxLength: 1 });
  const nodes = fc.array(fc.record({ branchRules: rules, preConditions: conditions }), {
    minLength: 10,
    maxLength: 10,
  });

  it('ends whatever its branch rules and preconditions, and meets no item twice', () => {
    fc.assert(
      fc.property(nodes, fc.boolean(), fc.maxSafeInteger(), (more, shuffle, seed) => {
        const refs = names.map((name, at) => makeRef(name, more[at]));
        const [first, second] = [
          makeSection('S', refs.slice(0, 3), { ...more[6], shuffle }),
          makeSection('T', refs.slice(3), { ...more[7], shuffle }),
        ];
        const content = contentOf(makeTest([makePart('P', [first], more[8]), makePart('Q', [second], more[9])]));
        const met = walk(content, seed);
        expect(new Set(met).size).toBe(met.length);
        const plan = planOf(content, { seed }).items.map(({ identifier }) => identifier);
        expect(met).toEqual(plan.filter((identifier) => met.includes(identifier)));
      }),
    );
  });

  it('without either meets every item of the plan in its order', () => {
    const content = contentOf(
      makeTest([
        makePart('P', [
          makeSection(
            'S',
            names.map((name) => makeRef(name)),
            { shuffle: true },
          ),
        ]),
      ]),
    );
    expect(walk(content, 5)).toEqual(planOf(content, { seed: 5 }).items.map(({ identifier }) => identifier));
  });

  it('ignores a branch rule that leads back or nowhere', () => {
    const refs = [
      makeRef('A'),
      makeRef('B', { branchRules: [branchTo('A')] }),
      makeRef('C', { branchRules: [branchTo('X')] }),
      makeRef('D'),
    ];
    expect(walk(contentOf(makeTest([makePart('P', [makeSection('S', refs)])])), 1)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('is the same for the same steps, and a step changes no session before it', () => {
    const content = contentOf(makeTest([makePart('P', [makeSection('S', [makeRef('A'), makeRef('B')])])]));
    const start = startTest(content, { seed: 3 });
    const kept = structuredClone(start);
    const go = (session: TestSession) => {
      const at = currentItem(content, session);
      const spent = at === undefined ? session : spend(session, at, 4);
      const submitted = submitItem(content, spent, { RESPONSE: 'B' });
      return submitted.ok ? submitted.session : session;
    };
    expect(go(start)).toEqual(go(start));
    expect(start).toEqual(kept);
    expect(JSON.parse(JSON.stringify(go(start)))).toEqual(go(start));
  });
});
