import type { BaseType, Cardinality, PlainValue } from './value.ts';

/** A variable in a result. */
export interface ResultVariable {
  readonly kind: 'response' | 'outcome' | 'template' | 'context';
  readonly identifier: string;
  readonly cardinality: Cardinality;
  readonly baseType: BaseType | null;
  readonly fields: Readonly<Record<string, BaseType>>;
  readonly value: PlainValue;
  /** Of responses: the key, as it was for this candidate. */
  readonly correct: PlainValue;
  /** Of responses: identifiers in the order in which they were shown; empty when unknown. */
  readonly choiceSequence: readonly string[];
}

export const SESSION_STATUSES = [
  'final',
  'initial',
  'pendingExternalScoring',
  'pendingResponseProcessing',
  'pendingSubmission',
] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** Results of one item (element itemResult). Times are ISO 8601 with an offset. */
export interface ItemResultRecord {
  readonly identifier: string;
  readonly sequenceIndex: number | null;
  readonly datestamp: string;
  readonly sessionStatus: SessionStatus;
  readonly candidateComment: string | null;
  readonly variables: readonly ResultVariable[];
}

/** An assessmentResult document (QTI Results Reporting 3.0). */
export interface AssessmentResult {
  readonly context: {
    /** The candidate, by an identifier that the receiver knows. */
    readonly sourcedId: string | null;
    readonly sessionIdentifiers: readonly { readonly sourceId: string; readonly identifier: string }[];
  };
  readonly test: {
    readonly identifier: string;
    readonly datestamp: string;
    readonly variables: readonly ResultVariable[];
  } | null;
  readonly items: readonly ItemResultRecord[];
}
