import { randomUUID } from 'node:crypto';
import type { Act, Candidate } from './candidate.ts';

/** Buys one voucher for the fee, from finance. */
const buyVoucher = async ({ world, program }: Candidate, feeId: string, currency: string): Promise<string> => {
  const finance = await world.as('finance');
  const now = world.context.platform.clock(world.organization);
  const { vouchers } = await finance.billing.issueVouchers({
    organization: world.organization.slug,
    batchId: randomUUID(),
    programId: program.id,
    fee: feeId,
    count: 1,
    percent: 100,
    currency,
    priceMinor: 0,
    recipient: 'Demonstration School',
    expiresOn: new Date(now.getTime() + 180 * 86_400_000).toISOString().slice(0, 10),
  });
  const code = vouchers[0]?.code;
  if (code === undefined) throw new Error('No voucher was issued.');
  return code;
};

/** By voucher where the candidate has one and the fee takes it, else by card; settled once a job has run. */
export const pay: Act = async (candidate, { subject }, { owed }) => {
  const { api, program, plan } = candidate;
  const due = owed.find(({ fee }) => fee === subject);
  if (due?.invoiceId === undefined) return false;
  const { invoiceId } = due;
  const invoice = await api.billing.getInvoice({ invoiceId });
  // Paid already, and settled once a job has run.
  if (invoice.state !== 'open') return false;
  const fee = program.fees.find(({ id }) => id === subject);
  if (plan.voucher && fee?.vouchers) {
    const code = await buyVoucher(candidate, fee.id, due.currency);
    await api.billing.redeemVoucher({ invoiceId, code });
    return false;
  }
  const { intentId } = await api.billing.beginPayment({ invoiceId });
  await api.billing.confirmPayment({ invoiceId, intentId, cardNumber: '4242424242424242' });
  return false;
};

/** Before any of its fees is invoiced. */
export const chooseBundle = async ({ api, candidacyId, plan }: Candidate): Promise<void> => {
  if (plan.bundle !== undefined) await api.candidacies.chooseBundle({ candidacyId, bundle: plan.bundle });
};
