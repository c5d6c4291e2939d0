import { applies } from '../../circumstances.ts';
import type { Instant } from '../../facts.ts';
import { isForRenewal, listAssessmentFees } from '../../lookup.ts';
import type { Program } from '../../schema/program.ts';
import type { ApplicationFinding } from '../application.ts';
import { type Billing, type FeeFinding, findFeeStanding } from '../fees/fee.ts';
import { dueOf } from '../fees/stages.ts';
import { select } from '../ledger/ledger.ts';
import { type AttemptHistory, attemptKinds, needsAuthorization, readHistory } from './attempts.ts';
import { type Lost, lossOf, withLossesBefore } from './losses.ts';
import { openedAt, waitsFor } from './order.ts';
import { windowOf } from './windows.ts';

export type { Lost } from './losses.ts';

export interface AssessmentFinding {
  readonly history: AttemptHistory;
  readonly fees: readonly FeeFinding[];
  /** When the next attempt can be begun or handed in; no end while none is set. */
  readonly window?: { readonly from: Instant; readonly until?: Instant };
  /** The invoice that runs out first, while the attempt waits for its payment. */
  readonly feeDueAt?: Instant;
  /** Assessments that have to be passed first and are not. */
  readonly waitsFor?: readonly string[];
  readonly lost?: Lost;
}

/** The attempt is still to be begun, and nothing but its fees and its authorization stands in the way. */
export function isNext(
  { history, lost, waitsFor: others }: AssessmentFinding,
  application: ApplicationFinding,
): boolean {
  return application.phase === 'accepted' && history.phase === 'next' && lost === undefined && !others?.length;
}

/** The attempt is authorized: what it costs holds it up no longer. */
export function isBooked({ assessment, authorization }: AttemptHistory): boolean {
  return needsAuthorization(assessment) && authorization !== undefined;
}

/** What the next attempt of each assessment costs; the first attempts of those that share a fee are paid together. */
function askFees(
  billing: Billing,
  asked: readonly AttemptHistory[],
): (history: AttemptHistory) => readonly FeeFinding[] {
  const { program } = billing.ledger;
  const listFees = ({ assessment }: AttemptHistory) =>
    listAssessmentFees(program, assessment.id).filter((fee) => applies(fee, billing.circumstances) !== false);
  const first = new Set(
    asked.filter(({ attempt }) => attempt === 1).flatMap((history) => listFees(history).map(({ id }) => id)),
  );
  if (billing.bundle?.fees.some((id) => first.has(id))) for (const id of billing.bundle.fees) first.add(id);
  return (history) => {
    const { assessment, attempt } = history;
    return listFees(history).map((fee) => {
      const isAsked = attempt === 1 ? first.has(fee.id) : asked.includes(history);
      const isShared = attempt === 1 && fee.assessments.length > 1;
      const target = isShared ? { attempt } : { assessment: assessment.id, attempt };
      return findFeeStanding(billing, fee, target, isAsked);
    });
  };
}

/** The assessments of the first certification that are there for this candidate, or may be. */
function listHistories({ ledger, circumstances }: Billing, program: Program): readonly AttemptHistory[] {
  const facts = select(ledger, ...attemptKinds);
  return program.assessments
    .filter((assessment) => applies(assessment, circumstances) !== false && !isForRenewal(program, assessment.id))
    .map((assessment) => {
      const own = facts.filter(({ data }) => data.assessment === assessment.id);
      return readHistory(ledger, assessment, own);
    });
}

/** Every assessment of the first certification with its attempts, fees and window. */
export function findAssessments(billing: Billing, application: ApplicationFinding): readonly AssessmentFinding[] {
  const { ledger } = billing;
  const { program, at } = ledger;
  const histories = listHistories(billing, program);
  const acceptedAt = application.phase === 'accepted' ? (application.since ?? at) : undefined;
  const waiting = new Map(histories.map((history) => [history, waitsFor(history, histories)]));
  const isWaiting = (history: AttemptHistory): boolean => (waiting.get(history)?.length ?? 0) > 0;
  const asked = histories.filter(
    (history) => acceptedAt !== undefined && history.phase === 'next' && !isBooked(history) && !isWaiting(history),
  );
  const feesOf = askFees(billing, asked);
  const scheduled = histories.filter((history) => needsAuthorization(history.assessment) && !isWaiting(history));
  const found = histories.map((history): AssessmentFinding => {
    const fees = feesOf(history);
    const feeDueAt = asked.includes(history) ? dueOf(fees) : undefined;
    const others = waiting.get(history) ?? [];
    const window =
      acceptedAt === undefined || others.length > 0
        ? undefined
        : windowOf(program, history, scheduled, openedAt(history, histories, acceptedAt));
    const lost = acceptedAt === undefined ? undefined : lossOf(at, history, feeDueAt, window?.until);
    return {
      history,
      fees,
      ...(window === undefined ? {} : { window }),
      ...(feeDueAt === undefined ? {} : { feeDueAt }),
      ...(others.length === 0 ? {} : { waitsFor: others }),
      ...(lost === undefined ? {} : { lost }),
    };
  });
  return withLossesBefore(found);
}
