import { latest } from '../calendar/instant.ts';
import type { FactOf, Instant } from '../facts.ts';
import { text } from '../messages/compose.ts';
import type { ApplicationFinding } from './application.ts';
import type { PassingFinding } from './assessments/passing.ts';
import { type Billing, type FeeFinding, isDone } from './fees/fee.ts';
import { findStageFees } from './fees/stages.ts';
import { type Ledger, select } from './ledger/ledger.ts';

export interface DecisionFinding {
  /** Since when everything has been passed and accepted. */
  readonly passedAt?: Instant;
  /** The fees of the certification, asked for once everything is passed. */
  readonly fees: readonly FeeFinding[];
  /** Since when everything that the decision rests on has been there, the fees included. */
  readonly readyAt?: Instant;
  /** The decision that counts. */
  readonly decision?: FactOf<'decision-recorded'>;
}

function readDecision(ledger: Ledger, readyAt: Instant | undefined): FactOf<'decision-recorded'> | undefined {
  let decision: FactOf<'decision-recorded'> | undefined;
  for (const fact of select(ledger, 'decision-recorded')) {
    if (fact.data.outcome === 'refuse' || (readyAt !== undefined && fact.at >= readyAt)) decision = fact;
    else ledger.flag(fact, text('flag.decision-too-early'));
  }
  return decision;
}

/**
 * The certification decision. Refusing is possible at any time; certifying only once the application is accepted, the
 * passing rule is met and the certification is paid for, so a decision recorded before that is flagged and does not count.
 */
export function findDecision(
  billing: Billing,
  application: ApplicationFinding,
  passing: PassingFinding,
): DecisionFinding {
  const isPassed = application.phase === 'accepted' && passing.known.state === 'met';
  const passedAt =
    isPassed && passing.known.state === 'met' ? latest(application.since, passing.known.since) : undefined;
  const fees = findStageFees(billing, 'certification', passedAt !== undefined);
  const readyAt =
    passedAt !== undefined && fees.every(isDone)
      ? latest(passedAt, ...fees.map(({ settledAt }) => settledAt))
      : undefined;
  const decision = readDecision(billing.ledger, readyAt);
  return {
    fees,
    ...(passedAt === undefined ? {} : { passedAt }),
    ...(readyAt === undefined ? {} : { readyAt }),
    ...(decision === undefined ? {} : { decision }),
  };
}
