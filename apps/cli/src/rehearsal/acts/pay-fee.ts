import { randomUUID } from 'node:crypto';
import { findFee, formatMoney, type NextAction, type Quote, quote, type Standing, say } from '@testamur/program';
import { expectPdf } from '../keepsakes.ts';
import { expectRefusal, expectThat } from '../unmet.ts';
import { firstTime, type World } from '../world.ts';
import { type Act, subjectOf } from './act.ts';
import { redeemVoucher } from './redeem-voucher.ts';

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

/** What the program asks for on the day of the invoice, taxes included. */
const priceOf = ({ program }: World, { subject = '', target }: NextAction, standing: Standing, at: string): Quote => {
  const { payerClass, region, track } = standing;
  const isBundle = program.bundles?.some(({ id }) => id === subject) === true;
  const attempt = target?.attempt === undefined ? {} : { attempt: target.attempt };
  return quote(program, {
    payerClass,
    at,
    ...(region === undefined ? {} : { region }),
    ...(track === undefined ? {} : { track }),
    ...(isBundle ? { fees: [], bundle: subject } : { fees: [{ fee: subject, ...attempt }] }),
  });
};

/** The paper asks for what the program asks for, line by line. */
const readInvoice = async (world: World, action: NextAction, standing: Standing, invoiceId: string) => {
  const { candidate, findings } = world;
  const { number, totalMinor, currency, lines, issuedAt } = await candidate.api.billing.getInvoice({ invoiceId });
  const price = priceOf(world, action, standing, issuedAt);
  const [asked, found] = [inWords(price.totalMinor, price.currency), inWords(totalMinor, currency)];
  expectThat(asked === found, `an invoice over ${asked}`, found);
  const amounts = lines.map(({ amountMinor }) => amountMinor);
  const expected = price.lines.map(({ amountMinor }) => amountMinor);
  expectThat(amounts.join() === expected.join(), `lines of ${expected.join(', ')} minor units`, lines);
  findings.add({
    kind: 'invoice',
    fee: action.subject ?? '',
    number,
    totalMinor,
    currency,
    payerClass: standing.payerClass,
    ...(standing.region === undefined ? {} : { region: standing.region }),
    lines,
  });
  return { number, totalMinor, currency };
};

const payByCard = async (world: World, action: NextAction, standing: Standing, invoiceId: string): Promise<void> => {
  const { candidate, journal } = world;
  if (firstTime(world, 'declined card')) await refuseFirst(world, invoiceId);
  await journal.step('candidate', say(action.title), async (note) => {
    const { number, totalMinor, currency } = await readInvoice(world, action, standing, invoiceId);
    await payTwice(world, invoiceId);
    const { payments, paidMinor } = await candidate.api.billing.getInvoice({ invoiceId });
    expectThat(payments.length === 1 && paidMinor === totalMinor, 'one payment of the whole', { payments, paidMinor });
    const receipt = await candidate.api.billing.getInvoicePdf({ invoiceId });
    note(expectPdf('The receipt', Buffer.from(await receipt.arrayBuffer())));
    note(`${number}: ${inWords(paidMinor, currency)}, charged once though sent twice.`);
  });
};

export const payFee: Act = async (world, action, standing) => {
  const fee = subjectOf(action);
  const invoiceId = standing.owed.find((owed) => owed.fee === fee && owed.invoiceId !== undefined)?.invoiceId;
  if (invoiceId === undefined) return false;
  const takesVouchers = findFee(world.program, fee)?.vouchers === true;
  if (world.plan.paysByVoucher && takesVouchers && firstTime(world, 'voucher')) {
    await world.journal.step('candidate', `${say(action.title)}, by voucher`, async (note) => {
      const { totalMinor, currency } = await readInvoice(world, action, standing, invoiceId);
      await redeemVoucher(world, { fee, invoiceId, totalMinor, currency }, note);
    });
  } else await payByCard(world, action, standing, invoiceId);
  return true;
};
