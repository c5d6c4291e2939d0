import { expect } from 'vitest';
import type { AssessmentItem } from '../model/item.ts';
import type { AssessmentTest } from '../model/test.ts';
import type { PlainValues } from '../model/value.ts';
import { testFeedback } from '../test-session/feedback.ts';
import {
  currentItem,
  endPart,
  endTest,
  moveNext,
  moveTo,
  startTest,
  type TestOptions,
} from '../test-session/navigate.ts';
import { planOf, type Step, type TestContent, type TestSession } from '../test-session/session.ts';
import { submitItem } from '../test-session/submit.ts';
import { spend } from '../test-session/time.ts';

/** One step of a candidate through a test, or what is expected after those before. */
export type TestStep =
  | { readonly submit: PlainValues; readonly refused?: string }
  | { readonly move: 'next' | 'end-part' | 'end-test'; readonly refused?: string }
  | { readonly goto: string; readonly refused?: string }
  | { readonly spend: number }
  | { readonly at: string | null }
  | { readonly plan: readonly string[] }
  | { readonly outcomes: PlainValues }
  | { readonly templates: PlainValues }
  | { readonly feedback: readonly string[]; readonly access: 'during' | 'atEnd' };

/** Takes the steps and checks what is expected. */
export function runTest(
  test: AssessmentTest,
  items: ReadonlyMap<string, AssessmentItem>,
  options: TestOptions,
  steps: readonly TestStep[],
): void {
  const content: TestContent = {
    test,
    itemOf: ({ href }) => {
      const item = items.get(href);
      if (item === undefined) throw new Error(`the test has no item ${href}`);
      return item;
    },
  };
  let session = startTest(content, options);
  for (const step of steps) session = take(content, session, step);
}

function take(content: TestContent, session: TestSession, step: TestStep): TestSession {
  if ('spend' in step) {
    const item = currentItem(content, session);
    return item === undefined ? session : spend(session, item, step.spend);
  }
  if ('submit' in step) return settle(submitItem(content, session, step.submit), session, step.refused);
  if ('goto' in step) return settle(moveTo(content, session, step.goto), session, step.refused);
  if ('move' in step) {
    if (step.move === 'end-test') return endTest(content, session);
    return settle(step.move === 'next' ? moveNext(content, session) : endPart(content, session), session, step.refused);
  }
  if ('at' in step) expect(session.current).toBe(step.at);
  else if ('plan' in step)
    expect(planOf(content, session).items.map(({ identifier }) => identifier)).toEqual(step.plan);
  else if ('outcomes' in step) expect(session.outcomes).toEqual(step.outcomes);
  else if ('templates' in step) expect(session.items[session.current ?? '']?.session.templates).toEqual(step.templates);
  else expect(testFeedback(content, session, step.access).map(({ identifier }) => identifier)).toEqual(step.feedback);
  return session;
}

function settle(step: Step, session: TestSession, refused: string | undefined): TestSession {
  expect(step.ok ? undefined : step.reason).toBe(refused);
  return step.ok ? step.session : session;
}
