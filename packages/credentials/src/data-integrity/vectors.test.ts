import { describe, expect, it } from 'vitest';
import openBadges from '../../test/fixtures/open-badges-vector.json' with { type: 'json' };
import w3c from '../../test/fixtures/w3c-data-integrity.json' with { type: 'json' };
import {
  createProof,
  generateIssuerKey,
  importIssuerKey,
  type JsonObject,
  libraryCanonize,
  type ProofOptions,
  type ResolveKey,
  type Signer,
  verifyCredential,
} from '../index.ts';
import { base58Encode } from '../keys/base58.ts';
import { verificationAlgorithmOf } from '../keys.ts';
import { createHasher } from './hash-data.ts';
import { findSuite } from './suites.ts';

const AT = '2026-01-01T00:00:00Z';
const { credential } = w3c;
const proofs = new Map<string, readonly JsonObject[]>(Object.entries(w3c.proofs));

/** The vectors name keys whose Multikey is the fragment of their URL. */
const resolveKey: ResolveKey = (id) => {
  const [controller = '', publicKeyMultibase = ''] = id.split('#');
  return { id, controller, publicKeyMultibase };
};

async function checksOf(document: object) {
  const report = await verifyCredential({ credential: document, at: AT, resolveKey, profile: 'data-model' });
  return new Map(report.checks.map((check) => [check.id, check]));
}

describe('the test vectors of the cryptosuites hold', () => {
  it.each([...proofs])('%s', async (_, proof) => {
    expect((await checksOf({ ...credential, proof })).get('proof')).toMatchObject({ result: 'passed', code: 'ok' });
  });

  it.each([...proofs])('%s: but not for another credential', async (_, proof) => {
    const other = { ...credential, name: 'Alumnus Credential' };
    expect((await checksOf({ ...other, proof })).get('proof')).toMatchObject({ code: 'signature-invalid' });
  });

  it.each(Object.entries(w3c.hashData))('%s: these bytes are signed', async (name, expected) => {
    const proof = proofs.get(name)?.[0] ?? {};
    const suite = findSuite(proof.cryptosuite);
    const algorithm = verificationAlgorithmOf(String(proof.verificationMethod).split('#')[1] ?? '');
    if (suite === undefined || algorithm === undefined) {
      throw new Error('The vector names no suite or no key.');
    }
    const hasher = createHasher(libraryCanonize);
    const bytes = await hasher.hashData({ suite, algorithm, document: credential, proof });
    expect(Buffer.from(bytes).toString('hex')).toBe(expected);
  });
});

describe('the proofs of Ed25519 in the vectors come out again, byte for byte', () => {
  async function signerOf(verificationMethod: string): Promise<Signer> {
    const [controller = '', multikey] = verificationMethod.split('#');
    const material = w3c.keys.find((key) => key.publicKeyMultibase === multikey);
    return material === undefined ? generateIssuerKey() : importIssuerKey({ ...material, controller });
  }

  function optionsOf(proof: JsonObject): Omit<ProofOptions, 'signer'> {
    const { id, created, cryptosuite, previousProof: previous } = proof;
    return {
      created: String(created),
      cryptosuite: cryptosuite === 'eddsa-jcs-2022' ? cryptosuite : 'eddsa-rdfc-2022',
      ...(typeof id === 'string' ? { id } : {}),
      ...(previous === undefined
        ? {}
        : { previousProof: Array.isArray(previous) ? previous.map(String) : `${previous}` }),
    };
  }

  it.each(['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'proof set', 'proof chain'])('%s', async (name) => {
    const expected = proofs.get(name) ?? [];
    const made: JsonObject[] = [];
    for (const proof of expected) {
      const signer = await signerOf(String(proof.verificationMethod));
      const document = made.length === 0 ? credential : { ...credential, proof: made };
      made.push(await createProof({ document, signer, ...optionsOf(proof) }));
    }
    expect(made).toEqual(expected);
    expect(made.length).toBeGreaterThan(0);
  });
});

describe('the inputs of the W3C suite for proof chains', () => {
  it.each(Object.entries(w3c.chainSuite.proofs))('%s', async (name, proof) => {
    const checks = await checksOf({ ...w3c.chainSuite.credential, proof });
    const verified = [...checks.values()].every((check) => check.result === 'passed');
    expect(verified).toBe(name.endsWith('Ok'));
  });
});

describe('the test vector of Open Badges 3.0', () => {
  it('signs the same bytes to the same proof value', async () => {
    const key = await importIssuerKey(openBadges.keys);
    const signature = await key.sign(Buffer.from(openBadges.dataToSign, 'hex'));
    expect(Buffer.from(signature).toString('hex')).toBe(openBadges.signature);
    expect(`z${base58Encode(signature)}`).toBe(openBadges.proofValue);
  });

  it('puts the badge into the same canonical form', async () => {
    expect((await libraryCanonize(openBadges.credential)).trimEnd().split('\n')).toEqual(openBadges.documentCanon);
  });
});
