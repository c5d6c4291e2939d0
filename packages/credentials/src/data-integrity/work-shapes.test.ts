import { describe, expect, it } from 'vitest';
import { WITHIN } from '../../test/sample.ts';
import {
  createStatusList,
  envelopeCredential,
  generateIssuerKey,
  issueCredential,
  issueJwtCredential,
  issueStatusList,
  type JsonObject,
  libraryCanonize,
  statusEntry,
  verifyCredential,
  verifyEnveloped,
  verifyPresentation,
} from '../index.ts';
import { signCompactJws } from '../jose/sign.ts';
import { base58Encode } from '../keys/base58.ts';

const key = await generateIssuerKey({ seed: new Uint8Array(32).fill(21) });
const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const many = <Made>(count: number, make: (index: number) => Made) => Array.from({ length: count }, (_, at) => make(at));
const proof = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  verificationMethod: key.verificationMethod,
  proofPurpose: 'assertionMethod',
  proofValue: `z${base58Encode(new Uint8Array(64).fill(1))}`,
};
const base = {
  '@context': [V2, OB],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential'],
  issuer: key.controller,
  credentialSubject: { id: 'urn:a:1' },
};
const about = (achievement: object) => ({
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: { id: 'urn:a:2', type: ['Achievement'], ...achievement },
  },
});
const scoped = (name: string) => ({
  '@id': `https://a.example/${name}`,
  '@context': Object.fromEntries(many(200, (at) => [`${name}${at}`, `https://a.example/${name}/${at}`])),
});
const tree = (depth: number): object => (depth === 0 ? { v: 'x' } : { a: tree(depth - 1), b: tree(depth - 1) });

describe('what takes the JSON-LD processor long is refused before it begins', () => {
  it.each([
    ['thousands of entries, each compared with all before', about({ tag: many(5_000, (at) => `tag ${at}`) }), {}],
    ['thousands of types, each with contexts of its own', { type: many(5_000, (at) => `Type${at}`) }, {}],
    [
      'thousands of ordered lists, each entry an object',
      about({ resultDescription: many(400, (at) => ({ id: `urn:r:${at}`, allowedValue: many(8, String) })) }),
      {},
    ],
    ['thousands of domains in the proof', {}, { domain: many(5_000, (at) => `domain ${at}`) }],
    [
      'contexts inside contexts, read anew along every path',
      {
        '@context': [V2, { v: 'https://a.example/v', a: scoped('a'), b: scoped('b') }],
        credentialSubject: tree(9),
      },
      {},
    ],
  ])('%s', async (_, members, options) => {
    let asked = 0;
    const canonize = async (document: JsonObject) => {
      asked += 'domain' in document || 'credentialSubject' in document ? 1 : 0;
      return '';
    };
    const credential = { ...base, ...members, proof: { ...proof, ...options } };
    const { checks } = await verifyCredential({ credential, at: WITHIN, profile: 'data-model', canonize });
    expect(checks[2]).toMatchObject({ result: 'failed', code: 'proof-malformed' });
    expect(checks[2]?.detail).toMatch(/too large to be checked: it has more than 2000 objects and entries of lists/);
    expect(asked).toBeLessThan(2);
  });

  it('a credential with a few of each is none of these', async () => {
    const description = { id: 'urn:r:1', type: ['ResultDescription'], name: 'R', allowedValue: many(40, String) };
    const members = about({ tag: many(40, String), resultDescription: [description] });
    const credential = await issueCredential({ credential: { ...base, ...members }, signer: key });
    expect((await verifyCredential({ credential, at: WITHIN })).verified).toBe(true);
  });
});

describe('the status lists of an answer', () => {
  const listUrl = 'https://example.org/status/1';
  const entry = (index: number) => statusEntry({ purpose: 'revocation', listUrl, index });
  const list = issueStatusList({
    list: createStatusList({ purpose: 'revocation' }),
    listUrl,
    signer: key,
    validFrom: '2028-01-01T00:00:00Z',
    validUntil: '2028-12-31T00:00:00Z',
  });

  it('are read once, however many credentials name them, in whatever form', async () => {
    const unsigned = { ...base, credentialStatus: [entry(1), entry(2)] };
    const credential = await issueCredential({ credential: unsigned, signer: key });
    const enveloped = envelopeCredential(await issueJwtCredential({ credential: unsigned, signer: key }));
    let asked = 0;
    const canonize = (document: JsonObject) => {
      asked += document.id === listUrl ? 1 : 0;
      return libraryCanonize(document);
    };
    const { credentials } = await verifyPresentation({
      presentation: {
        '@context': [V2, OB],
        type: ['VerifiablePresentation'],
        verifiableCredential: [credential, enveloped, credential],
      },
      at: WITHIN,
      statusLists: new Map([[listUrl, await list]]),
      canonize,
      verifyEnveloped,
    });
    expect(credentials.map(({ verified }) => verified)).toEqual([true, true, true]);
    expect(asked).toBe(1);
  });

  it('may not cause more work than a credential may; then the status is open', async () => {
    const evidence = many(1_200, () => ({ type: ['Evidence'], name: 'x' }));
    const urls = many(2, (at) => `https://example.org/status/${at + 2}`);
    const forged = new Map(urls.map((id) => [id, { ...base, id, evidence, proof }]));
    const credentialStatus = urls.map((url) => statusEntry({ purpose: 'revocation', listUrl: url, index: 1 }));
    let asked = 0;
    const canonize = async (document: JsonObject) => {
      asked += 'evidence' in document ? 1 : 0;
      return '';
    };
    const credential = { ...base, credentialStatus, proof };
    const { checks } = await verifyCredential({ credential, at: WITHIN, statusLists: forged, canonize });
    expect(checks[5]).toMatchObject({ result: 'could-not-check', code: 'status-list-untrusted' });
    expect(asked).toBe(1);
  });
});

it('a credential in an envelope is read as wide as the presentation around it', async () => {
  const credential = { ...base, '@context': [V2], name: { '@value': 'Beleg', '@language': 'de' } };
  const header = { typ: 'vc+jwt' };
  const token = await signCompactJws({ header, payload: credential, signer: key });
  const presentation = {
    '@context': [V2],
    type: ['VerifiablePresentation'],
    verifiableCredential: [envelopeCredential(token)],
  };
  const reportIn = async (profile: 'plain' | 'data-model') =>
    (await verifyPresentation({ presentation, at: WITHIN, profile, verifyEnveloped })).credentials[0]?.verified;
  expect(await reportIn('data-model')).toBe(true);
  expect(await reportIn('plain')).toBe(false);
});
