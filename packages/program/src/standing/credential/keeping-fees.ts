import { applies, type Circumstances } from '../../circumstances.ts';
import type { Fee, FeeOf, Program } from '../../schema/program.ts';
import { type Billing, type FeeFinding, findFeeStanding } from '../fees/fee.ts';

/** The fees of one kind that are there for this candidate. */
export function listFeesOf<K extends Fee['kind']>(
  program: Program,
  kind: K,
  circumstances: Circumstances,
): readonly FeeOf<K>[] {
  const isOfKind = (fee: Fee): fee is FeeOf<K> => fee.kind === kind;
  return program.fees.filter(isOfKind).filter((fee) => applies(fee, circumstances) !== false);
}

/** The fees of one renewal: that of its route or of all routes, and that of the reinstatement after a lapse. */
export function findRenewalFees(
  billing: Billing,
  renewal: { readonly cycle: number; readonly route?: string; readonly isLapsed: boolean; readonly isAsked: boolean },
): readonly FeeFinding[] {
  const { cycle, route, isLapsed, isAsked } = renewal;
  const { circumstances } = billing;
  const { program } = billing.ledger;
  const renewing = listFeesOf(program, 'renewal', circumstances).filter(
    (fee) => fee.route === undefined || fee.route === route,
  );
  const reinstating = isLapsed ? listFeesOf(program, 'reinstatement', circumstances) : [];
  return [...renewing, ...reinstating].map((fee) => findFeeStanding(billing, fee, { cycle }, isAsked));
}
