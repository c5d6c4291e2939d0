import { addPeriod, endOfDay, latest } from '../calendar/instant.ts';
import type { FactOf, Instant } from '../facts.ts';
import { type Ledger, select } from './ledger/ledger.ts';
import { findRequirementStanding, type RequirementFinding } from './requirements/finding.ts';
import { evaluate, type Known } from './rule.ts';

export interface ApplicationFinding {
  readonly begunAt?: Instant;
  readonly submittedAt?: Instant;
  readonly phase: 'draft' | 'in-review' | 'accepted' | 'refused';
  /** When it came into this phase. */
  readonly since?: Instant;
  readonly requirements: readonly RequirementFinding[];
  /** All that is stated would do, if it is true. */
  readonly isComplete: boolean;
  /** While the candidate has the next move: when the application is closed unless something happens. */
  readonly validUntil?: Instant;
}

type Phase = Pick<ApplicationFinding, 'phase' | 'since'>;

function phaseOf(
  requirements: readonly RequirementFinding[],
  eligible: Known,
  submittedAt: Instant | undefined,
): Phase {
  if (eligible.state === 'not-met') {
    const refusedAt = requirements
      .filter(({ known }) => known.state === 'not-met')
      .reduce<Instant | undefined>((since, { movedAt }) => latest(since, movedAt), undefined);
    return refusedAt === undefined ? { phase: 'refused' } : { phase: 'refused', since: refusedAt };
  }
  if (submittedAt === undefined) return { phase: 'draft' };
  if (eligible.state === 'met') return { phase: 'accepted', since: latest(submittedAt, eligible.since) ?? submittedAt };
  return { phase: 'in-review', since: submittedAt };
}

/** What keeps an application alive while the candidate has the next move. */
const activities = [
  'candidacy-begun',
  'requirement-declared',
  'application-submitted',
  'requirement-judged',
  'accommodation-requested',
  'accommodation-decided',
  'membership-claimed',
  'membership-judged',
] as const;

function groupByRequirement(ledger: Ledger): Map<string, FactOf<'requirement-declared' | 'requirement-judged'>[]> {
  const groups = new Map<string, FactOf<'requirement-declared' | 'requirement-judged'>[]>();
  for (const fact of select(ledger, 'requirement-declared', 'requirement-judged')) {
    const group = groups.get(fact.data.requirement);
    if (group === undefined) groups.set(fact.data.requirement, [fact]);
    else group.push(fact);
  }
  return groups;
}

/** The application: its requirements and what they make of it together. */
export function findApplication(ledger: Ledger): ApplicationFinding {
  const { program } = ledger;
  const begunAt = select(ledger, 'candidacy-begun')[0]?.at ?? ledger.facts[0]?.at;
  // The first submission counts: what comes back to the candidate is stated anew, not submitted anew.
  const submittedAt = select(ledger, 'application-submitted')[0]?.at;
  const facts = groupByRequirement(ledger);
  const requirements = program.requirements.map((requirement) =>
    findRequirementStanding(ledger, requirement, facts.get(requirement.id) ?? [], submittedAt),
  );
  const find = (id: string): RequirementFinding | undefined =>
    requirements.find((found) => found.requirement.id === id);

  const eligible = evaluate(program.eligibility, (id) => find(id)?.known ?? { state: 'open' });
  const phase = phaseOf(requirements, eligible, submittedAt);
  const complete = evaluate(program.eligibility, (id) =>
    find(id)?.isClaimed === true ? { state: 'met', since: '' } : { state: 'open' },
  );
  const waitsForCandidate =
    phase.phase === 'draft' || (phase.phase === 'in-review' && requirements.some(({ mover }) => mover === 'candidate'));
  const lastActivity = select(ledger, ...activities).at(-1)?.at;
  const validUntil =
    waitsForCandidate && lastActivity !== undefined
      ? { validUntil: endOfDay(addPeriod(lastActivity, program.application.validity)) }
      : {};
  return {
    ...(begunAt === undefined ? {} : { begunAt }),
    ...(submittedAt === undefined ? {} : { submittedAt }),
    ...phase,
    requirements,
    isComplete: complete.state === 'met',
    ...validUntil,
  };
}
