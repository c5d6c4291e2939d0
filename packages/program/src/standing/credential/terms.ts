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

/** From the instant on, through the day before the same day of the month after the period. */
function lasting(validFrom: Instant, period: string): Instant {
  const end = endOfDay(addPeriod(validFrom, period));
  return endOfDay(addPeriod(end, 'P1D', -1));
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
