/**
 * The books: one account of each kind in each currency. `prepaid-vouchers` is owed to those who have paid for vouchers
 * that nobody has redeemed yet; `discounts` takes from the revenue what vouchers are worth beyond what was paid for them.
 */
export const accounts = ['receivable', 'revenue', 'cash', 'prepaid-vouchers', 'discounts'] as const;
export type Account = (typeof accounts)[number];

export interface Posting {
  readonly account: Account;
  readonly debitMinor: number;
  readonly creditMinor: number;
}

/** One amount from one account to another; a zero amount posts nothing. */
const move = (amountMinor: number, debit: Account, credit: Account): readonly Posting[] =>
  amountMinor === 0
    ? []
    : [
        { account: debit, debitMinor: amountMinor, creditMinor: 0 },
        { account: credit, debitMinor: 0, creditMinor: amountMinor },
      ];

/** What is owed to us is earned when it is invoiced. */
export const postIssue = (totalMinor: number) => move(totalMinor, 'receivable', 'revenue');

export const postPayment = (amountMinor: number) => move(amountMinor, 'cash', 'receivable');

/** What was earned and paid goes back. */
export const postRefund = (paidMinor: number) => move(paidMinor, 'revenue', 'cash');

/** A part that was paid goes back, and is owed again. */
export const postReopen = (paidMinor: number) => move(paidMinor, 'receivable', 'cash');

/** What was invoiced is no longer asked for. */
export const postVoid = (openMinor: number) => move(openMinor, 'revenue', 'receivable');

/** Vouchers are paid for: the service is still to be given. */
export const postVoucherSale = (soldMinor: number) => move(soldMinor, 'cash', 'prepaid-vouchers');

/** Prepaid vouchers that nobody redeems any more: the money goes back, or it is kept. */
export const postVoucherEnd = (soldMinor: number, isGivenBack: boolean) =>
  move(soldMinor, 'prepaid-vouchers', isGivenBack ? 'cash' : 'revenue');

/**
 * A voucher pays for an invoice. What was paid for it beforehand is owed no longer; what it is worth beyond that is a
 * discount, and what it is worth less was earned by selling it.
 */
export const postVoucher = (worthMinor: number, soldMinor: number): readonly Posting[] => {
  const covered = Math.min(worthMinor, soldMinor);
  return [
    ...move(covered, 'prepaid-vouchers', 'receivable'),
    ...move(worthMinor - covered, 'discounts', 'receivable'),
    ...move(soldMinor - covered, 'prepaid-vouchers', 'revenue'),
  ];
};

/** The same, taken back. */
export const postVoucherBack = (worthMinor: number, soldMinor: number): readonly Posting[] =>
  postVoucher(worthMinor, soldMinor).map(({ account, debitMinor, creditMinor }) => ({
    account,
    debitMinor: creditMinor,
    creditMinor: debitMinor,
  }));
