import type { Program } from '@testamur/program';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/index.ts';
import { programWith } from '../billing/testing/program-with.ts';
import { accept, fillIn } from './testing/application.ts';
import { type Caller, createWorld, refusal, type World } from './testing/world.ts';

const priced = (amount: string) => ({ prices: [{ amount }], dueWithin: 'P30D', source: 'article' as const });
const words = (id: string) => ({ id, title: `The ${id}`, description: `For the ${id}.` });

/** Every stage of the way to a certificate costs something, with a tax on all of it. */
const fees: Program['fees'] = [
  { kind: 'application', ...words('application-fee'), ...priced('50.00'), includes: ['Review', 'Background check'] },
  {
    kind: 'assessment',
    ...words('both-fee'),
    ...priced('100.00'),
    assessments: ['exam', 'portfolio'],
    retake: 'same',
    vouchers: true,
  },
  { kind: 'certification', ...words('certification-fee'), ...priced('30.00') },
  { kind: 'renewal', ...words('renewal-fee'), ...priced('20.00') },
];
const yaml = programWith((program) => ({
  id: 'tolls',
  organization: { ...program.organization, taxId: 'EIN 12-3456789' },
  fees,
  taxes: [{ id: 'sales-tax', title: 'Sales tax', percent: 8.875, source: 'article' }],
  policies: {
    ...program.policies,
    refund: {
      text: 'Half until the exam begins.',
      source: 'article',
      rules: [
        { before: 'assessment', percent: 50, fees: ['both-fee'] },
        { before: 'acceptance', percent: 80 },
      ],
    },
  },
}));

let world: World;
let reviewer: Caller;
let finance: Caller;

beforeAll(async () => {
  world = await createWorld({ yaml });
  reviewer = await world.person('Ruth Reviewer', ['reviewer']);
  finance = await world.person('Fay Finance', ['finance']);
});
afterAll(() => world.close());

const submit = async (candidate: Caller): Promise<string> => {
  const { candidacyId } = await candidate.api.candidacies.beginCandidacy({ organization: 'ala', programId: 'tolls' });
  await fillIn(candidate, candidacyId);
  await candidate.api.candidacies.submitApplication({ candidacyId, listed: false });
  await world.runJobs();
  return candidacyId;
};
const standingOf = async ({ api }: Caller, candidacyId: string) =>
  (await api.candidacies.getCandidacy({ candidacyId })).standing;
const owedInvoice = async (candidate: Caller, candidacyId: string) => {
  const { owed } = await standingOf(candidate, candidacyId);
  const invoiceId = owed.find((one) => one.invoiceId !== undefined)?.invoiceId ?? '';
  return candidate.api.billing.getInvoice({ invoiceId });
};
const pay = async (candidate: Caller, invoiceId: string) => {
  const { intentId } = await candidate.api.billing.beginPayment({ invoiceId });
  await candidate.api.billing.confirmPayment({ invoiceId, intentId, cardNumber: '4242424242424242' });
  await world.runJobs();
};
/** Accepted, with the fee of the application paid. */
const accepted = async (candidate: Caller): Promise<string> => {
  const candidacyId = await submit(candidate);
  await pay(candidate, (await owedInvoice(candidate, candidacyId)).id);
  await accept(reviewer, candidacyId, 'experience');
  await accept(reviewer, candidacyId, 'education');
  await world.runJobs();
  return candidacyId;
};
const voucher = async (percent: number) => {
  const order = { organization: 'ala', batchId: newId(), programId: 'tolls', fee: 'both-fee', count: 1, percent };
  const issued = await finance.api.billing.issueVouchers({
    ...order,
    currency: 'USD',
    recipient: 'A school',
    expiresOn: '2027-12-31',
  });
  return issued.vouchers[0]?.code ?? '';
};

describe('an invoice', () => {
  test('of the application has its price, what it includes and its tax on lines of their own', async () => {
    const payer = await world.person('Pia Payer');
    const candidacyId = await submit(payer);
    const invoice = await owedInvoice(payer, candidacyId);
    expect(invoice.lines).toMatchObject([
      { kind: 'charge', amountMinor: 5000, includes: ['Review', 'Background check'] },
      { kind: 'tax', description: 'Sales tax', reason: '8.875 percent of: The application-fee.', amountMinor: 444 },
    ]);
    expect(invoice).toMatchObject({ totalMinor: 5444, taxMinor: 444, takesVouchers: false });
    const { facts } = await world.within(async ({ trx }) => ({
      facts: await trx.selectFrom('fact').select('data').where('kind', '=', 'fee-invoiced').execute(),
    }));
    expect(facts).toMatchObject([{ data: { fee: 'application-fee', amountMinor: 5444, taxMinor: 444 } }]);
    const rows = await world.within(({ trx }) => trx.selectFrom('invoice').select('reference').execute());
    expect(rows.map((row) => row.reference)).toEqual([`candidacy/${candidacyId}/application-fee/1`]);
    const pdf = await payer.api.billing.getInvoicePdf({ invoiceId: invoice.id });
    expect(await pdf.slice(0, 5).text()).toBe('%PDF-');
  });

  test('pays the first attempts of all assessments of its fee at once, by voucher where it takes them', async () => {
    const payer = await world.person('Vic Voucher');
    const candidacyId = await accepted(payer);
    const invoice = await owedInvoice(payer, candidacyId);
    expect(invoice).toMatchObject({ totalMinor: 10_888, takesVouchers: true });
    const redeemed = await payer.api.billing.redeemVoucher({ invoiceId: invoice.id, code: await voucher(50) });
    expect(redeemed).toMatchObject({ state: 'open', amountMinor: 5444, openMinor: 5444 });
    await world.runJobs();
    expect((await standingOf(payer, candidacyId)).owed).toMatchObject([{ amountMinor: 5444, invoiceId: invoice.id }]);
    await pay(payer, invoice.id);
    const after = await standingOf(payer, candidacyId);
    expect(after).toMatchObject({ owed: [], flags: [], paid: [{ currency: 'USD', amountMinor: 5444 + 5444 }] });
    expect(after.next.map(({ kind, subject }) => [kind, subject])).toContainEqual(['authorize-test', 'exam']);
    const { history } = await payer.api.candidacies.getCandidacy({ candidacyId });
    expect(history.map(({ text }) => text)).toContain('$54.44 paid by a voucher: The both-fee.');
  });
});

describe('a withdrawal', () => {
  const withdraw = async (candidate: Caller, candidacyId: string) => {
    await candidate.api.candidacies.withdrawCandidacy({ candidacyId, reason: 'Moving abroad.' });
    await world.runJobs();
  };
  const terms = (caller: Caller, candidacyId: string) => caller.api.candidacies.getRefundTerms({ candidacyId });

  test('gives back what its terms say, the same before and after, less what was given back', async () => {
    const leaving = await world.person('Lea Leaving');
    const candidacyId = await accepted(leaving);
    const invoice = await owedInvoice(leaving, candidacyId);
    await pay(leaving, invoice.id);
    const before = await terms(leaving, candidacyId);
    expect(before).toMatchObject({ policy: 'Half until the exam begins.', hasRules: true, withdrawn: false });
    expect(before.terms).toMatchObject([
      { fee: 'application-fee', paidMinor: 5444, refundMinor: 0, reason: 'Nothing, for it is too late for a refund.' },
      { fee: 'both-fee', title: 'The both-fee', paidMinor: 10_888, refundMinor: 5444, percent: 50 },
    ]);
    await withdraw(leaving, candidacyId);
    world.setClock('2027-06-01T09:00:00.000Z');
    expect(await terms(finance, candidacyId)).toEqual({ ...before, withdrawn: true });
    const refund = { invoiceId: invoice.id, reason: 'Half, as the rule says.' };
    expect(await refusal(finance.api.billing.refundInvoice({ ...refund, amountMinor: 10_889 }))).toMatchObject({
      code: 'billing.refund-exceeds',
    });
    expect(await finance.api.billing.refundInvoice({ ...refund, amountMinor: 5444 })).toEqual({ state: 'settled' });
    await world.runJobs();
    expect((await terms(finance, candidacyId)).terms[1]).toMatchObject({ paidMinor: 5444, refundMinor: 0 });
    expect((await standingOf(leaving, candidacyId)).paid).toEqual([{ currency: 'USD', amountMinor: 10_888 }]);
    expect(await finance.api.billing.refundInvoice(refund)).toEqual({ state: 'refunded' });
    await world.runJobs();
    expect((await standingOf(leaving, candidacyId)).paid).toEqual([{ currency: 'USD', amountMinor: 5444 }]);
    world.setClock('2027-03-01T09:00:00.000Z');
  });

  test('gives a voucher back that has paid for what was not begun', async () => {
    const leaving = await world.person('Rory Restored');
    const candidacyId = await accepted(leaving);
    const code = await voucher(100);
    const { id: invoiceId } = await owedInvoice(leaving, candidacyId);
    expect(await leaving.api.billing.redeemVoucher({ invoiceId, code })).toMatchObject({ state: 'settled' });
    await world.runJobs();
    await withdraw(leaving, candidacyId);
    expect(await leaving.api.billing.getInvoice({ invoiceId })).toMatchObject({ state: 'refunded', voucherMinor: 0 });
    expect(await standingOf(leaving, candidacyId)).toMatchObject({ status: 'withdrawn', flags: [] });
    const other = await world.person('Otto Other');
    const theirs = await owedInvoice(other, await accepted(other));
    expect(await other.api.billing.redeemVoucher({ invoiceId: theirs.id, code })).toMatchObject({ state: 'settled' });
  });
});

test('a membership is not proved by a list that its holder brought', async () => {
  const both = await world.person('Fin Ance', ['finance']);
  const csv = 'member_number,email,valid_until\nM-1,fin.ance@people.example,2027-12-31';
  const roll = { organization: 'ala', payerClass: 'member', csv };
  const { candidacyId } = await both.api.candidacies.beginCandidacy({ organization: 'ala', programId: 'tolls' });
  await fillIn(both, candidacyId);
  await both.api.candidacies.claimMembership({ candidacyId, payerClass: 'member', memberNumber: 'M-1' });
  await both.api.candidacies.importMemberRoll(roll);
  await both.api.candidacies.submitApplication({ candidacyId, listed: false });
  const stateOf = async () => (await both.api.candidacies.getCandidacy({ candidacyId })).membership?.state;
  expect([await stateOf(), (await both.api.candidacies.importMemberRoll(roll)).verifiedNow]).toEqual(['waiting', 0]);
  const own = both.api.candidacies.judgeMembership({ candidacyId, verified: true, reason: 'I know myself.' });
  expect((await refusal(own)).code).toBe('candidacies.own-candidacy');
  expect((await finance.api.candidacies.importMemberRoll(roll)).verifiedNow).toBe(1);
  expect(await stateOf()).toBe('verified');
});
