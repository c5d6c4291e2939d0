import { OutOfWork } from '../evaluate/work.ts';
import type { AssessmentItem } from '../model/item.ts';
import type { ItemSession, TraceStep } from '../model/session.ts';
import type { PlainValue, PlainValues } from '../model/value.ts';
import { sameValue } from '../value/compare.ts';
import { toValue } from '../value/plain.ts';
import { numberValue } from './assign.ts';
import { COMPLETION_STATUS, DURATION, indexOf, NUM_ATTEMPTS } from './item-index.ts';
import { closeState, type ItemState, openState, own, type ProcessOptions } from './item-state.ts';
import { processResponses } from './response-processing.ts';
import { asksForHint, checkResponses, type ResponseError } from './validate-response.ts';

/** How an attempt is submitted. */
export interface SubmitOptions extends Pick<ProcessOptions, 'custom' | 'work'> {
  /** Seconds that the candidate has spent on the item in all. */
  readonly duration?: number | undefined;
  /** Whether to say what ran. */
  readonly trace?: boolean | undefined;
  /** How responses are checked: by default in full, by checkResponses. */
  readonly check?: typeof checkResponses | undefined;
}

/**
 * What came of an attempt. With `errors` nothing was processed and the session is the one given.
 *
 * - `score`: the outcome SCORE, in score points; null when the item has no numeric SCORE.
 * - `correct`: whether every response that has a key matches it; null when no response has one.
 * - `complete`: whether nothing is lacking that the item asks for.
 * - `trace`: empty unless asked for.
 */
export interface Submission {
  readonly session: ItemSession;
  readonly errors: readonly ResponseError[];
  readonly outcomes: PlainValues;
  readonly score: number | null;
  readonly correct: boolean | null;
  readonly complete: boolean;
  readonly trace: readonly TraceStep[];
}

/**
 * Ends one attempt (QTI 3.0 ASI information model, item sessions and class ResponseProcessing): checks and binds the
 * responses, runs the item's response processing and gives the session as it stands then. An adaptive item goes on
 * until completionStatus is `completed`; responses of it that are not sent again stay.
 *
 * @throws {RangeError} when the duration is negative or not finite.
 */
export function submitResponses(
  item: AssessmentItem,
  session: ItemSession,
  responses: PlainValues,
  options: SubmitOptions = {},
): Submission {
  if (item.adaptive && session.completionStatus === 'completed') {
    return refuse(session, [
      { identifier: '', reason: 'item-completed', text: 'the item is completed; nothing more can be submitted' },
    ]);
  }
  const check = (options.check ?? checkResponses)(item, attemptOf(item, session, responses), session, options.work);
  if (!check.ok) return refuse(session, check.errors);
  const trace: TraceStep[] = [];
  const state = openState(item, session, {
    custom: options.custom,
    work: options.work,
    trace: options.trace === true ? (step) => trace.push(step) : undefined,
  });
  const duration = options.duration ?? session.duration;
  if (!Number.isFinite(duration) || duration < 0) throw new RangeError(`duration must be 0 or more; it is ${duration}`);
  bind(state, check.responses);
  const numAttempts = session.numAttempts + (asksForHint(item, check.responses) ? 0 : 1);
  state.values.set(NUM_ATTEMPTS.identifier, numberValue(numAttempts, 'integer'));
  state.values.set(DURATION.identifier, toValue(duration, DURATION));
  if (session.completionStatus === 'not_attempted' || !item.adaptive) {
    state.values.set(COMPLETION_STATUS.identifier, toValue('unknown', COMPLETION_STATUS));
  }
  try {
    processResponses(state);
  } catch (error) {
    if (!(error instanceof OutOfWork)) throw error;
    return refuse(session, [{ identifier: '', reason: 'too-much-work', text: error.message }]);
  }
  const next = closeState(state, { ...session, numAttempts, duration });
  return {
    session: next,
    errors: [],
    outcomes: next.outcomes,
    score: scoreOf(next.outcomes),
    correct: isCorrect(state),
    complete: check.complete,
    trace,
  };
}

function refuse(session: ItemSession, errors: readonly ResponseError[]): Submission {
  const { outcomes } = session;
  return { session, errors, outcomes, score: scoreOf(outcomes), correct: null, complete: false, trace: [] };
}

/** What an attempt consists of: responses of an adaptive item that are not sent again stay. */
export function attemptOf(item: AssessmentItem, session: ItemSession, responses: PlainValues): PlainValues {
  return item.adaptive ? { ...carriedOver(item, session), ...responses } : responses;
}

/** Responses of an earlier attempt; a button that was pressed then is not pressed now. */
function carriedOver(item: AssessmentItem, { responses }: ItemSession): PlainValues {
  const { interactions } = indexOf(item);
  const kept = Object.entries(responses).filter(([name]) => interactions.get(name)?.interaction !== 'end-attempt');
  return Object.fromEntries(kept);
}

/** Gives the response variables their values; the button of an end-attempt that was not pressed is false. */
function bind({ index, values }: ItemState, responses: PlainValues): void {
  for (const [identifier, declared] of index.responses) {
    const value = toValue(own(responses, identifier), declared);
    const button = index.interactions.get(identifier)?.interaction === 'end-attempt';
    values.set(identifier, value === null && button ? toValue(false, declared) : value);
  }
}

function scoreOf(outcomes: PlainValues): number | null {
  const score: PlainValue = own(outcomes, 'SCORE');
  return typeof score === 'number' ? score : null;
}

/** Keys are those of the session where template processing has set them. */
function isCorrect({ item, values, environment }: ItemState): boolean | null {
  let keyed = false;
  for (const { identifier } of item.responses) {
    const key = environment.correctOf(identifier) ?? null;
    if (key === null) continue;
    keyed = true;
    if (!sameValue(values.get(identifier) ?? null, key)) return false;
  }
  return keyed ? true : null;
}
