import type { FactOf, Instant } from '../../facts.ts';
import { listAssessmentFees } from '../../lookup.ts';
import type { ApplicationFinding } from '../application.ts';
import { type FeeFinding, findFeeStanding, isDone } from '../fees/fee.ts';
import type { Invoices } from '../fees/invoices.ts';
import { type Ledger, select } from '../ledger/ledger.ts';
import type { PayerFinding } from '../payer.ts';
import { type AttemptHistory, readHistory } from './attempts.ts';
import { portfolioWindow } from './windows.ts';

/** Why an assessment can no longer be passed, and since when. */
export interface Lost {
  readonly at: Instant;
  readonly cause: 'used-up' | 'retake-time' | 'fee' | 'window' | 'kept';
}

export interface AssessmentFinding {
  readonly history: AttemptHistory;
  readonly fees: readonly FeeFinding[];
  /** When the next attempt can be begun or handed in; no end while none is set. */
  readonly window?: { readonly from: Instant; readonly until?: Instant };
  /** The invoice that runs out first, while the attempt waits for its payment. */
  readonly feeDueAt?: Instant;
  readonly lost?: Lost;
}

/** The attempt is still to be begun, and nothing but its fees and its authorization stands in the way. */
export function isNext({ history, lost }: AssessmentFinding, application: ApplicationFinding): boolean {
  return application.phase === 'accepted' && history.phase === 'next' && lost === undefined;
}

function windowOf(
  ledger: Ledger,
  history: AttemptHistory,
  exams: readonly AttemptHistory[],
  acceptedAt: Instant,
): { from: Instant; until?: Instant } | undefined {
  if (history.assessment.kind === 'portfolio') return portfolioWindow(ledger.program, history, exams, acceptedAt);
  const authorized = history.authorization?.data;
  return authorized === undefined ? undefined : { from: authorized.from, until: authorized.until };
}

function lossOf(
  ledger: Ledger,
  history: AttemptHistory,
  feeDueAt: Instant | undefined,
  until: Instant | undefined,
): Lost | undefined {
  if (history.phase === 'used-up') {
    const at = history.since ?? ledger.at;
    return { at, cause: at === history.retakeUntil ? 'retake-time' : 'used-up' };
  }
  if (history.phase !== 'next') return undefined;
  if (feeDueAt !== undefined && ledger.at > feeDueAt) return { at: feeDueAt, cause: 'fee' };
  if (until !== undefined && ledger.at > until) return { at: until, cause: 'window' };
  return undefined;
}

const attemptKinds = [
  'test-authorized',
  'attempt-begun',
  'attempt-sealed',
  'portfolio-submitted',
  'result-released',
] as const;

/** Every assessment with its attempts, fees and window. */
export function findAssessments(
  ledger: Ledger,
  application: ApplicationFinding,
  payer: PayerFinding,
  invoices: Invoices,
): readonly AssessmentFinding[] {
  const facts: FactOf<(typeof attemptKinds)[number]>[] = select(ledger, ...attemptKinds);
  const histories = ledger.program.assessments.map((assessment) =>
    readHistory(
      ledger,
      assessment,
      facts.filter((fact) => fact.data.assessment === assessment.id),
    ),
  );
  const exams = histories.filter(({ assessment }) => assessment.kind === 'exam');
  const acceptedAt = application.phase === 'accepted' ? application.since : undefined;
  return histories.map((history) => {
    const isBooked = history.assessment.kind === 'exam' && history.authorization !== undefined;
    const isAsked = acceptedAt !== undefined && history.phase === 'next' && !isBooked;
    const fees = listAssessmentFees(ledger.program, history.assessment.id).map((fee) =>
      findFeeStanding(ledger, invoices, payer, fee, history.attempt, isAsked),
    );
    const dueDates = fees.filter((fee) => !isDone(fee)).flatMap(({ invoice }) => invoice?.issued.data.dueAt ?? []);
    const feeDueAt = isAsked ? dueDates.sort()[0] : undefined;
    const window = acceptedAt === undefined ? undefined : windowOf(ledger, history, exams, acceptedAt);
    const lost = acceptedAt === undefined ? undefined : lossOf(ledger, history, feeDueAt, window?.until);
    return {
      history,
      fees,
      ...(window === undefined ? {} : { window }),
      ...(feeDueAt === undefined ? {} : { feeDueAt }),
      ...(lost === undefined ? {} : { lost }),
    };
  });
}
