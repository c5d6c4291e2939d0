import type { Work } from '../../evaluate/work.ts';
import type { PlainValue, PlainValues, Scalar } from '../../model/value.ts';
import type { ConditionallyShown } from '../visibility.ts';
import { isShown } from '../visibility.ts';

/** Why a response is invalid. `identifier` is the response variable, or the unexpected name that was sent. */
export interface ResponseError {
  readonly identifier: string;
  readonly reason:
    | 'not-an-object'
    | 'missing-response'
    | 'unknown-response'
    | 'wrong-type'
    | 'unknown-choice'
    | 'repeated-choice'
    | 'too-many-choices'
    | 'pair-not-allowed'
    | 'repeated-pair'
    | 'too-many-pairs'
    | 'too-many-points'
    | 'too-many-strings'
    | 'too-many-plays'
    | 'out-of-bounds'
    | 'too-long'
    | 'wrong-media-type'
    | 'item-completed'
    | 'too-much-work';
  readonly text: string;
}

/** A value that may be saved. `hint` says what it lacks to be complete; null when it lacks nothing. */
export interface Accepted {
  readonly value: PlainValue;
  readonly hint: string | null;
}

/** What came of checking one value. */
export type Finding = Accepted | ResponseError;

/** What a check knows beside the interaction. `templates`: null when no session says what is shown. */
export interface CheckScope {
  readonly identifier: string;
  readonly templates: PlainValues | null;
  /** What trying patterns may cost, for all variables of a response together. */
  readonly work?: Work;
}

/** An error, named after the response variable. */
export function fail({ identifier }: CheckScope, reason: ResponseError['reason'], text: string): ResponseError {
  return { identifier, reason, text: `"${identifier}" ${text}` };
}

/** The members of a container, or the one value, or nothing. */
export function membersOf(value: PlainValue): readonly Scalar[] {
  if (value === null) return [];
  if (typeof value !== 'object') return [value];
  return Array.isArray(value) ? value : [];
}

/** A word of the candidate's for a message, cut to a bearable length. */
export function quoted(text: Scalar): string {
  const words = String(text);
  return JSON.stringify(words.length > 60 ? `${words.slice(0, 60)}…` : words);
}

/** Those of the choices that the candidate sees. */
export function shownOf<C extends Omit<ConditionallyShown, 'variable'>>(
  choices: readonly C[],
  { templates }: CheckScope,
): readonly C[] {
  return templates === null ? choices : choices.filter((choice) => isShown(choice, templates));
}

/** `1 choice`, `2 choices`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
