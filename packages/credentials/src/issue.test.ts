import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DataIntegrityProof, type DocumentLoader } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { describe, expect, it } from 'vitest';
import { toMultibase } from '../test/multibase.ts';
import {
  didDocument,
  ISSUER,
  input,
  issueList,
  issueSample,
  key,
  LISTS,
  listsWith,
  resolveKey,
  WITHIN,
} from '../test/sample.ts';
import { buildAchievementCredential, issueCredential, type Signer, verifyCredential } from './index.ts';

const openBadges = JSON.parse(readFileSync(new URL('./contexts/open-badges-3.0.3.json', import.meta.url), 'utf8'));

describe('@digitalbazaar/vc alone, with its own contexts and documents read as a stranger reads them', () => {
  async function loaderFor(revoked: boolean): Promise<DocumentLoader> {
    const documents = new Map<string, unknown>([
      // checkStatus of the library reads the machine's clock, so these lists have no end.
      [LISTS.revocation, await issueList('revocation', revoked, key, { validFrom: '2020-01-01T00:00:00Z' })],
      [LISTS.suspension, await issueList('suspension', false, key, { validFrom: '2020-01-01T00:00:00Z' })],
      ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', openBadges],
      [ISSUER, didDocument],
      ...didDocument.verificationMethod.map((method): [string, unknown] => [
        method.id,
        { '@context': 'https://w3id.org/security/multikey/v1', ...method },
      ]),
    ]);
    return async (url) =>
      documents.has(url)
        ? { contextUrl: null, documentUrl: url, document: structuredClone(documents.get(url)) }
        : vc.defaultDocumentLoader(url);
  }

  async function verifyBytes(bytes: string, revoked = false) {
    const documentLoader = await loaderFor(revoked);
    const suite = new DataIntegrityProof({ cryptosuite });
    const credential = JSON.parse(bytes);
    const status = await checkStatus({ credential, suite, documentLoader });
    const proof = await vc.verifyCredential({
      credential,
      suite,
      documentLoader,
      now: new Date(WITHIN),
      checkStatus: async () => ({ verified: true }),
    });
    return { proof: proof.verified, set: status.results?.map((result) => result.status) };
  }

  it('verifies the issued bytes and reads both status lists', async () => {
    const bytes = JSON.stringify(await issueSample());
    expect(await verifyBytes(bytes)).toEqual({ proof: true, set: [false, false] });
    expect(await verifyBytes(bytes, true)).toEqual({ proof: true, set: [true, false] });
  });

  it('refuses them with one letter changed', async () => {
    const bytes = JSON.stringify(await issueSample()).replace('Academic', 'Academik');
    expect(await verifyBytes(bytes)).toEqual({ proof: false, set: [false, false] });
  });
});

it('a key management service can sign: only sign() touches the secret', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const secret = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  const signer: Signer = {
    verificationMethod: `${ISSUER}#kms-1`,
    controller: ISSUER,
    algorithm: 'Ed25519',
    sign: async (bytes) => sign(null, bytes, secret),
  };
  const kmsKey = { id: signer.verificationMethod, controller: ISSUER, publicKeyMultibase: toMultibase(raw) };
  const credential = await issueSample({ status: [] }, signer);
  const report = await verifyCredential({ credential, at: WITHIN, resolveKey: () => kmsKey });
  expect(report.checks.filter((check) => check.result !== 'passed')).toEqual([]);
});

it('signs the same credential to the same bytes and leaves the argument alone', async () => {
  const credential = buildAchievementCredential(input);
  const before = structuredClone(credential);
  const first = await issueCredential({ credential, signer: key, created: '2027-03-02T10:00:00Z' });
  const second = await issueCredential({ credential, signer: key, created: new Date('2027-03-02T10:00:00.900Z') });
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  expect(credential).toEqual(before);
  expect(first.proof).toHaveLength(1);
});

it('a proof without a time is made when none is given', async () => {
  const credential = await issueCredential({ credential: buildAchievementCredential(input), signer: key });
  expect(credential.proof[0]).not.toHaveProperty('created');
  const report = await verifyCredential({ credential, at: WITHIN, statusLists: await listsWith(), resolveKey });
  expect(report.verified).toBe(true);
});

describe('what the verifier would refuse is not signed', () => {
  const good = buildAchievementCredential(input);
  const other: Signer = { ...key, sign: key.sign, controller: 'did:web:other.example' };
  const split: Signer = { ...key, sign: key.sign, verificationMethod: 'did:web:other.example#k' };
  const short: Signer = { ...key, sign: () => new Uint8Array(63) };

  it.each([
    ['a term that no context defines', { ...good, favoriteColor: 'blue' }, key, /"favoriteColor" is not defined/],
    ['a type that no context defines', { ...good, type: ['VerifiableCredential', 'Sticker'] }, key, /Sticker/],
    [
      'a context that is not bundled',
      { ...good, '@context': [...contextsOf(good), 'https://a.example/c'] },
      key,
      /a\.example/,
    ],
    ['a member with the value null', { ...good, image: null }, key, /image is null/],
    ['a proof beside its own', { ...good, proof: [{ type: 'DataIntegrityProof' }] }, key, /signed already/],
    ['a credential of another issuer', good, other, /did:web:other\.example/],
    ['a key of another controller', good, split, /verificationMethod/],
    ['a signature of the wrong length', good, short, /64 bytes/],
    ['an identifier that is relative', { ...good, id: 'relative/id' }, key, /absolute URI/],
  ] as const)('%s', async (_, credential, signer, message) => {
    await expect(issueCredential({ credential, signer })).rejects.toThrow(message);
  });

  it('an error of the key service itself passes through', async () => {
    const down = { ...key, sign: () => Promise.reject(new Error('key service is down')) };
    await expect(issueCredential({ credential: good, signer: down })).rejects.toThrow('key service is down');
  });
});

function contextsOf(credential: { [name: string]: unknown }): unknown[] {
  return Array.isArray(credential['@context']) ? credential['@context'] : [];
}
