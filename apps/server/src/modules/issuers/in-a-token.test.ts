import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureIssuerKey } from './index.ts';
import { issue, proofCode, verify } from './testing/signing.ts';
import { createSoftToken, type SoftToken, softHsmModule } from './testing/soft-token.ts';
import { type Caller, createWorld, refusal, type World } from './testing/world.ts';

const organization = 'association';
const reason = 'From the database into a token.';
const why = softHsmModule === undefined ? ' (skipped: SoftHSM is not installed; apt-get install softhsm2)' : '';

describe.skipIf(softHsmModule === undefined)(`an installation that moves its keys into a token${why}`, () => {
  let token: SoftToken;
  let world: World;
  let administrator: Caller;
  let second: Caller;
  let settings: World['config'];
  beforeAll(async () => {
    token = await createSoftToken(softHsmModule ?? '');
    world = await createWorld();
    administrator = await world.person('Alex Admin', ['administrator']);
    second = await world.person('Sam Second', ['administrator']);
    await world.within((scope) => ensureIssuerKey(scope, world.config));
    settings = { ...world.config };
  });
  afterAll(async () => {
    await world?.close();
    await token?.remove();
  });

  const keys = async () => (await administrator.api.listIssuerKeys({ organization })).keys;
  const rotate = async (algorithm: 'Ed25519' | 'P-256') => {
    const fingerprint = (await keys()).find(({ state }) => state === 'current')?.fingerprint ?? '';
    await administrator.api.requestKeyRotation({ organization, fingerprint, algorithm, reason });
    world.passMinutes(1);
    await second.api.confirmKeyRotation({ organization, confirm: true });
    world.passMinutes(60);
  };
  const configure = (more: Partial<World['config']>) => Object.assign(world.config, settings, more);

  test('signs with the token after the next rotation; what the database key signed still verifies', async () => {
    const sealed = await issue(world);
    const inToken = { PKCS11_MODULE: token.modulePath, PKCS11_TOKEN: token.label, PKCS11_PIN: token.pin };
    configure({ ISSUER_KEYS: 'pkcs11', ...inToken });
    expect((await issue(world)).keyId).toBe(sealed.keyId);
    for (const algorithm of ['Ed25519', 'P-256'] as const) {
      await rotate(algorithm);
      const signed = await issue(world);
      expect(await verify(world, signed.credential)).toMatchObject({ verified: true });
      expect((await keys())[0]).toMatchObject({ provider: 'pkcs11', algorithm, place: 'token testamur test' });
    }
    expect(await verify(world, sealed.credential)).toMatchObject({ verified: true });
  });

  test('a compromised key of the token is followed by another one in the token', async () => {
    const signed = await issue(world);
    const [key] = await keys();
    const { id: keyId = '', fingerprint = '' } = key ?? {};
    await administrator.api.reportKeyCompromise({ organization, keyId, fingerprint, reason });
    world.passMinutes(1);
    await second.api.confirmKeyCompromise({ organization, keyId, confirm: true });
    expect(await proofCode(world, signed.credential)).toBe('key-revoked');
    expect(await verify(world, (await issue(world)).credential)).toMatchObject({ verified: true });
  });

  test('a token out of reach refuses the rotation with its reason, and nothing is changed', async () => {
    const before = await keys();
    configure({ ISSUER_KEYS: 'pkcs11', PKCS11_MODULE: token.modulePath, PKCS11_TOKEN: 'gone', PKCS11_PIN: token.pin });
    expect(await refusal(rotate('Ed25519'))).toBe('issuers.key-unavailable');
    expect((await keys()).map(({ id, state }) => [id, state])).toEqual(before.map(({ id, state }) => [id, state]));
    configure({});
    expect((await keys())[0]?.place).toBe('a token, which is not configured');
    await expect(issue(world)).rejects.toThrow(/set PKCS11_MODULE, so that it can be used/);
  });
});
