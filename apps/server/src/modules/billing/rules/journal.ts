/** The books: one account of each kind in each currency. */
export const accounts = ['receivable', 'revenue', 'cash'] as const;
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
