import { issue } from '@digitalbazaar/vc';
import { expect, it } from 'vitest';
import { ISSUER, input, issueSample, resolveKey, WITHIN } from '../test/sample.ts';
import { buildAchievementCredential, generateIssuerKey, verifyCredential } from './index.ts';
import { contextLoader, signingSuite } from './proof.ts';

// issueCredential refuses all of this, so the forger signs with the library below it. The key is a good one: a did:key.
const forger = await generateIssuerKey({ seed: new Uint8Array(32).fill(66) });

async function forge() {
  const credential = buildAchievementCredential({ ...input, status: [] });
  const suite = signingSuite(forger, null);
  const { proof } = await issue({ credential: structuredClone(credential), suite, documentLoader: contextLoader });
  return { credential, proof };
}

async function resultsOf(credential: object) {
  const report = await verifyCredential({ credential, at: WITHIN, resolveKey });
  const results = report.checks.map((check) => [check.id, `${check.result} ${check.code}`]);
  return { verified: report.verified, ...Object.fromEntries(results) };
}

it('a good signature by anyone but the issuer that is named proves nothing', async () => {
  const { credential, proof } = await forge();
  expect(await resultsOf({ ...credential, proof: [proof] })).toMatchObject({
    verified: false,
    proof: 'passed ok',
    issuer: 'failed issuer-mismatch',
  });
});

it('nor does it gain by standing beside a good signature of the issuer, in any order', async () => {
  const genuine = await issueSample({ status: [] });
  expect(genuine.issuer).toMatchObject({ id: ISSUER });
  const { proof } = await forge();
  for (const proofs of [
    [...genuine.proof, proof],
    [proof, ...genuine.proof],
  ]) {
    expect(await resultsOf({ ...genuine, proof: proofs })).toMatchObject({
      verified: false,
      proof: 'failed issuer-mismatch',
      issuer: 'could-not-check not-reached',
    });
  }
});
