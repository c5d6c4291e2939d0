import { describe, expect, it } from 'vitest';
import { okItem } from '../testing/item-xml.ts';
import { makePart, makeRef, makeSection, makeTest } from '../testing/make-test.ts';
import { endTest, moveNext, startTest } from './navigate.ts';
import type { TestContent, TestSession } from './session.ts';
import { submitItem } from './submit.ts';
import { testResult } from './test-result.ts';

const item = okItem();
const refs = ['A', 'B', 'C'].map((name) => makeRef(name));
const contentOf = (submissionMode: 'individual' | 'simultaneous'): TestContent => ({
  test: makeTest([makePart('P', [makeSection('S', refs)], { submissionMode })]),
  itemOf: () => item,
});
const options = { sourcedId: 'c-1', datestamp: '2026-01-31T09:00:00Z' };

function answerFirst(content: TestContent): TestSession {
  const submitted = submitItem(content, startTest(content, { seed: 1 }), { RESPONSE: 'B' });
  if (!submitted.ok) throw new Error(submitted.text);
  const moved = moveNext(content, submitted.session);
  if (!moved.ok) throw new Error(moved.text);
  return moved.session;
}

describe('the result of a test', () => {
  const content = contentOf('individual');
  const statuses = (session: TestSession, of = content) =>
    testResult(of, session, options).items.map(({ identifier, sessionStatus }) => [identifier, sessionStatus]);

  it('holds the items that were presented, in their order, and says how far each is', () => {
    const session = answerFirst(content);
    expect(statuses(session)).toEqual([
      ['A', 'pendingSubmission'],
      ['B', 'initial'],
    ]);
    expect(statuses(endTest(content, session))).toEqual([
      ['A', 'final'],
      ['B', 'final'],
    ]);
  });

  it('says of responses that wait for the end of the part that they are not processed', () => {
    const waiting = contentOf('simultaneous');
    const session = answerFirst(waiting);
    expect(statuses(session, waiting)[0]).toEqual(['A', 'pendingResponseProcessing']);
    expect(statuses(endTest(waiting, session), waiting)[0]).toEqual(['A', 'final']);
  });

  it('gives each variable with its type, responses with their key', () => {
    const [first] = testResult(content, answerFirst(content), options).items;
    const shown = first?.variables.map(({ kind, identifier, value, correct }) => [kind, identifier, value, correct]);
    expect(shown).toEqual([
      ['response', 'RESPONSE', 'B', 'B'],
      ['response', 'numAttempts', 1, null],
      ['response', 'duration', 0, null],
      ['outcome', 'SCORE', 1, null],
      ['outcome', 'completionStatus', 'unknown', null],
    ]);
  });
});
