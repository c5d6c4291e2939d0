interface Movement {
  readonly amountMinor: number;
  readonly refund: boolean;
  /** Set where a voucher paid, and no money moved. */
  readonly voucherId?: string;
}

const sum = (movements: readonly Movement[]): number =>
  movements.reduce((total, { amountMinor, refund }) => total + (refund ? -amountMinor : amountMinor), 0);

/** Payments in money less refunds. */
export const paidOf = (payments: readonly Movement[]): number =>
  sum(payments.filter(({ voucherId }) => voucherId === undefined));

/** What vouchers have paid, less what was given back. */
export const voucherPaidOf = (payments: readonly Movement[]): number =>
  sum(payments.filter(({ voucherId }) => voucherId !== undefined));

export const openOf = (totalMinor: number, payments: readonly Movement[]): number => totalMinor - sum(payments);
