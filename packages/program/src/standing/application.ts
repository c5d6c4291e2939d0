import { addPeriod, endOfDay, latest } from '../calendar/instant.ts';
import type { Instant } from '../facts.ts';
import type { CircumstancesFinding } from './circumstances-finding.ts';
import { type FeeFinding, isDone } from './fees/fee.ts';
import type { EntryFees } from './fees/stages.ts';
import { type Ledger, select } from './ledger/ledger.ts';
import type { Mover, RequirementFinding } from './requirements/finding.ts';
import { findRequirements } from './requirements/listing.ts';
import { evaluate, type Known } from './rule.ts';
import type { Statements } from './statements.ts';

export interface ApplicationFinding {
  readonly begunAt?: Instant;
  readonly submittedAt?: Instant;
  readonly phase: 'draft' | 'in-review' | 'accepted' | 'refused';
  /** When it came into this phase. */
  readonly since?: Instant;
  /** Those that are there for this candidate. */
  readonly requirements: readonly RequirementFinding[];
  /** Nothing is reviewed before: the fees of the application that are still to be paid, from the submission on. */
  readonly unpaid: readonly FeeFinding[];
  /** The region has to be declared before it goes on. */
  readonly needsRegion: boolean;
  /** All that is stated would do, if it is true, and it can be submitted. */
  readonly isComplete: boolean;
  /** While the candidate has the next move: when the application is closed unless something happens. */
  readonly validUntil?: Instant;
}

type Phase = Pick<ApplicationFinding, 'phase' | 'since'>;

function phaseOf(
  requirements: readonly RequirementFinding[],
  eligible: Known,
  submittedAt: Instant | undefined,
  fees: readonly FeeFinding[],
): Phase {
  if (eligible.state === 'not-met') {
    const refusedAt = latest(
      ...requirements.filter(({ known }) => known.state === 'not-met').map(({ movedAt }) => movedAt),
    );
    return refusedAt === undefined ? { phase: 'refused' } : { phase: 'refused', since: refusedAt };
  }
  if (submittedAt === undefined) return { phase: 'draft' };
  if (eligible.state !== 'met' || !fees.every(isDone)) return { phase: 'in-review', since: submittedAt };
  const since = latest(submittedAt, eligible.since, ...fees.map(({ settledAt }) => settledAt)) ?? submittedAt;
  return { phase: 'accepted', since };
}

/** What keeps an application alive while the candidate has the next move. */
const activities = [
  'candidacy-begun',
  'region-declared',
  'requirement-declared',
  'application-submitted',
  'requirement-judged',
  'statement-requested',
  'statement-given',
  'statement-declined',
  'statement-withdrawn',
  'accommodation-requested',
  'accommodation-decided',
  'membership-claimed',
  'membership-judged',
  'fee-invoiced',
  'fee-settled',
] as const;

const candidatesMoves: ReadonlySet<Mover> = new Set(['candidate', 'asking', 'payment']);

/**
 * The last sign of life. A link that is out, or that ran out, keeps the application alive up to its end: its time counts
 * from the day on which it was asked for, so that no clock opens again what it has closed.
 */
function lastSignOf(ledger: Ledger, statements: Statements): Instant | undefined {
  const links = statements.all.filter(({ state }) => state === 'waiting' || state === 'expired');
  return latest(select(ledger, ...activities).at(-1)?.at, ...links.map(({ until }) => until));
}

/** The application: its requirements, its fees and what they make of it together. */
export function findApplication(
  ledger: Ledger,
  circumstances: CircumstancesFinding,
  statements: Statements,
  entryFees: EntryFees,
): ApplicationFinding {
  const { program } = ledger;
  const begunAt = select(ledger, 'candidacy-begun')[0]?.at ?? ledger.facts[0]?.at;
  // The first submission counts: what comes back to the candidate is stated anew, not submitted anew.
  const submittedAt = select(ledger, 'application-submitted')[0]?.at;
  const { registration: registrationFees, application: applicationFees } = entryFees;
  const requirements = findRequirements(ledger, { circumstances, statements, registrationFees, submittedAt });
  const find = (id: string): RequirementFinding | undefined =>
    requirements.find((found) => found.requirement.id === id);

  const eligible = evaluate(program.eligibility, (id) => find(id)?.known ?? { state: 'absent' });
  // Where no requirement is there for these circumstances, nothing stands in the way.
  const nothingAsked = eligible.state === 'absent';
  const phase = phaseOf(
    requirements,
    nothingAsked ? { state: 'met', since: submittedAt ?? ledger.at } : eligible,
    submittedAt,
    applicationFees,
  );
  const complete = evaluate(program.eligibility, (id): Known => {
    const found = find(id);
    if (found === undefined) return { state: 'absent' };
    return found.isClaimed ? { state: 'met', since: '' } : { state: 'open' };
  });
  const { needsRegion } = circumstances;
  const unpaid = submittedAt === undefined ? [] : applicationFees.filter((fee) => !isDone(fee));
  const waitsForCandidate =
    phase.phase === 'draft' ||
    (phase.phase === 'in-review' &&
      (needsRegion ||
        unpaid.some(({ state }) => state === 'open') ||
        requirements.some(({ mover, isAsked }) => isAsked && candidatesMoves.has(mover))));
  const lastSign = lastSignOf(ledger, statements);
  const validUntil =
    waitsForCandidate && lastSign !== undefined
      ? { validUntil: endOfDay(addPeriod(lastSign, program.application.validity)) }
      : {};
  return {
    ...(begunAt === undefined ? {} : { begunAt }),
    ...(submittedAt === undefined ? {} : { submittedAt }),
    ...phase,
    requirements,
    unpaid,
    needsRegion,
    isComplete: (complete.state === 'met' || nothingAsked) && !needsRegion,
    ...validUntil,
  };
}
