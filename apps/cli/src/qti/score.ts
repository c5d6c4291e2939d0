import {
  type AssessmentItem,
  missingOperator,
  type PlainValues,
  readResponses,
  startItem,
  submitResponses,
  type TraceStep,
  writePlain,
} from '@testamur/qti';
import { failed } from '../shell/errors.ts';
import { DetailedError } from '../shell/json-errors.ts';

/** What came of scoring, in the form of JSON: values as QTI literals, numbers and booleans. */
export interface Scored {
  readonly outcomes: PlainValues;
  readonly responses: PlainValues;
  readonly completionStatus: string;
  readonly correct: PlainValues;
  readonly score: number | null;
  readonly trace: readonly TraceStep[];
}

type Declarations = AssessmentItem['responses'] | AssessmentItem['outcomes'];

const written = (declarations: Declarations, values: PlainValues): PlainValues =>
  Object.fromEntries(
    declarations.map((declared) => {
      const value = Object.hasOwn(values, declared.identifier) ? (values[declared.identifier] ?? null) : null;
      return [declared.identifier, writePlain(value, declared)];
    }),
  );

/** The correct responses, as template processing has set them for the seed; null for those that have none. */
export const correctResponses = (item: AssessmentItem, correct: PlainValues): PlainValues => {
  const declared = item.responses.map(({ identifier, correct: key }) => {
    return [identifier, Object.hasOwn(correct, identifier) ? correct[identifier] : key] as const;
  });
  return written(item.responses, Object.fromEntries(declared.map(([identifier, key]) => [identifier, key ?? null])));
};

/**
 * Scores one set of responses as the first attempt of a new session. An item without response processing keeps its defaults.
 *
 * @throws DetailedError where its processing cannot be run, or a response is not declared or not of its type.
 */
export const score = (item: AssessmentItem, given: unknown, seed: number, isTraced: boolean): Scored => {
  if (item.processing.type === 'unsupported') {
    throw new DetailedError(
      `response processing cannot be run: ${item.processing.reason}`,
      { reason: 'not-scorable' },
      failed,
    );
  }
  const operator = missingOperator(item, {});
  if (operator !== undefined) {
    const text = `the item needs the custom operator "${operator}", which is not known here`;
    throw new DetailedError(text, { reason: 'not-scorable' }, failed);
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new DetailedError(
      'these are no responses: give an object such as {"RESPONSE": "A"}',
      { reason: 'not-an-object' },
      failed,
    );
  }
  const steps: TraceStep[] = [];
  const started = startItem(item, { seed, ...(isTraced ? { trace: (step: TraceStep) => steps.push(step) } : {}) });
  const read = readResponses(item, { ...given }, started);
  if (!read.ok) {
    const [first] = read.errors;
    const details = { identifier: first?.identifier, reason: first?.reason, errors: read.errors };
    throw new DetailedError(read.errors.map(({ text }) => text).join('; '), details, failed);
  }
  const {
    session,
    score: points,
    trace,
    errors,
  } = submitResponses(item, started, read.responses, {
    trace: isTraced,
    check: readResponses,
  });
  if (errors.length > 0) {
    const [first] = errors;
    throw new DetailedError(errors.map(({ text }) => text).join('; '), { reason: first?.reason, errors }, failed);
  }
  return {
    outcomes: written(item.outcomes, session.outcomes),
    responses: written(item.responses, session.responses),
    completionStatus: session.completionStatus,
    correct: correctResponses(item, session.correct),
    score: points,
    trace: [...steps, ...trace],
  };
};
