interface Movement {
  readonly amountMinor: number;
  readonly refund: boolean;
}

/** Payments less refunds. */
export const paidOf = (payments: readonly Movement[]): number =>
  payments.reduce((sum, { amountMinor, refund }) => sum + (refund ? -amountMinor : amountMinor), 0);

export const openOf = (totalMinor: number, payments: readonly Movement[]): number => totalMinor - paidOf(payments);
