import { addPeriod, endOfDay, latest } from '../calendar/instant.ts';
import type { Instant } from '../facts.ts';
import { findBundle, findFee } from '../lookup.ts';
import { chargeOf } from '../prices/charge.ts';
import { linesOf, type QuoteLine } from '../prices/lines.ts';
import { MissingCircumstanceError } from '../prices/price.ts';
import type { Program } from '../schema/program.ts';
import type { FeeTarget } from './fees/target.ts';
import type { NextActionKind, Standing } from './types.ts';

/** What an invoice has to say: all but `lines` is in the form of the fact that records it. */
export interface InvoiceTerms extends FeeTarget {
  readonly fee: string;
  /** Taxes included. */
  readonly amountMinor: number;
  readonly taxMinor?: number;
  readonly currency: string;
  /** The end of the last day. */
  readonly dueAt: Instant;
  /** The price and each tax on it, for the paper; together the amount. */
  readonly lines: readonly QuoteLine[];
}

function findAction({ next }: Standing, kind: NextActionKind, subject: string, target?: FeeTarget) {
  const action = next.find(
    (candidate) =>
      candidate.kind === kind &&
      candidate.subject === subject &&
      (target === undefined || isSameTarget(candidate.target ?? {}, target)),
  );
  if (action === undefined) throw new RangeError(`The standing does not ask for "${kind}" of "${subject}".`);
  return action;
}

function isSameTarget(a: FeeTarget, b: FeeTarget): boolean {
  return a.attempt === b.attempt && a.assessment === b.assessment && a.cycle === b.cycle && a.year === b.year;
}

/**
 * The invoice that a standing asks for, made out at its instant.
 *
 * @param target what it is for, as the action "issue-invoice" says; without it the first that is asked for.
 * @throws {RangeError} when the standing does not ask for an invoice of this fee.
 */
export function invoiceTerms(program: Program, standing: Standing, feeId: string, target?: FeeTarget): InvoiceTerms {
  const { at, payerClass, region, track } = standing;
  const action = findAction(standing, 'issue-invoice', feeId, target);
  const payable = findFee(program, feeId) ?? findBundle(program, feeId);
  if (payable === undefined) throw new RangeError(`The program has no fee "${feeId}".`);
  const circumstances = { ...(region === undefined ? {} : { region }), ...(track === undefined ? {} : { track }) };
  const attempt = action.target?.attempt ?? 1;
  const charge = chargeOf(program, payable, { payerClass, circumstances, at, attempt });
  if (!charge.isKnown) throw new MissingCircumstanceError(feeId, charge.missing);
  const { totalMinor: amountMinor, taxMinor, currency } = charge;
  return {
    fee: feeId,
    ...action.target,
    amountMinor,
    ...(taxMinor === 0 ? {} : { taxMinor }),
    currency,
    dueAt: endOfDay(addPeriod(at, payable.dueWithin)),
    lines: linesOf(program, payable, charge, circumstances, attempt),
  };
}

/** When and for which attempt a candidate may test, in the form of the fact that records it. */
export interface AuthorizationTerms {
  readonly assessment: string;
  readonly attempt: number;
  readonly from: Instant;
  /** The last instant at which the attempt can be begun. */
  readonly until: Instant;
}

/**
 * The authorization that a standing asks for, made out at its instant: from now or, after a failed attempt, from the day
 * on which the next may begin; it ends no later than the time for another attempt.
 *
 * @throws {RangeError} when the standing does not ask for an authorization of this assessment.
 */
export function authorizationTerms(program: Program, standing: Standing, assessmentId: string): AuthorizationTerms {
  findAction(standing, 'authorize-test', assessmentId);
  const found = standing.assessments.find(({ assessment }) => assessment === assessmentId);
  const from = latest(standing.at, found?.retakeFrom) ?? standing.at;
  const end = endOfDay(addPeriod(from, program.authorization.window));
  const limit = standing.deadlines.find(({ id }) => id === `retake:${assessmentId}`)?.at;
  return {
    assessment: assessmentId,
    attempt: found?.attempt ?? 1,
    from,
    until: limit !== undefined && limit < end ? limit : end,
  };
}
