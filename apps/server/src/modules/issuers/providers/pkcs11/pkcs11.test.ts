import { randomBytes, randomUUID } from 'node:crypto';
import { issueCredential, type KeyAlgorithm, type Signer, verifyCredential } from '@testamur/credentials';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleCredential } from '../../testing/sample-credential.ts';
import { createSoftToken, type SoftToken, softHsmModule } from '../../testing/soft-token.ts';
import { KeyUnavailable } from '../provider.ts';
import { pkcs11Provider } from './provider.ts';
import { tokenAt } from './token.ts';

const reason = softHsmModule === undefined ? ' (skipped: SoftHSM is not installed; apt-get install softhsm2)' : '';
const controller = 'did:web:example.org:api:issuers:association';

describe.skipIf(softHsmModule === undefined)(`keys in a PKCS#11 token${reason}`, () => {
  let token: SoftToken;
  beforeAll(async () => {
    token = await createSoftToken(softHsmModule ?? '');
  });
  afterAll(() => token?.remove());

  const ownerOf = (keyId: string) => ({ organizationId: randomUUID(), organizationSlug: 'association', keyId });
  const open = async (algorithm: KeyAlgorithm): Promise<Signer & { multibase: string }> => {
    const provider = pkcs11Provider(token);
    const owner = ownerOf(randomUUID());
    const made = await provider.create(owner, algorithm);
    const signer = await provider.open({ ...made, algorithm, owner }, controller);
    return { ...signer, multibase: made.publicKeyMultibase };
  };

  // The first test: whoever logs in to a token logs the whole process in.
  test('a wrong PIN is told by name, and tried once: tokens lock after a few', async () => {
    const wrong = pkcs11Provider({ ...token, pin: '000000' });
    const made = wrong.create(ownerOf(randomUUID()), 'Ed25519');
    await expect(made).rejects.toThrow(/C_Login with CKR_PIN_INCORRECT\. Set PKCS11_PIN/);
  });

  test.each([
    ['Ed25519', 'eddsa-rdfc-2022', /^z6Mk/],
    ['Ed25519', 'eddsa-jcs-2022', /^z6Mk/],
    ['P-256', 'ecdsa-rdfc-2019', /^zDna/],
  ] as const)('%s made in the token signs a credential with %s that verifies', async (algorithm, cryptosuite, form) => {
    const { multibase, ...signer } = await open(algorithm);
    expect(multibase).toMatch(form);
    const signed = await issueCredential({ credential: sampleCredential(controller), signer, cryptosuite });
    const key = { id: signer.verificationMethod, controller, publicKeyMultibase: multibase };
    const at = '2027-06-01T00:00:00Z';
    const verify = (credential: object) => verifyCredential({ credential, at, resolveKey: () => key });
    expect(await verify(signed)).toMatchObject({ verified: true });
    const changed = { ...signed, validFrom: '2026-12-01T00:00:00Z' };
    expect((await verify(changed)).checks.find(({ id }) => id === 'proof')?.code).toBe('signature-invalid');
  });

  test('many signatures at once share a few sessions, and each is that of its own message', async () => {
    const { sign, algorithm } = await open('Ed25519');
    expect(algorithm).toBe('Ed25519');
    const messages = Array.from({ length: 50 }, () => randomBytes(64));
    const first = await Promise.all(messages.map((message) => sign(message)));
    const again = await Promise.all(messages.map((message) => sign(message)));
    expect(again).toEqual(first);
    expect(new Set(first.map((signature) => Buffer.from(signature).toString('hex'))).size).toBe(50);
  });

  test('a session that the token has closed is opened anew, and nobody notices', async () => {
    const { sign } = await open('Ed25519');
    const message = randomBytes(64);
    const before = await sign(message);
    await tokenAt(token).within(({ module, handle }) => module.call('C_CloseSession', handle));
    expect(await sign(message)).toEqual(before);
  });

  test('a key that the token does not hold, a wrong label and a missing module are told by name', async () => {
    const provider = pkcs11Provider(token);
    const owner = ownerOf(randomUUID());
    const made = await provider.create(owner, 'Ed25519');
    const foreign = { ...made, ref: made.ref.replace(/%[0-9A-F]{2};/, '%00;'), algorithm: 'Ed25519' as const, owner };
    const signer = await provider.open(foreign, controller);
    await expect(async () => signer.sign(randomBytes(64))).rejects.toThrow(/holds no private key with the CKA_ID/);

    const elsewhere = pkcs11Provider({ ...token, label: 'another' }).create(owner, 'Ed25519');
    await expect(elsewhere).rejects.toThrow(/has no token "another". Its tokens are "testamur test"/);
    const nowhere = pkcs11Provider({ ...token, modulePath: '/no/such.so' }).create(owner, 'Ed25519');
    await expect(nowhere).rejects.toThrow(KeyUnavailable);
    expect(provider.describe(made.ref)).toBe('token testamur test');
  });
});
