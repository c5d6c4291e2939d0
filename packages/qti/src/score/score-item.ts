import type { AssessmentItem, OutcomeValue } from '../model/item.ts';
import { evaluate, type Session } from './evaluate.ts';
import { checkResponses, type ResponseError, type Responses } from './response.ts';
import { runRules } from './run-rules.ts';

/**
 * The result of scoring one item.
 *
 * - `outcomes`: every declared outcome by identifier; null is QTI's NULL.
 * - `score`: the outcome SCORE, in score points; null when the item has no numeric SCORE.
 * - `correct`: whether every response that has a key matches it; null when no response has one.
 *
 * `invalid-response` names what no candidate could have answered; `not-scorable` is an item whose processing is absent
 * or not understood, to be scored elsewhere.
 */
export type ItemScore =
  | {
      readonly ok: true;
      readonly outcomes: Readonly<Record<string, OutcomeValue>>;
      readonly score: number | null;
      readonly correct: boolean | null;
    }
  | { readonly ok: false; readonly reason: 'invalid-response'; readonly errors: readonly ResponseError[] }
  | { readonly ok: false; readonly reason: 'not-scorable' };

/**
 * Scores one candidate's responses by the item's response processing (element qti-response-processing). Pure: the same
 * item and responses always give the same outcomes.
 *
 * @param responses by response identifier; null, and a variable that is absent, is no answer.
 */
export function scoreItem(item: AssessmentItem, responses: Responses | null): ItemScore {
  if (item.processing.type !== 'rules') return { ok: false, reason: 'not-scorable' };
  const check = checkResponses(item, responses ?? {});
  if (!check.ok) return { ok: false, reason: 'invalid-response', errors: check.errors };
  const session = startSession(item, check.responses);
  runRules(item.processing.rules, session);
  const outcomes: Record<string, OutcomeValue> = Object.fromEntries(
    item.outcomes.map(({ identifier }) => [identifier, session.variables.get(identifier) ?? null]),
  );
  const score = session.variables.get('SCORE');
  return { ok: true, outcomes, score: typeof score === 'number' ? score : null, correct: isCorrect(item, session) };
}

function startSession(item: AssessmentItem, responses: Responses): Session {
  const variables = new Map<string, OutcomeValue>();
  for (const { identifier, defaultValue } of item.outcomes) variables.set(identifier, defaultValue);
  for (const { identifier } of item.responses) variables.set(identifier, responses[identifier] ?? null);
  return { declarations: new Map(item.responses.map((declared) => [declared.identifier, declared])), variables };
}

function isCorrect(item: AssessmentItem, session: Session): boolean | null {
  const keyed = item.responses.filter(({ correct }) => correct.length > 0);
  if (keyed.length === 0) return null;
  return keyed.every(
    ({ identifier, cardinality }) =>
      evaluate(
        {
          op: 'match',
          cardinality,
          of: [
            { op: 'variable', identifier },
            { op: 'correct', identifier },
          ],
        },
        session,
      ) === true,
  );
}
