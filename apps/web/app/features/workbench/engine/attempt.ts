import {
  type AssessmentItem,
  authorView,
  type CandidateItem,
  type ContentNode,
  candidateView,
  type ItemSession,
  maxScore,
  type PlainValues,
  type ResponseError,
  startItem,
  submitResponses,
  type TraceStep,
} from '@testamur/qti';
import { supportsIn } from '../../../player/supports/cards.ts';
import type { MediaAddresses } from './media.ts';
import { type VariableRow, variableRow } from './values.ts';
import type { OpenItem } from './workspace.ts';

/** An item as one candidate would get it, with what its author knows. */
export interface Attempt {
  readonly session: ItemSession;
  readonly view: CandidateItem;
  /** By response; null where none is declared. */
  readonly key: PlainValues;
  /** Score points; null when it cannot be known. */
  readonly maxScore: number | null;
  readonly rationale: readonly ContentNode[];
  /** What template processing drew. */
  readonly templates: readonly VariableRow[];
}

/** What came of an answer. */
export interface Scored {
  readonly session: ItemSession;
  /** With the feedback that the outcomes call for. */
  readonly view: CandidateItem;
  readonly errors: readonly ResponseError[];
  readonly outcomes: readonly VariableRow[];
  readonly score: number | null;
  readonly correct: boolean | null;
  readonly complete: boolean;
  readonly trace: readonly TraceStep[];
  /** An adaptive item that is not completed takes another attempt. */
  readonly goesOn: boolean;
}

/** More would take longer to send than to understand. */
const MAX_STEPS = 20_000;

const itemOf = ({ item }: OpenItem): AssessmentItem => {
  if (item === undefined) throw new Error('The item was refused.');
  return item;
};

/** All that the item and its shared texts have: whoever tries an item out chooses among them. */
const supportsOf = ({ item, stimuli }: OpenItem): readonly string[] =>
  supportsIn([item, ...stimuli.values()].flatMap((one) => one?.catalogs ?? []));

export const beginAttempt = (open: OpenItem, media: MediaAddresses, seed: number): Attempt => {
  const item = itemOf(open);
  const resolve = media.resolver(open);
  const session = startItem(item, { seed });
  return {
    session,
    view: candidateView(item, { session, resolve, stimuli: open.stimuli, supports: supportsOf(open) }),
    key: keyOf(item, session),
    maxScore: maxScore(item),
    rationale: authorView(item, { resolve }).rationale,
    templates: item.templates.map((declared) => variableRow(declared, session.templates[declared.identifier])),
  };
};

/** Declared keys, and those that template processing has set. */
export const keyOf = (item: AssessmentItem, session: ItemSession): PlainValues =>
  Object.fromEntries(
    item.responses.map(({ identifier, correct }) => [identifier, session.correct[identifier] ?? correct]),
  );

export const submitAttempt = (
  open: OpenItem,
  media: MediaAddresses,
  session: ItemSession,
  responses: PlainValues,
): Scored => {
  const item = itemOf(open);
  const { trace, ...came } = submitResponses(item, session, responses, { trace: true });
  const shown = {
    session: came.session,
    resolve: media.resolver(open),
    stimuli: open.stimuli,
    supports: supportsOf(open),
    showFeedback: true,
  };
  const { completionStatus, numAttempts, duration, outcomes } = came.session;
  return {
    session: came.session,
    view: candidateView(item, shown),
    errors: came.errors,
    outcomes: [
      ...item.outcomes.map((declared) => variableRow(declared, outcomes[declared.identifier])),
      variableRow({ identifier: 'completionStatus', cardinality: 'single', baseType: 'identifier' }, completionStatus),
      variableRow({ identifier: 'numAttempts', cardinality: 'single', baseType: 'integer' }, numAttempts),
      variableRow({ identifier: 'duration', cardinality: 'single', baseType: 'duration' }, duration),
    ],
    score: came.score,
    correct: came.correct,
    complete: came.complete,
    trace: trace.slice(0, MAX_STEPS),
    goesOn: item.adaptive && completionStatus !== 'completed',
  };
};
