import type { PlainValues } from './value.ts';

/** The values of the built-in outcome completionStatus. */
export const COMPLETION_STATUSES = ['not_attempted', 'unknown', 'incomplete', 'completed'] as const;
export type CompletionStatus = (typeof COMPLETION_STATUSES)[number];

/**
 * Where one candidate stands with one item: plain JSON, to be stored between attempts. Made by `startItem`, moved on by
 * `submitResponses`; everything random in it follows from `seed`. Never send it to a browser: it holds keys.
 */
export interface ItemSession {
  readonly seed: number;
  /** Draws of random numbers so far, so that the next attempt of an adaptive item draws on. */
  readonly draws: number;
  readonly numAttempts: number;
  /** Seconds. */
  readonly duration: number;
  readonly completionStatus: CompletionStatus;
  readonly context: PlainValues;
  readonly templates: PlainValues;
  readonly responses: PlainValues;
  readonly outcomes: PlainValues;
  /** Correct responses and defaults that template processing has set. */
  readonly correct: PlainValues;
  readonly defaults: PlainValues;
}

/**
 * One step of processing, for authors: what ran, at which depth (0 for the outermost), and what came of it. Such as
 * `{ depth: 1, what: 'match', detail: 'RESPONSE = correct', result: true }`.
 */
export interface TraceStep {
  readonly depth: number;
  readonly kind: 'rule' | 'expression' | 'note';
  /** The element's name without `qti-`. */
  readonly what: string;
  /** What it was about, in words: identifiers, attributes. */
  readonly detail: string;
  /** The value, or which branch was taken; undefined for what gives none. */
  readonly result?: PlainValues[string];
}
