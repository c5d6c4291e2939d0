import { addPeriod, endOfDay, justAfter, startOfDay } from '../../calendar/instant.ts';
import type { Instant } from '../../facts.ts';
import type { Program } from '../../schema/program.ts';
import type { CredentialStanding } from '../types.ts';

/** The dates that the life of one credential turns on. Each end is the last instant that still belongs to it. */
export interface CredentialTerms {
  readonly renewalOpensAt: Instant;
  readonly validUntil: Instant;
  /** In force until then, by the program's rule, although its date has passed. */
  readonly graceUntil: Instant;
  /** Lapsed until then; renewing still brings it back. */
  readonly reinstatementUntil: Instant;
}

export function credentialTerms(program: Program, validUntil: Instant): CredentialTerms {
  const { opensBefore, grace, reinstatement } = program.renewal;
  const graceUntil = endOfDay(addPeriod(validUntil, grace));
  return {
    renewalOpensAt: startOfDay(addPeriod(validUntil, opensBefore, -1)),
    validUntil,
    graceUntil,
    reinstatementUntil: endOfDay(addPeriod(graceUntil, reinstatement)),
  };
}

/** When the holder is reminded of the expiry date, earliest first. */
export function renewalReminders(program: Program, validUntil: Instant): readonly { period: string; at: Instant }[] {
  return program.renewal.reminders
    .map((period) => ({ period, at: startOfDay(addPeriod(validUntil, period, -1)) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

export interface CredentialTerm {
  readonly cycle: number;
  readonly validFrom: Instant;
  /** The end of the day before the anniversary. */
  readonly validUntil: Instant;
}

/**
 * Through the day before the same day after the period. Where months differ in length the later reading counts: from
 * February 29 through February 28, from March 1 through a February 29.
 */
function lasting(validFrom: Instant, period: string): Instant {
  const dayBefore = (instant: Instant): Instant => addPeriod(instant, 'P1D', -1);
  const ends = [dayBefore(addPeriod(validFrom, period)), addPeriod(dayBefore(validFrom), period)].sort();
  return endOfDay(ends.at(-1) ?? validFrom);
}

/**
 * The term of the credential that is granted now.
 *
 * @param previous the credential that is renewed, as it stands; undefined for the first certification.
 * @returns a renewed term follows on the old one without gap, also in grace; once it has lapsed, the term begins now.
 */
export function credentialTerm(
  program: Program,
  grantedAt: Instant,
  previous?: Pick<CredentialStanding, 'cycle' | 'validUntil' | 'status'>,
): CredentialTerm {
  if (previous === undefined) {
    return { cycle: 1, validFrom: grantedAt, validUntil: lasting(grantedAt, program.credential.validity) };
  }
  const hasLapsed = previous.status === 'lapsed' || previous.status === 'expired';
  const validFrom = hasLapsed ? grantedAt : justAfter(previous.validUntil);
  return { cycle: previous.cycle + 1, validFrom, validUntil: lasting(validFrom, program.renewal.cycle) };
}
