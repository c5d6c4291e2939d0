import { latest } from '../calendar/instant.ts';
import type { Instant } from '../facts.ts';
import { text } from '../messages/compose.ts';
import type { Text } from '../text.ts';
import { needsAuthorization } from './assessments/attempts.ts';
import { type AssessmentFinding, isBooked, isNext } from './assessments/finding.ts';
import type { PassingLoss } from './assessments/passing.ts';
import { isDone } from './fees/fee.ts';
import { findFeeStatus, findUnpaid } from './fees/status.ts';
import type { Mover } from './requirements/finding.ts';
import type { Situation } from './situation.ts';
import type { CandidacyStatus, CredentialStanding } from './types.ts';

export interface StatusFinding {
  readonly status: CandidacyStatus;
  readonly since: Instant;
  readonly reason: Text;
  /** Nobody has a move any more. */
  readonly final: boolean;
}

const endOf: ReadonlySet<CandidacyStatus> = new Set(['not-accepted', 'not-passed', 'withdrawn', 'closed']);
/** Requirements that no reviewer looks at. */
const unreviewed: ReadonlySet<string> = new Set([
  'attestation',
  'training',
  'membership',
  'jurisdiction',
  'registration',
]);
const endOfCredential: ReadonlySet<string> = new Set(['expired', 'revoked', 'surrendered']);

type Found = Omit<StatusFinding, 'final'>;

function titleOf({ history }: AssessmentFinding): string {
  return history.assessment.title;
}

/** An end that somebody has set: it holds whatever deadlines pass afterwards. */
function findSetEnd({ at, application, decision, withdrawn }: Situation): Found | undefined {
  if (withdrawn !== undefined) return { status: 'withdrawn', since: withdrawn.at, reason: text('status.withdrawn') };
  if (decision.decision?.data.outcome === 'refuse') {
    const { reason } = decision.decision.data;
    return { status: 'not-accepted', since: decision.decision.at, reason: text('status.decision-refused', { reason }) };
  }
  if (application.phase !== 'refused') return undefined;
  const titles = application.requirements
    .filter(({ known }) => known.state === 'not-met')
    .map(({ requirement }) => requirement.title)
    .join(', ');
  return { status: 'not-accepted', since: application.since ?? at, reason: text('status.not-eligible', { titles }) };
}

/** What was lost first: the passing rule, or a fee that was not paid in time while the candidacy waited for it. */
function findLoss({ passing, application, entryFees, decision, at }: Situation): PassingLoss | undefined {
  const isEntering = application.phase === 'draft' || application.phase === 'in-review';
  const isDeciding = decision.passedAt !== undefined && decision.readyAt === undefined;
  const unpaid = findUnpaid(
    [
      ...(isEntering ? [...entryFees.registration, ...entryFees.application] : []),
      ...(isDeciding ? decision.fees : []),
    ],
    at,
  );
  if (unpaid === undefined) return passing.lost;
  return passing.lost !== undefined && passing.lost.at <= unpaid.at ? passing.lost : { ...unpaid, cause: 'fee' };
}

function foundLost(situation: Situation): Found | undefined {
  const lost = findLoss(situation);
  if (lost === undefined) return undefined;
  const { at: since, titles: title } = lost;
  switch (lost.cause) {
    case 'used-up':
      return { status: 'not-passed', since, reason: text('status.attempts-used-up', { title }) };
    case 'together':
      return { status: 'not-passed', since, reason: text('status.not-passed-together', { title }) };
    case 'retake-time':
      return { status: 'not-passed', since, reason: text('status.retake-time', { title, since }) };
    case 'fee':
      return { status: 'closed', since, reason: text('status.closed-fee', { title, since }) };
    case 'window':
      return { status: 'closed', since, reason: text('status.closed-window', { title, since }) };
    case 'kept':
      return { status: 'closed', since, reason: text('status.closed-kept', { title, since }) };
  }
}

/** A candidacy that has come to an end without a credential; of several deadlines that passed, the first ended it. */
function findEnd(situation: Situation): Found | undefined {
  const set = findSetEnd(situation);
  if (set !== undefined) return set;
  const lost = foundLost(situation);
  const { validUntil: since } = situation.application;
  if (since === undefined || situation.at <= since || (lost !== undefined && lost.since <= since)) return lost;
  return { status: 'closed', since, reason: text('status.closed-application', { since }) };
}

/** What the application waits for before anybody looks at it: a region, or its fees. */
function findEntering(situation: Situation): Found | undefined {
  const { at, application, circumstances, entryFees, payer } = situation;
  const since = application.submittedAt ?? at;
  if (circumstances.needsRegion) return { status: 'more-needed', since, reason: text('status.region') };
  const toRegister = application.requirements.find(({ isAsked, mover }) => isAsked && mover === 'payment');
  const registering = toRegister === undefined ? [] : entryFees.registration;
  return findFeeStatus([...registering, ...entryFees.application], since, payer);
}

function findReviewing({ at, application }: Situation): Found {
  const asked = application.requirements.filter(({ isAsked }) => isAsked);
  const moved = (...movers: readonly Mover[]): Instant[] =>
    asked.flatMap(({ mover, movedAt }) => (movers.includes(mover) && movedAt !== undefined ? [movedAt] : [])).sort();
  const since = application.submittedAt ?? at;
  const back = moved('candidate', 'asking');
  if (back.length > 0) {
    return { status: 'more-needed', since: latest(since, back[0]) ?? since, reason: text('status.more-needed') };
  }
  const reviewing = moved('reviewer', 'finance');
  if (reviewing.length === 0) {
    const waiting = moved('third-party').at(-1);
    return {
      status: 'waiting-for-review',
      since: latest(since, waiting) ?? since,
      reason: text('status.waiting-for-statements'),
    };
  }
  const lastMove = latest(since, ...reviewing) ?? since;
  const judged = asked
    .filter(({ requirement, known }) => !unreviewed.has(requirement.kind) && known.state === 'met')
    .flatMap(({ movedAt }) => (movedAt !== undefined && movedAt >= lastMove ? [movedAt] : []));
  const firstJudged = judged.sort()[0];
  if (firstJudged !== undefined) {
    return { status: 'under-review', since: firstJudged, reason: text('status.under-review') };
  }
  return { status: 'waiting-for-review', since: lastMove, reason: text('status.waiting-for-review') };
}

function findApplying(situation: Situation): Found | undefined {
  const { at, application } = situation;
  const { phase, begunAt } = application;
  if (phase === 'draft') {
    const reason = application.isComplete ? text('status.draft-complete') : text('status.draft');
    return { status: 'draft', since: begunAt ?? at, reason };
  }
  return phase === 'in-review' ? (findEntering(situation) ?? findReviewing(situation)) : undefined;
}

function findPaying(situation: Situation, next: readonly AssessmentFinding[]): Found | undefined {
  const { at, application, payer } = situation;
  const found = next.flatMap(({ fees, history }) => {
    const since = latest(application.since, history.since) ?? at;
    return findFeeStatus(fees, since, payer) ?? [];
  });
  return (
    found.find(({ status }) => status === 'payment-due') ??
    found.find(({ status }) => status === 'more-needed') ??
    found[0]
  );
}

/** What is open now: attempts that can be begun, handed in or gone on with. */
function foundOpen({ at, application }: Situation, open: readonly AssessmentFinding[]): Found {
  const acceptedAt = application.since ?? at;
  const since = latest(acceptedAt, ...open.map(({ history }) => history.since)) ?? acceptedAt;
  const titles = open.map(titleOf).join(', ');
  const until = open
    .flatMap(({ window, history }) => (history.phase === 'next' ? (window?.until ?? []) : []))
    .sort()[0];
  const reason =
    until === undefined ? text('status.authorized', { titles }) : text('status.authorized-until', { titles, until });
  return { status: 'authorized', since, reason };
}

/** The application is accepted, and the passing rule is still open. */
function findAssessing(situation: Situation): Found {
  const { at, application, accommodation, assessments } = situation;
  const acceptedAt = application.since ?? at;
  const next = assessments.filter((found) => isNext(found, application));
  // What was authorized before its fee was settled is open: the debt stays, and holds up nothing.
  const unbooked = next.filter(({ history }) => !isBooked(history));
  const paying = findPaying(situation, unbooked);
  if (paying !== undefined) return paying;

  const toAuthorize = unbooked.find(({ history }) => needsAuthorization(history.assessment));
  if (toAuthorize !== undefined) {
    if (accommodation.pending !== undefined) {
      const since = latest(acceptedAt, accommodation.pending.at) ?? acceptedAt;
      return { status: 'under-review', since, reason: text('status.accommodation') };
    }
    const settled = toAuthorize.fees.filter(isDone).map(({ settledAt }) => settledAt);
    const since = latest(acceptedAt, ...settled) ?? acceptedAt;
    return { status: 'authorized', since, reason: text('status.authorization-on-its-way') };
  }
  const open = [...next, ...assessments.filter(({ history }) => history.phase === 'under-way')];
  if (open.length > 0) return foundOpen(situation, open);
  const waiting = assessments.filter(({ history }) => history.phase === 'waiting');
  const since = latest(acceptedAt, ...waiting.map(({ history }) => history.since)) ?? acceptedAt;
  return {
    status: 'waiting-for-results',
    since,
    reason: text('status.waiting-for-results', { titles: waiting.map(titleOf).join(', ') }),
  };
}

/** The message for a status; a credential that is overdue for a yearly fee says so. */
function reasonOf({ status, cause }: CredentialStanding) {
  if (cause === undefined) return `credential.${status}` as const;
  return status === 'lapsed' ? 'credential.lapsed-fee' : 'credential.in-grace-fee';
}

function findCertified({ credentials, credential, decision }: Situation): Found | undefined {
  const first = credentials.map(({ granted }) => granted.at).sort()[0];
  if (credential !== undefined && first !== undefined) {
    const { number, validUntil } = credential;
    return {
      status: 'certified',
      since: first,
      reason: text(reasonOf(credential), { number, validUntil }),
    };
  }
  if (decision.decision?.data.outcome !== 'certify') return undefined;
  return { status: 'certified', since: decision.decision.at, reason: text('status.credential-on-its-way') };
}

function find(situation: Situation): Found {
  const { decision, credential } = situation;
  const certified = findCertified(situation);
  if (credential !== undefined && certified !== undefined) return certified;
  const end = findEnd(situation);
  if (end !== undefined) return end;
  const applying = findApplying(situation);
  if (applying !== undefined) return applying;
  if (certified !== undefined) return certified;
  if (decision.passedAt === undefined) return findAssessing(situation);
  const paying = findFeeStatus(decision.fees, decision.passedAt, situation.payer);
  if (decision.readyAt === undefined && paying !== undefined) return paying;
  if (decision.readyAt === undefined) return findAssessing(situation);
  return { status: 'waiting-for-decision', since: decision.readyAt, reason: text('status.waiting-for-decision') };
}

/** The one status of the candidacy, since when, and why. A credential that was granted outweighs everything else. */
export function findStatus(situation: Situation): StatusFinding {
  const found = find(situation);
  const final = endOf.has(found.status) || endOfCredential.has(situation.credential?.status ?? '');
  return { ...found, final };
}
