import * as vc from '@digitalbazaar/vc';
import { describe, expect, it } from 'vitest';
import { at, ed25519, p256, service, unsigned } from '../../test/vc-api.ts';
import { createHasher } from '../data-integrity/hash-data.ts';
import { findSuite } from '../data-integrity/suites.ts';
import { type Canonize, createProof, libraryCanonize } from '../index.ts';
import type { JsonObject } from '../json.ts';
import { base58Encode } from '../keys/base58.ts';

const { post } = service();
const verify = (verifiableCredential: unknown, options: object = { checks: ['proof'] }) =>
  post('/credentials/verify', { verifiableCredential, options });

const SUITES = [
  ['eddsa-rdfc-2022', ed25519],
  ['eddsa-jcs-2022', ed25519],
  ['ecdsa-rdfc-2019', p256],
] as const;
type Suite = (typeof SUITES)[number];

/** Signs with the proof options as they are given, good or bad, as the suites' own generators do. */
async function signedWith(
  [name, key]: Suite,
  changes: Record<string, unknown>,
  members: object = {},
): Promise<JsonObject> {
  const document: JsonObject = JSON.parse(JSON.stringify(unsigned({ issuer: key.controller, ...members })));
  const proof: JsonObject = JSON.parse(
    JSON.stringify({
      type: 'DataIntegrityProof',
      cryptosuite: name,
      created: '2026-05-01T00:00:00Z',
      verificationMethod: key.verificationMethod,
      proofPurpose: 'assertionMethod',
      ...changes,
    }),
  );
  const suite = findSuite(name);
  if (suite === undefined) {
    throw new RangeError(name);
  }
  const careless: Canonize = (one) => libraryCanonize(one).catch(() => JSON.stringify(one));
  const hash = await createHasher(careless).hashData({ suite, algorithm: key.algorithm, document, proof });
  return { ...document, proof: { ...proof, proofValue: `z${base58Encode(await key.sign(hash))}` } };
}

const proofValueOf = (credential: JsonObject) => String(at(credential, 'proof', 'proofValue'));
const withProof = (credential: JsonObject, changes: Record<string, unknown>) =>
  JSON.parse(JSON.stringify({ ...credential, proof: { ...Object(credential.proof), ...changes } }));

describe.each(SUITES)('%s', (...suite) => {
  const [, key] = suite;

  it.each([
    ['as it is', {}],
    ['without a time', { created: undefined }],
    ['a year ago', { created: '2025-06-01T00:00:00Z' }],
    ['with a time without a zone, read as UTC', { created: '2026-05-01T00:00:00' }],
    ['with an end', { expires: '2027-01-01T00:00:00Z' }],
    ['with an identifier', { id: 'urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544' }],
  ])('a credential signed %s is verified', async (_, changes) => {
    const answer = await verify(await signedWith(suite, changes));
    expect(answer).toMatchObject({ status: 200, body: { verified: true, errors: [] } });
  });

  it.each([
    ['another proof.type', { type: 'UnknownProofType' }],
    ['no proof.type', { type: undefined }],
    ['no verificationMethod', { verificationMethod: undefined }],
    ['a verificationMethod that is none', { verificationMethod: 'did:key:invalidVm' }],
    ['no proofPurpose', { proofPurpose: undefined }],
    ['another proofPurpose', { proofPurpose: 'invalidProofPurpose' }],
    ['another cryptosuite', { cryptosuite: 'UnknownCryptosuite' }],
    ['no cryptosuite', { cryptosuite: undefined }],
    ['a time that is none', { created: 'invalidDate' }],
    ['an end that is over', { expires: '2026-05-02T00:00:00Z' }],
    ['a previous proof that is not there', { previousProof: 'urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544' }],
    [
      'an array of previous proofs, one of them missing',
      { previousProof: ['urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544'] },
    ],
    ['a previous proof that is no text', { previousProof: 5 }],
  ])('a credential signed with %s is not', async (_, changes) => {
    const answer = await verify(await signedWith(suite, changes));
    expect(answer).toMatchObject({ status: 400, body: { verified: false } });
    expect(at(answer.body, 'errors', 'length')).toBeGreaterThan(0);
  });

  it('a credential that was changed after signing is not verified', async () => {
    const credential = await signedWith(suite, {});
    const other = await signedWith(suite, {}, { id: 'urn:uuid:11111111-bec9-4b2e-88cb-a7c7d9dc4544' });
    const bytes = Buffer.from(new Uint8Array(96).fill(7));
    const changed = [
      { ...credential, proof: undefined },
      { ...credential, proof: null },
      ...['string', 10, true, []].map((proof) => ({ ...credential, proof })),
      withProof(credential, { type: undefined }),
      withProof(credential, { created: undefined }),
      withProof(credential, { verificationMethod: undefined }),
      withProof(credential, { proofPurpose: undefined }),
      withProof(credential, { proofValue: undefined }),
      withProof(credential, { proofValue: null }),
      withProof(credential, { proofValue: proofValueOf(credential).slice(1) }),
      withProof(credential, { proofValue: `u${Buffer.from('signature').toString('base64url')}` }),
      withProof(credential, { proofValue: `z${base58Encode(bytes)}` }),
      withProof(credential, { proofValue: proofValueOf(other) }),
      {
        ...credential,
        credentialSubject: { id: 'did:example:alice', name: 'Alice', undefinedTerm: 'IfDroppedWillVerify' },
      },
      { ...credential, type: ['VerifiableCredential', 'UndefinedType'] },
      { ...credential, issuer: 'did:example:someone' },
      ...['@context', 'type', 'issuer', 'credentialSubject'].map((name) => ({ ...credential, [name]: undefined })),
    ];
    for (const one of changed) {
      expect(await verify(JSON.parse(JSON.stringify(one)))).toMatchObject({ status: 400, body: { verified: false } });
    }
  });

  it('only the purpose, domain and challenge asked for are accepted', async () => {
    const credential = await signedWith(suite, {});
    expect((await verify(credential, { expectedProofPurpose: 'authentication' })).status).toBe(400);
    expect((await verify(credential, { expectedProofPurpose: 'assertionMethod' })).status).toBe(200);
    const asked = { proofPurpose: 'authentication', domain: 'domain.example', challenge: '1235abcd6789' };
    const shown = await signedWith(suite, asked);
    const options = { expectedProofPurpose: 'authentication', domain: 'domain.example', challenge: '1235abcd6789' };
    expect((await verify(shown, options)).status).toBe(200);
    expect((await verify(shown, { ...options, domain: 'invalid-vc-domain.example.com' })).status).toBe(400);
    expect((await verify(shown, { ...options, challenge: 'invalid-challenge' })).status).toBe(400);
    expect((await verify(shown, { domain: 'domain.example' })).status).toBe(400);
  });

  it('a presentation is verified for the domain and challenge that it was made for', async () => {
    const [cryptosuite] = suite;
    const asked = { challenge: '08cf4ce0-2bd0-11ee-8622-83054936f200', domain: 'example.com' };
    const presentation: JsonObject = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      holder: key.controller,
      verifiableCredential: [await signedWith(suite, {})],
    };
    const proof = await createProof({
      document: presentation,
      signer: key,
      cryptosuite,
      proofPurpose: 'authentication',
      ...asked,
    });
    const verifiablePresentation = { ...presentation, proof };
    const show = (options: object, changes: object = {}) =>
      post('/presentations/verify', { verifiablePresentation: { ...verifiablePresentation, ...changes }, options });
    expect(await show(asked)).toMatchObject({ status: 200, body: { verified: true } });
    expect((await show({ checks: [] })).status).toBe(200);
    expect((await show({ ...asked, challenge: 'secret' })).status).toBe(400);
    expect((await show({ ...asked, domain: 'another.example' })).status).toBe(400);
    expect((await show(asked, { type: undefined })).status).toBe(400);
    expect((await show(asked, { proof: undefined })).status).toBe(400);
    expect((await show(asked, { proof: { ...proof, proofValue: 'z5nmMBw2u9TGKd9NxxHJtyZKgjN2Eh' } })).status).toBe(400);
    expect((await show(asked, { verifiableCredential: ['urn:uuid:1'] })).status).toBe(400);
    expect((await show(asked, { holder: 'did:example:acme' })).status).toBe(400);
  });
});

describe('an issuer that is not the owner of the key', () => {
  it('is refused, whichever checks were asked for', async () => {
    const credential = await signedWith(SUITES[0], {}, { issuer: 'https://vc.example/issuers/5678' });
    expect((await verify(credential)).status).toBe(400);
  });

  /** The vector of the verifier suite, from Data Integrity EdDSA Cryptosuites 1.0, appendix B. */
  const VECTOR = {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://www.w3.org/ns/credentials/examples/v2',
      'https://w3id.org/security/suites/ed25519-2020/v1',
    ],
    id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
    type: ['VerifiableCredential', 'AlumniCredential'],
    name: 'Alumni Credential',
    description: 'A minimum viable example of an Alumni Credential.',
    issuer: 'https://vc.example/issuers/5678',
    validFrom: '2023-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
    proof: {
      type: 'Ed25519Signature2020',
      created: '2023-02-24T23:36:38Z',
      verificationMethod:
        'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
      proofPurpose: 'assertionMethod',
      proofValue: 'z57Mm1vboMtZiCyJ4aReZsv8co4Re64Y8GEjL1ZARzMbXZgkARFLqFs1P345NpPGG2hgCrS4nNdvJhpwnrNyG3kEF',
    },
  };

  it('is a warning where a suite asks for the proof alone, and only there', async () => {
    const suite = service({ issuerCheck: 'when-asked' });
    const ask = (options: object, changes: object = {}) =>
      suite.post('/credentials/verify', { verifiableCredential: { ...VECTOR, ...changes }, options });
    const answer = await ask({ checks: ['proof'] });
    expect(answer).toMatchObject({ status: 200, body: { verified: true, errors: [] } });
    expect(at(answer.body, 'warnings', 0)).toMatch(/names https:\/\/vc.example\/issuers\/5678 as its issuer/);
    expect((await ask({})).status).toBe(400);
    expect((await ask({ checks: ['proof', 'issuer'] })).status).toBe(400);
    expect((await ask({ checks: ['proof'] }, { name: 'Another' })).status).toBe(400);
    expect((await ask({ checks: ['proof'] }, { proof: { ...VECTOR.proof, created: undefined } })).status).toBe(400);
    expect((await verify(VECTOR)).status).toBe(400);
  });
});

it('what the reference library issues is verified, and what is issued here the library verifies', async () => {
  const { DataIntegrityProof } = await import('@digitalbazaar/data-integrity');
  const { cryptosuite } = await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite');
  const { body } = await post('/credentials/issue', { credential: unsigned() });
  const key = { '@context': 'https://w3id.org/security/multikey/v1', type: 'Multikey', id: ed25519.verificationMethod };
  const controller = {
    '@context': 'https://www.w3.org/ns/did/v1',
    id: ed25519.controller,
    assertionMethod: [ed25519.verificationMethod],
  };
  const { verified } = await vc.verifyCredential({
    credential: Object(at(body, 'verifiableCredential')),
    suite: new DataIntegrityProof({ cryptosuite }),
    checkStatus: async () => ({ verified: true }),
    documentLoader: async (url) =>
      url === ed25519.verificationMethod
        ? {
            contextUrl: null,
            documentUrl: url,
            document: { ...key, controller: ed25519.controller, publicKeyMultibase: ed25519.publicKeyMultibase },
          }
        : url === ed25519.controller
          ? { contextUrl: null, documentUrl: url, document: controller }
          : vc.defaultDocumentLoader(url),
  });
  expect(verified).toBe(true);
});
