import type { Instant } from '../../facts.ts';
import type { Assessment } from '../../schema/program.ts';
import { type AttemptFact, type AttemptHistory, attemptKinds, readHistory } from '../assessments/attempts.ts';
import type { AssessmentFinding, Lost } from '../assessments/finding.ts';
import { type Billing, findFeeStanding } from '../fees/fee.ts';
import { type Ledger, select } from '../ledger/ledger.ts';
import { listFeesOf } from './keeping-fees.ts';
import type { CredentialTerms } from './terms.ts';

/** Attempts count from 1 in each cycle; the ledger numbers them on. */
export interface RecertificationHistory {
  readonly history: AttemptHistory;
  /** How many attempts earlier cycles had. */
  readonly earlier: number;
}

/**
 * The attempts at a recertification exam within one cycle. The retake rule holds for each cycle anew.
 *
 * @param since when the cycle's credential was granted.
 */
export function readRecertification(ledger: Ledger, assessment: Assessment, since: Instant): RecertificationHistory {
  const all: readonly AttemptFact[] = select(ledger, ...attemptKinds).filter(
    ({ data }) => data.assessment === assessment.id,
  );
  const earlier = all.filter(({ at }) => at < since).reduce((most, { data }) => Math.max(most, data.attempt), 0);
  const own = all
    .filter(({ at, data }) => at >= since && data.attempt > earlier)
    .map(
      (fact): AttemptFact => ({ ...fact, data: { ...fact.data, attempt: fact.data.attempt - earlier } }) as AttemptFact,
    );
  const history = readHistory(ledger, assessment, own);
  const original = <F extends { readonly id: string }>(fact: F | undefined): F | undefined =>
    fact === undefined ? undefined : ((all.find(({ id }) => id === fact.id) as F | undefined) ?? fact);
  const [begun, authorization, result] = [
    original(history.begun),
    original(history.authorization),
    original(history.result),
  ];
  return {
    earlier,
    history: {
      ...history,
      attempt: history.attempt + earlier,
      ...(begun === undefined ? {} : { begun }),
      ...(authorization === undefined ? {} : { authorization }),
      ...(result === undefined ? {} : { result }),
    },
  };
}

function lossOf(history: AttemptHistory, until: Instant | undefined, at: Instant): Lost | undefined {
  if (history.phase === 'used-up') return { at: history.since ?? at, cause: 'used-up' };
  return history.phase === 'next' && until !== undefined && at > until ? { at: until, cause: 'window' } : undefined;
}

/** The exam of a renewal: open from the day on which the renewal opens, as long as it can still be renewed. */
export function findRecertification(
  billing: Billing,
  assessment: Assessment,
  since: Instant,
  terms: CredentialTerms,
): AssessmentFinding {
  const { ledger, circumstances } = billing;
  const { history } = readRecertification(ledger, assessment, since);
  const { at } = ledger;
  const isAsked = history.phase === 'next' && history.authorization === undefined && at >= terms.renewalOpensAt;
  const fees = listFeesOf(ledger.program, 'assessment', circumstances)
    .filter((fee) => fee.assessments.includes(assessment.id))
    .map((fee) => findFeeStanding(billing, fee, { assessment: assessment.id, attempt: history.attempt }, isAsked));
  const booked = history.authorization?.data;
  const window =
    booked === undefined
      ? { from: terms.renewalOpensAt, until: terms.reinstatementUntil }
      : { from: booked.from, until: booked.until };
  const lost = lossOf(history, booked?.until, at);
  return { history, fees, window, ...(lost === undefined ? {} : { lost }) };
}
