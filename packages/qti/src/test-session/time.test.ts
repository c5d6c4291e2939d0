import { describe, expect, it } from 'vitest';
import { okItem } from '../testing/item-xml.ts';
import { makePart, makeRef, makeSection, makeTest } from '../testing/make-test.ts';
import { currentItem, startTest } from './navigate.ts';
import type { TestContent } from './session.ts';
import { submitItem } from './submit.ts';
import { limitsAround, secondsLeft, spend } from './time.ts';

const limit = (maxSeconds: number | null, allowLateSubmission = false) => ({
  timeLimits: { minSeconds: null, maxSeconds, allowLateSubmission },
});
const contentOf = (ofSection: ReturnType<typeof limit>, ofItem: ReturnType<typeof limit>): TestContent => {
  const section = makeSection('S', [makeRef('I', ofItem), makeRef('J')], ofSection);
  return { test: makeTest([makePart('P', [section], limit(null))], limit(100)), itemOf: () => okItem() };
};
const after = (content: TestContent, seconds: number) => {
  const begun = startTest(content, { seed: 1 });
  const item = currentItem(content, begun);
  if (item === undefined) throw new Error('no item');
  return { item, session: spend(begun, item, seconds) };
};

describe('the limits of time around an item', () => {
  it('are the maximum times of what holds it and its own, each with what is left of it', () => {
    const content = contentOf(limit(60, true), limit(20));
    const { item, session } = after(content, 15);
    expect(limitsAround(content, session, item)).toEqual([
      { of: 'test', identifier: 'test', secondsLeft: 85, allowLateSubmission: false },
      { of: 'section', identifier: 'S', secondsLeft: 45, allowLateSubmission: true },
      { of: 'item', identifier: 'I', secondsLeft: 5, allowLateSubmission: false },
    ]);
    expect(secondsLeft(content, session, item)).toBe(5);
  });

  it('that are over refuse answers, unless each of them takes late ones', () => {
    const submit = (content: TestContent) => submitItem(content, after(content, 30).session, { RESPONSE: 'A' });
    expect(submit(contentOf(limit(60), limit(20)))).toMatchObject({ ok: false, reason: 'too-late' });
    expect(submit(contentOf(limit(60), limit(20, true)))).toMatchObject({ ok: true });
    expect(submit(contentOf(limit(25), limit(20, true)))).toMatchObject({ ok: false, reason: 'too-late' });
  });
});
