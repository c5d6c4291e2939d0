import { expect, it } from 'vitest';
import { ISSUER, input, issueSample, resolveKey, WITHIN } from '../test/sample.ts';
import { addProof, buildAchievementCredential, createProof, generateIssuerKey, verifyCredential } from './index.ts';

// issueCredential refuses all of this, so the forger signs with the engine below it. The key is a good one: a did:key.
const forger = await generateIssuerKey({ seed: new Uint8Array(32).fill(66) });

async function forge() {
  const credential = buildAchievementCredential({ ...input, status: [] });
  return { ...credential, proof: [await createProof({ document: credential, signer: forger })] };
}

async function resultsOf(credential: object) {
  const report = await verifyCredential({ credential, at: WITHIN, resolveKey });
  const results = report.checks.map((check) => [check.id, `${check.result} ${check.code}`]);
  return { verified: report.verified, ...Object.fromEntries(results) };
}

it('a good signature by anyone but the issuer that is named proves nothing', async () => {
  expect(await resultsOf(await forge())).toMatchObject({
    verified: false,
    proof: 'passed ok',
    issuer: 'failed issuer-mismatch',
  });
});

it('beside the issuer’s own signature others may sign: the report names them and who issued', async () => {
  const genuine = await issueSample({ status: [] });
  const both = await addProof({ credential: genuine, signer: forger });
  for (const proof of [both.proof, both.proof.toReversed()]) {
    const report = await verifyCredential({ credential: { ...both, proof }, at: WITHIN, resolveKey });
    expect(report.verified).toBe(true);
    expect(report.checks[2]?.detail).toMatch(/^2 signatures fit/);
    expect(report.checks[3]?.detail).toContain(`by the issuer that it names, ${ISSUER}. Signed beside it: did:key:`);
  }
});

it('a signature that does not fit spoils all: each proof of a set must hold', async () => {
  const genuine = await issueSample({ status: [] });
  const other = await forge();
  const stale = await createProof({ document: { ...other, name: 'Something else' }, signer: forger });
  for (const proof of [
    [...genuine.proof, stale],
    [stale, ...genuine.proof],
  ]) {
    expect(await resultsOf({ ...genuine, proof })).toMatchObject({
      verified: false,
      proof: 'failed signature-invalid',
      issuer: 'could-not-check not-reached',
    });
  }
});
