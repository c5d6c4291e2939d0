import { z } from 'zod';
import type { Scope } from '../../platform/http/index.ts';
import { recordAudit } from '../audit/index.ts';
import type { InvoicePayload, VoucherPayload } from '../billing/index.ts';
import { recordFacts } from './facts.ts';

const ours = z.object({ candidacyId: z.uuid(), fee: z.string() });

/** Records that an invoice of ours was paid or given back, in money or by a voucher; once a movement. */
export const recordPaid = async (
  scope: Scope,
  kind: 'fee-settled' | 'fee-refunded',
  { invoiceId, paymentId, context, amountMinor, currency, ...payload }: InvoicePayload | VoucherPayload,
): Promise<void> => {
  const known = ours.safeParse(context);
  if (!known.success) return;
  const { candidacyId, fee } = known.data;
  const voucher = 'voucherId' in payload ? { voucherId: payload.voucherId } : {};
  const data = { fee, invoiceId, amountMinor, currency, ...voucher };
  const fact = { kind, data, by: { kind: 'system' }, once: `${kind}:${paymentId}` } as const;
  const { recorded } = await recordFacts(scope, candidacyId, [fact]);
  if (recorded[0] !== true) return;
  const action = kind === 'fee-settled' ? 'candidacies.settleFee' : 'candidacies.refundFee';
  const detail = { invoiceId, amountMinor, currency, ...voucher };
  await recordAudit(scope, { action, subject: `candidacy:${candidacyId}`, detail });
};
