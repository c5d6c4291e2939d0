import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ask, beginGuild, createGuildWorld, refer, tokenFor } from './testing/guild-application.ts';
import { guildYaml } from './testing/guild-program.ts';
import { type Caller, createWorld, readCalt, refusal, type World } from './testing/world.ts';

let world: World;
const start = '2027-03-01T09:00:00.000Z';

beforeAll(async () => {
  world = await createGuildWorld();
});
afterEach(() => world.setClock(start));
afterAll(() => world.close());

const asked = async (candidateName: string, referee: string) => {
  const candidate = await world.person(candidateName);
  const candidacyId = await beginGuild(candidate);
  const { requestId } = await ask(candidate, candidacyId, referee);
  await world.runJobs();
  return { candidate, candidacyId, requestId };
};

const mailsTo = async (referee: string) =>
  (await world.linkMails()).filter(({ to_address: to }) => to === `${referee.toLowerCase()}@work.example`);
const subjectsTo = async ({ email }: Caller) =>
  (await world.mails()).filter(({ to_address: to }) => to === email).map(({ subject }) => subject);

test('a referee is reminded by the rule of the requirement, each time once, with a link that works', async () => {
  await asked('Ana Asking', 'Ben');
  world.setClock('2027-03-07T23:59:00.000Z');
  await world.sweep();
  expect(await mailsTo('Ben')).toHaveLength(1);
  world.setClock('2027-03-08T00:01:00.000Z');
  await world.sweep();
  await world.sweep();
  expect((await mailsTo('Ben')).map(({ subject }) => subject)).toEqual([
    'Demonstration: Reference for Ana Asking (GUILD)',
    'Demonstration: Reminder: Reference for Ana Asking (GUILD)',
  ]);
  const first = /\/(?:reference|attest)\/(\S+)/.exec((await mailsTo('Ben'))[0]?.body ?? '')?.[1] ?? '';
  expect(await world.anyone.candidacies.getStatementRequest({ token: first })).toMatchObject({ name: 'Ben' });
  world.setClock('2027-03-15T00:01:00.000Z');
  await world.sweep();
  expect(await mailsTo('Ben')).toHaveLength(3);
  await refer(world, 'Ben');
  world.setClock('2027-03-30T00:01:00.000Z');
  await world.sweep();
  expect(await mailsTo('Ben')).toHaveLength(3);
});

test('several reminders that came while nothing ran are one mail', async () => {
  await asked('Sil Silent', 'Cy');
  world.setClock('2027-03-20T12:00:00.000Z');
  await world.sweep();
  expect(await mailsTo('Cy')).toHaveLength(2);
});

test('by hand, a candidate reminds them a day after the last mail at the earliest', async () => {
  const { candidate, candidacyId, requestId } = await asked('Han Handy', 'Di');
  const remind = () => candidate.api.candidacies.remindStatement({ candidacyId, requestId });
  world.setClock('2027-03-02T08:59:59.000Z');
  expect(await refusal(remind())).toMatchObject({ code: 'candidacies.reminded-lately' });
  world.setClock('2027-03-02T09:00:00.000Z');
  expect(await remind()).toEqual({ remindedAt: '2027-03-02T09:00:00.000Z' });
  expect((await refusal(remind())).message).toContain('You can remind them again from');
  expect(await mailsTo('Di')).toHaveLength(2);
});

test('an unanswered link expires by the clock; the candidate is told once, and may ask the same person again', async () => {
  const { candidate, candidacyId, requestId } = await asked('Exa Expiring', 'Ed');
  const token = await tokenFor(world, 'ed@work.example');
  world.setClock('2027-04-01T00:00:01.000Z');
  await world.sweep();
  expect(await refusal(world.anyone.candidacies.getStatementRequest({ token }))).toMatchObject({
    code: 'candidacies.link-invalid',
  });
  const { statements } = await candidate.api.candidacies.getCandidacy({ candidacyId });
  expect(statements).toMatchObject([{ requestId, state: 'expired' }]);
  await world.sweep();
  expect(await subjectsTo(candidate)).toEqual(['Demonstration: GUILD: Ed did not answer in time']);
  const late = candidate.api.candidacies.remindStatement({ candidacyId, requestId });
  expect(await refusal(late)).toMatchObject({ code: 'candidacies.statement-closed' });
  await ask(candidate, candidacyId, 'Ed');
});

test('the candidate is told of what was given and declined, without a word of what was written', async () => {
  const { candidate, candidacyId } = await asked('Tod Told', 'Flo');
  await ask(candidate, candidacyId, 'Gus');
  await refer(world, 'Flo', false);
  await world.anyone.candidacies.declineStatement({ token: await tokenFor(world, 'gus@work.example') });
  await world.runJobs();
  expect(await subjectsTo(candidate)).toEqual([
    'Demonstration: GUILD: Flo has given the statement',
    'Demonstration: GUILD: Gus has declined to give a statement',
  ]);
  expect(JSON.stringify(await world.mails())).not.toContain('Chairs that last');
});

test('in a rehearsal nobody real is written to', async () => {
  const rehearsal = await createWorld({ kind: 'rehearsal', yaml: guildYaml(await readCalt()) });
  try {
    const candidate = await rehearsal.person('Rea Hearsing');
    const candidacyId = await beginGuild(candidate);
    const referee = { candidacyId, requirement: 'letters', name: 'Someone', relation: 'boss' };
    const real = candidate.api.candidacies.requestStatement({ ...referee, email: 'someone@gmail.com' });
    expect(await refusal(real)).toMatchObject({ code: 'candidacies.address-refused' });
    await candidate.api.candidacies.requestStatement({ ...referee, email: 'someone@example.com' });
  } finally {
    await rehearsal.close();
  }
});
