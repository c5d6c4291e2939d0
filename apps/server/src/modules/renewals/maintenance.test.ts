import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { programWith } from '../billing/testing/program-with.ts';
import { type Certified, certify } from '../credentialing/testing/life.ts';
import { type Caller, createWorld, type World } from '../credentialing/testing/world.ts';

/** Kept by a yearly fee of twenty dollars, with a grace of thirty days; renewing costs, and more after a lapse. */
const program = programWith((calt) => {
  const words = (id: string) => ({ id, title: `The ${id}`, description: `For the ${id}.`, source: 'article' as const });
  const price = (amount: string) => ({ prices: [{ amount }], dueWithin: 'P30D' });
  return {
    id: 'keeper',
    fees: [
      ...calt.fees.filter(({ kind }) => kind === 'assessment'),
      { kind: 'maintenance', ...words('yearly-fee'), ...price('20.00'), every: 'P12M', grace: 'P30D' },
      { kind: 'renewal', ...words('renewal-fee'), ...price('40.00') },
      { kind: 'reinstatement', ...words('reinstatement-fee'), ...price('60.00') },
    ],
  };
});

let world: World;
let certified: Certified;
let finance: Caller;

beforeAll(async () => {
  world = await createWorld({ startAt: '2027-03-01T09:00:00.000Z', program });
  const decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  finance = await world.person('Fay Finance', { roles: ['finance'] });
  certified = await certify(world, decider, { name: 'Ana Rivera' });
});
afterAll(() => world.close());

const at = async (day: string) => {
  world.setClock(`${day}T09:00:00.000Z`);
  await world.runSchedule('candidacies.sweep');
};
const feeLetters = async () =>
  (await world.messagesTo(certified.holder.email)).filter(({ template }) => template.startsWith('renewals.fee-'));
const standing = async () =>
  (await certified.holder.api.candidacies.getCandidacy({ candidacyId: certified.candidacyId })).standing;
const payOwed = async () => {
  for (const { invoiceId, amountMinor } of (await standing()).owed) {
    if (invoiceId === undefined) continue;
    const receipt = {
      amountMinor,
      method: 'check',
      receivedOn: world.now().toISOString().slice(0, 10),
      reference: '1',
    };
    await finance.api.billing.recordPayment({ invoiceId, ...receipt, method: 'check' });
  }
  await world.runJobs();
};

describe('a yearly fee', () => {
  test('is invoiced ahead of its date, and told of once a step: invoiced, due soon, overdue, lapsed', async () => {
    await at('2028-01-15');
    expect([(await standing()).owed, await feeLetters()]).toEqual([[], []]);
    const steps: string[][] = [];
    for (const day of ['2028-02-01', '2028-02-02', '2028-02-24', '2028-02-25', '2028-03-05', '2028-04-10']) {
      await at(day);
      steps.push((await feeLetters()).map(({ template }) => template.replace('renewals.fee-', '')));
    }
    expect(steps).toEqual([
      ['invoiced'],
      ['invoiced'],
      ['invoiced', 'due-soon'],
      ['invoiced', 'due-soon'],
      ['invoiced', 'due-soon', 'overdue'],
      ['invoiced', 'due-soon', 'overdue', 'lapsed'],
    ]);
    const [invoiced, , overdue, lapsed] = await feeLetters();
    expect(invoiced?.body).toContain('an invoice is made out over $20.00 for: The yearly-fee. Pay it by');
    expect(overdue?.body).toContain(`${certified.number} stays in force until March 31, 2028 (UTC)`);
    expect(lapsed?.subject).toBe('CALT: Your certification has lapsed');
  });

  test('that is overdue lapses the certification, as the public is told without the reason, until it is paid', async () => {
    const { number } = certified;
    expect((await standing()).credential).toMatchObject({ status: 'lapsed', cause: 'maintenance' });
    const lapsed = await world.anyone.registry.verifyByNumber({ number });
    expect(lapsed).toMatchObject({ inForce: false, credential: { state: 'lapsed' } });
    expect(lapsed.checks.find(({ id }) => id === 'dates')?.detail).toMatch(/was not kept up in time\.$/);
    await payOwed();
    expect((await standing()).credential).toMatchObject({ status: 'active' });
    expect(await world.anyone.registry.verifyByNumber({ number })).toMatchObject({ inForce: true });
  });

  test('of the next year has an invoice of its own', async () => {
    await at('2029-02-10');
    expect((await standing()).owed).toMatchObject([{ fee: 'yearly-fee', amountMinor: 2000 }]);
    const rows = await world.within(({ trx }) =>
      trx.selectFrom('invoice').select('reference').where('person_id', '=', certified.holder.personId).execute(),
    );
    const references = rows.map(({ reference }) => reference.split('/').slice(2).join('/'));
    expect(references).toEqual(['yearly-fee/year-1/1', 'yearly-fee/year-2/1']);
    await payOwed();
  });
});

test('the fee of a renewal after the lapse comes with that of the reinstatement, and the holder is written to', async () => {
  world.setClock('2030-07-01T09:00:00.000Z');
  const { holder, candidacyId } = certified;
  const { evidencePdf } = await import('../../seed/life/evidence.ts');
  const file = evidencePdf('Certificate.pdf', ['Certificate of attendance']);
  const fileIds = [(await holder.api.candidacies.uploadFile({ candidacyId, file })).id];
  const entry = { title: 'A course', provider: 'A provider', hours: 30, completedOn: '2030-06-01', fileIds };
  await holder.api.renewals.logEducation({ candidacyId, ...entry });
  await holder.api.renewals.submitRenewal({ candidacyId, signedName: holder.name });
  await world.runJobs();
  const { owed } = await standing();
  expect(owed.filter(({ fee }) => fee !== 'yearly-fee').map(({ fee, amountMinor }) => [fee, amountMinor])).toEqual([
    ['renewal-fee', 4000],
    ['reinstatement-fee', 6000],
  ]);
  const subjects = (await feeLetters()).map(({ subject }) => subject);
  expect(subjects.slice(-2).sort()).toEqual([
    'CALT: Payment due: The reinstatement-fee',
    'CALT: Payment due: The renewal-fee',
  ]);
});
