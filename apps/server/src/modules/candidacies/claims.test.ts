import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCandidacy, recordFacts } from './index.ts';
import { accept } from './testing/application.ts';
import {
  ask,
  askProvider,
  beginGuild,
  createGuildWorld,
  guildClaims,
  refer,
  saveGuildClaims,
  stateTraining,
  tokenFor,
} from './testing/guild-application.ts';
import { type Caller, refusal, type World } from './testing/world.ts';

let world: World;
let reviewer: Caller;

beforeAll(async () => {
  world = await createGuildWorld();
  reviewer = await world.person('Rita Reviewer', ['reviewer']);
});
afterAll(() => world.close());

const wantedOf = async ({ api }: Caller, candidacyId: string) => {
  const { standing } = await api.candidacies.getCandidacy({ candidacyId });
  return standing.next.map(({ kind, subject = '' }) => `${kind} ${subject}`.trim());
};

const settleRegistration = (candidacyId: string) => {
  const money = { fee: 'entry-fee', invoiceId: 'an-invoice', amountMinor: 2000, currency: 'USD' };
  const by = { kind: 'system' } as const;
  return world.within((scope) =>
    recordFacts(scope, candidacyId, [
      { kind: 'fee-invoiced', data: { ...money, dueAt: '2027-03-31T23:59:59.999Z' }, by },
      { kind: 'fee-settled', data: money, by },
    ]),
  );
};

/** All that a candidate and others have to do before the submission. */
const makeReady = async (candidate: Caller): Promise<string> => {
  const { api } = candidate;
  const candidacyId = await beginGuild(candidate);
  await api.candidacies.declareRegion({ candidacyId, region: 'home' });
  await api.candidacies.saveSection({ candidacyId, requirement: 'entry', claim: { kind: 'registration' } });
  await settleRegistration(candidacyId);
  await saveGuildClaims(candidate, candidacyId);
  await stateTraining(candidate, candidacyId);
  await askProvider(candidate, candidacyId);
  await world.anyone.candidacies.giveStatement({
    token: await tokenFor(world, 'office@safety.example'),
    confirmed: true,
    signedName: 'Al Teacher',
    completedOn: '2027-02-01',
  });
  return candidacyId;
};

test('an application holds a claim of every kind, and is submitted when all that others give is on its way', async () => {
  const candidate = await world.person('Ana All');
  const candidacyId = await makeReady(candidate);
  const submit = () => candidate.api.candidacies.submitApplication({ candidacyId, listed: true });
  expect(await refusal(submit())).toMatchObject({ code: 'candidacies.incomplete', fields: [{ path: 'letters' }] });
  await ask(candidate, candidacyId, 'Ben');
  await ask(candidate, candidacyId, 'Cy', 'peer');
  expect(await wantedOf(candidate, candidacyId)).toContain('submit-application');
  const { standing } = await submit();
  expect(standing.next).toContainEqual(expect.objectContaining({ kind: 'give-statement', actor: 'third-party' }));
  const { facts } = await world.within((scope) => loadCandidacy(scope, candidacyId));
  const declared = facts.flatMap((fact) => (fact.kind === 'requirement-declared' ? [fact.data.requirement] : []));
  expect(declared.sort()).toEqual([...Object.keys(guildClaims('')), 'bench-training', 'entry'].sort());
  const pdf = await candidate.api.candidacies.getApplicationPdf({ candidacyId });
  expect(await pdf.slice(0, 5).text()).toBe('%PDF-');
});

test('references are judged once enough are given, by the requests that the reviewer has read', async () => {
  const candidate = await world.person('Rob Referenced');
  const candidacyId = await makeReady(candidate);
  await ask(candidate, candidacyId, 'Di');
  await ask(candidate, candidacyId, 'Ed');
  await candidate.api.candidacies.submitApplication({ candidacyId, listed: false });
  const read = async () => {
    const { statements } = await reviewer.api.candidacies.getCandidacy({ candidacyId });
    return statements.filter(({ requirement, state }) => requirement === 'letters' && state === 'given');
  };
  const judge = async (seen: Awaited<ReturnType<typeof read>>, verdict: 'accepted' | 'more-needed' = 'accepted') =>
    reviewer.api.candidacies.judgeRequirement({
      candidacyId,
      requirement: 'letters',
      claimDeclaredAt:
        seen
          .flatMap(({ givenAt = '' }) => givenAt)
          .sort()
          .at(-1) ?? world.now().toISOString(),
      verdict,
      reason: 'They know the work.',
      entryIds: seen.map(({ requestId }) => requestId),
    });
  expect(await refusal(judge([]))).toMatchObject({ code: 'candidacies.nothing-to-judge' });
  await refer(world, 'Di');
  const first = await read();
  world.setClock('2027-03-01T10:00:00.000Z');
  await refer(world, 'Ed');
  expect(await refusal(judge(first))).toMatchObject({ code: 'candidacies.claim-changed' });
  const { rows } = await reviewer.api.candidacies.getQueue({ organization: 'ala', queue: 'review', page: 1 });
  expect(rows).toContainEqual(expect.objectContaining({ candidacyId, subject: 'letters' }));
  const both = await read();
  await judge(both);
  expect(await refusal(judge(both))).toMatchObject({ code: 'candidacies.already-judged' });
  for (const requirement of ['studies', 'papers', 'pieces', 'lessons', 'grown-up', 'aid', 'record']) {
    await accept(reviewer, candidacyId, requirement);
  }
  const { standing } = await candidate.api.candidacies.getCandidacy({ candidacyId });
  expect(standing.steps[0]?.lines.filter(({ state }) => state !== 'met')).toEqual([]);
});

test('what is handed back is answered whole: each part of it, and only then submitted', async () => {
  const candidate = await world.person('Hab Handed');
  const candidacyId = await makeReady(candidate);
  await ask(candidate, candidacyId, 'Hal');
  await ask(candidate, candidacyId, 'Ida');
  await candidate.api.candidacies.submitApplication({ candidacyId, listed: false });
  const { claims } = await reviewer.api.candidacies.getCandidacy({ candidacyId });
  for (const requirement of ['papers', 'aid']) {
    await reviewer.api.candidacies.judgeRequirement({
      candidacyId,
      requirement,
      claimDeclaredAt: claims[requirement]?.declaredAt ?? '',
      verdict: 'more-needed',
      reason: 'It cannot be read.',
    });
  }
  const save = (requirement: string) => {
    const claim = guildClaims(candidate.name)[requirement];
    if (!claim) throw new Error(`There is no claim for ${requirement}.`);
    return candidate.api.candidacies.saveSection({ candidacyId, requirement, claim });
  };
  await save('papers');
  const submit = () => candidate.api.candidacies.submitApplication({ candidacyId, listed: false });
  expect(await refusal(submit())).toMatchObject({ code: 'candidacies.incomplete', fields: [{ path: 'aid' }] });
  expect(await refusal(save('studies'))).toMatchObject({ code: 'candidacies.not-editable' });
  await save('aid');
  const { standing } = await submit();
  expect(standing.next.filter(({ kind }) => kind === 'complete-requirement')).toEqual([]);
});

test('what others confirm or what a fee settles is not for a reviewer to judge', async () => {
  const candidate = await world.person('Nel Nothing');
  const candidacyId = await makeReady(candidate);
  await ask(candidate, candidacyId, 'Flo');
  await ask(candidate, candidacyId, 'Gus');
  await candidate.api.candidacies.submitApplication({ candidacyId, listed: false });
  for (const requirement of ['bench-training', 'entry', 'pledge-signed']) {
    expect(await refusal(accept(reviewer, candidacyId, requirement))).toMatchObject({
      code: 'candidacies.nothing-to-judge',
    });
  }
});

test('registering counts at once, with the membership that its price rests on', async () => {
  const candidate = await world.person('Mel Member');
  const candidacyId = await beginGuild(candidate);
  await candidate.api.candidacies.declareRegion({ candidacyId, region: 'home' });
  await candidate.api.candidacies.claimMembership({ candidacyId, payerClass: 'member', memberNumber: 'M-1' });
  const claim = { kind: 'registration' } as const;
  await candidate.api.candidacies.saveSection({ candidacyId, requirement: 'entry', claim });
  await candidate.api.candidacies.saveSection({ candidacyId, requirement: 'entry', claim });
  const { facts, drafts } = await world.within((scope) => loadCandidacy(scope, candidacyId));
  expect(drafts).toEqual([]);
  expect(facts.map(({ kind }) => kind)).toEqual([
    'candidacy-begun',
    'region-declared',
    'membership-claimed',
    'requirement-declared',
  ]);
});

test.each([
  ['studies', { fieldId: 'baking' }, 'claim.entries.0.fieldId'],
  ['studies', { accreditedBy: 'nobody' }, 'claim.entries.0.accreditedBy'],
  ['lessons', { completedOn: '2027-03-02' }, 'claim.entries.0.completedOn'],
  ['papers', { issuedOn: '2027-03-02' }, 'claim.entries.0.issuedOn'],
] as const)('a claim for "%s" with %j is refused, naming the field', async (requirement, wrong, path) => {
  const candidate = await world.person(`Wes ${path}`);
  const candidacyId = await beginGuild(candidate);
  const claim = structuredClone(guildClaims('Wes')[requirement]);
  if (!claim || !('entries' in claim)) throw new Error('The claim has no entries.');
  Object.assign(claim.entries[0] ?? {}, wrong);
  const call = candidate.api.candidacies.saveSection({ candidacyId, requirement, claim });
  expect(await refusal(call)).toMatchObject({ code: 'candidacies.wrong-claim', fields: [{ path }] });
});

test('a training and a credential are of those that the requirement names', async () => {
  const candidate = await world.person('Una Unlisted');
  const candidacyId = await beginGuild(candidate);
  const training = { kind: 'training', trainingProgram: 'fire', completedOn: '2027-01-01' } as const;
  const stated = candidate.api.candidacies.saveSection({ candidacyId, requirement: 'bench-training', claim: training });
  expect(await refusal(stated)).toMatchObject({ message: 'Choose one of these trainings: Safety at the bench.' });
  const credential = { kind: 'credential' as const, credential: 'other', number: '1', fileIds: [] };
  const held = candidate.api.candidacies.saveSection({ candidacyId, requirement: 'aid', claim: credential });
  expect(await refusal(held)).toMatchObject({ message: 'Choose one of these credentials: First aid.' });
});
