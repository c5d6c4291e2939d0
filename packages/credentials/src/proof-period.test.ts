import { issue } from '@digitalbazaar/vc';
import { expect, it } from 'vitest';
import { edited } from '../test/edit.ts';
import { didDocument, input, issueSample, key, resolveKey, WITHIN } from '../test/sample.ts';
import { buildAchievementCredential, keyFromDidDocument, type ResolveKey, verifyCredential } from './index.ts';
import { contextLoader, signingSuite } from './proof.ts';

async function proofOf(credential: object, resolve: ResolveKey = resolveKey) {
  const report = await verifyCredential({ credential, at: WITHIN, resolveKey: resolve });
  return report.checks.find((check) => check.id === 'proof')?.code;
}

it.each([
  ['2028-07-01T11:59:59Z', 'proof-expired'],
  [WITHIN, 'ok'],
  ['2029-01-01T00:00:00Z', 'ok'],
])('a proof that is good until %s', async (expires, code) => {
  const suite = signingSuite(key, null);
  suite.proof = { expires };
  const credential = buildAchievementCredential({ ...input, status: [] });
  expect(await proofOf(await issue({ credential, suite, documentLoader: contextLoader }))).toBe(code);
});

it.each([
  ['2028-07-01T12:00:00Z', 'key-revoked'],
  ['2028-07-01T12:00:01Z', 'ok'],
])('a key that expires at %s', async (expires, code) => {
  const document = edited(didDocument, ['verificationMethod', 0, 'expires'], () => expires);
  const credential = await issueSample({ status: [] });
  expect(await proofOf(credential, (url) => keyFromDidDocument(document, url))).toBe(code);
});
