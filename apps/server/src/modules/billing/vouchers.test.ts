import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/index.ts';
import { type Caller, createWorld, refusal, type World } from '../candidacies/testing/world.ts';
import { issueInvoice, restoreVouchers, voidInvoice, voucherPurpose } from './index.ts';
import { type VoucherState, voucherStates } from './rules/voucher.ts';
import { programWith } from './testing/program-with.ts';
import { mostTries } from './vouchers/tries.ts';

const yaml = programWith(({ fees }) => ({
  id: 'vouched',
  fees: fees.map((fee) => (fee.kind === 'assessment' ? { ...fee, vouchers: true } : fee)),
}));

let world: World;
let payer: Caller;
let finance: Caller;

beforeAll(async () => {
  world = await createWorld({ yaml });
  payer = await world.person('Ana Rivera');
  finance = await world.person('Fay Finance', ['finance']);
});
afterAll(() => world.close());

const purpose = voucherPurpose('vouched', 'exam-fee');
const invoiceFor = (to = payer, amountMinor = 10_000, more: { voucherPurpose?: string; currency?: string } = {}) =>
  world.within((scope) =>
    issueInvoice(scope, {
      personId: to.personId,
      payerName: to.name,
      reference: newId(),
      context: {},
      lines: [{ description: 'Exam fee', reason: 'For everybody.', amountMinor }],
      currency: 'USD',
      dueAt: new Date('2027-03-31T23:59:59.999Z'),
      voucherPurpose: purpose,
      ...more,
    }),
  );

type Order = Parameters<Caller['api']['billing']['issueVouchers']>[0];
const order = (more: Partial<Order> = {}): Order => ({
  organization: 'ala',
  batchId: newId(),
  programId: 'vouched',
  fee: 'exam-fee',
  count: 1,
  currency: 'USD',
  recipient: 'Riverside School District',
  expiresOn: '2027-06-30',
  ...(more.amountMinor === undefined ? { percent: 100 } : {}),
  ...more,
});
const issueVoucher = async (more: Partial<Order> = {}, by = finance) => {
  const batchId = newId();
  const { vouchers } = await by.api.billing.issueVouchers(order({ batchId, ...more }));
  const [voucher] = vouchers;
  if (!voucher) throw new Error('No voucher was issued.');
  return { ...voucher, batchId };
};
const redeem = (code: string, invoiceId: string, by = payer) => by.api.billing.redeemVoucher({ invoiceId, code });
const invoiceOf = (invoiceId: string) => payer.api.billing.getInvoice({ invoiceId });
/** As the list says it, which finds it under that state and under no other. */
const stateOf = async ({ id, batchId }: { id: string; batchId: string }) => {
  const list = async (state?: VoucherState) =>
    (await finance.api.billing.listVouchers({ organization: 'ala', page: 1, batchId, ...(state ? { state } : {}) }))
      .vouchers;
  const [voucher] = await list();
  const states = await Promise.all(voucherStates.map(async (state) => ((await list(state)).length > 0 ? [state] : [])));
  expect([voucher?.id, states.flat()]).toEqual([id, [voucher?.state]]);
  return voucher?.state;
};
const balances = async () => {
  const { accounts } = await finance.api.billing.getLedger({ organization: 'ala' });
  return Object.fromEntries(
    accounts.map(({ account, debitMinor, creditMinor }) => [account, debitMinor - creditMinor]),
  );
};
/** What the books have moved, by account, while something happened. */
const moved = async (work: () => Promise<unknown>) => {
  const before = await balances();
  await work();
  const after = await balances();
  const changes = Object.entries(after).map(
    ([account, balance]) => [account, balance - (before[account] ?? 0)] as const,
  );
  return Object.fromEntries(changes.filter(([, change]) => change !== 0));
};

describe('issuing', () => {
  test('shows each code once, and keeps nothing that it could be read from', async () => {
    const { vouchers, csv } = await finance.api.billing.issueVouchers(order({ count: 500 }));
    expect(new Set(vouchers.map(({ code }) => code)).size).toBe(500);
    expect(vouchers[0]?.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const [head, first] = csv.split('\r\n');
    expect(head).toBe('code,pays_for,value,expires_on,recipient');
    expect(first).toContain(`${vouchers[0]?.code},"Exam fee, Certified Academic Library Technician",100 %,2027-06-30`);
    const kept = await world.within(({ trx }) => trx.selectFrom('voucher').selectAll().execute());
    const audited = await world.within(({ trx }) => trx.selectFrom('audit_entry').select('content').execute());
    const code = vouchers[0]?.code ?? '';
    for (const text of [code, code.replaceAll('-', '')]) {
      expect(JSON.stringify([kept, audited])).not.toContain(text);
    }
  });

  test('twice with one order issues once', async () => {
    const once = order();
    const outcomes = await Promise.allSettled([
      finance.api.billing.issueVouchers(once),
      finance.api.billing.issueVouchers(once),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(finance.api.billing.issueVouchers(once))).toMatchObject({ code: 'billing.vouchers-issued' });
  });

  test.each([
    ['a fee that takes none', { fee: 'renewal-fee' }, 'billing.no-vouchers', 'Choose: exam-fee.'],
    ['a fee that is not there', { fee: 'toll' }, 'billing.no-vouchers', 'has no fee "toll"'],
    ['a program that is not there', { programId: 'none' }, 'programs.no-such-program', ''],
    ['another currency', { currency: 'EUR' }, 'billing.voucher-order', 'charged in USD'],
    ['a day that has passed', { expiresOn: '2027-02-28' }, 'billing.voucher-order', 'still to come'],
    ['both a share and an amount', { percent: 50, amountMinor: 100 }, 'platform.invalid', ''],
  ])('for %s is refused', async (_, more, code, message) => {
    const refused = await refusal(finance.api.billing.issueVouchers(order(more)));
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(message);
  });
});

describe('redeeming', () => {
  test('settles an invoice, the code typed in any way', async () => {
    const voucher = await issueVoucher();
    const { invoiceId } = await invoiceFor();
    const typed = ` ${voucher.code.replaceAll('-', ' ').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `;
    expect(await redeem(typed, invoiceId)).toEqual({
      state: 'settled',
      amountMinor: 10_000,
      openMinor: 0,
      currency: 'USD',
    });
    expect(await invoiceOf(invoiceId)).toMatchObject({ paidMinor: 10_000, voucherMinor: 10_000, takesVouchers: false });
    expect(await stateOf(voucher)).toBe('redeemed');
  });

  test('of a part leaves the rest to be paid', async () => {
    const { invoiceId } = await invoiceFor();
    const [half, twenty] = [await issueVoucher({ percent: 33.3333 }), await issueVoucher({ amountMinor: 2000 })];
    expect(await redeem(half.code, invoiceId)).toMatchObject({ state: 'open', amountMinor: 3333, openMinor: 6667 });
    expect(await redeem(twenty.code, invoiceId)).toMatchObject({ state: 'open', openMinor: 4667 });
    const { intentId, amountMinor } = await payer.api.billing.beginPayment({ invoiceId });
    expect(amountMinor).toBe(4667);
    await payer.api.billing.confirmPayment({ invoiceId, intentId, cardNumber: '4242424242424242' });
    expect(await invoiceOf(invoiceId)).toMatchObject({ state: 'settled', paidMinor: 10_000, voucherMinor: 5333 });
  });

  test('of one voucher on two invoices at once pays for one', async () => {
    const { code } = await issueVoucher();
    const invoices = await Promise.all([invoiceFor(), invoiceFor(), invoiceFor()]);
    const outcomes = await Promise.allSettled(invoices.map(({ invoiceId }) => redeem(code, invoiceId)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const states = await Promise.all(invoices.map(async ({ invoiceId }) => (await invoiceOf(invoiceId)).state));
    expect(states.filter((state) => state === 'settled')).toHaveLength(1);
  });

  test('is refused with what to do: used, expired, canceled, for something else, one’s own', async () => {
    const { invoiceId } = await invoiceFor();
    const used = await issueVoucher();
    await redeem(used.code, (await invoiceFor()).invoiceId);
    expect(await refusal(redeem(used.code, invoiceId))).toMatchObject({ code: 'billing.voucher-used' });
    const canceled = await issueVoucher();
    await finance.api.billing.cancelVoucher({ organization: 'ala', voucherId: canceled.id, givenBack: false });
    expect(await refusal(redeem(canceled.code, invoiceId))).toMatchObject({ code: 'billing.voucher-canceled' });
    const elsewhere = await invoiceFor(payer, 100, { voucherPurpose: voucherPurpose('other', 'exam-fee') });
    const good = await issueVoucher();
    const refused = await refusal(redeem(good.code, elsewhere.invoiceId));
    expect(refused.code).toBe('billing.voucher-elsewhere');
    expect(refused.message).toContain('Exam fee, Certified Academic Library Technician');
    const inEuros = await invoiceFor(payer, 100, { currency: 'EUR' });
    expect((await refusal(redeem(good.code, inEuros.invoiceId))).message).toContain('for one in EUR');
    expect((await refusal(redeem('0000-0000-0000-0000', invoiceId))).code).toBe('billing.no-such-voucher');
    const own = await invoiceFor(finance);
    expect((await refusal(redeem(good.code, own.invoiceId, finance))).code).toBe('billing.own-voucher');
    const expiring = await issueVoucher({ expiresOn: '2027-03-01' });
    world.setClock('2027-03-01T23:59:59.000Z');
    const last = await issueVoucher({ expiresOn: '2027-03-01' });
    expect(await redeem(last.code, (await invoiceFor()).invoiceId)).toMatchObject({ state: 'settled' });
    world.setClock('2027-03-02T00:00:00.000Z');
    expect((await refusal(redeem(expiring.code, invoiceId))).message).toContain('expired on March 1, 2027');
    expect(await stateOf(expiring)).toBe('expired');
  });

  test('is not possible on an invoice that takes none', async () => {
    const { code } = await issueVoucher();
    const { voucherPurpose: _, ...plain } = { voucherPurpose: purpose, personId: payer.personId };
    const { invoiceId } = await world.within((scope) =>
      issueInvoice(scope, {
        ...plain,
        payerName: payer.name,
        reference: newId(),
        context: {},
        lines: [{ description: 'Renewal fee', reason: 'For one renewal.', amountMinor: 100 }],
        currency: 'USD',
        dueAt: new Date('2027-03-31T23:59:59.999Z'),
      }),
    );
    expect(await refusal(redeem(code, invoiceId))).toMatchObject({ code: 'billing.no-vouchers' });
  });

  test('wrong codes ten times in fifteen minutes is too often, even for the right one', async () => {
    const eager = await world.person('Eve Eager');
    const { invoiceId } = await invoiceFor(eager);
    const { code } = await issueVoucher();
    const tries = Array.from({ length: mostTries }, () => refusal(redeem('7777-7777-7777-7777', invoiceId, eager)));
    expect(new Set((await Promise.all(tries)).map((one) => one.code))).toEqual(new Set(['billing.no-such-voucher']));
    expect(await refusal(redeem(code, invoiceId, eager))).toMatchObject({ code: 'billing.too-many-tries' });
    world.setClock(new Date(world.now().getTime() + 15 * 60_000).toISOString());
    expect(await redeem(code, invoiceId, eager)).toMatchObject({ state: 'settled' });
  });
});

describe('the books', () => {
  test('owe what was paid for vouchers until they are redeemed; the rest of their worth is a discount', async () => {
    let code = '';
    const selling = await moved(async () => {
      ({ code } = await issueVoucher({ priceMinor: 8000 }));
    });
    expect(selling).toEqual({ cash: 8000, 'prepaid-vouchers': -8000 });
    const { invoiceId } = await invoiceFor();
    expect(await moved(() => redeem(code, invoiceId))).toEqual({
      'prepaid-vouchers': 8000,
      discounts: 2000,
      receivable: -10_000,
    });
    const refunding = () => finance.api.billing.refundInvoice({ invoiceId, reason: 'The exam did not take place.' });
    expect(await moved(refunding)).toEqual({ 'prepaid-vouchers': -8000, discounts: -2000, revenue: 10_000 });
  });

  test('have earned what was paid for a voucher beyond what it was worth', async () => {
    const { code } = await issueVoucher({ amountMinor: 9000, priceMinor: 9000 });
    const { invoiceId } = await invoiceFor(payer, 5000);
    expect(await moved(() => redeem(code, invoiceId))).toEqual({
      'prepaid-vouchers': 9000,
      revenue: -4000,
      receivable: -5000,
    });
  });

  test('give back or keep what was paid for a voucher that is canceled', async () => {
    const [back, kept] = [await issueVoucher({ priceMinor: 700 }), await issueVoucher({ priceMinor: 700 })];
    const cancel = (voucherId: string, givenBack: boolean) => () =>
      finance.api.billing.cancelVoucher({ organization: 'ala', voucherId, givenBack });
    expect(await moved(cancel(back.id, true))).toEqual({ 'prepaid-vouchers': 700, cash: -700 });
    expect(await moved(cancel(kept.id, false))).toEqual({ 'prepaid-vouchers': 700, revenue: -700 });
    expect(await refusal(cancel(kept.id, true)())).toMatchObject({ code: 'billing.voucher-canceled' });
  });
});

describe('a voucher is given back', () => {
  test('when its invoice is refunded, and can be redeemed again', async () => {
    const voucher = await issueVoucher();
    const { invoiceId } = await invoiceFor();
    await redeem(voucher.code, invoiceId);
    const cancel = finance.api.billing.cancelVoucher({ organization: 'ala', voucherId: voucher.id, givenBack: true });
    expect((await refusal(cancel)).message).toContain('Refund that invoice first');
    await finance.api.billing.refundInvoice({ invoiceId, reason: 'The exam did not take place.' });
    expect(await invoiceOf(invoiceId)).toMatchObject({ state: 'refunded', paidMinor: 0, voucherMinor: 0 });
    expect(await stateOf(voucher)).toBe('open');
    expect(await redeem(voucher.code, (await invoiceFor()).invoiceId)).toMatchObject({ state: 'settled' });
  });

  test('when an open invoice of which it has paid a part is withdrawn', async () => {
    const voucher = await issueVoucher({ percent: 50 });
    const { invoiceId } = await invoiceFor();
    await redeem(voucher.code, invoiceId);
    expect(await world.within((scope) => voidInvoice(scope, invoiceId))).toEqual({ voided: true });
    expect([(await invoiceOf(invoiceId)).state, await stateOf(voucher)]).toEqual(['void', 'open']);
  });

  test('while money that was paid beside it stays for finance to look at', async () => {
    const voucher = await issueVoucher({ percent: 50 });
    const { invoiceId } = await invoiceFor();
    await redeem(voucher.code, invoiceId);
    const receipt = {
      invoiceId,
      amountMinor: 5000,
      method: 'check',
      receivedOn: '2027-03-01',
      reference: '1',
    } as const;
    await finance.api.billing.recordPayment(receipt);
    const restoring = () => world.within((scope) => restoreVouchers(scope, invoiceId));
    expect(await moved(restoring)).toEqual({ discounts: -5000, revenue: 5000 });
    expect(await restoring()).toEqual({ restoredMinor: 0 });
    expect(await invoiceOf(invoiceId)).toMatchObject({ state: 'settled', paidMinor: 5000, voucherMinor: 0 });
    expect(await stateOf(voucher)).toBe('open');
    await finance.api.billing.refundInvoice({ invoiceId, reason: 'Withdrawn.' });
    expect((await invoiceOf(invoiceId)).state).toBe('refunded');
  });
});
