import type { ItemSession } from '../model/session.ts';
import type { PlainValues } from '../model/value.ts';
import { startItem } from '../process/start-item.ts';
import { allTrue, branchOf, templateDefaultsOf } from './conditions.ts';
import { processOutcomes } from './outcome-processing.ts';
import type { PlannedItem, PlannedSection, TestPlan } from './plan-test.ts';
import { controlOf, planOf, refuseStep, type Step, type TestContent, type TestSession } from './session.ts';
import { submitPending } from './submit.ts';
import { tooEarly } from './time.ts';

/** What a test begins with. */
export interface TestOptions {
  /** A safe integer; selection, order and all that is random in the items follow from it. */
  readonly seed: number;
  /** Context variables, among them QTI_CONTEXT, for the test and its items. */
  readonly context?: PlainValues;
}

/**
 * Begins a test and presents the first item that its preconditions let through (QTI 3.0 ASI information model, class
 * AssessmentTest).
 */
export function startTest(content: TestContent, { seed, context = {} }: TestOptions): TestSession {
  const begun: TestSession = {
    seed,
    context,
    ended: false,
    part: -1,
    current: null,
    items: {},
    outcomes: {},
    durations: { test: 0, parts: {}, sections: {}, items: {} },
  };
  const entered = enterPart(content, { ...begun, outcomes: processOutcomes(content, begun) }, 0);
  return { ...entered, outcomes: processOutcomes(content, entered) };
}

/** The item that the candidate is at; undefined after the end. */
export function currentItem(content: TestContent, session: TestSession): PlannedItem | undefined {
  return planOf(content, session).items.find(({ identifier }) => identifier === session.current);
}

/**
 * Leaves the current item for the one that follows by branch rules and preconditions; after the last of a part, its
 * next part. Branch rules lead forward alone, so that every way ends. In a nonlinear part, the next in order.
 */
export function moveNext(content: TestContent, session: TestSession): Step {
  const item = currentItem(content, session);
  if (item === undefined) return refuseStep('test-ended', 'the test has ended');
  const early = mayNotLeave(content, session, item);
  if (early !== undefined) return early;
  const items = planOf(content, session).parts[session.part]?.items ?? [];
  const at = items.indexOf(item);
  if (item.part.navigationMode === 'nonlinear') {
    const next = items[at + 1];
    return { ok: true, session: next === undefined ? leavePart(content, session) : present(content, session, next) };
  }
  const target = targetAfter(content, session, items, at);
  if (target === 'EXIT_TEST') return { ok: true, session: endTest(content, session) };
  const next = firstOpen(content, session, items.slice(target), item.sections);
  return { ok: true, session: next === undefined ? leavePart(content, session) : present(content, session, next) };
}

/** Goes to any item of the current part, where the part is nonlinear. */
export function moveTo(content: TestContent, session: TestSession, identifier: string): Step {
  const plan = planOf(content, session);
  const part = plan.parts[session.part];
  if (session.ended || part === undefined) return refuseStep('test-ended', 'the test has ended');
  if (part.part.navigationMode === 'linear') {
    return refuseStep(
      'linear',
      `the part "${part.part.identifier}" is taken in order; only the next item can be reached`,
    );
  }
  const item = part.items.find((one) => one.identifier === identifier);
  if (item === undefined)
    return refuseStep('not-in-part', `the part "${part.part.identifier}" has no item "${identifier}"`);
  return { ok: true, session: present(content, session, item) };
}

/** Ends the part that the candidate is in and goes on to the next; what waits for its end is submitted. */
export function endPart(content: TestContent, session: TestSession): Step {
  if (session.ended) return refuseStep('test-ended', 'the test has ended');
  return { ok: true, session: leavePart(content, session) };
}

/** Ends the test, such as when its time is over; what waits for its end is submitted. */
export function endTest(content: TestContent, session: TestSession): TestSession {
  if (session.ended) return session;
  const submitted = submitPending(content, session);
  const ended = { ...submitted, ended: true, current: null };
  return { ...ended, outcomes: processOutcomes(content, ended) };
}

function mayNotLeave(content: TestContent, session: TestSession, item: PlannedItem): Step | undefined {
  const { part } = item;
  if (part.navigationMode !== 'linear') return undefined;
  const early = tooEarly(content, session, item);
  if (early !== undefined) return refuseStep('too-early', early);
  if (part.submissionMode !== 'individual') return undefined;
  const state = session.items[item.identifier];
  if (controlOf(item).allowSkipping || state?.responded === true) return undefined;
  return refuseStep('skipping-not-allowed', `the item "${item.identifier}" must be answered before the next`);
}

/** Where to go on in the part: an index, its length for its end, or EXIT_TEST. */
function targetAfter(
  content: TestContent,
  session: TestSession,
  items: readonly PlannedItem[],
  at: number,
): number | 'EXIT_TEST' {
  const item = items[at];
  if (item === undefined) return items.length;
  const holds = (section: PlannedSection, index: number) => items[index]?.sections.includes(section) ?? false;
  const after = (section: PlannedSection | undefined) => {
    const rest = items.findIndex((_, index) => index > at && (section === undefined || !holds(section, index)));
    return section === undefined || rest === -1 ? items.length : rest;
  };
  const follow = (target: string, around: PlannedSection | undefined): number | 'EXIT_TEST' | undefined => {
    if (target === 'EXIT_TEST') return 'EXIT_TEST';
    if (target === 'EXIT_TESTPART') return items.length;
    if (target === 'EXIT_SECTION') return after(around);
    const found = items.findIndex(
      ({ ref, identifier, sections }, index) =>
        index > at &&
        (ref.identifier === target ||
          identifier === target ||
          sections.some(
            ({ section }) => section.identifier === target && !item.sections.some((own) => own.section === section),
          )),
    );
    return found === -1 ? undefined : found;
  };
  const inner = [...item.sections].reverse();
  const target = branchOf(content, session, item.ref);
  const jump = target === undefined ? undefined : follow(target, inner[0]);
  if (jump !== undefined) return jump;
  for (const [depth, section] of inner.entries()) {
    if (items.some((_, index) => index > at && holds(section, index))) break;
    const leaving = branchOf(content, session, section.section);
    const exit = leaving === undefined ? undefined : follow(leaving, inner[depth + 1]);
    if (exit !== undefined) return exit;
  }
  return at + 1;
}

/** The first item that its own preconditions and those of sections newly entered let through. */
function firstOpen(
  content: TestContent,
  session: TestSession,
  items: readonly PlannedItem[],
  inside: readonly PlannedSection[],
): PlannedItem | undefined {
  const entered = new Set(inside);
  const barred = new Set<PlannedSection>();
  return items.find((item) => {
    if (item.part.navigationMode !== 'linear') return true;
    for (const section of item.sections) {
      if (entered.has(section) || barred.has(section)) continue;
      const open = allTrue(content, session, section.section.preConditions);
      (open ? entered : barred).add(section);
      if (!open) break;
    }
    if (item.sections.some((section) => barred.has(section))) return false;
    return allTrue(content, session, item.ref.preConditions);
  });
}

function leavePart(content: TestContent, session: TestSession): TestSession {
  const left = closePart(content, session);
  return enterPart(content, left, partAfter(content, left));
}

/** Submits what waits for the end of the part. */
function closePart(content: TestContent, session: TestSession): TestSession {
  const submitted = submitPending(content, session);
  return { ...submitted, outcomes: processOutcomes(content, submitted) };
}

/** Where to go on after the part: an index; beyond the last for the end of the test. */
function partAfter(content: TestContent, session: TestSession): number {
  const { parts } = planOf(content, session);
  const part = parts[session.part]?.part;
  const target = part === undefined ? undefined : branchOf(content, session, part);
  if (target === 'EXIT_TEST') return parts.length;
  const jump = parts.findIndex((one, at) => at > session.part && one.part.identifier === target);
  return jump === -1 ? session.part + 1 : jump;
}

/** The first item of that part or a later one; parts whose items are all barred are gone through and left. */
function enterPart(content: TestContent, session: TestSession, from: number): TestSession {
  const { parts }: TestPlan = planOf(content, session);
  let [now, next] = [session, from];
  for (;;) {
    const at = parts.findIndex(
      ({ part, items }, index) => index >= next && items.length > 0 && allTrue(content, now, part.preConditions),
    );
    const entered = parts[at];
    if (entered === undefined) return endTest(content, now);
    const inside = { ...now, part: at };
    const item = firstOpen(content, inside, entered.items, []);
    if (item !== undefined) return present(content, inside, item);
    now = closePart(content, inside);
    next = partAfter(content, now);
  }
}

/** Makes the item the current one; its session begins when it is first presented. */
function present(content: TestContent, session: TestSession, planned: PlannedItem): TestSession {
  const { identifier } = planned;
  if (Object.hasOwn(session.items, identifier)) return { ...session, current: identifier };
  const begun: ItemSession = startItem(content.itemOf(planned.ref), {
    seed: planned.seed,
    context: session.context,
    templateDefaults: templateDefaultsOf(content, session, planned),
  });
  const state = { session: begun, pending: null, responded: false };
  return { ...session, current: identifier, items: { ...session.items, [identifier]: state } };
}
