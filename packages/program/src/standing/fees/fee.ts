import type { Circumstances } from '../../circumstances.ts';
import type { Instant } from '../../facts.ts';
import { text } from '../../messages/compose.ts';
import { type Charge, chargeOf } from '../../prices/charge.ts';
import type { Payable } from '../../prices/price.ts';
import { reasonFor } from '../../prices/reason.ts';
import type { Bundle, Fee } from '../../schema/program.ts';
import type { Text } from '../../text.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { PayerFinding } from '../payer.ts';
import { findInvoice, type Invoice, type Invoices, keyOf, remainingOf } from './invoices.ts';
import type { FeeTarget } from './target.ts';

/** What the price and the state of every fee rest on. */
export interface Billing {
  readonly ledger: Ledger;
  readonly circumstances: Circumstances;
  readonly payer: PayerFinding;
  readonly invoices: Invoices;
  /** Chosen in time; it takes the place of the fees of first attempts that are in it. */
  readonly bundle?: Bundle;
}

export interface FeeFinding {
  /** The fee, or the bundle that was chosen in its place. */
  readonly fee: Payable;
  readonly target: FeeTarget;
  /** The same for all findings of one fee and target. */
  readonly key: string;
  /**
   * `not-due`: nothing asks for it now. `held`: a claimed membership, or a region that is not declared, decides the price
   * first. `to-invoice`: owed, the system makes out the invoice. `open`: invoiced. `settled`: paid in full. `free`: costs
   * nothing.
   */
  readonly state: 'not-due' | 'held' | 'to-invoice' | 'open' | 'settled' | 'free';
  /** The full price with its taxes, in minor units; 0 while it is not known. */
  readonly amountMinor: number;
  readonly taxMinor: number;
  /** What is still to be paid of it. */
  readonly remainingMinor: number;
  readonly currency: string;
  /** For whom and for what the price holds. */
  readonly reason: Text;
  /** The axes that have to be known before the price is; absent when it is. */
  readonly missing?: readonly string[];
  readonly invoice?: Invoice;
  readonly settledAt?: Instant;
}

/** Whether a fee keeps nothing waiting. */
export function isDone({ state }: FeeFinding): boolean {
  return state === 'settled' || state === 'free';
}

function chargeFor({ ledger, circumstances }: Billing, payable: Payable, attempt: number, payerClass: string): Charge {
  return chargeOf(ledger.program, payable, { payerClass, circumstances, at: ledger.at, attempt });
}

/** Whether a membership that is being checked would change the price. */
function waitsForPayer(billing: Billing, payable: Payable, attempt: number, charge: Charge): boolean {
  const { pending } = billing.payer;
  if (pending === undefined) return false;
  const claimed = chargeFor(billing, payable, attempt, pending.data.payerClass);
  return !charge.isKnown || !claimed.isKnown || claimed.totalMinor !== charge.totalMinor;
}

/**
 * Where one fee stands, for what it pays for. A fee of first attempts that is in the chosen bundle stands where the
 * bundle stands.
 *
 * @param isAsked whether something waits for it now.
 */
export function findFeeStanding(billing: Billing, asked: Fee, target: FeeTarget, isAsked: boolean): FeeFinding {
  const { ledger, invoices, payer, circumstances, bundle } = billing;
  const { program } = ledger;
  const attempt = target.attempt ?? 1;
  const isBundled = attempt === 1 && bundle?.fees.includes(asked.id) === true;
  const fee: Payable = isBundled ? bundle : asked;
  const own: FeeTarget = isBundled ? { attempt: 1 } : target;
  const key = keyOf(program, fee.id, own);
  const invoice = findInvoice(invoices, key);
  const charge = chargeFor(billing, fee, attempt, payer.payerClass);
  const row = charge.isKnown ? charge.row : undefined;
  const common = { fee, target: own, key, reason: reasonFor(program, fee, row, circumstances, attempt) };
  if (invoice !== undefined) {
    const { amountMinor, currency, taxMinor = 0 } = invoice.issued.data;
    const { settledAt } = invoice;
    const issued = { ...common, amountMinor, currency, taxMinor, invoice };
    if (settledAt !== undefined) return { ...issued, state: 'settled', remainingMinor: 0, settledAt };
    return { ...issued, state: 'open', remainingMinor: remainingOf(invoice) };
  }
  if (!charge.isKnown) {
    const { missing } = charge;
    const reason = text('price.by-circumstances');
    const unknown = { amountMinor: 0, taxMinor: 0, remainingMinor: 0, currency: program.currency };
    return { ...common, ...unknown, reason, missing, state: isAsked ? 'held' : 'not-due' };
  }
  const { totalMinor: amountMinor, taxMinor, currency } = charge;
  const priced = { ...common, amountMinor, taxMinor, currency, remainingMinor: 0 };
  if (amountMinor === 0) return { ...priced, state: 'free' };
  if (!isAsked) return { ...priced, state: 'not-due' };
  if (waitsForPayer(billing, fee, attempt, charge)) return { ...priced, state: 'held' };
  return { ...priced, state: 'to-invoice', remainingMinor: amountMinor };
}

/** One finding of each fee and target: the one that is asked for, where several parts name it. */
export function distinctFees(findings: readonly FeeFinding[]): readonly FeeFinding[] {
  const byKey = new Map<string, FeeFinding>();
  for (const finding of findings) {
    const before = byKey.get(finding.key);
    if (before === undefined || before.state === 'not-due') byKey.set(finding.key, finding);
  }
  return [...byKey.values()];
}
