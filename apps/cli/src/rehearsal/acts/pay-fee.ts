import { randomUUID } from 'node:crypto';
import { formatMoney, quoteFee, type Standing, say } from '@testamur/program';
import { expectRefusal, expectThat } from '../unmet.ts';
import type { World } from '../world.ts';
import { type Act, subjectOf } from './act.ts';

/** Cards of the built-in test gateway: no money moves. */
const declinedCard = '4000000000000002';
const goodCard = '4242 4242 4242 4242';

const inWords = (amountMinor: number, currency: string): string => formatMoney(amountMinor, currency, 'en');

const refuseFirst = async ({ candidate, journal }: World, invoiceId: string): Promise<void> => {
  const { billing } = candidate.api;
  await journal.step('candidate', 'Pay with a card that is declined', async (note) => {
    const { intentId } = await billing.beginPayment({ invoiceId });
    const words = await expectRefusal(
      'billing.card-declined',
      billing.confirmPayment({ invoiceId, intentId, cardNumber: declinedCard }),
    );
    const { state, paidMinor } = await billing.getInvoice({ invoiceId });
    expectThat(state === 'open' && paidMinor === 0, 'an open invoice of which nothing is paid', { state, paidMinor });
    note(`Refused: ${words}`);
  });
};

/** The command is sent twice with one key: it must happen once. */
const payTwice = async ({ candidate }: World, invoiceId: string): Promise<void> => {
  const { billing } = candidate.api;
  const { intentId } = await billing.beginPayment({ invoiceId });
  const context = { idempotencyKey: randomUUID() };
  const payment = { invoiceId, intentId, cardNumber: goodCard };
  const first = await billing.confirmPayment(payment, { context });
  const second = await billing.confirmPayment(payment, { context });
  expectThat(first.state === 'settled' && second.state === 'settled', 'the invoice to be settled', [first, second]);
};

const priceOf = ({ program, clock }: World, fee: string, { payerClass, assessments }: Standing): number => {
  const assessment = program.fees.flatMap((one) =>
    one.id === fee && one.kind === 'assessment' ? [one.assessment] : [],
  )[0];
  const attempt = assessments.find((one) => one.assessment === assessment)?.attempt ?? 1;
  return quoteFee(program, fee, { payerClass, at: clock.now(), attempt }).amountMinor;
};

export const payFee: Act = async (world, action, standing) => {
  const { candidate, journal } = world;
  const fee = subjectOf(action);
  const invoiceId = standing.owed.find((owed) => owed.fee === fee)?.invoiceId;
  if (invoiceId === undefined) return false;
  await refuseFirst(world, invoiceId);
  await journal.step('candidate', say(action.title), async (note) => {
    const { totalMinor, currency } = await candidate.api.billing.getInvoice({ invoiceId });
    const price = priceOf(world, fee, standing);
    expectThat(totalMinor === price, `an invoice over ${inWords(price, currency)}`, inWords(totalMinor, currency));
    await payTwice(world, invoiceId);
    const { number, payments, paidMinor } = await candidate.api.billing.getInvoice({ invoiceId });
    expectThat(payments.length === 1 && paidMinor === price, 'one payment of the whole', { payments, paidMinor });
    const receipt = await candidate.api.billing.getInvoicePdf({ invoiceId });
    expectThat(receipt.type === 'application/pdf', 'a receipt as PDF', receipt.type);
    note(`${number}: ${inWords(paidMinor, currency)}, charged once though sent twice.`);
  });
  return true;
};
