import { credentialTerms, type Program, renewalReminders, type Standing } from '@testamur/program';

/** What a holder is told about the end of a certification. */
export type Notice =
  | { readonly kind: 'reminder'; readonly period: string }
  | { readonly kind: 'in-grace' | 'lapsed' | 'expired' };

/**
 * The one notice that the clock asks for: before the expiry date the latest reminder that has passed, so that a clock
 * that jumped over several does not send them all; after it, what became of the certification.
 */
export const noticeAt = (program: Program, validUntil: string, at: string): Notice | undefined => {
  const { graceUntil, reinstatementUntil } = credentialTerms(program, validUntil);
  if (at > reinstatementUntil) return { kind: 'expired' };
  if (at > graceUntil) return { kind: 'lapsed' };
  if (at > validUntil) return { kind: 'in-grace' };
  const passed = renewalReminders(program, validUntil).findLast((reminder) => reminder.at <= at);
  return passed && { kind: 'reminder', period: passed.period };
};

export const occasionOf = (credentialId: string, notice: Notice): string =>
  `renewal/${credentialId}/${notice.kind === 'reminder' ? notice.period : notice.kind}`;

/** Whether the notice is true of this holder: nobody is reminded of what is submitted, suspended or taken away. */
export const applies = (notice: Notice, { credential, renewal }: Standing, credentialId: string): boolean => {
  if (credential?.credentialId !== credentialId) return false;
  if (notice.kind !== 'reminder') return credential.status === notice.kind;
  const runs = credential.status === 'active' || credential.status === 'renewal-due';
  return runs && renewal?.state !== 'submitted';
};
