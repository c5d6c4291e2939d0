import { buildAchievementCredential, generateIssuerKey, issueCredential } from '@testamur/credentials';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { credentialContent } from '../credentialing/rules/document.ts';
import { type Certified, certify } from '../credentialing/testing/life.ts';
import { type Caller, createWorld, publicUrl, refusal, type World } from '../credentialing/testing/world.ts';
import { createOrganization } from '../identity/index.ts';

let world: World;
let decider: Caller;
let second: Caller;

beforeAll(async () => {
  world = await createWorld();
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  second = await world.person('Sam Second', { roles: ['program-manager'] });
});
afterAll(() => world.close());

const reason = 'A reason for the files of the organization alone.';
const verify = (number: string) => world.anyone.registry.verifyByNumber({ number });
const paste = (document: string) => world.anyone.registry.verifyDocument({ document });
const documentOf = async ({ holder, credentialId }: Certified): Promise<string> =>
  (await holder.api.credentialing.getCredentialDocument({ credentialId })).text();
const resultsOf = ({ checks }: { checks: readonly { id: string; result: string }[] }) =>
  Object.fromEntries(checks.map(({ id, result }) => [id, result]));

const allGood = {
  document: 'passed',
  signature: 'passed',
  issuer: 'passed',
  status: 'passed',
  dates: 'passed',
  holder: 'could-not-check',
};

describe('by number', () => {
  test('a credential in force passes every check but that of the holder, which is the reader’s', async () => {
    const { number } = await certify(world, decider, { name: 'Ana Rivera' });
    const answer = await verify(number);
    expect(answer).toMatchObject({
      inForce: true,
      checkedAt: world.now().toISOString(),
      credential: {
        number,
        holderName: 'Ana Rivera',
        state: 'active',
        demonstration: false,
        programId: world.programId,
      },
    });
    expect(resultsOf(answer)).toEqual(allGood);
  });

  test('it is found as people type it: in any case, without the dash, O for 0 and l for 1', async () => {
    const { number } = await certify(world, decider);
    const [prefix, drawn = ''] = number.split('-');
    const typed = `${prefix} ${drawn.replaceAll('0', 'o').replaceAll('1', 'l')}`.toLowerCase();
    expect((await verify(typed)).credential.number).toBe(number);
  });

  test('an unknown one is not found', async () => {
    expect((await refusal(verify('CALT-00000000'))).code).toBe('registry.no-such-credential');
  });

  test('a suspended one fails by its status, with the date and without the reason', async () => {
    const { number, credentialId } = await certify(world, decider);
    world.passMs(1000);
    await decider.api.credentialing.suspendCredential({ credentialId, reason });
    const answer = await verify(number);
    expect(answer).toMatchObject({ inForce: false, credential: { state: 'suspended' } });
    expect(resultsOf(answer)).toEqual({ ...allGood, status: 'failed' });
    expect(JSON.stringify(answer)).not.toContain(reason);
    expect(answer.checks.find(({ id }) => id === 'status')?.detail).toMatch(/^Suspended by Library Association since /);
    await decider.api.credentialing.reinstateCredential({ credentialId, reason });
    expect((await verify(number)).inForce).toBe(true);
  });

  test('a revoked one stays up: its signature is genuine, it no longer holds', async () => {
    const { number, credentialId } = await certify(world, decider);
    await decider.api.credentialing.requestRevocation({ credentialId, number, reason });
    world.passMs(1000);
    await second.api.credentialing.confirmRevocation({ credentialId, confirm: true });
    const answer = await verify(number);
    expect(answer).toMatchObject({ inForce: false, credential: { state: 'revoked' } });
    expect(resultsOf(answer)).toEqual({ ...allGood, status: 'failed' });
  });

  test('past its date it holds through the grace, then lapses, then expires', async () => {
    const before = world.now();
    const { number } = await certify(world, decider);
    const { credential } = await verify(number);
    const end = Date.parse(credential.validUntil);
    const dayMs = 86_400_000;
    const at = async (days: number) => {
      world.setClock(new Date(end + days * dayMs));
      const answer = await verify(number);
      return [answer.inForce, answer.credential.state, resultsOf(answer).dates];
    };
    expect(await at(-30)).toEqual([true, 'renewal-due', 'passed']);
    expect(await at(30)).toEqual([true, 'in-grace', 'passed']);
    expect(await at(120)).toEqual([false, 'lapsed', 'failed']);
    expect(await at(1000)).toEqual([false, 'expired', 'failed']);
    world.setClock(before);
  });
});

describe('a document that was handed over', () => {
  test('of this installation is checked against its records', async () => {
    const certified = await certify(world, decider);
    const answer = await paste(await documentOf(certified));
    expect(answer).toMatchObject({ inForce: true, issuerKnown: true, credential: { number: certified.number } });
    expect(resultsOf(answer)).toEqual(allGood);
    world.passMs(1000);
    await decider.api.credentialing.suspendCredential({ credentialId: certified.credentialId, reason });
    expect(await paste(await documentOf(certified))).toMatchObject({
      inForce: false,
      credential: { state: 'suspended' },
    });
  });

  test('with one letter changed fails by its signature and shows nothing of the genuine one', async () => {
    const document = (await documentOf(await certify(world, decider, { name: 'Ana Rivera' }))).replace(
      '"name": "Ana Rivera"',
      '"name": "Bob Rivera"',
    );
    const answer = await paste(document);
    expect(answer).toMatchObject({ inForce: false, issuerKnown: false, claims: { holderName: 'Bob Rivera' } });
    expect(answer.credential).toBeUndefined();
    expect(resultsOf(answer).signature).toBe('failed');
  });

  const forged = async (did: string | undefined) => {
    const key = await generateIssuerKey(did === undefined ? {} : { controller: did });
    const content = credentialContent({
      credentialId: crypto.randomUUID(),
      number: 'CALT-4F7K9QXT',
      program: world.program,
      title: 'Certified Academic Library Technician',
      issuer: { did: key.controller, name: 'Library Association' },
      publicUrl,
      holder: { name: 'Eve Forger', email: 'eve@people.example', salt: 'a salt of the test' },
      term: { cycle: 1, validFrom: '2027-01-01T00:00:00.000Z', validUntil: '2030-01-01T00:00:00.000Z' },
      awardedAt: '2027-01-01T00:00:00.000Z',
      status: { listUrl: `${publicUrl}/api/issuers/association/status/none`, index: 1 },
      demonstration: false,
    });
    const signed = await issueCredential({ credential: buildAchievementCredential(content), signer: key });
    return JSON.stringify(signed);
  };

  test('of an issuer unknown here says so, whatever it claims', async () => {
    const answer = await paste(await forged(undefined));
    expect(answer).toMatchObject({ inForce: false, issuerKnown: false, claims: { issuer: 'Library Association' } });
    expect(resultsOf(answer)).toMatchObject({ signature: 'passed', issuer: 'could-not-check', dates: 'passed' });
    expect(answer.checks.find(({ id }) => id === 'issuer')?.detail).toBe(
      'Signature passed. We do not know this issuer.',
    );
  });

  test('that names an issuer of this installation without its key fails', async () => {
    const answer = await paste(await forged('did:web:testamur.example:api:issuers:association'));
    expect(answer).toMatchObject({ inForce: false, issuerKnown: false });
    expect(resultsOf(answer)).toMatchObject({ signature: 'failed', issuer: 'failed', status: 'could-not-check' });
  });

  test.each([
    ['nothing JSON', 'hello there'],
    ['a list', '[1, 2]'],
    ['JSON of something else', '{"not":"a credential"}'],
    ['a name twice', '{"type":"VerifiableCredential","type":"x"}'],
  ])('that is %s is no credential', async (_, document) => {
    expect((await refusal(paste(document))).code).toBe('registry.not-a-credential');
  });
});

describe('the register', () => {
  const search = async (query: string) => (await world.anyone.registry.searchRegister({ query })).entries;

  test('finds those who agreed by the beginnings of their names, without regard to case and accents', async () => {
    const { number } = await certify(world, decider, { name: 'Zoë Ōkubo-O’Neill' });
    for (const query of ['zoe', 'ZOË', 'okubo', 'oneill zo', 'Ōkubo-O', number, number.toLowerCase()]) {
      expect((await search(query)).map((entry) => entry.number)).toEqual([number]);
    }
    for (const query of ['kubo', 'zoe smith', "'); drop table x; --", ':* | !', '%']) {
      expect((await search(query)).filter((entry) => entry.number === number)).toEqual([]);
    }
  });

  test('never names who did not agree, not even by number', async () => {
    const { number, holder, candidacyId } = await certify(world, decider, { name: 'Quiet Person', listed: false });
    expect(await search('quiet')).toEqual([]);
    expect(await search(number)).toEqual([]);
    await holder.api.candidacies.setListing({ candidacyId, listed: true });
    await world.runJobs();
    expect((await search('quiet')).map((entry) => entry.number)).toEqual([number]);
    world.passMs(1000);
    await holder.api.candidacies.setListing({ candidacyId, listed: false });
    await world.runJobs();
    expect(await search('quiet')).toEqual([]);
  });

  test('says when somebody is suspended, and drops who is revoked', async () => {
    const { number, credentialId } = await certify(world, decider, { name: 'Wanda Warned' });
    world.passMs(1000);
    await decider.api.credentialing.suspendCredential({ credentialId, reason });
    await world.runJobs();
    expect(await search('wanda')).toMatchObject([{ number, state: 'suspended' }]);
    await decider.api.credentialing.requestRevocation({ credentialId, number, reason });
    world.passMs(1000);
    await second.api.credentialing.confirmRevocation({ credentialId, confirm: true });
    await world.runJobs();
    expect(await search('wanda')).toEqual([]);
  });

  test('shows people of a rehearsal by their number alone', async () => {
    const { number } = await certify(world, decider, { name: 'Rita Realname' });
    const rehearsal = await world.platform.db.system((trx) =>
      createOrganization(trx, { slug: 'rehearsal-1', name: 'Rehearsal', kind: 'rehearsal' }),
    );
    await world.db.kysely
      .updateTable('organization')
      .set({ kind: 'rehearsal' })
      .where('id', '=', world.organization.id)
      .execute();
    expect(rehearsal.kind).toBe('rehearsal');
    expect(await search('rita')).toEqual([]);
    expect(await search(number)).toMatchObject([{ number, demonstration: true }]);
    await world.db.kysely
      .updateTable('organization')
      .set({ kind: 'live' })
      .where('id', '=', world.organization.id)
      .execute();
  });
});
