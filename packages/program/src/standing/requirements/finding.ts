import { dateOf, latest } from '../../calendar/instant.ts';
import type { FactOf, Instant } from '../../facts.ts';
import { text } from '../../messages/compose.ts';
import type { Requirement } from '../../schema/program.ts';
import type { Text } from '../../text.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Known } from '../rule.ts';
import type { RequirementState } from '../types.ts';
import { assessClaim, ruleOf, type Worth } from './assess.ts';

type Declared = FactOf<'requirement-declared'>;
type Judged = FactOf<'requirement-judged'>;

export interface RequirementFinding {
  readonly requirement: Requirement;
  readonly state: RequirementState;
  readonly known: Known;
  /** Whose move it is; nobody's when it is met or refused. */
  readonly mover: 'candidate' | 'reviewer' | 'nobody';
  /** When the move came to them. */
  readonly movedAt?: Instant;
  /** The claim as it stands would do, if it is true. */
  readonly isClaimed: boolean;
  readonly detail?: Text;
  readonly rule: Text;
  readonly reason: Text;
  readonly factIds: readonly string[];
}

/** The claim that counts and what reviewers said of it. */
interface Review {
  readonly claim?: Declared;
  readonly judged?: Judged;
  /** Undefined when all entries are accepted; only read when the verdict is "accepted". */
  readonly accepted?: ReadonlySet<string> | undefined;
  readonly metAt?: Instant;
}

/** Acceptances of one claim add up; anything else a reviewer says replaces what was said before. */
function acceptedWith(before: Review, judged: Judged): ReadonlySet<string> | undefined {
  const wasAccepted = before.judged?.data.verdict === 'accepted';
  if (judged.data.entryIds === undefined || (wasAccepted && before.accepted === undefined)) return undefined;
  return new Set([...(wasAccepted ? (before.accepted ?? []) : []), ...judged.data.entryIds]);
}

function readReview(
  ledger: Ledger,
  facts: readonly (Declared | Judged)[],
  assess: (claim: Declared, accepted?: ReadonlySet<string>) => Worth | undefined,
): Review {
  let review: Review = {};
  for (const fact of facts) {
    const { claim } = review;
    if (fact.kind === 'requirement-declared') {
      // Signing again, as at a renewal, is asked for and takes nothing away.
      const signsAgain = fact.data.claim.kind === 'attestation';
      if (review.metAt !== undefined && !signsAgain) ledger.flag(fact, text('flag.already-met'));
      if (review.metAt === undefined) review = { claim: fact, ...metBySigning(fact, assess) };
    } else if (claim === undefined) {
      ledger.flag(fact, text('flag.nothing-to-judge'));
    } else if (fact.data.verdict === 'accepted') {
      const accepted = acceptedWith(review, fact);
      const isMet = assess(claim, accepted)?.suffices === true;
      review = { claim, judged: fact, accepted, ...(isMet ? { metAt: review.metAt ?? fact.at } : {}) };
    } else {
      review = { claim, judged: fact };
    }
  }
  return review;
}

/** A signature needs no reviewer. */
function metBySigning(fact: Declared, assess: (claim: Declared) => Worth | undefined): { metAt?: Instant } {
  return fact.data.claim.kind === 'attestation' && assess(fact)?.suffices === true ? { metAt: fact.at } : {};
}

type Outcome = Pick<RequirementFinding, 'state' | 'known' | 'mover' | 'movedAt' | 'reason'>;

const open: Known = { state: 'open' };

function outcomeOf(review: Review, worth: Worth | undefined, submittedAt: Instant | undefined): Outcome {
  const { claim, judged, metAt } = review;
  if (claim === undefined || worth === undefined) {
    const movedAt = submittedAt === undefined ? {} : { movedAt: submittedAt };
    return {
      state: 'not-started',
      known: open,
      mover: 'candidate',
      ...movedAt,
      reason: text('requirement.nothing-yet'),
    };
  }
  if (metAt !== undefined) {
    return {
      state: 'met',
      known: { state: 'met', since: metAt },
      mover: 'nobody',
      movedAt: metAt,
      reason: worth.reason,
    };
  }
  if (judged !== undefined) {
    const movedAt = judged.at;
    const { verdict, reason } = judged.data;
    if (verdict === 'not-accepted') {
      const refusal = text('requirement.not-accepted', { reason });
      return { state: 'not-met', known: { state: 'not-met' }, mover: 'nobody', movedAt, reason: refusal };
    }
    if (verdict === 'more-needed') {
      const asked = text('requirement.more-needed', { reason });
      return { state: 'in-progress', known: open, mover: 'candidate', movedAt, reason: asked };
    }
    // Accepted, but what was accepted does not reach: the candidate has to add to it.
    return { state: 'not-met', known: open, mover: 'candidate', movedAt, reason: worth.reason };
  }
  const isSignature = claim.data.claim.kind === 'attestation';
  if (submittedAt === undefined || isSignature) {
    const state = worth.suffices ? 'in-progress' : 'not-met';
    const reason = worth.suffices ? text('requirement.stated') : worth.reason;
    return { state, known: open, mover: 'candidate', movedAt: claim.at, reason };
  }
  const movedAt = latest(submittedAt, claim.at) ?? claim.at;
  const state = worth.suffices ? 'unknown' : 'not-met';
  const reason = worth.suffices ? text('requirement.waiting') : worth.reason;
  return { state, known: open, mover: 'reviewer', movedAt, reason };
}

/**
 * Where one requirement stands. Before the application is submitted, work that goes on counts up to now; from then on
 * up to the submission or, when the candidate states it anew after that, up to the new statement.
 */
export function findRequirementStanding(
  ledger: Ledger,
  requirement: Requirement,
  facts: readonly (Declared | Judged)[],
  submittedAt: Instant | undefined,
): RequirementFinding {
  const { program, at } = ledger;
  const assess = (claim: Declared, accepted?: ReadonlySet<string>): Worth | undefined => {
    const until = submittedAt === undefined ? at : (latest(submittedAt, claim.at) ?? at);
    return assessClaim(program, requirement, claim.data.claim, dateOf(until), accepted);
  };
  const review = readReview(ledger, facts, assess);
  const { claim, judged } = review;
  const isAccepted = judged?.data.verdict === 'accepted';
  const worth = claim === undefined ? undefined : assess(claim, isAccepted ? review.accepted : undefined);
  if (claim !== undefined && worth !== undefined && worth.impossibleIds.length > 0) {
    ledger.flag(claim, text('flag.impossible-entries', { count: worth.impossibleIds.length }));
  }
  const factIds = [claim, judged].filter((fact) => fact !== undefined).map(({ id }) => id);
  return {
    requirement,
    ...outcomeOf(review, worth, submittedAt),
    isClaimed: worth?.suffices === true && !(judged !== undefined && review.metAt === undefined),
    ...(worth === undefined ? {} : { detail: worth.detail }),
    rule: ruleOf(program, requirement),
    factIds,
  };
}
