import { latest } from '../calendar/instant.ts';
import type { FactOf, Instant } from '../facts.ts';
import { text } from '../messages/compose.ts';
import type { ApplicationFinding } from './application.ts';
import type { PassingFinding } from './assessments/passing.ts';
import { type Ledger, select } from './ledger/ledger.ts';

export interface DecisionFinding {
  /** Since when everything that the decision rests on has been there. */
  readonly readyAt?: Instant;
  /** The decision that counts. */
  readonly decision?: FactOf<'decision-recorded'>;
}

/**
 * The certification decision. Refusing is possible at any time; certifying only once the application is accepted and
 * the passing rule is met, so a decision recorded before that is flagged and does not count.
 */
export function findDecision(
  ledger: Ledger,
  application: ApplicationFinding,
  passing: PassingFinding,
): DecisionFinding {
  const isReady = application.phase === 'accepted' && passing.known.state === 'met';
  const readyAt = isReady && passing.known.state === 'met' ? latest(application.since, passing.known.since) : undefined;
  let decision: FactOf<'decision-recorded'> | undefined;
  for (const fact of select(ledger, 'decision-recorded')) {
    if (fact.data.outcome === 'refuse' || (readyAt !== undefined && fact.at >= readyAt)) decision = fact;
    else ledger.flag(fact, text('flag.decision-too-early'));
  }
  return { ...(readyAt === undefined ? {} : { readyAt }), ...(decision === undefined ? {} : { decision }) };
}
