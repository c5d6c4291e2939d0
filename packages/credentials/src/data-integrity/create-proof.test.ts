import { describe, expect, it } from 'vitest';
import { input, WITHIN } from '../../test/sample.ts';
import {
  buildAchievementCredential,
  type Cryptosuite,
  createProof,
  generateIssuerKey,
  issueCredential,
  type ProofOptions,
  type Signer,
  verifyCredential,
} from '../index.ts';

const ed25519 = await generateIssuerKey({ seed: new Uint8Array(32).fill(41) });
const p256 = await generateIssuerKey({ seed: new Uint8Array(32).fill(42), algorithm: 'P-256' });
const credentialOf = (signer: Signer) =>
  buildAchievementCredential({ ...input, issuer: { ...input.issuer, id: signer.controller }, status: [] });

describe('the cryptosuite', () => {
  it.each([
    ['Ed25519', ed25519, 'eddsa-rdfc-2022'],
    ['P-256', p256, 'ecdsa-rdfc-2019'],
  ] as const)('of a key of %s is chosen by the key when none is named', async (_, signer, cryptosuite) => {
    const { proof } = await issueCredential({ credential: credentialOf(signer), signer });
    expect(proof).toEqual([expect.objectContaining({ type: 'DataIntegrityProof', cryptosuite })]);
  });

  it.each([
    [ed25519, 'ecdsa-rdfc-2019', /needs a key of P-256, and the signer's is Ed25519/],
    [p256, 'eddsa-rdfc-2022', /needs a key of Ed25519, and the signer's is P-256/],
    [p256, 'eddsa-jcs-2022', /needs a key of Ed25519/],
    [p256, 'ecdsa-jcs-2019', /must be one of eddsa-rdfc-2022, eddsa-jcs-2022, ecdsa-rdfc-2019/],
    [ed25519, 'toString', /must be one of/],
  ] as const)('that does not go with the key is refused: %#', async (signer, name, message) => {
    const cryptosuite = name as Cryptosuite;
    await expect(issueCredential({ credential: credentialOf(signer), signer, cryptosuite })).rejects.toThrow(message);
  });
});

describe('the options of a proof', () => {
  const full: Omit<ProofOptions, 'signer'> = {
    created: WITHIN,
    expires: '2029-01-01T00:00:00Z',
    id: 'urn:uuid:1',
    challenge: 'abc',
    domain: ['https://a.example', 'https://b.example'],
    nonce: 'n',
  };

  it.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022'] as const)('%s: all are signed, and come back', async (cryptosuite) => {
    const document = credentialOf(ed25519);
    const proof = await createProof({ document, signer: ed25519, cryptosuite, ...full });
    expect(proof).toMatchObject({ ...full, proofPurpose: 'assertionMethod' });
    const credential = { ...document, proof };
    const verify = (options: { challenge?: string; domain?: string }) =>
      verifyCredential({ credential, at: WITHIN, ...options });
    expect((await verify({ challenge: 'abc', domain: 'https://b.example' })).verified).toBe(true);
    expect((await verify({ challenge: 'abd' })).checks[2]?.detail).toContain('does not answer the challenge');
    expect((await verify({ domain: 'https://c.example' })).checks[2]?.detail).toContain('https://c.example');
  });

  it('a proof made to authenticate is refused where an assertion is asked for, and the other way round', async () => {
    const document = credentialOf(ed25519);
    const proof = await createProof({ document, signer: ed25519, proofPurpose: 'authentication' });
    const credential = { ...document, proof };
    expect((await verifyCredential({ credential, at: WITHIN })).verified).toBe(false);
    expect((await verifyCredential({ credential, at: WITHIN, proofPurpose: 'authentication' })).verified).toBe(true);
  });

  it('a document without contexts of proofs gets the one of Data Integrity for its proof', async () => {
    const document = { '@context': ['https://www.w3.org/ns/did/v1'], id: 'did:web:a.example' };
    const seen: object[] = [];
    const canonize = async (part: object) => {
      seen.push(part);
      return '';
    };
    await createProof({ document, signer: ed25519, canonize });
    expect(seen[0]).toEqual(document);
    expect(seen[1]).toMatchObject({
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/data-integrity/v2'],
    });
  });
});
