import type { AssessmentItem } from '../model/item.ts';
import type { ItemSession } from '../model/session.ts';
import type { AssessmentTest, ItemRef, ItemSessionControl } from '../model/test.ts';
import type { PlainValues } from '../model/value.ts';
import { type PlannedItem, planTest, type TestPlan } from './plan-test.ts';

/** A test with its items. */
export interface TestContent {
  readonly test: AssessmentTest;
  /** The item that a reference names. @throws when there is none: the package is then incomplete. */
  readonly itemOf: (ref: ItemRef) => AssessmentItem;
}

/** Where one candidate stands with one item of a test. */
export interface TestItemState {
  readonly session: ItemSession;
  /** Responses that wait for the end of the part, where all are submitted at once; null when none do. */
  readonly pending: PlainValues | null;
  /** Whether the candidate gave an answer to at least one response. */
  readonly responded: boolean;
}

/**
 * Where one candidate stands with a test: plain JSON, to be stored. Made by `startTest`; never changed, each step gives
 * a new one. It holds keys: never send it to a browser.
 *
 * - `current`: the planned item that the candidate is at; null before the first part's first and after the end.
 * - `items`: by identifier of the plan, those that were presented.
 */
export interface TestSession {
  readonly seed: number;
  readonly context: PlainValues;
  readonly ended: boolean;
  readonly part: number;
  readonly current: string | null;
  readonly items: Readonly<Record<string, TestItemState>>;
  readonly outcomes: PlainValues;
  /** Seconds, as the caller counts them: of the test, and of parts, sections and items by identifier. */
  readonly durations: {
    readonly test: number;
    readonly parts: Readonly<Record<string, number>>;
    readonly sections: Readonly<Record<string, number>>;
    readonly items: Readonly<Record<string, number>>;
  };
}

/** A step that was taken, or why it may not be. */
export type Step =
  | { readonly ok: true; readonly session: TestSession }
  | { readonly ok: false; readonly reason: StepRefusal; readonly text: string };

export type StepRefusal =
  | 'test-ended'
  | 'no-item'
  | 'linear'
  | 'not-in-part'
  | 'skipping-not-allowed'
  | 'incomplete'
  | 'invalid-response'
  | 'no-attempts-left'
  | 'too-early'
  | 'too-late';

/** A step that may not be taken. */
export function refuseStep(reason: StepRefusal, text: string): Step {
  return { ok: false, reason, text };
}

/** What QTI says where nobody else does (QTI 3.0 ASI information model, class ItemSessionControl). */
const CONTROL: { readonly [name in keyof ItemSessionControl]-?: NonNullable<ItemSessionControl[name]> } = {
  maxAttempts: 1,
  showFeedback: false,
  allowReview: true,
  showSolution: false,
  allowComment: false,
  allowSkipping: true,
  validateResponses: false,
};

/** How an item is worked on: what its reference says, else the nearest section, else the part, else QTI. */
export function controlOf({ ref, part, sections }: PlannedItem): typeof CONTROL {
  const holders = [part, ...sections.map(({ section }) => section), ref];
  return holders.reduce((outer, { itemSessionControl: inner }) => {
    if (inner === null) return outer;
    return {
      maxAttempts: inner.maxAttempts ?? outer.maxAttempts,
      showFeedback: inner.showFeedback ?? outer.showFeedback,
      allowReview: inner.allowReview ?? outer.allowReview,
      showSolution: inner.showSolution ?? outer.showSolution,
      allowComment: inner.allowComment ?? outer.allowComment,
      allowSkipping: inner.allowSkipping ?? outer.allowSkipping,
      validateResponses: inner.validateResponses ?? outer.validateResponses,
    };
  }, CONTROL);
}

const plans = new WeakMap<AssessmentTest, Map<number, TestPlan>>();

/** The plan of a session, made once for each seed. */
export function planOf({ test }: TestContent, { seed }: Pick<TestSession, 'seed'>): TestPlan {
  const known = plans.get(test) ?? new Map<number, TestPlan>();
  plans.set(test, known);
  const plan = known.get(seed) ?? planTest(test, seed);
  // Plans of many candidates are not kept for ever.
  if (known.size > 1000) known.clear();
  known.set(seed, plan);
  return plan;
}
