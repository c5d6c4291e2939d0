import { keyFromDidDocument, verifyCredential } from '@testamur/credentials';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureIssuerKey } from './index.ts';
import { issue, verify } from './testing/signing.ts';
import { type Caller, createWorld, refusal, type World } from './testing/world.ts';

const organization = 'association';
const reason = 'The yearly rotation.';

let world: World;
let administrator: Caller;
let manager: Caller;
beforeAll(async () => {
  world = await createWorld();
  administrator = await world.person('Alex Admin', ['administrator']);
  manager = await world.person('Mona Manager', ['program-manager']);
});
afterAll(() => world.close());

const keys = async () => (await administrator.api.listIssuerKeys({ organization })).keys;
const states = async () => (await keys()).map(({ state }) => state);
const currentFingerprint = async () => (await keys()).find(({ state }) => state === 'current')?.fingerprint ?? '';
const ask = async (fingerprint: string, algorithm: 'Ed25519' | 'P-256' = 'Ed25519') =>
  administrator.api.requestKeyRotation({ organization, fingerprint, algorithm, reason });
const answer = (caller: Caller, confirm: boolean) => caller.api.confirmKeyRotation({ organization, confirm });

describe('the first key', () => {
  test('cannot be rotated before it is there, and is made once, however many ask at once', async () => {
    expect(await refusal(ask('0000'))).toBe('issuers.no-issuer');
    await Promise.all([1, 2, 3].map(() => world.within((scope) => ensureIssuerKey(scope, world.config))));
    expect(await states()).toEqual(['current']);
  });

  test('lies sealed: nothing opens it but SECRET, or the one before where it was changed', async () => {
    const rows = await world.within(({ trx }) => trx.selectFrom('issuer_key').selectAll().execute());
    expect(rows[0]?.provider_ref).toMatch(/^v1\.[\w-]+\.[\w-]+\.[\w-]+$/);
    const other = { ...world, config: { ...world.config, SECRET: 'another secret that is long enough too' } };
    await expect(issue(other)).rejects.toThrow(/SECRET is not the one/);
    const moved = { ...other, config: { ...other.config, SECRET_FORMER: world.config.SECRET } };
    expect(await verify(world, (await issue(moved)).credential)).toMatchObject({ verified: true });
  });
});

describe('a rotation', () => {
  test('takes the typed fingerprint and two people, and waits for one answer only', async () => {
    const fingerprint = await currentFingerprint();
    expect(await refusal(ask('0000-0000-0000-0000'))).toBe('issuers.fingerprint-differs');
    await ask(fingerprint.toLowerCase().replaceAll('-', ' '));
    expect(await refusal(ask(fingerprint))).toBe('issuers.already-requested');
    expect((await administrator.api.listIssuerKeys({ organization })).rotationRequest).toMatchObject({
      requestedBy: 'Alex Admin',
      reason,
      fingerprint,
    });
    expect(await refusal(answer(administrator, true))).toBe('issuers.second-person-needed');
    await answer(manager, false);
    expect(await states()).toEqual(['current']);
    expect(await refusal(answer(manager, true))).toBe('issuers.no-request');
  });

  test('publishes the new key at once, signs with it after the wait, and keeps the old one published', async () => {
    const before = await issue(world);
    const beforeDocument = await administrator.api.getIssuerDocument({ organization });
    await ask(await currentFingerprint(), 'P-256');
    await answer(manager, true);
    expect(await states()).toEqual(['current', 'next']);
    const overlap = await issue(world);
    expect(overlap.keyId).toBe(before.keyId);
    const document = await administrator.api.getIssuerDocument({ organization });
    expect(document.verificationMethod).toHaveLength(2);
    expect(document.alsoKnownAs).toEqual(beforeDocument.alsoKnownAs);
    expect(await refusal(ask(await currentFingerprint()))).toBe('issuers.rotation-under-way');

    world.passMinutes(59);
    expect((await issue(world)).keyId).toBe(before.keyId);
    world.passMinutes(1);
    const after = await issue(world);
    expect(after.keyId).not.toBe(before.keyId);
    expect(JSON.stringify(after.credential)).toContain('"ecdsa-rdfc-2019"');
    expect(await states()).toEqual(['current', 'retired']);

    const published = await administrator.api.getIssuerDocument({ organization });
    expect(published.alsoKnownAs).toEqual([expect.stringMatching(/^did:key:zDna/)]);
    for (const { credential } of [before, overlap, after]) {
      expect(await verify(world, credential)).toMatchObject({ verified: true });
      const stranger = await verifyCredential({
        credential,
        at: '2029-01-01T00:00:00Z',
        resolveKey: (url) => keyFromDidDocument(published, url),
      });
      expect(stranger).toMatchObject({ verified: true });
    }
  });

  test('confirmed by two people at once happens once', async () => {
    const second = await world.person('Mia Manager', ['program-manager']);
    await ask(await currentFingerprint());
    const answers = await Promise.allSettled([answer(manager, true), answer(second, true), answer(manager, true)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of answers) {
      if (one.status === 'rejected') expect(one.reason.code).toBe('issuers.no-request');
    }
    expect((await states()).filter((state) => state === 'next')).toHaveLength(1);
  });

  test('is in the audit trail with both people, without its reason', async () => {
    const entries = await world.within(({ trx }) =>
      trx
        .selectFrom('audit_entry')
        .select(['action', 'actor_id', 'content'])
        .where('action', 'like', 'issuers.%')
        .orderBy('seq')
        .execute(),
    );
    expect(entries.slice(0, 2).map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ['issuers.requestKeyRotation', administrator.personId],
      ['issuers.confirmKeyRotation', manager.personId],
    ]);
    expect(JSON.stringify(entries)).not.toContain(reason);
  });
});

test('a demonstration does not wait: the new key signs at once', async () => {
  const demo = await createWorld({ kind: 'demonstration' });
  try {
    const admin = await demo.person('Demo Admin', ['administrator']);
    const other = await demo.person('Demo Other', ['administrator']);
    await demo.within((scope) => ensureIssuerKey(scope, demo.config));
    const [first] = (await admin.api.listIssuerKeys({ organization })).keys;
    await admin.api.requestKeyRotation({
      organization,
      fingerprint: first?.fingerprint ?? '',
      algorithm: 'Ed25519',
      reason,
    });
    demo.passMinutes(1);
    await other.api.confirmKeyRotation({ organization, confirm: true });
    const { keys: listed, waitMinutes } = await admin.api.listIssuerKeys({ organization });
    expect([waitMinutes, listed.map(({ state }) => state)]).toEqual([0, ['current', 'retired']]);
  } finally {
    await demo.close();
  }
});
