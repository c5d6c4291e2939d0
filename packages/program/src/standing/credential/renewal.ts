import { toCalendarDate, toDayNumber } from '../../calendar/date.ts';
import { dateOf } from '../../calendar/instant.ts';
import type { CalendarDate, FactOf, Instant } from '../../facts.ts';
import { text } from '../../messages/compose.ts';
import { type FeeFinding, findFeeStanding, isDone } from '../fees/fee.ts';
import type { Invoices } from '../fees/invoices.ts';
import { type Ledger, select } from '../ledger/ledger.ts';
import type { PayerFinding } from '../payer.ts';
import { type EducationFinding, findEducation } from './education.ts';
import type { CredentialRecord } from './records.ts';
import { type CredentialTerms, credentialTerms } from './terms.ts';

export interface RenewalFinding {
  /** The cycle that the renewal would begin. */
  readonly cycle: number;
  readonly terms: CredentialTerms;
  readonly education: EducationFinding;
  readonly hoursNeeded: number;
  readonly submitted?: FactOf<'renewal-submitted'>;
  readonly fee?: FeeFinding;
  /** Submitted, with all hours and without a fee to pay: only the organization has a move. */
  readonly isHeld: boolean;
}

/** Education counts once: after the renewal that brought this cycle was submitted, or from the first certification on. */
function cycleStart(ledger: Ledger, record: CredentialRecord): CalendarDate {
  const { cycle, validFrom } = record.granted.data;
  if (cycle === 1) return dateOf(validFrom);
  const submitted = select(ledger, 'renewal-submitted').find(({ data }) => data.cycle === cycle);
  if (submitted === undefined) return dateOf(record.granted.at);
  return toCalendarDate(toDayNumber(dateOf(submitted.at)) + 1);
}

function findSubmission(
  ledger: Ledger,
  cycle: number,
  terms: CredentialTerms,
): FactOf<'renewal-submitted'> | undefined {
  let found: FactOf<'renewal-submitted'> | undefined;
  for (const fact of select(ledger, 'renewal-submitted')) {
    if (fact.data.cycle < cycle) continue;
    const isInTime = fact.at >= terms.renewalOpensAt && fact.at <= terms.reinstatementUntil;
    if (fact.data.cycle > cycle || !isInTime) ledger.flag(fact, text('flag.renewal-not-open'));
    else found ??= fact;
  }
  return found;
}

/** The renewal of the latest credential. */
export function findRenewal(
  ledger: Ledger,
  record: CredentialRecord,
  payer: PayerFinding,
  invoices: Invoices,
): RenewalFinding {
  const { program } = ledger;
  const { granted } = record;
  const cycle = granted.data.cycle + 1;
  const terms = credentialTerms(program, granted.data.validUntil);
  const education = findEducation(ledger, cycleStart(ledger, record), granted.at);
  const submitted = findSubmission(ledger, cycle, terms);
  const hoursNeeded = program.renewal.hours;
  const isEnough = education.hoursLogged >= hoursNeeded;
  const renewalFee = program.fees.find(({ kind }) => kind === 'renewal');
  const fee =
    renewalFee === undefined
      ? undefined
      : findFeeStanding(ledger, invoices, payer, renewalFee, cycle, submitted !== undefined && isEnough);
  const isPaid = fee === undefined || isDone(fee) || fee.state === 'to-invoice' || fee.state === 'held';
  return {
    cycle,
    terms,
    education,
    hoursNeeded,
    ...(submitted === undefined ? {} : { submitted }),
    ...(fee === undefined ? {} : { fee }),
    isHeld: submitted !== undefined && isEnough && isPaid,
  };
}

/** Until when the candidate can still act on the renewal with full effect. */
export function renewalDueAt({ terms }: RenewalFinding, at: Instant): Instant {
  if (at <= terms.validUntil) return terms.validUntil;
  return at <= terms.graceUntil ? terms.graceUntil : terms.reinstatementUntil;
}
