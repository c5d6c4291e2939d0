import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureIssuerKey } from './index.ts';
import { issue, proofCode, verify } from './testing/signing.ts';
import { type Caller, createWorld, refusal, type World } from './testing/world.ts';

const organization = 'association';
const reason = 'A backup with the key was found elsewhere.';

let world: World;
let administrator: Caller;
let manager: Caller;
let auditor: Caller;
beforeAll(async () => {
  world = await createWorld();
  administrator = await world.person('Alex Admin', ['administrator']);
  manager = await world.person('Mona Manager', ['program-manager']);
  auditor = await world.person('Ada Auditor', ['auditor']);
  await world.within((scope) => ensureIssuerKey(scope, world.config));
});
afterAll(() => world.close());

const keys = async () => (await auditor.api.listIssuerKeys({ organization })).keys;
const stateOf = async (keyId: string) => (await keys()).find(({ id }) => id === keyId)?.state;
const inState = async (state: string) => {
  const found = (await keys()).find((key) => key.state === state);
  if (!found) throw new Error(`No key is ${state}.`);
  return found;
};
const report = async (keyId: string) => {
  const fingerprint = (await keys()).find(({ id }) => id === keyId)?.fingerprint ?? '';
  await administrator.api.reportKeyCompromise({ organization, keyId, fingerprint, reason });
};
const answer = (caller: Caller, keyId: string, confirm: boolean) =>
  caller.api.confirmKeyCompromise({ organization, keyId, confirm });
const rotate = async () => {
  const { fingerprint } = await inState('current');
  await administrator.api.requestKeyRotation({ organization, fingerprint, algorithm: 'Ed25519', reason });
  await manager.api.confirmKeyRotation({ organization, confirm: true });
};

describe('a report that others may hold a key', () => {
  test('changes nothing until a second person confirms it, and can be turned down', async () => {
    const { id, fingerprint } = await inState('current');
    const { credential } = await issue(world);
    const wrong = { organization, keyId: id, fingerprint: 'FFFF-FFFF-FFFF-FFFF', reason };
    expect(await refusal(administrator.api.reportKeyCompromise(wrong))).toBe('issuers.fingerprint-differs');
    await administrator.api.reportKeyCompromise({ ...wrong, fingerprint });
    expect(await refusal(report(id))).toBe('issuers.already-requested');
    expect(await refusal(answer(administrator, id, true))).toBe('issuers.second-person-needed');
    expect(await verify(world, credential)).toMatchObject({ verified: true });
    world.passMinutes(1);
    await answer(manager, id, false);
    expect(await stateOf(id)).toBe('current');
    const { reports } = await auditor.api.getKeyIncident({ organization, keyId: id });
    expect(reports).toMatchObject([{ requestedBy: 'Alex Admin', decidedBy: 'Mona Manager', confirmed: false, reason }]);
  });

  test('confirmed, nothing that the key signed is believed, and another key signs at once', async () => {
    const { id } = await inState('current');
    const { credential } = await issue(world);
    await report(id);
    world.passMinutes(1);
    await answer(manager, id, true);
    expect(await proofCode(world, credential)).toBe('key-revoked');
    const next = await issue(world);
    expect(next.keyId).not.toBe(id);
    expect(await verify(world, next.credential)).toMatchObject({ verified: true });

    const document = await administrator.api.getIssuerDocument({ organization });
    expect(document.verificationMethod).toMatchObject([{}, { revoked: world.now().toISOString() }]);
    expect(Object.keys(Object(document.verificationMethod)[0])).not.toContain('revoked');
    const incident = await auditor.api.getKeyIncident({ organization, keyId: id });
    expect(incident).toMatchObject({
      key: { state: 'compromised', compromisedAt: world.now().toISOString() },
      signsNow: { fingerprint: (await inState('current')).fingerprint },
    });
    await world.runJobs();
    expect(world.compromised).toEqual([{ organizationId: world.organization.id, keyId: id }]);
    expect(world.changes()).toBeGreaterThan(0);
  });

  test('of a key that is withdrawn already, or is none of theirs, is refused', async () => {
    const { id } = await inState('compromised');
    expect(await refusal(report(id))).toBe('issuers.already-compromised');
    const elsewhere = { organization, keyId: crypto.randomUUID(), fingerprint: 'x', reason };
    expect(await refusal(administrator.api.reportKeyCompromise(elsewhere))).toBe('issuers.no-such-key');
  });

  test('confirmed by several at once happens once: one new key, one event', async () => {
    const { id } = await inState('current');
    const before = (await keys()).length;
    const others = await Promise.all(['One', 'Two', 'Three'].map((name) => world.person(name, ['program-manager'])));
    await report(id);
    const answers = await Promise.allSettled(others.map((other) => answer(other, id, true)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await keys()).length).toBe(before + 1);
    await world.runJobs();
    expect(world.compromised.filter(({ keyId }) => keyId === id)).toHaveLength(1);
  });
});

describe('a compromise beside a rotation', () => {
  test('of the old key lets the new one sign at once', async () => {
    await rotate();
    const [current, next] = [await inState('current'), await inState('next')];
    await report(current.id);
    world.passMinutes(1);
    await answer(manager, current.id, true);
    expect((await inState('current')).id).toBe(next.id);
    expect((await issue(world)).keyId).toBe(next.id);
  });

  test('of the new key replaces it, and the old one signs until then', async () => {
    await rotate();
    const [current, next] = [await inState('current'), await inState('next')];
    await report(next.id);
    world.passMinutes(1);
    await answer(manager, next.id, true);
    expect([await stateOf(current.id), await stateOf(next.id)]).toEqual(['current', 'compromised']);
    const replacement = await inState('next');
    expect(replacement.activatesAt).toBe(next.activatesAt);
    world.passMinutes(60);
    expect((await inState('current')).id).toBe(replacement.id);
  });

  test('of a retired key makes no new one, and what other keys signed stays good', async () => {
    const retired = await inState('retired');
    const { credential } = await issue(world);
    const before = (await keys()).length;
    await report(retired.id);
    await answer(manager, retired.id, true);
    expect((await keys()).length).toBe(before);
    expect(await verify(world, credential)).toMatchObject({ verified: true });
  });
});

describe('who may', () => {
  test('auditors read; program managers answer and do not ask', async () => {
    const { id, fingerprint } = await inState('current');
    const asked = { organization, keyId: id, fingerprint, reason };
    for (const caller of [auditor, manager]) {
      expect(await refusal(caller.api.reportKeyCompromise(asked))).toBe('platform.not-allowed');
      const rotation = { organization, fingerprint, algorithm: 'Ed25519' as const, reason };
      expect(await refusal(caller.api.requestKeyRotation(rotation))).toBe('platform.not-allowed');
    }
    expect(await refusal(answer(auditor, id, true))).toBe('platform.not-allowed');
  });
});

test.each([
  ['a key is removed', 'delete from issuer_key'],
  ['a public key is exchanged', "update issuer_key set public_key_multibase = 'z6Mk'"],
  ['the private half is exchanged', "update issuer_key set provider_ref = 'v1'"],
  ['a request is removed', 'delete from issuer_key_request'],
  ['somebody else is said to have asked', 'update issuer_key_request set requested_by = decided_by'],
  ['another key is meant', 'update issuer_key_request set key_id = id'],
])('whatever the application runs, it is refused that %s', async (_, statement) => {
  await expect(world.within(({ trx }) => sql.raw(statement).execute(trx))).rejects.toThrow(/permission denied/);
});

test.each([
  [
    'a withdrawn key is made good again',
    'update issuer_key set compromised_at = null where compromised_at is not null',
  ],
  [
    'an answer becomes another one',
    'update issuer_key_request set confirmed = not confirmed where confirmed is not null',
  ],
])('whatever the application runs, it is refused that %s', async (_, statement) => {
  await expect(world.within(({ trx }) => sql.raw(statement).execute(trx))).rejects.toThrow(/once and for all/);
});
