import { randomUUID } from 'node:crypto';
import {
  issueCredential,
  type KeyAlgorithm,
  type Signer,
  verifyCredential,
  verifySignature,
} from '@testamur/credentials';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { announce, startKms } from '../testing/kms-server.ts';
import { sampleCredential } from '../testing/sample-credential.ts';
import { awsKmsProvider } from './aws-kms.ts';
import { KeyUnavailable } from './provider.ts';

const controller = 'did:web:example.org:api:issuers:association';
const owner = { organizationId: randomUUID(), organizationSlug: 'association', keyId: randomUUID() };
const before = { id: process.env.AWS_ACCESS_KEY_ID, secret: process.env.AWS_SECRET_ACCESS_KEY };

let kms: Awaited<ReturnType<typeof startKms>>;
const provider = () => awsKmsProvider({ region: 'eu-central-1', endpoint: kms.url });

beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID = 'test';
  process.env.AWS_SECRET_ACCESS_KEY = 'test';
  kms = await startKms();
});
afterAll(() => {
  for (const [name, value] of [
    ['AWS_ACCESS_KEY_ID', before.id],
    ['AWS_SECRET_ACCESS_KEY', before.secret],
  ] as const) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  kms.server.closeAllConnections();
  kms.server.close();
});

const open = async (algorithm: KeyAlgorithm) => {
  const made = await provider().create(owner, algorithm);
  const opened = await provider().open({ ...made, algorithm, owner }, controller);
  const signer: Signer = {
    ...opened,
    sign: (bytes) => {
      announce(bytes);
      return opened.sign(bytes);
    },
  };
  return { signer, made };
};

test.each([
  ['Ed25519', 'eddsa-rdfc-2022', /^z6Mk/],
  ['P-256', 'ecdsa-rdfc-2019', /^zDna/],
] as const)('%s made in KMS signs a credential with %s that verifies', async (algorithm, cryptosuite, form) => {
  const { signer, made } = await open(algorithm);
  expect(made.publicKeyMultibase).toMatch(form);
  expect(kms.keys.has(made.ref)).toBe(true);
  const signed = await issueCredential({ credential: sampleCredential(controller), signer, cryptosuite });
  const key = { id: signer.verificationMethod, controller, publicKeyMultibase: made.publicKeyMultibase };
  const report = await verifyCredential({ credential: signed, at: '2027-06-01T00:00:00Z', resolveKey: () => key });
  expect(report).toMatchObject({ verified: true });
});

test('what is longer than KMS takes is hashed for P-256, and refused by name for Ed25519', async () => {
  const long = Buffer.alloc(5000, 1);
  const p256 = await open('P-256');
  expect(verifySignature(p256.made.publicKeyMultibase, long, await p256.signer.sign(long))).toBe(true);
  const { signer } = await open('Ed25519');
  await expect(async () => signer.sign(long)).rejects.toThrow(/at most 4096 bytes with Ed25519/);
});

test('a refusal of KMS keeps its name, and a KMS out of reach is no bug', async () => {
  const { made } = await open('Ed25519');
  const gone = await provider().open({ ...made, ref: `${made.ref}0`, algorithm: 'Ed25519', owner }, controller);
  await expect(async () => gone.sign(Buffer.alloc(64))).rejects.toThrow(/does not sign: NotFoundException/);
  const nowhere = awsKmsProvider({ region: 'eu-central-1', endpoint: 'http://127.0.0.1:9' });
  await expect(nowhere.create(owner, 'Ed25519')).rejects.toThrow(KeyUnavailable);
});
