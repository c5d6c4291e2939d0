import { findFee, type Program } from '@testamur/program';
import { Problem } from '../../../kernel/index.ts';

export interface VoucherFee {
  /** The fee and the program in words. */
  readonly title: string;
  /** In which it is charged, by region. */
  readonly currencies: readonly string[];
}

const invalid = (path: string, message: string) =>
  new Problem('invalid', 'billing.no-vouchers', message, [{ path, message }]);

/** The fee that vouchers are issued for. @throws Problem where the program has no such fee, or it takes none. */
export const voucherFee = (program: Program, feeId: string): VoucherFee => {
  const fee = findFee(program, feeId);
  const takers = program.fees.filter(({ vouchers }) => vouchers === true);
  if (fee?.vouchers !== true) {
    const which = takers.length === 0 ? 'None of its fees does.' : `Choose: ${takers.map(({ id }) => id).join(', ')}.`;
    const what = fee ? `"${fee.title}" takes no vouchers.` : `${program.title} has no fee "${feeId}".`;
    throw invalid('fee', `${what} ${which}`);
  }
  const currencies = (program.regions ?? []).map(({ currency }) => currency ?? program.currency);
  return { title: `${fee.title}, ${program.title}`, currencies: [...new Set([program.currency, ...currencies])] };
};
