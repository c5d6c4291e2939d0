import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accept, apply, begin, fillIn } from './testing/application.ts';
import { type Caller, createWorld, refusal, type World } from './testing/world.ts';

let world: World;
let reviewer: Caller;
let finance: Caller;

beforeAll(async () => {
  world = await createWorld();
  reviewer = await world.person('Ruth Reviewer', ['reviewer']);
  finance = await world.person('Fay Finance', ['finance']);
});
afterAll(() => world.close());

const acceptAll = async (candidacyId: string) => {
  await accept(reviewer, candidacyId, 'experience');
  await accept(reviewer, candidacyId, 'education');
  await world.runJobs();
};
const standingOf = async ({ api }: Caller, candidacyId: string) =>
  (await api.candidacies.getCandidacy({ candidacyId })).standing;
const importRoll = (...lines: readonly string[]) =>
  finance.api.candidacies.importMemberRoll({
    organization: 'ala',
    payerClass: 'member',
    csv: ['member_number,email,valid_until', ...lines].join('\n'),
  });

const applyAsMember = async (candidate: Caller, memberNumber: string) => {
  const candidacyId = await begin(world, candidate);
  await fillIn(candidate, candidacyId);
  await candidate.api.candidacies.claimMembership({ candidacyId, payerClass: 'member', memberNumber });
  await candidate.api.candidacies.submitApplication({ candidacyId, listed: false });
  return candidacyId;
};

describe('a member price', () => {
  test('holds at once where number and address are on the list and the membership is in force', async () => {
    await importRoll(
      'M-1,ana.rivera@people.example,2027-12-31',
      'M-2,other.person@people.example,2027-12-31',
      'M-3,old.member@people.example,2027-02-28',
    );
    const ana = await world.person('Ana Rivera');
    const candidacyId = await applyAsMember(ana, 'M-1');
    const { membership } = await ana.api.candidacies.getCandidacy({ candidacyId });
    expect(membership).toEqual({ payerClass: 'member', memberNumber: 'M-1', state: 'verified' });
    await acceptAll(candidacyId);
    expect((await standingOf(ana, candidacyId)).owed).toMatchObject([{ amountMinor: 17_500 }]);
  });

  test('waits for a person where the list says something else, and holds the invoice back', async () => {
    const other = await world.person('Mo Mistaken');
    const old = await world.person('Old Member');
    const mistaken = await applyAsMember(other, 'M-2');
    const lapsed = await applyAsMember(old, 'M-3');
    await acceptAll(mistaken);
    expect((await standingOf(other, mistaken)).owed).toEqual([]);
    const { rows } = await finance.api.candidacies.getQueue({ organization: 'ala', queue: 'membership', page: 1 });
    expect(rows.map((row) => row.candidacyId).sort()).toEqual([mistaken, lapsed].sort());

    const judge = (candidacyId: string) =>
      finance.api.candidacies.judgeMembership({ candidacyId, verified: false, reason: 'Not your number.' });
    await judge(mistaken);
    expect(await refusal(judge(mistaken))).toMatchObject({ code: 'candidacies.already-judged' });
    await world.runJobs();
    expect((await standingOf(other, mistaken)).owed).toMatchObject([{ amountMinor: 22_500 }]);
  });

  test('is verified by a list that comes later', async () => {
    const imported = await importRoll('M-3,OLD.member@people.example,2028-02-28');
    expect(imported).toEqual({ members: 1, verifiedNow: 1 });
    const roll = await finance.api.candidacies.getMemberRoll({ organization: 'ala', payerClass: 'member' });
    expect(roll).toEqual({ members: 1, importedAt: world.now().toISOString() });
  });

  test('can be taken back before the submission, and cannot be claimed once the invoice is out', async () => {
    const unsure = await world.person('Uma Unsure');
    const candidacyId = await begin(world, unsure);
    await fillIn(unsure, candidacyId);
    const claim = (memberNumber: string | null) =>
      unsure.api.candidacies.claimMembership({ candidacyId, payerClass: 'member', memberNumber });
    await claim('M-9');
    await claim(null);
    expect((await unsure.api.candidacies.getCandidacy({ candidacyId })).membership).toBeUndefined();
    await unsure.api.candidacies.submitApplication({ candidacyId, listed: false });
    await claim('M-9');
    expect((await unsure.api.candidacies.getCandidacy({ candidacyId })).membership?.state).toBe('waiting');
    await claim(null);
    await acceptAll(candidacyId);
    expect(await refusal(claim('M-9'))).toMatchObject({ code: 'candidacies.not-editable' });
    const noClass = unsure.api.candidacies.claimMembership({ candidacyId, payerClass: 'other', memberNumber: '1' });
    expect(await refusal(noClass)).toMatchObject({ code: 'candidacies.no-such-payer-class' });
  });

  test('needs a list that is right: a wrong one is refused by line and changes nothing', async () => {
    const refused = await refusal(importRoll('M-1,ana.rivera@people.example,soon'));
    expect(refused).toMatchObject({ code: 'candidacies.roll-refused', fields: [{ path: 'csv:2' }] });
    const roll = await finance.api.candidacies.getMemberRoll({ organization: 'ala', payerClass: 'member' });
    expect(roll.members).toBe(1);
    const unknown = finance.api.candidacies.importMemberRoll({ organization: 'ala', payerClass: 'guest', csv: '' });
    expect(await refusal(unknown)).toMatchObject({
      code: 'candidacies.roll-refused',
      fields: [{ path: 'payerClass' }],
    });
  });
});

describe('a fee', () => {
  test('is invoiced once however often the jobs run, waits in the queue of payments, and leaves it when paid', async () => {
    const payer = await world.person('Pia Payer');
    const candidacyId = await apply(world, payer);
    await acceptAll(candidacyId);
    await world.sweep();
    const invoices = await world.within(({ trx }) =>
      trx.selectFrom('invoice').select(['id', 'due_at']).where('person_id', '=', payer.personId).execute(),
    );
    expect(invoices).toHaveLength(1);
    expect(invoices[0]?.due_at.toISOString()).toBe('2027-03-31T23:59:59.999Z');
    const waiting = async () =>
      (await finance.api.candidacies.getQueue({ organization: 'ala', queue: 'payment', page: 1 })).rows.filter(
        (row) => row.candidacyId === candidacyId,
      );
    expect(await waiting()).toMatchObject([{ subject: 'exam-fee', what: 'Pay $225.00: Exam fee' }]);

    const invoiceId = invoices[0]?.id ?? '';
    const part = {
      invoiceId,
      amountMinor: 10_000,
      method: 'check',
      receivedOn: '2027-03-01',
      reference: '17',
    } as const;
    expect(await finance.api.billing.recordPayment(part)).toEqual({ state: 'open' });
    expect(await finance.api.billing.recordPayment({ ...part, amountMinor: 12_500 })).toEqual({ state: 'settled' });
    await world.runJobs();
    expect(await waiting()).toEqual([]);
    expect((await standingOf(payer, candidacyId)).next).toMatchObject([{ kind: 'authorize-test' }, {}]);
  });

  test('that is refunded in full is asked for anew, by an invoice of its own', async () => {
    const payer = await world.person('Ray Refunded');
    const candidacyId = await apply(world, payer);
    await acceptAll(candidacyId);
    const [owed] = (await standingOf(payer, candidacyId)).owed;
    const invoiceId = owed?.invoiceId ?? '';
    const { intentId } = await payer.api.billing.beginPayment({ invoiceId });
    await payer.api.billing.confirmPayment({ invoiceId, intentId, cardNumber: '4242424242424242' });
    await world.runJobs();
    await finance.api.billing.refundInvoice({ invoiceId, reason: 'Paid by the wrong person.' });
    await world.runJobs();
    const [again] = (await standingOf(payer, candidacyId)).owed;
    expect(again?.amountMinor).toBe(22_500);
    expect(again?.invoiceId).not.toBe(invoiceId);
  });

  test('is no longer asked for when the candidate withdraws', async () => {
    const leaving = await world.person('Lea Leaving');
    const candidacyId = await apply(world, leaving);
    await acceptAll(candidacyId);
    const [owed] = (await standingOf(leaving, candidacyId)).owed;
    await leaving.api.candidacies.withdrawCandidacy({ candidacyId, reason: 'Moving abroad.' });
    await world.runJobs();
    const invoice = await leaving.api.billing.getInvoice({ invoiceId: owed?.invoiceId ?? '' });
    expect(invoice.state).toBe('void');
  });

  test('that is not paid in time closes the candidacy by the clock alone', async () => {
    const late = await world.person('Lou Late');
    const candidacyId = await apply(world, late);
    await acceptAll(candidacyId);
    world.setClock('2027-04-01T00:00:30.000Z');
    await world.sweep();
    expect(await standingOf(late, candidacyId)).toMatchObject({ status: 'closed', final: true });
  });
});
