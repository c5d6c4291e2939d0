import type { VariableDeclaration } from '../model/declarations.ts';
import type { AssessmentResult, ItemResultRecord, ResultVariable, SessionStatus } from '../model/result.ts';
import type { PlainValue } from '../model/value.ts';
import { COMPLETION_STATUS, DURATION, NUM_ATTEMPTS } from '../process/item-index.ts';
import { own } from '../process/item-state.ts';
import type { PlannedItem } from './plan-test.ts';
import { planOf, type TestContent, type TestItemState, type TestSession } from './session.ts';

/** Whom and when a result is of. */
export interface ResultOptions {
  readonly sourcedId: string | null;
  /** ISO 8601 with an offset. */
  readonly datestamp: string;
  readonly sessionIdentifiers?: AssessmentResult['context']['sessionIdentifiers'];
}

/**
 * The result of a test as it stands (QTI Results Reporting 3.0, class AssessmentResult): the items that were presented,
 * in their order.
 */
export function testResult(content: TestContent, session: TestSession, options: ResultOptions): AssessmentResult {
  const { test } = content;
  const items = planOf(content, session).items.flatMap((planned, at): ItemResultRecord[] => {
    const state = Object.hasOwn(session.items, planned.identifier) ? session.items[planned.identifier] : undefined;
    return state === undefined ? [] : [itemRecord(content, session, planned, state, at + 1, options.datestamp)];
  });
  return {
    context: { sourcedId: options.sourcedId, sessionIdentifiers: options.sessionIdentifiers ?? [] },
    test: {
      identifier: test.identifier,
      datestamp: options.datestamp,
      variables: [
        ...test.contexts.map((one) =>
          variable('context', one, own(session.context, one.identifier) ?? one.defaultValue),
        ),
        ...test.outcomes.map((one) => variable('outcome', one, own(session.outcomes, one.identifier))),
        variable('response', DURATION, session.durations.test),
      ],
    },
    items,
  };
}

function itemRecord(
  { itemOf }: TestContent,
  { ended }: TestSession,
  { identifier, ref }: PlannedItem,
  { session, pending }: TestItemState,
  sequenceIndex: number,
  datestamp: string,
): ItemResultRecord {
  const item = itemOf(ref);
  return {
    identifier,
    sequenceIndex,
    datestamp,
    sessionStatus: statusOf(ended, session.numAttempts, pending !== null),
    candidateComment: null,
    variables: [
      ...item.contexts.map((one) => variable('context', one, own(session.context, one.identifier))),
      ...item.templates.map((one) => variable('template', one, own(session.templates, one.identifier))),
      ...item.responses.map((one) =>
        variable(
          'response',
          one,
          own(pending ?? session.responses, one.identifier),
          own(session.correct, one.identifier) ?? one.correct,
        ),
      ),
      variable('response', NUM_ATTEMPTS, session.numAttempts),
      variable('response', DURATION, session.duration),
      ...item.outcomes.map((one) => variable('outcome', one, own(session.outcomes, one.identifier))),
      variable('outcome', COMPLETION_STATUS, session.completionStatus),
    ],
  };
}

function statusOf(ended: boolean, attempts: number, waits: boolean): SessionStatus {
  if (waits) return 'pendingResponseProcessing';
  if (ended) return 'final';
  return attempts === 0 ? 'initial' : 'pendingSubmission';
}

function variable(
  kind: ResultVariable['kind'],
  { identifier, cardinality, baseType, fields }: VariableDeclaration,
  value: PlainValue,
  correct: PlainValue = null,
): ResultVariable {
  return { kind, identifier, cardinality, baseType, fields, value, correct, choiceSequence: [] };
}
