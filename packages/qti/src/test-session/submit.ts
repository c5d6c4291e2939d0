import type { AssessmentItem } from '../model/item.ts';
import type { PlainValue, PlainValues } from '../model/value.ts';
import type { ResponseError } from '../process/check/finding.ts';
import { indexOf } from '../process/item-index.ts';
import { attemptOf, submitResponses } from '../process/submit-responses.ts';
import { checkResponses } from '../process/validate-response.ts';
import type { TestProcessOptions } from './environment.ts';
import { processOutcomes } from './outcome-processing.ts';
import type { PlannedItem } from './plan-test.ts';
import {
  controlOf,
  planOf,
  refuseStep,
  type Step,
  type StepRefusal,
  type TestContent,
  type TestSession,
} from './session.ts';
import { tooLate } from './time.ts';

/** What came of submitting: as a step, with each error of the responses. */
export type Submitting = Step & { readonly errors?: readonly ResponseError[] };

/**
 * Submits responses to the current item (QTI 3.0 ASI information model, class TestPart, submissionMode, and class
 * ItemSessionControl). In individual mode they are processed at once, and the outcomes of the test with them; in
 * simultaneous mode they wait for the end of the part and may be given anew until then.
 */
export function submitItem(
  content: TestContent,
  session: TestSession,
  responses: PlainValues,
  options: Pick<TestProcessOptions, 'custom'> = {},
): Submitting {
  const planned = planOf(content, session).items.find(({ identifier }) => identifier === session.current);
  const state = planned && session.items[planned.identifier];
  if (planned === undefined || state === undefined) return refuseStep('no-item', 'there is no item to answer');
  const late = tooLate(content, session, planned);
  if (late !== undefined) return refuseStep('too-late', late);
  const item = content.itemOf(planned.ref);
  const check = checkResponses(item, attemptOf(item, state.session, responses), state.session);
  if (!check.ok) {
    const text = check.errors.map((error) => error.text).join('; ');
    return { ...refuseStep('invalid-response', text), errors: check.errors };
  }
  const sent = Object.entries(check.responses).filter(([identifier]) => Object.hasOwn(responses, identifier));
  const responded = (item.adaptive && state.responded) || answers(item, sent);
  if (planned.part.submissionMode === 'simultaneous') {
    return { ok: true, session: put(session, planned, { ...state, pending: check.responses, responded }) };
  }
  const control = controlOf(planned);
  const refusal = refusalOf(control, state.session.numAttempts, item.adaptive, responded, check.complete);
  if (refusal !== undefined) return refuseStep(refusal[0], `the item "${planned.identifier}" ${refusal[1]}`);
  const duration = session.durations.items[planned.identifier] ?? 0;
  const submitted = submitResponses(item, state.session, responses, { ...options, duration, check: () => check });
  if (submitted.errors.length > 0) {
    return {
      ...refuseStep('no-attempts-left', submitted.errors.map(({ text }) => text).join('; ')),
      errors: submitted.errors,
    };
  }
  const next = put(session, planned, { session: submitted.session, pending: null, responded });
  return { ok: true, session: { ...next, outcomes: processOutcomes(content, next, options) } };
}

/** Processes what waits for the end of the part. */
export function submitPending(content: TestContent, session: TestSession): TestSession {
  let next = session;
  for (const planned of planOf(content, session).items) {
    const state = Object.hasOwn(session.items, planned.identifier) ? session.items[planned.identifier] : undefined;
    if (state === undefined || state.pending === null) continue;
    const duration = session.durations.items[planned.identifier] ?? 0;
    const submitted = submitResponses(content.itemOf(planned.ref), state.session, state.pending, { duration });
    next = put(next, planned, { ...state, session: submitted.session, pending: null });
  }
  return next;
}

function refusalOf(
  { maxAttempts, allowSkipping, validateResponses }: ReturnType<typeof controlOf>,
  attempts: number,
  adaptive: boolean,
  responded: boolean,
  complete: boolean,
): readonly [StepRefusal, string] | undefined {
  // An adaptive item says itself when it is done.
  if (!adaptive && maxAttempts > 0 && attempts >= maxAttempts) return ['no-attempts-left', 'has no attempts left'];
  if (!allowSkipping && !responded) return ['skipping-not-allowed', 'must be answered'];
  if (validateResponses && !complete) return ['incomplete', 'is not answered in full'];
  return undefined;
}

/** Whether anything is answered at all. */
function answers(item: AssessmentItem, responses: readonly [string, PlainValue][]): boolean {
  const { interactions } = indexOf(item);
  return responses.some(([identifier, value]) =>
    interactions.get(identifier)?.interaction === 'end-attempt' ? value === true : value !== null,
  );
}

function put(session: TestSession, { identifier }: PlannedItem, state: TestSession['items'][string]): TestSession {
  return { ...session, items: { ...session.items, [identifier]: state } };
}
