import { type Refusal, refusalOf } from '../loading/refusal.ts';

export type ErrorKind = 'not-found' | 'forbidden' | 'refused' | 'offline' | 'unexpected';

/** A request that got no answer at all: browsers throw a TypeError for it. */
const noAnswer = (error: unknown): boolean =>
  error instanceof TypeError && /fetch|network|load failed/i.test(error.message);

export const kindOfError = (error: unknown): { kind: ErrorKind; refusal: Refusal | undefined } => {
  const refused = refusalOf(error);
  if (!refused) return { kind: noAnswer(error) ? 'offline' : 'unexpected', refusal: undefined };
  const { status, refusal } = refused;
  if (status === 404 || status === 410) return { kind: 'not-found', refusal };
  if (status === 401 || status === 403) return { kind: 'forbidden', refusal };
  return { kind: status >= 500 ? 'unexpected' : 'refused', refusal };
};
