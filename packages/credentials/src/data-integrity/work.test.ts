import { describe, expect, it } from 'vitest';
import { WITHIN } from '../../test/sample.ts';
import { createProof, generateIssuerKey, type JsonObject, libraryCanonize, verifyCredential } from '../index.ts';
import { base58Encode } from '../keys/base58.ts';

const key = await generateIssuerKey({ seed: new Uint8Array(32).fill(21) });
const base = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  type: ['VerifiableCredential'],
  issuer: key.controller,
  credentialSubject: { type: ['AchievementSubject'], name: 'Zoë' },
};

function proof(number: number): JsonObject {
  return {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    verificationMethod: key.verificationMethod,
    proofPurpose: 'assertionMethod',
    proofValue: `z${base58Encode(new Uint8Array(64).fill(number + 1))}`,
  };
}

/** Nodes without names that look alike from every side: telling them apart is what RDFC-1.0 takes long for. */
function poison(depth: number): JsonObject {
  const related = depth === 0 ? [] : [poison(depth - 1), poison(depth - 1)];
  return { type: ['Achievement'], creator: { type: ['Profile'] }, related };
}

const evidence = (count: number) => Array.from({ length: count }, () => ({ type: ['Evidence'], name: 'x' }));

async function proofCheck(document: object) {
  const report = await verifyCredential({ credential: document, at: WITHIN });
  return report.checks[2];
}

describe('the work that a credential can cause is bounded', () => {
  it('a graph made to be hard to canonicalize is given up on', async () => {
    const credentialSubject = { type: ['AchievementSubject'], achievement: poison(7) };
    await expect(libraryCanonize({ ...base, credentialSubject })).rejects.toThrow(/Maximum deep iterations/);
    const check = await proofCheck({ ...base, credentialSubject, proof: proof(0) });
    expect(check).toMatchObject({ result: 'failed', code: 'proof-malformed' });
  });

  it('a credential of more than 2,000 objects is refused by name, before anything is expanded', async () => {
    const check = await proofCheck({ ...base, evidence: evidence(2_000), proof: proof(0) });
    expect(check).toMatchObject({ result: 'failed', code: 'proof-malformed' });
    expect(check?.detail).toContain('more than 2000 objects');
  });

  it('what the verifier would refuse is not signed', async () => {
    await expect(createProof({ document: { ...base, evidence: evidence(2_000) }, signer: key })).rejects.toThrow(
      /2000 objects/,
    );
  });

  it('a set of proofs canonicalizes the document once; a chain once for each document that it covers', async () => {
    const seen: JsonObject[] = [];
    const canonize = (document: JsonObject) => {
      seen.push(document);
      return libraryCanonize(document);
    };
    const first = await createProof({ document: base, signer: key, id: 'urn:uuid:0' });
    const second = await createProof({ document: base, signer: key, nonce: 'b' });
    const third = await createProof({
      document: { ...base, proof: [first] },
      signer: key,
      previousProof: 'urn:uuid:0',
    });
    const report = await verifyCredential({
      credential: { ...base, proof: [first, second, third] },
      at: WITHIN,
      canonize,
    });
    expect(report.verified).toBe(true);
    expect(seen.filter((document) => 'credentialSubject' in document)).toHaveLength(2);
    expect(seen).toHaveLength(2 + 3);
  });
});
