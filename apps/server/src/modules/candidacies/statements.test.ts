import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newToken } from '../../kernel/index.ts';
import { loadCandidacy } from './index.ts';
import {
  answers,
  ask,
  askProvider,
  beginGuild,
  createGuildWorld,
  refer,
  stateTraining,
  tokenFor,
} from './testing/guild-application.ts';
import { type Caller, refusal, type World } from './testing/world.ts';

let world: World;

beforeAll(async () => {
  world = await createGuildWorld();
});
afterAll(() => world.close());

const begun = async (name: string): Promise<{ candidate: Caller; candidacyId: string }> => {
  const candidate = await world.person(name);
  return { candidate, candidacyId: await beginGuild(candidate) };
};

const factsOf = async (candidacyId: string) => (await world.within((scope) => loadCandidacy(scope, candidacyId))).facts;

const stateOf = async ({ api }: Caller, candidacyId: string, requestId: string) =>
  (await api.candidacies.getCandidacy({ candidacyId })).statements.find((one) => one.requestId === requestId)?.state;

describe('asking a referee', () => {
  test('writes to them with a link of their own, which no outbox of the organization holds', async () => {
    const { candidate, candidacyId } = await begun('Ana Asking');
    const { requestId } = await ask(candidate, candidacyId, 'Ben');
    const mail = (await world.linkMails()).at(-1);
    expect(mail).toMatchObject({
      to_address: 'ben@work.example',
      subject: 'Demonstration: Reference for Ana Asking (GUILD)',
    });
    expect(mail?.body).toContain('(supervisor)');
    expect(mail?.body).toMatch(/https:\/\/testamur\.example\/reference\/[\w-]{43}\n/);
    expect(JSON.stringify(await world.mails())).not.toMatch(/\/(reference|attest)\//);
    const seen = await world.anyone.candidacies.getStatementRequest({
      token: await tokenFor(world, 'ben@work.example'),
    });
    expect(seen).toMatchObject({
      candidateName: 'Ana Asking',
      name: 'Ben',
      organizationName: 'Library Association',
      demonstration: true,
      until: '2027-03-31T23:59:59.999Z',
      about: { kind: 'references', relation: 'Supervisor' },
    });
    expect(await stateOf(candidate, candidacyId, requestId)).toBe('waiting');
  });

  test('keeps the token nowhere but in the mail, and names nobody in the facts', async () => {
    const { candidate, candidacyId } = await begun('Pia Private');
    await ask(candidate, candidacyId, 'Nemo');
    const token = await tokenFor(world, 'nemo@work.example');
    const stored = await world.within(async ({ trx }) => ({
      links: await trx.selectFrom('statement_link').selectAll().execute(),
      locators: await trx.selectFrom('locator').selectAll().execute(),
      facts: await factsOf(candidacyId),
    }));
    expect(JSON.stringify(stored)).not.toContain(token);
    expect(JSON.stringify(stored.facts).toLowerCase()).not.toContain('nemo');
  });

  test('is refused for an unknown relation, for oneself, for the same address twice, and beyond the most', async () => {
    const { candidate, candidacyId } = await begun('Rex Refused');
    expect(await refusal(ask(candidate, candidacyId, 'Cy', 'friend'))).toMatchObject({
      code: 'candidacies.no-such-relation',
      fields: [{ path: 'relation', message: 'Choose how they know you: boss (Supervisor), peer (Colleague).' }],
    });
    const own = { candidacyId, requirement: 'letters', name: 'Me', email: candidate.email.toUpperCase() };
    const toMyself = candidate.api.candidacies.requestStatement({ ...own, relation: 'peer' });
    expect(await refusal(toMyself)).toMatchObject({ code: 'candidacies.own-address' });
    await ask(candidate, candidacyId, 'Di');
    expect(await refusal(ask(candidate, candidacyId, 'Di'))).toMatchObject({ code: 'candidacies.already-asked' });
    await ask(candidate, candidacyId, 'Ed');
    await ask(candidate, candidacyId, 'Flo');
    expect(await refusal(ask(candidate, candidacyId, 'Gus'))).toMatchObject({ code: 'candidacies.not-editable' });
    const elsewhere = { candidacyId, requirement: 'papers', name: 'Hal', email: 'hal@work.example' };
    expect(await refusal(candidate.api.candidacies.requestStatement(elsewhere))).toMatchObject({
      code: 'candidacies.no-such-statement',
    });
  });

  test('at the same moment twice asks once', async () => {
    const { candidate, candidacyId } = await begun('Dora Doubling');
    const both = await Promise.allSettled([ask(candidate, candidacyId, 'Ida'), ask(candidate, candidacyId, 'Ida')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const mails = (await world.linkMails()).filter(({ to_address: to }) => to === 'ida@work.example');
    expect(mails).toHaveLength(1);
  });

  test('needs a confirmed address of the candidate, and no more than ten a day', async () => {
    const unconfirmed = await world.person('Una Unconfirmed', [], false);
    const theirs = await beginGuild(unconfirmed);
    expect(await refusal(ask(unconfirmed, theirs, 'Jo'))).toMatchObject({ code: 'candidacies.email-not-verified' });
    const { candidate, candidacyId } = await begun('Max Many');
    for (let count = 0; count < 10; count += 1) {
      const { requestId } = await ask(candidate, candidacyId, `Kay${count}`);
      await candidate.api.candidacies.withdrawStatement({ candidacyId, requestId });
    }
    expect(await refusal(ask(candidate, candidacyId, 'Kay10'))).toMatchObject({
      code: 'candidacies.too-many-requests',
    });
  });

  test('again is possible after taking the request back, and the old link works no longer', async () => {
    const { candidate, candidacyId } = await begun('Wim Withdrawing');
    const { requestId } = await ask(candidate, candidacyId, 'Lea');
    const token = await tokenFor(world, 'lea@work.example');
    await candidate.api.candidacies.withdrawStatement({ candidacyId, requestId });
    expect(await refusal(world.anyone.candidacies.getStatementRequest({ token }))).toMatchObject({
      code: 'candidacies.link-invalid',
    });
    const twice = candidate.api.candidacies.withdrawStatement({ candidacyId, requestId });
    expect(await refusal(twice)).toMatchObject({ code: 'candidacies.statement-closed' });
    await ask(candidate, candidacyId, 'Lea');
  });
});

describe('a reference', () => {
  test('has every entry of the form answered, and no other', async () => {
    const { candidate, candidacyId } = await begun('Nia Needing');
    await ask(candidate, candidacyId, 'Mo');
    const token = await tokenFor(world, 'mo@work.example');
    const wrong = { work: '', care: 6, other: true };
    const call = world.anyone.candidacies.giveStatement({ token, confirmed: true, signedName: 'Mo', answers: wrong });
    expect(await refusal(call)).toMatchObject({
      code: 'candidacies.statement-incomplete',
      fields: [
        { path: 'answers.work' },
        { path: 'answers.care' },
        { path: 'answers.again' },
        { path: 'answers.other' },
      ],
    });
    expect(await stateOf(candidate, candidacyId, (await requestIds(candidacyId))[0] ?? '')).toBe('waiting');
  });

  test('is given once, whatever races; every other link of the request ends with it', async () => {
    const { candidate, candidacyId } = await begun('Olga Once');
    await ask(candidate, candidacyId, 'Nat');
    const both = await Promise.allSettled([refer(world, 'Nat'), refer(world, 'Nat', false)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const given = (await factsOf(candidacyId)).filter(({ kind }) => kind === 'statement-given');
    expect(given).toHaveLength(1);
    expect(given[0]?.by.kind).toBe('third-party');
  });

  test('is read by reviewers and auditors; the candidate and others see that it was given', async () => {
    const { candidate, candidacyId } = await begun('Sue Secret');
    await ask(candidate, candidacyId, 'Pat', 'peer');
    await refer(world, 'Pat', false);
    const own = await candidate.api.candidacies.getCandidacy({ candidacyId });
    expect(own.statements).toMatchObject([
      { name: 'Pat', email: 'pat@work.example', relation: 'Colleague', state: 'given' },
    ]);
    for (const words of ['Chairs that last', 'Pat Signed', '"confirmed"']) {
      expect(JSON.stringify(own)).not.toContain(words);
    }
    const { candidacies } = await candidate.api.candidacies.listMyCandidacies({});
    expect(JSON.stringify(candidacies)).not.toContain('"confirmed"');
    const manager = await world.person('Mia Manager', ['program-manager']);
    const managed = await manager.api.candidacies.getCandidacy({ candidacyId });
    expect(managed.statements[0]).toMatchObject({ name: 'Pat', emailDomain: 'work.example', state: 'given' });
    expect(JSON.stringify(managed)).not.toMatch(/Chairs that last|"confirmed"/);
    const reviewer = await world.person('Rita Reviewer', ['reviewer']);
    const reviewed = await reviewer.api.candidacies.getCandidacy({ candidacyId });
    expect(reviewed.statements[0]).toMatchObject({
      confirmed: false,
      signedName: 'Pat Signed',
      answers: [
        { id: 'work', prompt: 'What did they make?', kind: 'text', value: answers.work },
        { id: 'care', value: 5 },
        { id: 'again', value: true },
      ],
    });
    expect(reviewed.statements[0]).not.toHaveProperty('email');
    expect(reviewed.history.find(({ kind }) => kind === 'statement-given')?.actor).toBe('Pat');
  });

  test('about oneself is refused even with the link', async () => {
    const { candidate, candidacyId } = await begun('Ole Own');
    await ask(candidate, candidacyId, 'Quin');
    const token = await tokenFor(world, 'quin@work.example');
    const own = candidate.api.candidacies.giveStatement({ token, confirmed: true, signedName: 'Quin', answers });
    expect(await refusal(own)).toMatchObject({ code: 'candidacies.own-candidacy' });
  });
});

const requestIds = async (candidacyId: string) =>
  (await factsOf(candidacyId)).flatMap((fact) => (fact.kind === 'statement-requested' ? [fact.data.requestId] : []));

describe('a training', () => {
  test('is confirmed by its provider with the day of completion, and needs no reviewer', async () => {
    const { candidate, candidacyId } = await begun('Tess Trained');
    expect(await refusal(askProvider(candidate, candidacyId))).toMatchObject({ code: 'candidacies.not-editable' });
    await stateTraining(candidate, candidacyId);
    await askProvider(candidate, candidacyId);
    const token = await tokenFor(world, 'office@safety.example');
    expect((await world.anyone.candidacies.getStatementRequest({ token })).about).toEqual({
      kind: 'training',
      title: 'Safety at the bench',
      provider: 'The Safety School',
      completedOn: '2027-02-01',
    });
    const empty = world.anyone.candidacies.giveStatement({ token, confirmed: true, signedName: 'Al' });
    expect(await refusal(empty)).toMatchObject({ fields: [{ path: 'completedOn' }] });
    await world.anyone.candidacies.giveStatement({
      token,
      confirmed: true,
      signedName: 'Al Teacher',
      completedOn: '2027-02-01',
    });
    const { standing, statements } = await candidate.api.candidacies.getCandidacy({ candidacyId });
    expect(lineOf(standing, 'bench-training')).toBe('met');
    expect(statements[0]).toMatchObject({ confirmed: true, completedOn: '2027-02-01', signedName: 'Al Teacher' });
    const again = stateTraining(candidate, candidacyId, '2027-02-02');
    expect(await refusal(again)).toMatchObject({ code: 'candidacies.not-editable' });
  });

  test('that is denied goes back to the candidate with the reason, who may ask again', async () => {
    const { candidate, candidacyId } = await begun('Dan Denied');
    await stateTraining(candidate, candidacyId);
    await askProvider(candidate, candidacyId);
    expect(await refusal(stateTraining(candidate, candidacyId, '2027-01-01'))).toMatchObject({
      code: 'candidacies.not-editable',
    });
    const remark = 'Nobody of that name was with us in February.';
    const token = await tokenFor(world, 'office@safety.example');
    await world.anyone.candidacies.giveStatement({ token, confirmed: false, signedName: 'Al', remark });
    const denied = await candidate.api.candidacies.getCandidacy({ candidacyId });
    expect(denied.statements[0]).toMatchObject({ confirmed: false, remark });
    expect(denied.standing.next).toContainEqual(
      expect.objectContaining({ kind: 'complete-requirement', subject: 'bench-training' }),
    );
    const mended = await stateTraining(candidate, candidacyId, '2027-01-01');
    expect(mended.next).toContainEqual(
      expect.objectContaining({ kind: 'request-statement', subject: 'bench-training' }),
    );
    await askProvider(candidate, candidacyId);
  });
});

const lineOf = (
  standing: { readonly steps: readonly { lines: readonly { id: string; state: string }[] }[] },
  id: string,
) => standing.steps.flatMap((step) => step.lines).find((line) => line.id === id)?.state;

describe('a link', () => {
  test('that never was, that was used and that was declined give one and the same answer', async () => {
    const { candidate, candidacyId } = await begun('Lia Links');
    await ask(candidate, candidacyId, 'Ray');
    await ask(candidate, candidacyId, 'Sam');
    await refer(world, 'Ray');
    const declined = await tokenFor(world, 'sam@work.example');
    await world.anyone.candidacies.declineStatement({ token: declined });
    const used = await tokenFor(world, 'ray@work.example');
    const found = [];
    for (const token of [newToken(), used, declined]) {
      found.push(await refusal(world.anyone.candidacies.getStatementRequest({ token })));
    }
    expect(found[0]).toMatchObject({ code: 'candidacies.link-invalid' });
    expect(new Set(found.map(({ message }) => message)).size).toBe(1);
    expect(await refusal(ask(candidate, candidacyId, 'Sam'))).toMatchObject({ code: 'candidacies.already-asked' });
  });
});
