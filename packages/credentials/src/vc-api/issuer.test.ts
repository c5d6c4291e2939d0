import { describe, expect, it } from 'vitest';
import { at, BASE, ed25519, p256, service, unsigned } from '../../test/vc-api.ts';

const { post, get } = service();
const issue = (credential: unknown, options?: unknown, prefix = '') =>
  post(`${prefix}/credentials/issue`, { credential, ...(options === undefined ? {} : { options }) });

/** A credential of version 1.1 as the issuer suite sends it, with the context of the examples. */
const versionOne = (members: object = {}) => ({
  '@context': ['https://www.w3.org/2018/credentials/v1', 'https://www.w3.org/2018/credentials/examples/v1'],
  id: 'urn:uuid:86294362-4254-4f36-854f-3952fe42555d',
  type: ['VerifiableCredential', 'UniversityDegreeCredential'],
  issuer: 'did:key:z6MktKwz7Ge1Yxzr4JHavN33wiwa8y81QdcMRLXQsrH9T53b',
  issuanceDate: '2020-03-16T22:37:26Z',
  credentialSubject: {
    id: 'did:key:z6MktKwz7Ge1Yxzr4JHavN33wiwa8y81QdcMRLXQsrH9T53b',
    degree: { type: 'BachelorDegree', name: 'Bachelor of Science and Arts' },
  },
  ...members,
});

describe('issuing', () => {
  it('answers 201 with the credential, a single proof as an object', async () => {
    const { status, body } = await issue(unsigned());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      verifiableCredential: {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
        type: ['VerifiableCredential'],
        issuer: ed25519.controller,
        credentialSubject: { id: 'did:example:alice', name: 'Alice' },
        proof: {
          type: 'DataIntegrityProof',
          cryptosuite: 'eddsa-rdfc-2022',
          proofPurpose: 'assertionMethod',
          verificationMethod: ed25519.verificationMethod,
          created: '2026-06-01T12:00:00Z',
          proofValue: expect.stringMatching(/^z[1-9A-HJ-NP-Za-km-z]{86,88}$/),
        },
      },
    });
  });

  it.each([
    ['eddsa-rdfc-2022', ed25519],
    ['eddsa-jcs-2022', ed25519],
    ['ecdsa-rdfc-2019', p256],
  ])('signs with %s by prefix and by option, in the name of its key', async (cryptosuite, key) => {
    for (const answer of [await issue(unsigned(), {}, `/${cryptosuite}`), await issue(unsigned(), { cryptosuite })]) {
      expect(answer.status).toBe(201);
      const credential = at(answer.body, 'verifiableCredential');
      expect(credential).toMatchObject({ issuer: key.controller, proof: { cryptosuite } });
      const verified = await post(`/${cryptosuite}/credentials/verify`, { verifiableCredential: credential });
      expect(verified).toMatchObject({ status: 200, body: { verified: true, errors: [] } });
    }
  });

  it('takes the place of another issuer that is a valid one, and keeps what else is said of it', async () => {
    const { body } = await issue(unsigned({ issuer: { id: 'https://vc.example/issuers/5678', name: 'Example' } }));
    expect(at(body, 'verifiableCredential', 'issuer')).toEqual({ id: ed25519.controller, name: 'Example' });
  });

  it('gives the proof of an Open Badge in a list, as its JSON Schema wants it', async () => {
    const { status, body } = await issue({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id: 'urn:uuid:91537dba-56cb-11ec-bf63-0242ac130002',
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: ed25519.controller, type: ['Profile'], name: 'Example' },
      validFrom: '2026-01-01T00:00:00Z',
      name: 'Example Degree',
      credentialSubject: {
        id: 'did:example:alice',
        type: ['AchievementSubject'],
        achievement: {
          id: 'https://example.org/achievements/1',
          type: ['Achievement'],
          name: 'Degree',
          description: 'A degree',
          criteria: { narrative: 'Earned' },
        },
      },
    });
    expect(status).toBe(201);
    expect(at(body, 'verifiableCredential', 'proof')).toHaveLength(1);
  });

  it('issues version 1.1, and adds the context of proofs where none defines them', async () => {
    const answer = await issue(versionOne({ expirationDate: '2027-06-01T00:00:00Z' }));
    expect(answer.status).toBe(201);
    const credential = at(answer.body, 'verifiableCredential');
    expect(at(credential, '@context', 2)).toBe('https://w3id.org/security/data-integrity/v2');
    expect((await post('/credentials/verify', { verifiableCredential: credential })).status).toBe(200);
    const written = versionOne({
      '@context': ['https://www.w3.org/2018/credentials/v1', { '@context': { name: 'https://schema.org/name' } }],
      type: ['VerifiableCredential'],
      credentialSubject: { id: 'did:example:credentialSubject', name: 'Example' },
    });
    expect((await issue(written, {}, '/ecdsa-rdfc-2019')).status).toBe(201);
    expect((await issue(versionOne({ issuanceDate: undefined }))).status).toBe(400);
  });

  it('ignores options of other suites', async () => {
    expect((await issue(unsigned(), { mandatoryPointers: ['/issuer'], checks: ['proof'] })).status).toBe(201);
  });
});

describe('issuing is refused with 400 and a reason', () => {
  it.each([
    ['no credential', { verifiableCredential: unsigned() }],
    ['no context', { credential: unsigned({ '@context': undefined }) }],
    ...[4, false, null, [], { foo: true }].map(
      (value) => [`the context ${JSON.stringify(value)}`, { credential: unsigned({ '@context': value }) }] as const,
    ),
    ['no type', { credential: unsigned({ type: undefined }) }],
    ...[null, true, 4, [], ['VerifiableCredential', 4]].map(
      (value) => [`the type ${JSON.stringify(value)}`, { credential: unsigned({ type: value }) }] as const,
    ),
    ['no issuer', { credential: unsigned({ issuer: undefined }) }],
    ...[null, true, 4, [], 'foo', { id: 'foo' }].map(
      (value) => [`the issuer ${JSON.stringify(value)}`, { credential: unsigned({ issuer: value }) }] as const,
    ),
    ['no subject', { credential: unsigned({ credentialSubject: undefined }) }],
    ...[null, true, 4, [], 'did:example:1234', [null, true, 4]].map(
      (value) =>
        [`the subject ${JSON.stringify(value)}`, { credential: unsigned({ credentialSubject: value }) }] as const,
    ),
    ['a credential that is text', { credential: 'eyJ' }],
    ['a credential in a list', { credential: [unsigned()] }],
    ['a credential that is signed', { credential: unsigned({ proof: { type: 'DataIntegrityProof' } }) }],
    ['an undefined term', { credential: unsigned({ favoriteColor: 'red' }) }],
    [
      'a malformed status entry',
      {
        credential: unsigned({
          statusEntry: {
            type: 'BitstringStatusListEntry',
            statusListIndex: true,
            statusListCredential: 'https://example.com',
          },
        }),
      },
    ],
    [
      'a malformed credentialStatus',
      {
        credential: unsigned({
          credentialStatus: {
            type: 'BitstringStatusListEntry',
            statusPurpose: 'revocation',
            statusListIndex: -1,
            statusListCredential: 'https://example.com',
          },
        }),
      },
    ],
    ['another cryptosuite', { credential: unsigned(), options: { cryptosuite: 'bbs-2023' } }],
    ['options that are a list', { credential: unsigned(), options: [] }],
  ] as const)('%s', async (_, body) => {
    const answer = await post('/credentials/issue', body);
    expect(answer.status).toBe(400);
    expect(at(answer.body, 'errors')).toEqual([
      { type: expect.stringMatching(/^https:\/\//), title: expect.any(String), detail: expect.any(String) },
    ]);
    expect(JSON.stringify(answer.body)).not.toMatch(/\bat .*\.ts/);
  });
});

it('says what there is, so that a suite can be told', async () => {
  expect((await get('/')).body).toMatchObject({
    issue: `${BASE}/credentials/issue`,
    keys: [
      { algorithm: 'Ed25519', id: ed25519.controller, verificationMethod: ed25519.verificationMethod },
      { algorithm: 'P-256', id: p256.controller },
    ],
    cryptosuites: [
      { cryptosuite: 'eddsa-rdfc-2022', issue: `${BASE}/eddsa-rdfc-2022/credentials/issue` },
      { cryptosuite: 'eddsa-jcs-2022' },
      { cryptosuite: 'ecdsa-rdfc-2019', id: p256.controller },
    ],
  });
});
