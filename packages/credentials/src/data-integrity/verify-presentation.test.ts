import { DataIntegrityProof, type DocumentLoader } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { describe, expect, it } from 'vitest';
import { edited, type Path } from '../../test/edit.ts';
import { input, WITHIN } from '../../test/sample.ts';
import {
  buildAchievementCredential,
  createProof,
  didWebDocument,
  generateIssuerKey,
  issueCredential,
  type JsonObject,
  keyFromDidDocument,
  type PresentationOptions,
  type ProofOptions,
  verifyPresentation,
} from '../index.ts';
import { contextLoader } from './canonize.ts';

const issuer = await generateIssuerKey({ seed: new Uint8Array(32).fill(31) });
const holder = await generateIssuerKey({ seed: new Uint8Array(32).fill(32) });
const credential = await issueCredential({
  credential: buildAchievementCredential({ ...input, issuer: { ...input.issuer, id: issuer.controller }, status: [] }),
  signer: issuer,
});
const unsigned: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  holder: holder.controller,
  verifiableCredential: [credential],
};
const CONTROLLER = ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'];
const asked = { challenge: '1235abcd6789', domain: 'https://employer.example' };

async function present(options: Partial<ProofOptions> = {}, document = unsigned): Promise<JsonObject> {
  const proof = await createProof({
    document,
    signer: holder,
    proofPurpose: 'authentication',
    ...asked,
    ...options,
  });
  return { ...document, proof: [proof] };
}

const presentation = await present();

async function faults(document: unknown, options: Partial<PresentationOptions> = asked) {
  const report = await verifyPresentation({ presentation: document, at: WITHIN, ...options });
  const found = report.checks.filter((check) => check.result !== 'passed').map((check) => `${check.id} ${check.code}`);
  expect(report.checks.map((check) => check.id)).toEqual([
    'structure',
    'contexts',
    'proof',
    'issuer',
    'dates',
    'status',
  ]);
  expect(report.verified).toBe(found.length === 0 && report.credentials.every((one) => one.verified));
  return [...found, ...report.credentials.map((one) => (one.verified ? 'credential verified' : 'credential refused'))];
}

describe('a presentation', () => {
  it('with its holder’s answer to the challenge is verified, and so is each credential', async () => {
    expect(await faults(presentation)).toEqual(['credential verified']);
    expect(await faults({ ...presentation, holder: { id: holder.controller } }, {})).toContain('credential verified');
  });

  it('is verified by the library, and one of the library here', async () => {
    const documentLoader: DocumentLoader = async (url) => {
      const [did = '', multikey = ''] = url.split('#');
      const publicKeyMultibase = multikey || did.slice('did:key:'.length);
      const method = { id: `${did}#${publicKeyMultibase}`, type: 'Multikey', controller: did, publicKeyMultibase };
      const ids = [method.id];
      const document = multikey
        ? { '@context': 'https://w3id.org/security/multikey/v1', ...method }
        : { '@context': CONTROLLER, id: did, verificationMethod: [method], assertionMethod: ids, authentication: ids };
      return did.startsWith('did:') ? { contextUrl: null, documentUrl: url, document } : contextLoader(url);
    };
    const suite = new DataIntegrityProof({
      cryptosuite,
      signer: {
        id: holder.verificationMethod,
        algorithm: 'Ed25519',
        sign: async ({ data }) => holder.sign(data),
      },
    });
    const theirs = await vc.signPresentation({
      presentation: structuredClone(unsigned),
      suite,
      documentLoader,
      ...asked,
    });
    expect(await faults(theirs)).toEqual(['credential verified']);
    const verified = await vc.verify({
      presentation: structuredClone(presentation),
      suite: new DataIntegrityProof({ cryptosuite }),
      documentLoader,
      now: new Date(WITHIN),
      ...asked,
    });
    expect(verified).toMatchObject({ verified: true });
  });

  it('without a proof is not verified, and the reports on its credentials still tell what they are worth', async () => {
    expect(await faults(unsigned, {})).toEqual(['proof proof-missing', 'issuer not-reached', 'credential verified']);
    expect(await faults(unsigned)).toEqual(['proof proof-missing', 'issuer not-reached', 'credential verified']);
  });

  it('without credentials is one, and one credential need not stand in a list', async () => {
    const { verifiableCredential: _, ...bare } = unsigned;
    expect(await faults(await present({}, bare))).toEqual([]);
    expect(await faults(await present({}, { ...unsigned, verifiableCredential: credential }))).toEqual([
      'credential verified',
    ]);
  });

  it('made for an assertion, not to authenticate, is refused; so is a credential signed to authenticate', async () => {
    expect(await faults(await present({ proofPurpose: 'assertionMethod' }))).toContain('proof proof-malformed');
    const proof = await createProof({ document: credential, signer: issuer, proofPurpose: 'authentication' });
    const odd = await present({}, { ...unsigned, verifiableCredential: [{ ...credential, proof: [proof] }] });
    expect(await faults(odd)).toEqual(['credential refused']);
  });

  it.each([
    ['another challenge', { ...asked, challenge: 'earlier' }],
    ['another domain', { ...asked, domain: 'https://phisher.example' }],
  ])('for %s is refused', async (_, options) => {
    expect(await faults(presentation, options)).toContain('proof proof-malformed');
  });

  it('for several domains is good for each of them', async () => {
    const several = await present({ domain: ['https://a.example', 'https://b.example'] });
    expect(await faults(several, { ...asked, domain: 'https://b.example' })).toEqual(['credential verified']);
    expect(await faults(several)).toContain('proof proof-malformed');
  });

  it('by somebody else than the holder whom it names is refused', async () => {
    expect(await faults(await present({ signer: issuer }))).toContain('issuer issuer-mismatch');
  });

  it('by a key that may assert but not authenticate is refused', async () => {
    const did = 'did:web:holder.example';
    const signer = await generateIssuerKey({ controller: did });
    const document = didWebDocument({ did, keys: [signer] });
    const signed = await present({ signer }, { ...unsigned, holder: did });
    const resolveKey: PresentationOptions['resolveKey'] = (url, purpose) => keyFromDidDocument(document, url, purpose);
    expect(await faults(signed, { ...asked, resolveKey })).toContain('proof key-unknown');
    const both = { ...document, authentication: document.assertionMethod };
    const allowed: PresentationOptions['resolveKey'] = (url, purpose) => keyFromDidDocument(both, url, purpose);
    expect(await faults(signed, { ...asked, resolveKey: allowed })).toEqual(['credential verified']);
  });

  it.each([
    [
      'a credential changed',
      ['verifiableCredential', 0, 'name'],
      () => 'Other',
      ['proof signature-invalid', 'credential refused'],
    ],
    ['a credential taken out', ['verifiableCredential'], () => [], ['proof signature-invalid']],
    ['the holder changed', ['holder'], () => issuer.controller, ['proof signature-invalid']],
    ['a context added', ['@context', 1], () => 'https://attacker.example/c', ['contexts context-unknown']],
    ['no type', ['type'], () => ['Presentation'], ['structure malformed']],
  ] as [string, Path, () => unknown, string[]][])('with %s is refused', async (_, path, replace, expected) => {
    expect(await faults(edited(presentation, path, replace))).toEqual(expect.arrayContaining(expected));
  });

  it('of more than 64 credentials, or that is none, is refused without an exception', async () => {
    const many = { ...unsigned, verifiableCredential: Array.from({ length: 65 }, () => ({ type: ['X'] })) };
    expect((await faults(many))[0]).toBe('structure malformed');
    for (const value of [null, 7, 'x', [], {}, { verifiableCredential: null }, { verifiableCredential: [[], 1] }]) {
      expect((await verifyPresentation({ presentation: value, at: WITHIN })).verified).toBe(false);
    }
  });
});

describe('a credential in an envelope', () => {
  const enveloped = {
    '@context': 'https://www.w3.org/ns/credentials/v2',
    id: 'data:application/vc+jwt,eyJhbGciOiJub25lIn0.e30.',
    type: 'EnvelopedVerifiableCredential',
  };

  it('is given to the function for envelopes, and without one is not verified', async () => {
    const document = await present({}, { ...unsigned, verifiableCredential: [enveloped, credential] });
    expect(await faults(document)).toEqual(['credential refused', 'credential verified']);
    const opened: unknown[] = [];
    const verifyEnveloped: PresentationOptions['verifyEnveloped'] = async (options) => {
      opened.push(options.enveloped);
      return { verified: true, checks: [] };
    };
    expect(await faults(document, { ...asked, verifyEnveloped })).toEqual([
      'credential verified',
      'credential verified',
    ]);
    expect(opened).toEqual([enveloped]);
  });
});
