import type { FactOf, Instant } from '../../facts.ts';
import { findAssessment } from '../../lookup.ts';
import { text } from '../../messages/compose.ts';
import type { RenewalRoute } from '../../schema/program.ts';
import type { AssessmentFinding } from '../assessments/finding.ts';
import { type Billing, type FeeFinding, isDone } from '../fees/fee.ts';
import { type Ledger, select } from '../ledger/ledger.ts';
import { isTrusted, periodOf, routeOf } from './cycles.ts';
import { type EducationFinding, findEducation, noEducation } from './education.ts';
import { findRenewalFees } from './keeping-fees.ts';
import { findRecertification } from './recertification.ts';
import type { CredentialRecord } from './records.ts';
import { type CredentialTerms, credentialTerms } from './terms.ts';

export interface RenewalFinding {
  /** The cycle that the renewal would begin. */
  readonly cycle: number;
  readonly terms: CredentialTerms;
  /** The way that was chosen, or the only one. */
  readonly route?: RenewalRoute;
  readonly education: EducationFinding;
  /** 0 where the route is an exam. */
  readonly hoursNeeded: number;
  /** The exam of the route, with its attempts in this cycle. */
  readonly exam?: AssessmentFinding;
  readonly submitted?: FactOf<'renewal-submitted'>;
  /** The fee of the renewal and, after a lapse, that of the reinstatement. */
  readonly fees: readonly FeeFinding[];
  /** What the route asks for is stated in full: hours are logged, or the exam is passed. */
  readonly isComplete: boolean;
  /** What the route asks for is accepted, and every fee is paid: it can be approved. */
  readonly isApprovable: boolean;
  /** The organization has decided to renew: the credential follows by itself. */
  readonly isApproved: boolean;
  /** Submitted, complete and without a fee to pay: only the organization has a move. */
  readonly isHeld: boolean;
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

/** A decision on a renewal stands behind its submission; the first certification's stands before it. */
function isRenewalApproved(ledger: Ledger, { at, id }: FactOf<'renewal-submitted'>): boolean {
  const decisions = select(ledger, 'decision-recorded').filter(
    (fact) => fact.at > at || (fact.at === at && fact.id > id),
  );
  return decisions.at(-1)?.data.outcome === 'certify';
}

/** The renewal of the latest credential. */
export function findRenewal(billing: Billing, records: readonly CredentialRecord[]): RenewalFinding {
  const { ledger } = billing;
  const index = records.length - 1;
  const record = records[index];
  if (record === undefined) throw new RangeError('There is no credential to renew.');
  const { granted } = record;
  const cycle = granted.data.cycle + 1;
  const terms = credentialTerms(ledger.program, granted.data.validUntil);
  const route = routeOf(ledger, cycle);
  const education =
    route?.kind === 'education' ? findEducation(ledger, route, periodOf(ledger, records, index, route)) : noEducation;
  const assessment = route?.kind === 'assessment' ? findAssessment(ledger.program, route.assessment) : undefined;
  const exam = assessment === undefined ? undefined : findRecertification(billing, assessment, granted.at, terms);
  const submitted = findSubmission(ledger, cycle, terms);
  const isPassed = exam?.history.phase === 'passed';
  const isComplete = route !== undefined && (route.kind === 'education' ? education.hoursMissing === 0 : isPassed);
  const isLapsed = submitted !== undefined && submitted.at > terms.graceUntil;
  const fees = findRenewalFees(billing, {
    cycle,
    isLapsed,
    isAsked: submitted !== undefined && isComplete,
    ...(route === undefined ? {} : { route: route.id }),
  });
  const isApprovable =
    submitted !== undefined &&
    fees.every(isDone) &&
    isComplete &&
    (route?.kind !== 'education' || education.isAccepted);
  const isPaid = fees.every((fee) => isDone(fee) || fee.state === 'to-invoice' || fee.state === 'held');
  return {
    cycle,
    terms,
    ...(route === undefined ? {} : { route }),
    education,
    hoursNeeded: route?.kind === 'education' ? route.hours : 0,
    ...(exam === undefined ? {} : { exam }),
    ...(submitted === undefined ? {} : { submitted }),
    fees,
    isComplete,
    isApprovable,
    isApproved: isApprovable && isRenewalApproved(ledger, submitted),
    isHeld: submitted !== undefined && isComplete && isPaid,
  };
}

/** Until when the candidate can still act on the renewal with full effect. */
export function renewalDueAt({ terms }: RenewalFinding, at: Instant): Instant {
  if (at <= terms.validUntil) return terms.validUntil;
  return at <= terms.graceUntil ? terms.graceUntil : terms.reinstatementUntil;
}

/** Whether the evidence of the renewal is looked at entry by entry. */
export function isReviewed(ledger: Ledger, { cycle, submitted }: RenewalFinding): boolean {
  if (ledger.program.renewal.audit === undefined) return true;
  return submitted !== undefined && !isTrusted(ledger, cycle);
}
