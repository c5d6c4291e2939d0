import type { Program } from '@testamur/program';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { programWith } from '../billing/testing/program-with.ts';
import { recordFacts } from './index.ts';
import type { NewFact } from './rules/drafts.ts';
import { accept, fillIn } from './testing/application.ts';
import { type Caller, createWorld, type World } from './testing/world.ts';

/** Prices at home and, in another currency, abroad. */
const priced = (home: string, abroad: string) => ({
  prices: [
    { for: { region: ['home'] }, amount: home },
    { for: { region: ['abroad'] }, amount: abroad },
  ],
  dueWithin: 'P30D',
  source: 'article' as const,
});
const words = (id: string) => ({ id, title: `The ${id}`, description: `For the ${id}.` });

const fees: Program['fees'] = [
  { kind: 'registration', ...words('entry-fee'), ...priced('20.00', '18.00') },
  { kind: 'assessment', ...words('exam-fee'), ...priced('100.00', '90.00'), assessments: ['exam'], retake: 'same' },
  {
    kind: 'assessment',
    ...words('portfolio-fee'),
    ...priced('50.00', '45.00'),
    assessments: ['portfolio'],
    retake: 'same',
  },
  { kind: 'certification', ...words('certification-fee'), ...priced('30.00', '27.00') },
  { kind: 'renewal', ...words('renewal-fee'), ...priced('0.00', '0.00') },
];
const yaml = programWith(({ requirements, eligibility }) => ({
  id: 'stages',
  regions: [
    { id: 'home', title: 'Homeland' },
    { id: 'abroad', title: 'Everywhere else', currency: 'EUR' },
  ],
  requirements: [
    ...requirements,
    { kind: 'registration', ...words('entry'), evidence: [], source: 'article' as const },
  ],
  eligibility: { all: [eligibility, 'entry'] },
  fees,
  bundles: [{ ...words('both'), fees: ['exam-fee', 'portfolio-fee'], ...priced('120.00', '108.00') }],
}));

let world: World;
let reviewer: Caller;

beforeAll(async () => {
  world = await createWorld({ yaml });
  reviewer = await world.person('Ruth Reviewer', ['reviewer']);
});
afterAll(() => world.close());

const standingOf = async ({ api }: Caller, candidacyId: string) =>
  (await api.candidacies.getCandidacy({ candidacyId })).standing;
const owed = async (caller: Caller, candidacyId: string) =>
  (await standingOf(caller, candidacyId)).owed.map(({ fee, amountMinor, currency, invoiceId }) => {
    return [fee, amountMinor, currency, invoiceId !== undefined];
  });
const payAll = async (caller: Caller, candidacyId: string) => {
  for (const { invoiceId = '' } of (await standingOf(caller, candidacyId)).owed) {
    const { intentId } = await caller.api.billing.beginPayment({ invoiceId });
    await caller.api.billing.confirmPayment({ invoiceId, intentId, cardNumber: '4242424242424242' });
  }
  await world.runJobs();
};
const pass = (candidacyId: string) =>
  world.within((scope) => {
    const by = { kind: 'system' } as const;
    const facts = ['exam', 'portfolio'].flatMap((assessment): NewFact[] => {
      const attempt = { assessment, attempt: 1 };
      const score = { passed: true, score: 90, maxScore: 100, byTopic: [] };
      const begun: NewFact =
        assessment === 'exam'
          ? { kind: 'attempt-begun', data: { ...attempt, attemptId: 'an-attempt' }, by }
          : { kind: 'portfolio-submitted', data: { ...attempt, pieces: 2 }, by };
      const window = { from: scope.now.toISOString(), until: '2027-06-30T23:59:59.999Z' };
      return [
        ...(assessment === 'exam' ? [{ kind: 'test-authorized', data: { ...attempt, ...window }, by } as const] : []),
        begun,
        { kind: 'result-released', data: { ...attempt, ...score }, by },
      ];
    });
    return recordFacts(scope, candidacyId, facts);
  });

test('every stage has its invoice in its turn, in the currency of the region, and a bundle one for all that is in it', async () => {
  const payer = await world.person('Ana Rivera');
  const { candidacyId } = await payer.api.candidacies.beginCandidacy({ organization: 'ala', programId: 'stages' });
  await payer.api.candidacies.declareRegion({ candidacyId, region: 'abroad' });
  await payer.api.candidacies.saveSection({ candidacyId, requirement: 'entry', claim: { kind: 'registration' } });
  await world.runJobs();
  expect(await owed(payer, candidacyId)).toEqual([['entry-fee', 1800, 'EUR', true]]);
  await payAll(payer, candidacyId);

  await fillIn(payer, candidacyId);
  await payer.api.candidacies.chooseBundle({ candidacyId, bundle: 'both' });
  await payer.api.candidacies.submitApplication({ candidacyId, listed: false });
  await accept(reviewer, candidacyId, 'experience');
  await accept(reviewer, candidacyId, 'education');
  await world.runJobs();
  expect(await owed(payer, candidacyId)).toEqual([['both', 10_800, 'EUR', true]]);
  const [open] = (await standingOf(payer, candidacyId)).owed;
  const invoice = await payer.api.billing.getInvoice({ invoiceId: open?.invoiceId ?? '' });
  expect(invoice.lines).toMatchObject([{ kind: 'charge', includes: ['The exam-fee', 'The portfolio-fee'] }]);
  await payAll(payer, candidacyId);

  await pass(candidacyId);
  await world.runJobs();
  expect(await owed(payer, candidacyId)).toEqual([['certification-fee', 2700, 'EUR', true]]);
  await payAll(payer, candidacyId);
  const after = await standingOf(payer, candidacyId);
  expect(after).toMatchObject({ flags: [], owed: [], paid: [{ currency: 'EUR', amountMinor: 15_300 }] });
  expect(after.next.map(({ kind }) => kind)).toContain('record-decision');
  const rows = await world.within(({ trx }) =>
    trx.selectFrom('invoice').select('reference').orderBy('issued_at').orderBy('id').execute(),
  );
  expect(rows.map(({ reference }) => reference.replace(`candidacy/${candidacyId}/`, ''))).toEqual([
    'entry-fee/1',
    'both/attempt-1/1',
    'certification-fee/1',
  ]);
});
