import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/index.ts';
import { type Caller, createWorld, type World } from '../candidacies/testing/world.ts';
import { issueInvoice, voidInvoice } from './index.ts';

const good = '4242424242424242';
let world: World;
let payer: Caller;
let finance: Caller;

beforeAll(async () => {
  world = await createWorld();
  payer = await world.person('Ana Rivera');
  finance = await world.person('Fay Finance', ['finance']);
});
afterAll(() => world.close());

const issue = (amountMinor: number) =>
  world.within((scope) =>
    issueInvoice(scope, {
      personId: payer.personId,
      payerName: payer.name,
      reference: newId(),
      context: {},
      lines: [{ description: 'Exam fee', reason: 'For non-members.', amountMinor }],
      currency: 'USD',
      dueAt: new Date('2027-03-31T23:59:59.999Z'),
    }),
  );
const pay = (invoiceId: string, amountMinor: number) =>
  finance.api.billing.recordPayment({
    invoiceId,
    amountMinor,
    method: 'bank-transfer',
    receivedOn: '2027-03-01',
    reference: 'Transfer 17',
  });

describe('the books', () => {
  type Step = {
    readonly invoice: number;
    readonly act: 'pay' | 'card' | 'refund' | 'void';
    readonly amountMinor: number;
  };
  const step: fc.Arbitrary<Step> = fc.record({
    invoice: fc.nat({ max: 2 }),
    act: fc.constantFrom('pay', 'pay', 'card', 'refund', 'void'),
    amountMinor: fc.integer({ min: 1, max: 12_000 }),
  });
  const run = async (invoiceId: string, { act, amountMinor }: Step) => {
    if (act === 'void') return world.within((scope) => voidInvoice(scope, invoiceId));
    if (act === 'refund') return finance.api.billing.refundInvoice({ invoiceId, reason: 'As agreed.' });
    if (act === 'pay') return pay(invoiceId, amountMinor);
    const { intentId } = await payer.api.billing.beginPayment({ invoiceId });
    return payer.api.billing.confirmPayment({ invoiceId, intentId, cardNumber: good });
  };

  test('balance whatever happens, and agree with the invoices', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const ids = (await Promise.all([issue(10_000), issue(5_000), issue(1)])).map((one) => one.invoiceId);
        for (const one of steps) await run(ids[one.invoice] ?? '', one).catch(() => undefined);
        const { accounts, entries } = await finance.api.billing.getLedger({ organization: 'ala' });
        const sum = (of: (account: (typeof accounts)[number]) => number) => accounts.map(of).reduce((a, b) => a + b, 0);
        expect(sum((account) => account.debitMinor)).toBe(sum((account) => account.creditMinor));
        for (const entry of entries) {
          const net = entry.postings.reduce(
            (total, { debitMinor, creditMinor }) => total + debitMinor - creditMinor,
            0,
          );
          expect(net).toBe(0);
        }
        const { cash, receivable } = await balances();
        expect(accounts.find(({ account }) => account === 'cash')).toSatisfy(
          (found) => (found ? found.debitMinor - found.creditMinor : 0) === cash,
        );
        expect(accounts.find(({ account }) => account === 'receivable')).toSatisfy(
          (found) => (found ? found.debitMinor - found.creditMinor : 0) === receivable,
        );
      }),
      { numRuns: 12 },
    );
  });

  /** What the invoices themselves say came in and is still open. */
  const balances = async () => {
    const { invoices, total } = await finance.api.billing.listInvoices({ organization: 'ala', page: 1 });
    const pages = [invoices];
    for (let page = 2; (page - 1) * 50 < total; page += 1) {
      pages.push((await finance.api.billing.listInvoices({ organization: 'ala', page })).invoices);
    }
    const all = pages.flat();
    return {
      cash: all.reduce((sum, invoice) => sum + invoice.paidMinor, 0),
      receivable: all
        .filter((invoice) => invoice.state === 'open')
        .reduce((sum, invoice) => sum + invoice.totalMinor - invoice.paidMinor, 0),
    };
  };

  test('an entry that does not balance is refused by the database', async () => {
    const write = world.within(async ({ trx, organization, now }) => {
      const entry = { organization_id: organization.id, id: newId(), at: now, description: 'Wrong' };
      await trx.insertInto('journal_entry').values(entry).execute();
      const posting = {
        organization_id: organization.id,
        entry_id: entry.id,
        line: 1,
        account: 'cash',
        currency: 'USD',
      };
      await trx
        .insertInto('posting')
        .values({ ...posting, debit_minor: 1, credit_minor: 0 })
        .execute();
    });
    await expect(write).rejects.toThrow(/does not balance/);
  });
});
