import { addPeriod, endOfDay, latest } from '../calendar/instant.ts';
import type { Instant } from '../facts.ts';
import { findFee } from '../lookup.ts';
import type { Program } from '../schema/program.ts';
import type { NextActionKind, Standing } from './types.ts';

/** What an invoice has to say, in the form of the fact that records it. */
export interface InvoiceTerms {
  readonly fee: string;
  readonly amountMinor: number;
  readonly currency: string;
  /** The end of the last day. */
  readonly dueAt: Instant;
  readonly attempt?: number;
  readonly cycle?: number;
}

function findAction({ next }: Standing, kind: NextActionKind, subject: string) {
  const action = next.find((candidate) => candidate.kind === kind && candidate.subject === subject);
  if (action === undefined) throw new RangeError(`The standing does not ask for "${kind}" of "${subject}".`);
  return action;
}

/**
 * The invoice that a standing asks for, made out at its instant.
 *
 * @throws {RangeError} when the standing does not ask for an invoice of this fee.
 */
export function invoiceTerms(program: Program, standing: Standing, feeId: string): InvoiceTerms {
  const { amount } = findAction(standing, 'issue-invoice', feeId);
  const fee = findFee(program, feeId);
  if (amount === undefined || fee === undefined) throw new RangeError(`The fee "${feeId}" has no amount.`);
  const dueAt = endOfDay(addPeriod(standing.at, fee.dueWithin));
  const terms = { fee: feeId, ...amount, dueAt };
  if (fee.kind === 'renewal')
    return standing.renewal === undefined ? terms : { ...terms, cycle: standing.renewal.cycle };
  const assessment = standing.assessments.find((found) => found.assessment === fee.assessment);
  return assessment === undefined ? terms : { ...terms, attempt: assessment.attempt };
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
