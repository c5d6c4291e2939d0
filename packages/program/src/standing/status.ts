import { latest } from '../calendar/instant.ts';
import type { Instant } from '../facts.ts';
import { text } from '../messages/compose.ts';
import type { Text } from '../text.ts';
import { type AssessmentFinding, isNext } from './assessments/finding.ts';
import { isDone } from './fees/fee.ts';
import type { Situation } from './situation.ts';
import type { CandidacyStatus } from './types.ts';

export interface StatusFinding {
  readonly status: CandidacyStatus;
  readonly since: Instant;
  readonly reason: Text;
  /** Nobody has a move any more. */
  readonly final: boolean;
}

const endOf: ReadonlySet<CandidacyStatus> = new Set(['not-accepted', 'not-passed', 'withdrawn', 'closed']);
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

function foundLost({ passing, assessments, program }: Situation): Found | undefined {
  const { lost } = passing;
  if (lost === undefined) return undefined;
  const found = assessments.find(({ history }) => history.assessment.id === lost.assessment);
  const title = found === undefined ? program.title : titleOf(found);
  const since = lost.at;
  switch (lost.cause) {
    case 'used-up':
      return { status: 'not-passed', since, reason: text('status.attempts-used-up', { title }) };
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

function findApplying({ at, application }: Situation): Found | undefined {
  const { phase, begunAt, submittedAt, requirements } = application;
  if (phase === 'draft') {
    const reason = application.isComplete ? text('status.draft-complete') : text('status.draft');
    return { status: 'draft', since: begunAt ?? at, reason };
  }
  if (phase !== 'in-review') return undefined;
  const moved = (mover: 'candidate' | 'reviewer'): Instant[] =>
    requirements.flatMap((found) => (found.mover === mover && found.movedAt !== undefined ? [found.movedAt] : []));
  const asked = moved('candidate');
  const since = submittedAt ?? at;
  if (asked.length > 0)
    return {
      status: 'more-needed',
      since: latest(since, asked.sort()[0]) ?? since,
      reason: text('status.more-needed'),
    };
  const lastMove = latest(since, ...moved('reviewer')) ?? since;
  const judged = requirements
    .filter(({ requirement, known }) => requirement.kind !== 'attestation' && known.state === 'met')
    .flatMap(({ movedAt }) => (movedAt !== undefined && movedAt >= lastMove ? [movedAt] : []));
  const firstJudged = judged.sort()[0];
  if (firstJudged !== undefined)
    return { status: 'under-review', since: firstJudged, reason: text('status.under-review') };
  return { status: 'waiting-for-review', since: lastMove, reason: text('status.waiting-for-review') };
}

function findPaying(situation: Situation, next: readonly AssessmentFinding[]): Found | undefined {
  const { at, application, payer } = situation;
  for (const { fees, history } of next) {
    const since = latest(application.since, history.since, payer.judgedAt) ?? at;
    if (fees.some(({ state }) => state === 'open'))
      return { status: 'payment-due', since, reason: text('status.payment-due') };
    if (fees.some(({ state }) => state === 'to-invoice')) {
      return { status: 'payment-due', since, reason: text('status.invoice-on-its-way') };
    }
  }
  const isHeld = next.some(({ fees }) => fees.some(({ state }) => state === 'held'));
  if (!isHeld) return undefined;
  const since = latest(application.since, payer.pending?.at) ?? at;
  return { status: 'under-review', since, reason: text('status.membership') };
}

/** The application is accepted, and the passing rule is still open. */
function findAssessing(situation: Situation): Found {
  const { at, application, accommodation, assessments } = situation;
  const acceptedAt = application.since ?? at;
  const next = assessments.filter((found) => isNext(found, application));
  // An exam that was authorized before its fee was settled is open: the debt stays, and holds up nothing.
  const unbooked = next.filter(
    ({ history }) => history.assessment.kind !== 'exam' || history.authorization === undefined,
  );
  const paying = findPaying(situation, unbooked);
  if (paying !== undefined) return paying;

  const toAuthorize = unbooked.find(({ history }) => history.assessment.kind === 'exam');
  if (toAuthorize !== undefined) {
    if (accommodation.pending !== undefined) {
      const since = latest(acceptedAt, accommodation.pending.at) ?? acceptedAt;
      return { status: 'under-review', since, reason: text('status.accommodation') };
    }
    const since =
      latest(acceptedAt, ...toAuthorize.fees.filter(isDone).map(({ settledAt }) => settledAt)) ?? acceptedAt;
    return { status: 'authorized', since, reason: text('status.authorization-on-its-way') };
  }
  const open = [...next, ...assessments.filter(({ history }) => history.phase === 'under-way')];
  const first = open[0];
  if (first !== undefined) {
    const since = latest(acceptedAt, ...open.map(({ history }) => history.since)) ?? acceptedAt;
    const titles = open.map(titleOf).join(', ');
    const until = open
      .flatMap(({ window, history }) => (history.phase === 'next' ? (window?.until ?? []) : []))
      .sort()[0];
    const reason =
      until === undefined ? text('status.authorized', { titles }) : text('status.authorized-until', { titles, until });
    return { status: 'authorized', since, reason };
  }
  const waiting = assessments.filter(({ history }) => history.phase === 'waiting');
  const since = latest(acceptedAt, ...waiting.map(({ history }) => history.since)) ?? acceptedAt;
  return {
    status: 'waiting-for-results',
    since,
    reason: text('status.waiting-for-results', { titles: waiting.map(titleOf).join(', ') }),
  };
}

function findCertified({ credentials, credential, decision }: Situation): Found | undefined {
  const first = credentials.map(({ granted }) => granted.at).sort()[0];
  if (credential !== undefined && first !== undefined) {
    const { number, validUntil } = credential;
    return {
      status: 'certified',
      since: first,
      reason: text(`credential.${credential.status}`, { number, validUntil }),
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
  if (decision.readyAt === undefined) return findAssessing(situation);
  return { status: 'waiting-for-decision', since: decision.readyAt, reason: text('status.waiting-for-decision') };
}

/** The one status of the candidacy, since when, and why. A credential that was granted outweighs everything else. */
export function findStatus(situation: Situation): StatusFinding {
  const found = find(situation);
  const final = endOf.has(found.status) || endOfCredential.has(situation.credential?.status ?? '');
  return { ...found, final };
}
