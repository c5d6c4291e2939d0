import { expect, it } from 'vitest';
import { edited } from '../test/edit.ts';
import { didDocument, input, issueSample, key, resolveKey, WITHIN } from '../test/sample.ts';
import {
  buildAchievementCredential,
  createProof,
  keyFromDidDocument,
  type ProofOptions,
  type ResolveKey,
  verifyCredential,
} from './index.ts';

const credential = buildAchievementCredential({ ...input, status: [] });

async function proofOf(signed: object, resolve: ResolveKey = resolveKey) {
  const report = await verifyCredential({ credential: signed, at: WITHIN, resolveKey: resolve });
  return report.checks.find((check) => check.id === 'proof')?.code;
}

async function signed(options: Partial<ProofOptions>) {
  return { ...credential, proof: [await createProof({ document: credential, signer: key, ...options })] };
}

it.each([
  ['2028-07-01T11:59:59Z', 'proof-expired'],
  [WITHIN, 'ok'],
  ['2029-01-01T00:00:00Z', 'ok'],
])('a proof that is good until %s', async (expires, code) => {
  expect(await proofOf(await signed({ expires }))).toBe(code);
});

it.each([
  ['2028-07-01T12:00:00Z', 'key-revoked'],
  ['2028-07-01T12:00:01Z', 'ok'],
])('a key that expires at %s', async (expires, code) => {
  const document = edited(didDocument, ['verificationMethod', 0, 'expires'], () => expires);
  expect(await proofOf(await issueSample({ status: [] }), (url) => keyFromDidDocument(document, url))).toBe(code);
});

it('times are cut to the second, and a time that is none is the caller’s mistake', async () => {
  const proof = await createProof({
    document: credential,
    signer: key,
    created: new Date('2027-03-02T10:00:00.999Z'),
    expires: '2029-01-01T01:00:00+01:00',
  });
  expect(proof).toMatchObject({ created: '2027-03-02T10:00:00Z', expires: '2029-01-01T00:00:00Z' });
  await expect(signed({ expires: 'soon' })).rejects.toThrow(/expires must be/);
  await expect(signed({ created: new Date(Number.NaN) })).rejects.toThrow(/created must be/);
});
