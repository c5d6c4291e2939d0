import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../kernel/index.ts';
import { candidacyChanged, loadCandidacy, recordFacts } from './index.ts';
import { accept, apply } from './testing/application.ts';
import { type Caller, createWorld, type World } from './testing/world.ts';

let world: World;
let candidate: Caller;
let reviewer: Caller;

beforeAll(async () => {
  world = await createWorld();
  candidate = await world.person('Ana Rivera');
  reviewer = await world.person('Ruth Reviewer', ['reviewer']);
});
afterAll(() => world.close());

const statusOf = async (candidacyId: string) =>
  (await candidate.api.candidacies.getCandidacy({ candidacyId })).standing.status;

test('a candidacy goes from the application to the authorization, and each queue empties on the way', async () => {
  const organization = world.organization.slug;
  const candidacyId = await apply(world, candidate);
  await world.runJobs();
  expect(await statusOf(candidacyId)).toBe('waiting-for-review');
  const queued = await reviewer.api.candidacies.getQueue({ organization, queue: 'review', page: 1 });
  expect(queued.rows.map((row) => row.subject).sort()).toEqual(['education', 'experience']);
  expect(queued.rows[0]).toMatchObject({ candidateName: 'Ana Rivera', status: 'waiting-for-review' });

  world.setClock('2027-03-02T10:00:00.000Z');
  await accept(reviewer, candidacyId, 'education');
  await accept(reviewer, candidacyId, 'experience');
  const emptied = await reviewer.api.candidacies.getQueue({ organization, queue: 'review', page: 1 });
  expect(emptied.rows).toEqual([]);

  await world.runJobs();
  const due = await candidate.api.candidacies.getCandidacy({ candidacyId });
  expect(due.standing.status).toBe('payment-due');
  expect(due.standing.owed).toMatchObject([{ fee: 'exam-fee', amountMinor: 22_500, currency: 'USD' }]);
  const invoiceId = due.standing.owed[0]?.invoiceId ?? '';
  const invoice = await candidate.api.billing.getInvoice({ invoiceId });
  expect(invoice).toMatchObject({ state: 'open', totalMinor: 22_500, candidacyId });
  expect(invoice.number).toMatch(/^INV-[0-9A-HJKMNP-TV-Z]{8}$/);
  expect(invoice.lines).toMatchObject([{ reason: 'The price for: Non-member.', amountMinor: 22_500 }]);

  const begun = await candidate.api.billing.beginPayment({ invoiceId });
  const paid = { invoiceId, intentId: begun.intentId, cardNumber: '4242 4242 4242 4242' };
  expect(await candidate.api.billing.confirmPayment(paid)).toEqual({ state: 'settled' });
  await world.runJobs();
  const settled = await candidate.api.candidacies.getCandidacy({ candidacyId });
  expect(settled.standing.next).toContainEqual(expect.objectContaining({ kind: 'authorize-test', actor: 'system' }));
  expect(settled.standing.paid).toEqual([{ currency: 'USD', amountMinor: 22_500 }]);

  await world.within((scope) =>
    recordFacts(scope, candidacyId, [
      {
        kind: 'test-authorized',
        data: {
          assessment: 'exam',
          attempt: 1,
          from: '2027-03-02T10:00:00.000Z',
          until: '2027-06-30T23:59:59.999Z',
        },
        by: { kind: 'system' },
        once: 'test-authorized:exam:1',
      },
    ]),
  );
  const authorized = await world.within((scope) => loadCandidacy(scope, candidacyId));
  expect(authorized.standing.status).toBe('authorized');
  expect(authorized.standing.next).toContainEqual(
    expect.objectContaining({ kind: 'take-exam', by: '2027-06-30T23:59:59.999Z' }),
  );

  // The later modules write these; the queues follow.
  world.setClock('2027-03-10T10:00:00.000Z');
  const attempt = { assessment: 'exam', attempt: 1, attemptId: newId() };
  await world.within((scope) =>
    recordFacts(scope, candidacyId, [
      { kind: 'attempt-begun', data: attempt, by: { kind: 'candidate', id: candidate.personId } },
      { kind: 'attempt-sealed', data: { ...attempt, byClock: false }, by: { kind: 'system' } },
      {
        kind: 'portfolio-submitted',
        data: { assessment: 'portfolio', attempt: 1, pieces: 3 },
        by: { kind: 'candidate', id: candidate.personId },
      },
    ]),
  );
  const queues = await world.within(({ trx }) =>
    trx.selectFrom('queue_entry').select(['queue', 'subject']).orderBy('queue').execute(),
  );
  expect(queues).toEqual([
    { queue: 'examiner', subject: 'portfolio' },
    { queue: 'results', subject: 'exam' },
  ]);
  expect(candidacyChanged.name).toBe('candidacy.changed');
});

test('the candidate is written to once an occasion, however often the jobs run', async () => {
  await world.runJobs();
  const subjects = (await world.mails()).map((mail) => mail.subject);
  expect(subjects).toEqual([
    expect.stringContaining('We have your application'),
    expect.stringContaining('Payment due'),
    expect.stringContaining('$225.00 paid'),
    expect.stringContaining('We have your answers and your work'),
  ]);
  const due = (await world.mails())[1]?.body ?? '';
  expect(due).toContain('Pay $225.00: Exam fee, by April 1, 2027 (UTC)');
  expect(due).toContain('https://testamur.example/me/candidacies/');
  await world.sweep();
  expect(await world.mails()).toHaveLength(subjects.length);
});

test('the history names staff to staff, and "The organization" to the candidate', async () => {
  const { candidacies } = await candidate.api.candidacies.listMyCandidacies({});
  const candidacyId = candidacies[0]?.id ?? '';
  const own = await candidate.api.candidacies.getCandidacy({ candidacyId });
  const judged = own.history.find((entry) => entry.kind === 'requirement-judged');
  expect(judged).toMatchObject({ actor: 'The organization', data: {} });
  expect(JSON.stringify(own)).not.toContain('Ruth');
  expect(JSON.stringify(own)).not.toContain(reviewer.personId);
  const seen = await reviewer.api.candidacies.getCandidacy({ candidacyId });
  expect(seen.history.find((entry) => entry.kind === 'requirement-judged')?.actor).toBe('Ruth Reviewer');
  expect(seen.history.find((entry) => entry.kind === 'application-submitted')?.actor).toBe('Ana Rivera');
});

test('the application is a PDF once it is submitted', async () => {
  const { candidacies } = await candidate.api.candidacies.listMyCandidacies({});
  const pdf = await candidate.api.candidacies.getApplicationPdf({ candidacyId: candidacies[0]?.id ?? '' });
  expect(pdf.type).toBe('application/pdf');
  expect(await pdf.slice(0, 5).text()).toBe('%PDF-');
});
