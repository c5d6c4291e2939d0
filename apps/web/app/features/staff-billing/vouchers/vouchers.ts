import type { Api } from '../../../api.ts';
import { allRows } from '../../../staff/all-rows.ts';

export type Voucher = Awaited<ReturnType<Api['billing']['listVouchers']>>['vouchers'][number];
export type VoucherState = Voucher['state'];

export const voucherStates: readonly VoucherState[] = ['open', 'redeemed', 'expired', 'canceled'];

/** The state that an address asks for. */
export const voucherStateOf = ({ searchParams }: URL): VoucherState | undefined =>
  voucherStates.find((state) => state === searchParams.get('state'));

/** All vouchers of a state, or all. */
export const allVouchers = (
  api: Api,
  organization: string,
  state: VoucherState | undefined,
): Promise<readonly Voucher[]> =>
  allRows(async (page) => {
    const { vouchers, total } = await api.billing.listVouchers({ organization, page, ...(state && { state }) });
    return { rows: vouchers, total };
  });
