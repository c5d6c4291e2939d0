import { dateOf, latest } from '../../calendar/instant.ts';
import type { FactOf, Instant } from '../../facts.ts';
import { text } from '../../messages/compose.ts';
import type { Requirement } from '../../schema/program.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { assessClaim } from './assess.ts';
import { type Outcome, open, since } from './finding.ts';
import type { Worth } from './worth.ts';

export type ClaimFact = FactOf<'requirement-declared'>;
export type JudgedFact = FactOf<'requirement-judged'>;

/** The claim that counts and what reviewers said of it. */
interface Review {
  readonly claim?: ClaimFact;
  readonly judged?: JudgedFact;
  /** Undefined when all entries are accepted; only read when the verdict is "accepted". */
  readonly accepted?: ReadonlySet<string> | undefined;
  readonly metAt?: Instant;
}

/** Acceptances of one claim add up; anything else a reviewer says replaces what was said before. */
function acceptedWith(before: Review, judged: JudgedFact): ReadonlySet<string> | undefined {
  const wasAccepted = before.judged?.data.verdict === 'accepted';
  if (judged.data.entryIds === undefined || (wasAccepted && before.accepted === undefined)) return undefined;
  return new Set([...(wasAccepted ? (before.accepted ?? []) : []), ...judged.data.entryIds]);
}

type Assess = (claim: ClaimFact, accepted?: ReadonlySet<string>) => Worth | undefined;

/** A signature needs no reviewer. */
function metBySigning(fact: ClaimFact, assess: Assess): { metAt?: Instant } {
  return fact.data.claim.kind === 'attestation' && assess(fact)?.suffices === true ? { metAt: fact.at } : {};
}

function readReview(ledger: Ledger, facts: readonly (ClaimFact | JudgedFact)[], assess: Assess): Review {
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

type Verdict = Pick<Outcome, 'state' | 'known' | 'mover' | 'movedAt' | 'reason'>;

function judgedOutcome({ data, at }: JudgedFact, worth: Worth): Verdict {
  const { verdict, reason } = data;
  const movedAt = at;
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

function outcomeOf(
  { claim, judged, metAt }: Review,
  worth: Worth | undefined,
  submittedAt: Instant | undefined,
): Verdict {
  if (claim === undefined || worth === undefined) {
    const reason = text('requirement.nothing-yet');
    return { state: 'not-started', known: open, mover: 'candidate', ...since(submittedAt), reason };
  }
  if (metAt !== undefined) {
    const known = { state: 'met', since: metAt } as const;
    return { state: 'met', known, mover: 'nobody', movedAt: metAt, reason: worth.reason };
  }
  if (judged !== undefined) return judgedOutcome(judged, worth);
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
 * A requirement whose claim reviewers judge, or that a signature fulfills. Before the application is submitted, work that
 * goes on counts up to now; from then on up to the submission or, when the candidate states it anew after that, up to the
 * new statement. Whatever must not be old is held against the same day, so that the clock alone takes nothing away.
 */
export function findReviewed(
  ledger: Ledger,
  requirement: Requirement,
  facts: readonly (ClaimFact | JudgedFact)[],
  submittedAt: Instant | undefined,
): Outcome {
  const { program, at } = ledger;
  const assess: Assess = (claim, accepted) => {
    const until = submittedAt === undefined ? at : (latest(submittedAt, claim.at) ?? at);
    const statedOn = dateOf(claim.at);
    return assessClaim(program, requirement, claim.data.claim, { until: dateOf(until), statedOn, accepted });
  };
  const review = readReview(ledger, facts, assess);
  const { claim, judged } = review;
  const isAccepted = judged?.data.verdict === 'accepted';
  const worth = claim === undefined ? undefined : assess(claim, isAccepted ? review.accepted : undefined);
  if (claim !== undefined && worth !== undefined && worth.impossibleIds.length > 0) {
    ledger.flag(claim, text('flag.impossible-entries', { count: worth.impossibleIds.length }));
  }
  return {
    ...outcomeOf(review, worth, submittedAt),
    isClaimed: worth?.suffices === true && !(judged !== undefined && review.metAt === undefined),
    isStarted: claim !== undefined,
    ...(worth === undefined ? {} : { detail: worth.detail }),
    factIds: [claim, judged].filter((fact) => fact !== undefined).map(({ id }) => id),
  };
}
