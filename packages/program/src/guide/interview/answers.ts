import type { Text } from '../../text.ts';

/** What a person has answered, by the key of the inquiry; several options are joined by commas. */
export type Answers = Readonly<Record<string, string>>;

/** Stands for "I'm not sure": the answer is given, and nothing is known by it. */
export const unsure = 'unsure';
/** Stands for "none of these". */
export const none = 'none';

/** One thing that a person is asked. */
export interface Inquiry {
  readonly key: string;
  /** `one` of the options, or `several` of them. */
  readonly choose: 'one' | 'several';
  readonly prompt: Text;
  /** How to count, or what is meant. */
  readonly hint?: Text;
  readonly options: readonly { readonly value: string; readonly label: Text }[];
}

/** What the answers say of one requirement. */
export interface Reading {
  /**
   * `met`: fulfilled, if the answers are true. `missing`: not fulfilled yet. `unknown`: not enough is answered. `step`:
   * nothing has to be there before; it is done with the application.
   */
  readonly state: 'met' | 'missing' | 'unknown' | 'step';
  readonly reason: Text;
  /** What to do about it, where it is missing. */
  readonly remedy?: Text;
  /** How long that takes at least, in months; absent where it cannot be said. */
  readonly takesMonths?: number;
  /** Keys whose answer would settle it, the first one first. */
  readonly asks: readonly string[];
}

/** The options that were chosen; undefined while the inquiry is not answered, or answered with "not sure". */
export function chosen(answers: Answers, key: string): ReadonlySet<string> | undefined {
  const answer = answers[key];
  if (answer === undefined || answer === '' || answer === unsure) return undefined;
  return new Set(answer.split(',').filter((value) => value !== none));
}

export function isAnswered(answers: Answers, key: string): boolean {
  return (answers[key] ?? '') !== '';
}

/**
 * The range that a step of a scale stands for: from its own value up to, and without, the next threshold.
 *
 * @param thresholds rising; an answer is 0 or one of them.
 */
export function rangeOf(
  answer: string | undefined,
  thresholds: readonly number[],
): { readonly least: number; readonly below: number } {
  const least = answer === undefined || answer === unsure ? Number.NaN : Number(answer);
  if (!Number.isFinite(least) || least < 0) return { least: 0, below: Number.POSITIVE_INFINITY };
  return { least, below: thresholds.find((threshold) => threshold > least) ?? Number.POSITIVE_INFINITY };
}
