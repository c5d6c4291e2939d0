import { latest } from '../../calendar/instant.ts';
import type { FactOf, Instant } from '../../facts.ts';
import { text } from '../../messages/compose.ts';
import type { Requirement } from '../../schema/program.ts';
import { type CircumstancesFinding, presenceOf } from '../circumstances-finding.ts';
import type { FeeFinding } from '../fees/fee.ts';
import { type Ledger, select } from '../ledger/ledger.ts';
import { askedOf, type Known } from '../rule.ts';
import type { Statements } from '../statements.ts';
import { ruleOf } from './assess.ts';
import { findJurisdiction, findMembership, findRegistration } from './derived.ts';
import { type Outcome, open, type RequirementFinding } from './finding.ts';
import { findReviewed } from './review.ts';
import { findReferences, findTraining } from './statements.ts';

type Stated = FactOf<'requirement-declared' | 'requirement-judged'>;

/** What the requirements are read from, beside the ledger. */
export interface Applying {
  readonly circumstances: CircumstancesFinding;
  readonly statements: Statements;
  readonly registrationFees: readonly FeeFinding[];
  readonly submittedAt?: Instant | undefined;
}

/** Claims and judgments by requirement. */
function groupByRequirement(ledger: Ledger): ReadonlyMap<string, readonly Stated[]> {
  const groups = new Map<string, Stated[]>();
  for (const fact of select(ledger, 'requirement-declared', 'requirement-judged')) {
    const group = groups.get(fact.data.requirement);
    if (group === undefined) groups.set(fact.data.requirement, [fact]);
    else group.push(fact);
  }
  return groups;
}

function findOutcome(ledger: Ledger, requirement: Requirement, facts: readonly Stated[], applying: Applying): Outcome {
  const { statements, submittedAt, circumstances, registrationFees } = applying;
  const claims = facts.filter((fact) => fact.kind === 'requirement-declared');
  const own = statements.all.filter((statement) => statement.requirement === requirement.id);
  switch (requirement.kind) {
    case 'references':
      return findReferences(requirement, own, statements.reviews.get(requirement.id), submittedAt);
    case 'training':
      return findTraining(ledger, requirement, claims, own, submittedAt);
    case 'membership':
      return findMembership(ledger, requirement, submittedAt);
    case 'jurisdiction':
      return findJurisdiction(ledger, requirement, circumstances);
    case 'registration':
      return findRegistration(claims[0], registrationFees, submittedAt);
    default:
      return findReviewed(ledger, requirement, facts, submittedAt);
  }
}

/** A requirement of which it is not known yet whether it is there. */
const undecided: Outcome = {
  state: 'locked',
  known: open,
  mover: 'nobody',
  isClaimed: false,
  isStarted: false,
  reason: text('requirement.by-region'),
  unlocks: text('unlocks.region'),
  factIds: [],
};

type Unasked = Omit<RequirementFinding, 'isAsked'>;

/** A way that is not needed is neither asked for nor looked at; what is met, refused or locked stays as it is. */
function asNotNeeded(found: Unasked): RequirementFinding {
  const isSettled = found.known.state !== 'open' || found.state === 'locked';
  if (isSettled) return { ...found, isAsked: false };
  const reason = text('requirement.not-needed');
  const state = found.isStarted ? 'unknown' : 'not-started';
  return { ...found, state, reason, detail: text('requirement.not-needed-short'), isAsked: false };
}

/**
 * When parts came to be asked for that were not: since the way that the candidate had taken was refused or sent back.
 */
function askedSince(found: readonly Unasked[]): Instant | undefined {
  const lost = found.filter(
    ({ known, isStarted, isClaimed }) => known.state === 'not-met' || (isStarted && !isClaimed),
  );
  return latest(...lost.map(({ movedAt }) => movedAt));
}

/** Every requirement that is there for this candidate, and whether it still matters. */
export function findRequirements(ledger: Ledger, applying: Applying): readonly RequirementFinding[] {
  const { program } = ledger;
  const facts = groupByRequirement(ledger);
  const found = new Map<string, Unasked>();
  for (const requirement of program.requirements) {
    const presence = presenceOf(requirement, applying.circumstances);
    if (presence === 'absent') continue;
    const outcome =
      presence === 'unknown' ? undecided : findOutcome(ledger, requirement, facts.get(requirement.id) ?? [], applying);
    found.set(requirement.id, { ...outcome, requirement, rule: ruleOf(program, requirement) });
  }
  const know = (id: string): Known => found.get(id)?.known ?? { state: 'absent' };
  const asked = new Set(askedOf(program.eligibility, know, (id) => found.get(id)?.isClaimed === true));
  const wasStated = (id: string): boolean => found.get(id)?.isStarted === true;
  const hoped = (id: string): Known => (know(id).state === 'not-met' ? open : know(id));
  const before = new Set(askedOf(program.eligibility, hoped, wasStated));
  const all = [...found.values()];
  return all.map((one) => {
    const { id } = one.requirement;
    if (!asked.has(id)) return asNotNeeded(one);
    const movedAt = before.has(id) || one.isStarted ? one.movedAt : latest(one.movedAt, askedSince(all));
    return { ...one, ...(movedAt === undefined ? {} : { movedAt }), isAsked: true };
  });
}
