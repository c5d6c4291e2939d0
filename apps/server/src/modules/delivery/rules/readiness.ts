import type { Standing } from '@testamur/program';
import { formatInstant } from '../../../kernel/index.ts';
import type { AttemptStatus } from './status.ts';

export interface ReadinessQuestion {
  readonly standing: Standing;
  readonly assessmentId: string;
  readonly now: Date;
  readonly authorization: { readonly from: Date; readonly until: Date } | undefined;
  /** Of the attempt that is next by the standing: the row that counts, or `canceled` where only such rows are. */
  readonly status: AttemptStatus | undefined;
  /** No form is published that the candidate has not seen. */
  readonly waitsForForm: boolean;
}

/** The organization has been told when the wait began. */
export const noFormReason =
  'There is no form of this exam yet that you have not seen. The organization has been told and publishes another one; you can then go on, and no attempt is lost.';

export type Readiness =
  | { readonly ready: true }
  | { readonly ready: false; readonly code: 'not-authorized' | 'already-begun' | 'no-form'; readonly reason: string };

type Code = Extract<Readiness, { ready: false }>['code'];

const no = (code: Code, reason: string): Readiness => ({ ready: false, code, reason });

/**
 * Whether the exam may begin. The standing says that it is the candidate's move; the authorization says when. An attempt
 * that was canceled is begun anew, for which the standing still says that it is under way.
 */
export const readinessOf = (question: ReadinessQuestion): Readiness => {
  const { standing, assessmentId, now, authorization, status, waitsForForm } = question;
  if (status === 'working') return no('already-begun', 'Your exam is under way.');
  if (status === 'sealed' || status === 'sealed-at-time') {
    return no('already-begun', 'You have taken this attempt. You are told when its result is released.');
  }
  const isNext = standing.next.some(
    ({ kind, subject }) =>
      subject === assessmentId && (kind === 'take-exam' || (kind === 'continue-exam' && status === 'canceled')),
  );
  if (waitsForForm) return no('no-form', noFormReason);
  if (!isNext || authorization === undefined) {
    return no('not-authorized', 'You are not authorized to test now. Your candidacy page says what comes first.');
  }
  if (now < authorization.from) {
    return no('not-authorized', `Your window opens on ${formatInstant(authorization.from)}.`);
  }
  if (now > authorization.until) {
    return no(
      'not-authorized',
      `Your window ended on ${formatInstant(authorization.until)}. Ask the organization to extend it.`,
    );
  }
  return { ready: true };
};
