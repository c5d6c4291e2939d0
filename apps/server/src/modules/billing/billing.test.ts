import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/index.ts';
import { type Caller, createWorld, refusal, type World } from '../candidacies/testing/world.ts';
import { createTestGateway, issueInvoice, type PaymentGateway, voidInvoice } from './index.ts';

/** Charges, and then loses the answer as often as it is told to. */
const forgetful = (): PaymentGateway & { losing: number; charged: number } => {
  const gateway = createTestGateway();
  const charged = new Set<string>();
  return {
    ...gateway,
    losing: 0,
    get charged() {
      return charged.size;
    },
    async confirm(order, card) {
      const confirmation = await gateway.confirm(order, card);
      if (confirmation.outcome === 'succeeded') charged.add(order.intentId);
      if (this.losing > 0) {
        this.losing -= 1;
        throw new Error('The connection to the gateway was lost.');
      }
      return confirmation;
    },
  };
};

const gateway = forgetful();
const good = '4242424242424242';
const declined = '4000000000000002';
let world: World;
let payer: Caller;
let finance: Caller;

beforeAll(async () => {
  world = await createWorld({ gateway });
  payer = await world.person('Ana Rivera');
  finance = await world.person('Fay Finance', ['finance']);
});
afterAll(() => world.close());

const issue = (amountMinor = 22_500, reference = newId(), to = payer) =>
  world.within((scope) =>
    issueInvoice(scope, {
      personId: to.personId,
      payerName: to.name,
      reference,
      context: {},
      lines: [{ description: 'Exam fee', reason: 'For non-members.', amountMinor }],
      currency: 'USD',
      dueAt: new Date('2027-03-31T23:59:59.999Z'),
    }),
  );
const stateOf = async (invoiceId: string) => (await payer.api.billing.getInvoice({ invoiceId })).state;
const settledEvents = (invoiceId: string) =>
  world.within(async ({ trx }) => {
    const entries = await trx.selectFrom('journal_entry').select('id').where('invoice_id', '=', invoiceId).execute();
    return entries.length;
  });

describe('an invoice', () => {
  test('is issued once a reference, whoever asks at the same time', async () => {
    const reference = newId();
    const issued = await Promise.all([issue(100, reference), issue(100, reference), issue(100, reference)]);
    expect(new Set(issued.map((one) => one.invoiceId)).size).toBe(1);
    expect(issued.filter((one) => one.created)).toHaveLength(1);
    expect(issued[0]?.number).toMatch(/^INV-[0-9A-HJKMNP-TV-Z]{8}$/);
  });

  test('over nothing is a mistake of the caller', async () => {
    await expect(issue(0)).rejects.toThrow(RangeError);
  });

  test('is taken back only while nothing is paid on it', async () => {
    const { invoiceId } = await issue();
    expect(await world.within((scope) => voidInvoice(scope, invoiceId))).toEqual({ voided: true });
    expect(await stateOf(invoiceId)).toBe('void');
    expect(await refusal(payer.api.billing.beginPayment({ invoiceId }))).toMatchObject({
      code: 'billing.already-settled',
    });
  });

  test('is nobody else’s to see or to pay', async () => {
    const stranger = await world.person('Sam Stranger');
    const { invoiceId } = await issue();
    expect(await refusal(stranger.api.billing.getInvoice({ invoiceId }))).toMatchObject({ code: 'platform.not-found' });
    expect(await refusal(finance.api.billing.beginPayment({ invoiceId }))).toMatchObject({
      code: 'platform.not-allowed',
    });
  });

  test('is a PDF, and a receipt once it is settled', async () => {
    const { invoiceId, number } = await issue();
    const pdf = await payer.api.billing.getInvoicePdf({ invoiceId });
    expect(pdf.name).toBe(`${number}.pdf`);
    expect(await pdf.slice(0, 5).text()).toBe('%PDF-');
  });
});

describe('a card payment', () => {
  test('settles, once; a second confirmation of it changes nothing', async () => {
    const { invoiceId } = await issue();
    const { intentId, amountMinor } = await payer.api.billing.beginPayment({ invoiceId });
    expect(amountMinor).toBe(22_500);
    const confirm = () => payer.api.billing.confirmPayment({ invoiceId, intentId, cardNumber: good });
    expect(await Promise.all([confirm(), confirm(), confirm()])).toEqual(Array(3).fill({ state: 'settled' }));
    expect((await payer.api.billing.getInvoice({ invoiceId })).payments).toHaveLength(1);
    expect(await settledEvents(invoiceId)).toBe(2);
  });

  test('that is declined charges nothing and may be tried again with another card', async () => {
    const { invoiceId } = await issue();
    const { intentId } = await payer.api.billing.beginPayment({ invoiceId });
    const refused = await refusal(payer.api.billing.confirmPayment({ invoiceId, intentId, cardNumber: declined }));
    expect(refused).toMatchObject({ code: 'billing.card-declined' });
    expect(await stateOf(invoiceId)).toBe('open');
    const taken = await payer.api.billing.confirmPayment({ invoiceId, intentId, cardNumber: good });
    expect(taken.state).toBe('settled');
  });

  test('whose answer was lost is found out by confirming again, and was charged once', async () => {
    const { invoiceId } = await issue();
    const { intentId } = await payer.api.billing.beginPayment({ invoiceId });
    const before = gateway.charged;
    gateway.losing = 1;
    await expect(payer.api.billing.confirmPayment({ invoiceId, intentId, cardNumber: good })).rejects.toThrow();
    expect(await stateOf(invoiceId)).toBe('open');
    // Begun anew, the same intent is taken up; whatever card comes now, the charge that was made counts.
    expect((await payer.api.billing.beginPayment({ invoiceId })).intentId).toBe(intentId);
    const found = await payer.api.billing.confirmPayment({ invoiceId, intentId, cardNumber: declined });
    expect(found.state).toBe('settled');
    expect(gateway.charged - before).toBe(1);
  });

  test('that was never begun, or of another invoice, is refused', async () => {
    const [one, two] = [await issue(), await issue()];
    const { intentId } = await payer.api.billing.beginPayment({ invoiceId: one.invoiceId });
    const call = payer.api.billing.confirmPayment({ invoiceId: two.invoiceId, intentId, cardNumber: good });
    expect(await refusal(call)).toMatchObject({ code: 'billing.no-such-payment' });
  });

  test('of more than is still open is refused before anything is charged', async () => {
    const { invoiceId } = await issue();
    const { intentId } = await payer.api.billing.beginPayment({ invoiceId });
    await pay(invoiceId, 10_000);
    const before = gateway.charged;
    const call = payer.api.billing.confirmPayment({ invoiceId, intentId, cardNumber: good });
    expect(await refusal(call)).toMatchObject({ code: 'billing.amount-changed' });
    expect(gateway.charged).toBe(before);
    expect((await payer.api.billing.beginPayment({ invoiceId })).amountMinor).toBe(12_500);
  });

  test('through the test gateway is refused by an organization that works in earnest', async () => {
    const { invoiceId } = await issue();
    const { intentId } = await payer.api.billing.beginPayment({ invoiceId });
    const setKind = (kind: string) =>
      world.db.kysely.updateTable('organization').set({ kind }).where('id', '=', world.organization.id).execute();
    await setKind('live');
    const begun = payer.api.billing.beginPayment({ invoiceId });
    const confirmed = payer.api.billing.confirmPayment({ invoiceId, intentId, cardNumber: good });
    const codes = await Promise.allSettled([refusal(begun), refusal(confirmed)]);
    await setKind(world.organization.kind);
    const refused = { status: 'fulfilled', value: { code: 'billing.no-card-payments' } };
    expect(codes).toMatchObject([refused, refused]);
    expect(await stateOf(invoiceId)).toBe('open');
  });
});

const pay = (invoiceId: string, amountMinor: number, by = finance) =>
  by.api.billing.recordPayment({
    invoiceId,
    amountMinor,
    method: 'bank-transfer',
    receivedOn: '2027-03-01',
    reference: 'Transfer 17',
  });

describe('a payment by other means', () => {
  test('may be a part; more than what is open is refused', async () => {
    const { invoiceId } = await issue();
    expect(await pay(invoiceId, 22_499)).toEqual({ state: 'open' });
    expect(await refusal(pay(invoiceId, 2))).toMatchObject({
      code: 'billing.overpayment',
      message: expect.stringContaining('$0.01'),
    });
    expect(await pay(invoiceId, 1)).toEqual({ state: 'settled' });
    expect(await refusal(pay(invoiceId, 1))).toMatchObject({ code: 'billing.already-settled' });
  });

  test('twice at once never exceeds the total', async () => {
    const { invoiceId } = await issue();
    const both = await Promise.allSettled([pay(invoiceId, 15_000), pay(invoiceId, 15_000)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('does not arrive in the future, and is not recorded by its payer', async () => {
    const { invoiceId } = await issue();
    const early = finance.api.billing.recordPayment({
      invoiceId,
      amountMinor: 1,
      method: 'cash',
      receivedOn: '2027-03-03',
      reference: 'x',
    });
    expect(await refusal(early)).toMatchObject({ code: 'billing.received-in-future' });
    const own = await issue(22_500, newId(), finance);
    expect(await refusal(pay(own.invoiceId, 1))).toMatchObject({ code: 'billing.own-invoice' });
  });
});

describe('a refund', () => {
  const refund = (invoiceId: string) =>
    finance.api.billing.refundInvoice({ invoiceId, reason: 'The exam could not be offered.' });

  test('of a settled invoice gives everything back, once', async () => {
    const { invoiceId } = await issue();
    await pay(invoiceId, 22_500);
    const both = await Promise.allSettled([refund(invoiceId), refund(invoiceId)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const invoice = await payer.api.billing.getInvoice({ invoiceId });
    expect(invoice).toMatchObject({ state: 'refunded', paidMinor: 0 });
    expect(await refusal(refund(invoiceId))).toMatchObject({ code: 'billing.nothing-paid' });
  });

  test('of a part leaves the invoice open for its full amount', async () => {
    const { invoiceId } = await issue();
    await pay(invoiceId, 10_000);
    expect(await refund(invoiceId)).toEqual({ state: 'open' });
    expect((await payer.api.billing.beginPayment({ invoiceId })).amountMinor).toBe(22_500);
  });

  test('is not of an invoice of one’s own', async () => {
    const { invoiceId } = await issue(22_500, newId(), finance);
    expect(await refusal(refund(invoiceId))).toMatchObject({ code: 'billing.own-invoice' });
  });
});
