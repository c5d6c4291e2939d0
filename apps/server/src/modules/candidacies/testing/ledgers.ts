import { newId } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { type NewFact, recordFacts } from '../index.ts';
import { apply } from './application.ts';
import type { Caller, World } from './world.ts';

/** A second edition of every program, in which nothing is to be found: whatever computes with it throws. */
export const breakProgram = async ({ trx, organization }: Scope): Promise<void> => {
  const edition = await trx
    .selectFrom('program_edition')
    .selectAll()
    .where('organization_id', '=', organization.id)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('program_edition')
    .values({ ...edition, edition: 'broken', program: '{}', published_at: new Date('2020-01-01T00:00:00.000Z') })
    .execute();
};

export const setEdition = (world: World, candidacyId: string, edition: string) =>
  world.within(({ trx }) => trx.updateTable('candidacy').set({ edition }).where('id', '=', candidacyId).execute());

export const projectionOf = (world: World, candidacyId: string) =>
  world.within(({ trx }) =>
    trx
      .selectFrom('standing_cache')
      .select(['status', 'next_change_at', 'updated_at', 'failures', 'failing_since', 'failure'])
      .where('candidacy_id', '=', candidacyId)
      .executeTakeFirstOrThrow(),
  );

const days = (now: Date, count: number) => new Date(now.getTime() + count * 86_400_000).toISOString();

/** An application, and all that the modules above would record until the certificate, for three years from now. */
export const certify = async (world: World, candidate: Caller): Promise<string> => {
  const candidacyId = await apply(world, candidate);
  const by = { kind: 'system' } as const;
  const staff = { kind: 'staff', id: newId() } as const;
  const exam = { assessment: 'exam', attempt: 1 };
  const portfolio = { assessment: 'portfolio', attempt: 1 };
  const sat = { ...exam, attemptId: newId() };
  const fee = { fee: 'exam-fee', invoiceId: newId(), amountMinor: 22_500, currency: 'USD' };
  const passed = { passed: true, score: 80, maxScore: 100, byTopic: [] };
  const accepted = { verdict: 'accepted', reason: 'Proven.' } as const;
  const now = world.now();
  const term = { validFrom: now.toISOString(), validUntil: `${days(now, 3 * 365).slice(0, 10)}T23:59:59.999Z` };
  const facts: readonly NewFact[] = [
    { kind: 'requirement-judged', data: { requirement: 'experience', ...accepted }, by: staff },
    { kind: 'requirement-judged', data: { requirement: 'education', ...accepted }, by: staff },
    { kind: 'fee-invoiced', data: { ...fee, dueAt: days(now, 30), attempt: 1 }, by },
    { kind: 'fee-settled', data: fee, by },
    { kind: 'test-authorized', data: { ...exam, from: days(now, 0), until: days(now, 120) }, by },
    { kind: 'portfolio-submitted', data: { ...portfolio, pieces: 4 }, by },
    { kind: 'attempt-begun', data: sat, by },
    { kind: 'attempt-sealed', data: { ...sat, byClock: false }, by },
    { kind: 'result-released', data: { ...exam, ...passed }, by: staff },
    { kind: 'result-released', data: { ...portfolio, ...passed, score: 12, maxScore: 16 }, by: staff },
    { kind: 'decision-recorded', data: { outcome: 'certify', reason: 'All requirements are met.' }, by: staff },
    {
      kind: 'credential-granted',
      data: { credentialId: newId(), number: 'CALT-000001', cycle: 1, ...term },
      by,
    },
  ];
  const { standing } = await world.within((scope) => recordFacts(scope, candidacyId, facts));
  if (standing.credential?.status !== 'active') throw new Error(`Not certified, but ${standing.status}.`);
  return candidacyId;
};
