import { dateOf, latest } from '../../calendar/instant.ts';
import type { FactOf, Instant } from '../../facts.ts';
import { text } from '../../messages/compose.ts';
import type { RequirementOf } from '../../schema/program.ts';
import type { Text } from '../../text.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { ReferencesReview, Statement } from '../statements.ts';
import { assessClaim } from './assess.ts';
import { type Outcome, open, since } from './finding.ts';

function firstUntil(waiting: readonly Statement[]): { until?: Instant } {
  const until = waiting.map((one) => one.until).sort()[0];
  return until === undefined ? {} : { until };
}

function countReason(given: number, waiting: number, minimum: number): Text {
  return text('references.count', { given, waiting, minimum });
}

/**
 * References: asked for by the candidate, given by others, judged by a reviewer. What is asked of whom follows from how
 * many count: those given and not set aside, and after a request for more all that were given.
 */
export function findReferences(
  requirement: RequirementOf<'references'>,
  statements: readonly Statement[],
  review: ReferencesReview | undefined,
  submittedAt: Instant | undefined,
): Outcome {
  const { minimum } = requirement;
  const verdict = review?.judged.data.verdict;
  const waiting = statements.filter(({ state }) => state === 'waiting');
  const given = statements.filter(({ state }) => state === 'given');
  const isNew = ({ requestId, setAside }: Statement): boolean =>
    setAside !== true && review?.accepted.has(requestId) !== true;
  const counting = verdict === 'more-needed' ? given : given.filter(({ setAside }) => setAside !== true);
  const fresh = given.filter(isNew);
  const isReady = counting.length >= minimum && (review === undefined || fresh.length > 0);
  const isAskedFor =
    counting.length + waiting.length >= minimum && (review === undefined || fresh.length + waiting.length > 0);
  const lastMove = latest(submittedAt, review?.judged.at, ...statements.map((one) => one.since));
  const common = {
    isStarted: statements.length > 0,
    detail: text('references.of', { given: counting.length, minimum }),
    factIds: [...statements.flatMap(({ factIds }) => factIds), ...(review === undefined ? [] : [review.judged.id])],
    ...firstUntil(waiting),
  };
  if (review?.metAt !== undefined) {
    const known = { state: 'met', since: review.metAt } as const;
    const reason = text('references.enough', { accepted: review.accepted.size, minimum });
    const detail = text('references.accepted', { accepted: review.accepted.size });
    return { ...common, detail, state: 'met', known, mover: 'nobody', movedAt: review.metAt, isClaimed: true, reason };
  }
  if (verdict === 'not-accepted' && review !== undefined) {
    const reason = text('requirement.not-accepted', { reason: review.judged.data.reason });
    const movedAt = review.judged.at;
    return {
      ...common,
      state: 'not-met',
      known: { state: 'not-met' },
      mover: 'nobody',
      movedAt,
      isClaimed: false,
      reason,
    };
  }
  const counted = countReason(counting.length, waiting.length, minimum);
  const running = { ...common, known: open, ...since(lastMove) };
  if (isReady) {
    const state = submittedAt === undefined ? 'in-progress' : 'unknown';
    const reason =
      submittedAt === undefined ? counted : text('references.waiting-for-review', { given: counting.length });
    return { ...running, state, mover: submittedAt === undefined ? 'candidate' : 'reviewer', isClaimed: true, reason };
  }
  if (isAskedFor) return { ...running, state: 'in-progress', mover: 'third-party', isClaimed: true, reason: counted };
  const reason =
    verdict === 'more-needed' && review !== undefined
      ? text('requirement.more-needed', { reason: review.judged.data.reason })
      : counted;
  const state = statements.length === 0 ? 'not-started' : 'in-progress';
  return { ...running, state, mover: 'asking', isClaimed: false, reason };
}

/**
 * Training: stated by the candidate, confirmed by its provider, looked at by nobody else. A denial sends it back to the
 * candidate, and a link that has run out has to be asked for anew.
 */
export function findTraining(
  ledger: Ledger,
  requirement: RequirementOf<'training'>,
  claims: readonly FactOf<'requirement-declared'>[],
  statements: readonly Statement[],
  submittedAt: Instant | undefined,
): Outcome {
  const inPlay = statements.filter(({ setAside }) => setAside !== true);
  const confirmed = inPlay.find((one) => one.confirmed === true);
  for (const claim of claims) {
    if (confirmed !== undefined && claim.at > confirmed.since) ledger.flag(claim, text('flag.already-met'));
  }
  const claim = claims.findLast(({ at }) => confirmed === undefined || at <= confirmed.since);
  if (claim === undefined) {
    const reason = text('requirement.nothing-yet');
    const blank = { isClaimed: false, isStarted: false, reason, factIds: [] };
    return { ...blank, state: 'not-started', known: open, mover: 'candidate', ...since(submittedAt) };
  }
  const stated = latest(submittedAt, claim.at) ?? claim.at;
  const until = dateOf(submittedAt === undefined ? ledger.at : stated);
  const worth = assessClaim(ledger.program, requirement, claim.data.claim, { until, statedOn: dateOf(claim.at) });
  const denied = inPlay.find((one) => one.confirmed === false);
  const waiting = inPlay.filter(({ state }) => state === 'waiting');
  const common = {
    isStarted: true,
    ...(worth === undefined ? {} : { detail: worth.detail }),
    factIds: [claim.id, ...inPlay.flatMap(({ factIds }) => factIds)],
    ...firstUntil(waiting),
  };
  if (confirmed !== undefined && worth?.suffices === true) {
    const known = { state: 'met', since: confirmed.since } as const;
    const reason = text('training.confirmed', { on: confirmed.since });
    return { ...common, state: 'met', known, mover: 'nobody', movedAt: confirmed.since, isClaimed: true, reason };
  }
  const running = { ...common, known: open };
  if (worth?.suffices !== true) {
    const reason = worth?.reason ?? text('requirement.nothing-yet');
    return { ...running, state: 'not-met', mover: 'candidate', movedAt: stated, isClaimed: false, reason };
  }
  if (denied !== undefined) {
    const reason = text('training.denied', { on: denied.since });
    return { ...running, state: 'not-met', mover: 'candidate', movedAt: denied.since, isClaimed: false, reason };
  }
  const [first] = waiting;
  if (first !== undefined) {
    const movedAt = latest(submittedAt, first.requestedAt) ?? first.requestedAt;
    const reason = text('training.waiting', { until: first.until });
    return { ...running, state: 'in-progress', mover: 'third-party', movedAt, isClaimed: true, reason };
  }
  const last = inPlay.at(-1);
  const movedAt = latest(stated, last?.since) ?? stated;
  const reason =
    last?.state === 'expired'
      ? text('statement.expired', { until: last.until })
      : last?.state === 'declined'
        ? text('statement.declined')
        : text('training.ask');
  return { ...running, state: 'in-progress', mover: 'asking', movedAt, isClaimed: false, reason };
}
