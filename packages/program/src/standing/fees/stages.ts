import { applies } from '../../circumstances.ts';
import type { Instant } from '../../facts.ts';
import { select } from '../ledger/ledger.ts';
import { type Billing, type FeeFinding, findFeeStanding, isDone } from './fee.ts';

/** Fees that are paid once, on the way to the first certification. */
export type Stage = 'registration' | 'application' | 'certification';

/**
 * Where the fees of one stage stand.
 *
 * @param isAsked whether the stage has come: the registration is claimed, the application is submitted, all is passed.
 */
export function findStageFees(billing: Billing, stage: Stage, isAsked: boolean): readonly FeeFinding[] {
  return billing.ledger.program.fees
    .filter((fee) => fee.kind === stage && applies(fee, billing.circumstances) !== false)
    .map((fee) => findFeeStanding(billing, fee, {}, isAsked));
}

/** When the invoice runs out that is due first, of the fees that are still to be paid. */
export function dueOf(fees: readonly FeeFinding[]): Instant | undefined {
  return fees
    .filter((fee) => !isDone(fee))
    .flatMap(({ invoice }) => invoice?.issued.data.dueAt ?? [])
    .sort()[0];
}

/** The fees before anything is assessed, by stage; they follow from the facts alone. */
export interface EntryFees {
  readonly registration: readonly FeeFinding[];
  readonly application: readonly FeeFinding[];
}

/**
 * The fees of a stage since it came. What cost nothing then stays paid, whatever the price becomes, so that the clock
 * alone asks for nothing.
 */
function findSince(billing: Billing, stage: Stage, askedAt: Instant | undefined): readonly FeeFinding[] {
  const now = findStageFees(billing, stage, askedAt !== undefined);
  if (askedAt === undefined) return now;
  const then = findStageFees({ ...billing, ledger: { ...billing.ledger, at: askedAt } }, stage, true);
  return now.map((finding, index) => {
    const before = then[index];
    return before?.state === 'free' ? before : finding;
  });
}

/** Where the fees of the registration and of the application stand. */
export function findEntryFees(billing: Billing): EntryFees {
  const registered = select(billing.ledger, 'requirement-declared').find(
    ({ data }) => data.claim.kind === 'registration',
  );
  const submitted = select(billing.ledger, 'application-submitted')[0];
  return {
    registration: findSince(billing, 'registration', registered?.at),
    application: findSince(billing, 'application', submitted?.at),
  };
}
