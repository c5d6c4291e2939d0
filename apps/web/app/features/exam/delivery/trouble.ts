import { apiProblemOf } from '../../../loading/refusal.ts';

/** Why the server did not do what was asked, as far as it decides what comes next. */
export type Trouble =
  /** No connection, too busy, broken: try again, by and by. */
  | { readonly kind: 'unreachable' }
  /** Nobody, or somebody else, is signed in here. */
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'other-device' }
  | { readonly kind: 'conflict' }
  /** The attempt is sealed or canceled. */
  | { readonly kind: 'over' }
  /** Entries, by their place in what was sent, that can never be taken. */
  | { readonly kind: 'invalid'; readonly at: readonly number[] }
  | { readonly kind: 'refused'; readonly message: string };

const ofCode: Readonly<Record<string, 'other-device' | 'conflict' | 'over'>> = {
  'delivery.other-device': 'other-device',
  'delivery.sequence-conflict': 'conflict',
  'delivery.attempt-over': 'over',
};

const placesIn = (fields: readonly { readonly path: string }[]): number[] =>
  fields.flatMap(({ path }) => {
    const [, at] = /^entries\.(\d+)\b/.exec(path) ?? [];
    return at === undefined ? [] : [Number(at)];
  });

/** Network errors, 5xx and 429 are one: the answer is kept here and goes later. */
export const troubleOf = (error: unknown): Trouble => {
  const problem = apiProblemOf(error);
  if (!problem || problem.status === 408 || problem.status === 429) return { kind: 'unreachable' };
  const known = ofCode[problem.code];
  if (known) return { kind: known };
  // Another person's attempt is "not found": somebody else has signed in meanwhile.
  if ([401, 403, 404].includes(problem.status)) return { kind: 'signed-out' };
  const at = problem.status === 422 ? placesIn(problem.fields) : [];
  return at.length > 0 ? { kind: 'invalid', at: [...new Set(at)] } : { kind: 'refused', message: problem.message };
};
