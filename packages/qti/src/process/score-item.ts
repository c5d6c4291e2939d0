import type { AssessmentItem } from '../model/item.ts';
import type { CompletionStatus, ItemSession, TraceStep } from '../model/session.ts';
import type { PlainValues } from '../model/value.ts';
import { missingOperator } from './custom-operators.ts';
import { type StartOptions, startItem } from './start-item.ts';
import { type SubmitOptions, submitResponses } from './submit-responses.ts';
import type { ResponseError } from './validate-response.ts';

/**
 * The result of scoring one item.
 *
 * - `outcomes`: every declared outcome by identifier; null is QTI's NULL.
 * - `score`: the outcome SCORE, in score points; null when the item has no numeric SCORE.
 * - `correct`: whether every response that has a key matches it; null when no response has one.
 * - `responses`: in their normal form.
 *
 * `invalid-response` names what no candidate could have answered; `not-scorable` is an item whose processing is absent,
 * not understood or without end, to be scored elsewhere.
 */
export type ItemScore =
  | {
      readonly ok: true;
      readonly outcomes: PlainValues;
      readonly score: number | null;
      readonly correct: boolean | null;
      readonly completionStatus: CompletionStatus;
      readonly responses: PlainValues;
      readonly session: ItemSession;
      readonly trace?: readonly TraceStep[];
    }
  | { readonly ok: false; readonly reason: 'invalid-response'; readonly errors: readonly ResponseError[] }
  | { readonly ok: false; readonly reason: 'not-scorable'; readonly why: string };

/** How an item is scored in one go. */
export type ScoreOptions = Omit<StartOptions, 'trace'> & SubmitOptions;

/**
 * Scores one candidate's responses by the item's response processing (QTI 3.0 ASI information model, class
 * ResponseProcessing), as the first and only attempt of a session that begins now. Pure: the same item, responses and
 * options always give the same outcomes.
 *
 * @param responses by response identifier; null, and a variable that is absent, is no answer.
 */
export function scoreItem(item: AssessmentItem, responses: PlainValues | null, options: ScoreOptions = {}): ItemScore {
  if (item.processing.type !== 'rules') {
    const why =
      item.processing.type === 'none'
        ? 'the item declares no response processing'
        : `its response processing cannot be run: ${item.processing.reason}`;
    return { ok: false, reason: 'not-scorable', why };
  }
  const operator = missingOperator(item, options.custom ?? {});
  if (operator !== undefined) {
    const why = `it needs the custom operator "${operator}", which is not known here`;
    return { ok: false, reason: 'not-scorable', why };
  }
  const steps: TraceStep[] = [];
  const tracing = options.trace === true;
  const started = startItem(item, { ...options, trace: tracing ? (step) => steps.push(step) : undefined });
  const { errors, session, outcomes, score, correct, trace } = submitResponses(item, started, responses ?? {}, options);
  const [first] = errors;
  if (first?.reason === 'too-much-work') return { ok: false, reason: 'not-scorable', why: first.text };
  if (first !== undefined) return { ok: false, reason: 'invalid-response', errors };
  return {
    ok: true,
    outcomes,
    score,
    correct,
    completionStatus: session.completionStatus,
    responses: session.responses,
    session,
    ...(tracing ? { trace: [...steps, ...trace] } : {}),
  };
}
