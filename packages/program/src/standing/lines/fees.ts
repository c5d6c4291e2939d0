import { text } from '../../messages/compose.ts';
import type { Text } from '../../text.ts';
import type { AssessmentFinding } from '../assessments/finding.ts';
import { distinctFees, type FeeFinding } from '../fees/fee.ts';
import type { Situation } from '../situation.ts';
import type { RequirementState, StandingLine } from '../types.ts';

interface Shown {
  readonly state: RequirementState;
  readonly detail: Text;
  readonly unlocks?: Text;
}

function shownOpen({ invoice, amountMinor, remainingMinor, currency }: FeeFinding, at: string): Shown {
  const dueAt = invoice?.issued.data.dueAt ?? at;
  const detail = text('fee.open', { amountMinor: remainingMinor, currency, dueAt });
  if (at > dueAt)
    return { state: 'not-met', detail: text('fee.overdue', { amountMinor: remainingMinor, currency, dueAt }) };
  return { state: remainingMinor < amountMinor ? 'in-progress' : 'not-started', detail };
}

function shownSettled({ invoice, amountMinor, currency }: FeeFinding): Shown {
  const voucherMinor = Math.min(invoice?.voucherMinor ?? 0, amountMinor);
  if (voucherMinor === 0) return { state: 'met', detail: text('fee.settled', { amountMinor, currency }) };
  const paidMinor = amountMinor - voucherMinor;
  return { state: 'met', detail: text('fee.settled-voucher', { paidMinor, voucherMinor, currency }) };
}

function shown(finding: FeeFinding, at: string, isWaived: boolean, unlocks: Text): Shown {
  const { state, amountMinor, currency, missing } = finding;
  switch (state) {
    case 'free':
      return { state: 'met', detail: text('fee.none') };
    case 'settled':
      return shownSettled(finding);
    case 'open':
      return shownOpen(finding, at);
    case 'to-invoice':
      return { state: 'not-started', detail: text('fee.to-invoice', { amountMinor, currency }) };
    case 'held':
      return { state: 'unknown', detail: missing === undefined ? text('fee.held') : text('fee.by-circumstances') };
    case 'not-due': {
      if (isWaived) return { state: 'met', detail: text('fee.waived') };
      const price =
        missing === undefined ? text('fee.not-due', { amountMinor, currency }) : text('fee.by-circumstances');
      return { state: 'locked', detail: price, unlocks };
    }
  }
}

/** A fee that is paid several times has a line for each time that matters now. */
function idOf({ fee, target }: FeeFinding): string {
  const isShared = 'kind' in fee && fee.kind === 'assessment' && fee.assessments.length > 1;
  if (target.year !== undefined) return `${fee.id}:${target.year}`;
  return isShared && target.assessment !== undefined ? `${fee.id}:${target.assessment}` : fee.id;
}

function titleOf({ fee, target: { year } }: FeeFinding): Text {
  return year === undefined ? text('given', { words: fee.title }) : text('fee.year', { title: fee.title, year });
}

function lineOf(finding: FeeFinding, rule: Text, { state, detail, unlocks }: Shown): StandingLine {
  const { invoice, reason } = finding;
  return {
    id: idOf(finding),
    kind: 'fee',
    title: titleOf(finding),
    state,
    detail,
    why: { rule, reason, factIds: invoice === undefined ? [] : [invoice.issued.id] },
    ...(unlocks === undefined ? {} : { unlocks }),
  };
}

function unlocksOf(owners: readonly AssessmentFinding[], { application }: Situation): Text {
  const isWaiting = owners.every(({ waitsFor }) => waitsFor !== undefined);
  return application.phase === 'accepted' && isWaiting ? text('unlocks.order') : text('unlocks.application');
}

/** The fees of the assessments, for the attempts that are under way or next; one that several share is one line. */
function assessmentFeeLines(situation: Situation): readonly StandingLine[] {
  const { assessments, at } = situation;
  const all = distinctFees(assessments.flatMap(({ fees }) => fees));
  return all.map((finding) => {
    const owners = assessments.filter(({ fees }) => fees.some(({ key }) => key === finding.key));
    const isWaived = owners.every(({ history }) => history.authorization !== undefined || history.phase !== 'next');
    const title = owners.map(({ history }) => history.assessment.title).join(', ');
    const rule = text('fee.rule', { title, attempt: finding.target.attempt ?? 1 });
    return lineOf(finding, rule, shown(finding, at, isWaived, unlocksOf(owners, situation)));
  });
}

/** What is paid on the way to the certification. */
export function payLines(situation: Situation): readonly StandingLine[] {
  const { entryFees, decision, at } = situation;
  const linesFor = (fees: readonly FeeFinding[], rule: Text, unlocks: Text): readonly StandingLine[] =>
    fees.map((fee) => lineOf(fee, rule, shown(fee, at, false, unlocks)));
  return [
    ...linesFor(entryFees.registration, text('fee.registration-rule'), text('unlocks.registration')),
    ...linesFor(entryFees.application, text('fee.application-rule'), text('unlocks.submission')),
    ...assessmentFeeLines(situation),
    ...linesFor(decision.fees, text('fee.certification-rule'), text('unlocks.passing')),
  ];
}

/** What keeping the credential costs, once there is something to keep: renewals, their exams, and years. */
export function renewalFeeLines({ renewal, maintenance, at }: Situation): readonly StandingLine[] {
  const yearly = maintenance.map(({ finding }) =>
    lineOf(finding, text('fee.maintenance-rule'), shown(finding, at, false, text('unlocks.date'))),
  );
  const renewing = (renewal?.fees ?? []).map((fee) => {
    const isReinstating = 'kind' in fee.fee && fee.fee.kind === 'reinstatement';
    const rule = isReinstating ? text('fee.reinstatement-rule') : text('fee.renewal-rule');
    return lineOf(fee, rule, shown(fee, at, false, text('unlocks.renewal')));
  });
  const { exam } = renewal ?? {};
  const title = exam?.history.assessment.title ?? '';
  const examining = (exam?.fees ?? []).map((fee) => {
    const isWaived = exam?.history.authorization !== undefined || exam?.history.phase !== 'next';
    const rule = text('fee.rule', { title, attempt: fee.target.attempt ?? 1 });
    return lineOf(fee, rule, shown(fee, at, isWaived, text('unlocks.date')));
  });
  return [...examining, ...renewing, ...yearly];
}
