import { latest } from '../../calendar/instant.ts';
import type { Instant } from '../../facts.ts';
import { text } from '../../messages/compose.ts';
import type { Text } from '../../text.ts';
import type { PayerFinding } from '../payer.ts';
import type { CandidacyStatus } from '../types.ts';
import { distinctFees, type FeeFinding } from './fee.ts';
import { dueOf } from './stages.ts';

/** What a candidacy is waiting for, where that is a fee. */
export interface FeeStatus {
  readonly status: Extract<CandidacyStatus, 'payment-due' | 'under-review' | 'more-needed'>;
  readonly since: Instant;
  readonly reason: Text;
}

/**
 * The status that fees make: an invoice to be paid, one on its way, or a price that cannot be named yet.
 *
 * @param since since when the fees have been asked for.
 */
export function findFeeStatus(fees: readonly FeeFinding[], since: Instant, payer: PayerFinding): FeeStatus | undefined {
  const asked = distinctFees(fees);
  const open = asked.filter(({ state }) => state === 'open');
  const asksSince = latest(since, payer.judgedAt) ?? since;
  const titlesOf = (found: readonly FeeFinding[]): string => found.map(({ fee }) => fee.title).join(', ');
  if (open.length > 0) {
    return { status: 'payment-due', since: asksSince, reason: text('status.payment-due', { titles: titlesOf(open) }) };
  }
  if (asked.some(({ state }) => state === 'to-invoice')) {
    return { status: 'payment-due', since: asksSince, reason: text('status.invoice-on-its-way') };
  }
  const held = asked.filter(({ state }) => state === 'held');
  if (held.some(({ missing }) => missing !== undefined)) {
    return { status: 'more-needed', since, reason: text('status.price-unknown', { titles: titlesOf(held) }) };
  }
  if (held.length === 0) return undefined;
  return {
    status: 'under-review',
    since: latest(since, payer.pending?.at) ?? since,
    reason: text('status.membership'),
  };
}

/** A fee that was not paid in time, while something waited for it; of several, the first. */
export function findUnpaid(
  fees: readonly FeeFinding[],
  at: Instant,
): { readonly at: Instant; readonly titles: string } | undefined {
  const dueAt = dueOf(fees);
  if (dueAt === undefined || at <= dueAt) return undefined;
  const late = fees.filter(({ state, invoice }) => state === 'open' && invoice?.issued.data.dueAt === dueAt);
  return { at: dueAt, titles: late.map(({ fee }) => fee.title).join(', ') };
}
