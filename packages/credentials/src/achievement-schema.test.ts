import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ISSUER, input, key, LISTS, resolveKey } from '../test/sample.ts';
import { schemaErrors } from '../test/schema.ts';
import {
  type AchievementCredentialInput,
  addProof,
  buildAchievementCredential,
  generateIssuerKey,
  issueCredential,
  issueJwtCredential,
  verifyCredential,
} from './index.ts';

const p256 = await generateIssuerKey({ controller: ISSUER, algorithm: 'P-256', seed: new Uint8Array(32).fill(3) });
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((value) => value.trim() !== '');
const uri = fc.nat(9_999).map((number) => `https://example.org/${number}?a=b#c`);
const time = fc.date({ min: new Date('2027-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
const image = fc.record(
  { id: fc.oneof(uri, fc.constant('data:image/png;base64,AAAA')), caption: text },
  { requiredKeys: ['id'] },
);

/** Each with and without every member that may be left out. */
const shape = <T>(members: { [K in keyof T]: fc.Arbitrary<T[K]> }, ...requiredKeys: (keyof T)[]) =>
  fc.record(members, { requiredKeys });

const descriptions = fc.uniqueArray(
  shape(
    {
      id: uri,
      name: text,
      resultType: fc.constantFrom('ScaledScore' as const, 'Status' as const, 'Percent' as const),
      allowedValue: fc.array(text, { minLength: 1, maxLength: 3 }),
      requiredValue: text,
      valueMin: text,
      valueMax: text,
    },
    'id',
    'name',
    'resultType',
  ),
  { selector: (description) => description.id, maxLength: 3 },
);

const achievement = shape(
  {
    id: uri,
    name: text,
    description: text,
    criteria: fc.record({ id: uri, narrative: text }),
    version: text,
    humanCode: text,
    language: fc.constantFrom('en-US', 'fr'),
    tags: fc.array(text, { maxLength: 3 }),
    image,
    alignment: fc.array(
      shape(
        {
          targetName: text,
          targetUrl: uri,
          targetCode: text,
          targetDescription: text,
          targetFramework: text,
          targetType: fc.constantFrom('ceterms:Credential' as const, 'CFItem' as const),
        },
        'targetName',
        'targetUrl',
      ),
      { maxLength: 2 },
    ),
    creator: shape({ id: uri, name: text, url: uri }, 'id'),
    fieldOfStudy: text,
    specialization: text,
    resultDescription: descriptions,
  },
  'id',
  'name',
  'description',
  'criteria',
  'version',
);

const credential = shape(
  {
    id: uri,
    issuer: shape(
      { id: fc.constant(ISSUER), name: text, url: uri, email: fc.constant('a@b.example'), image },
      'id',
      'name',
      'url',
    ),
    validFrom: time.map((at) => at.toISOString()),
    validUntil: fc.constant('2030-01-01T00:00:00+14:00'),
    awardedDate: time.map((at) => at.toISOString()),
    name: text,
    description: text,
    image,
    evidence: fc.array(
      shape({ id: uri, name: text, description: text, narrative: text, genre: text, audience: text }),
      { maxLength: 2 },
    ),
    holder: shape(
      { name: text, identity: fc.constant({ kind: 'name' as const }), id: uri, licenseNumber: text },
      'name',
      'identity',
    ),
    achievement,
    status: fc.constantFrom([], [{ purpose: 'revocation' as const, listUrl: LISTS.revocation, index: 7 }]),
    demonstration: fc.boolean(),
  },
  'id',
  'issuer',
  'validFrom',
  'holder',
  'achievement',
);

/** Results go with the descriptions that were drawn. */
const withResults = credential.map((drawn): AchievementCredentialInput => {
  const results = (drawn.achievement.resultDescription ?? []).map((description, at) => ({
    resultDescription: description.id,
    ...(at % 2 === 0 ? { value: '512' } : { status: 'Completed' as const }),
  }));
  return { ...drawn, holder: { ...drawn.holder, ...(results.length === 0 ? {} : { results }) } };
});

describe('the JSON Schema of Open Badges 3.0 accepts what is issued, in every optional shape', () => {
  it('by each cryptosuite, and the credential verifies', async () => {
    const suites = fc.constantFrom('eddsa-rdfc-2022' as const, 'eddsa-jcs-2022' as const, 'ecdsa-rdfc-2019' as const);
    await fc.assert(
      fc.asyncProperty(withResults, suites, async (drawn, cryptosuite) => {
        const signer = cryptosuite === 'ecdsa-rdfc-2019' ? p256 : key;
        const built = buildAchievementCredential(drawn);
        const signed = await issueCredential({
          credential: built,
          signer,
          cryptosuite,
          created: '2028-01-01T00:00:00Z',
        });
        expect(schemaErrors(signed)).toEqual([]);
        const resolve = (id: string) => (id === p256.verificationMethod ? { id, ...p256 } : resolveKey(id));
        const report = await verifyCredential({ credential: signed, at: '2028-07-01T12:00:00Z', resolveKey: resolve });
        const failed = report.checks.filter((check) => check.result !== 'passed' && check.id !== 'status');
        expect(failed).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('as the payload of a token, in both forms', async () => {
    await fc.assert(
      fc.asyncProperty(
        withResults,
        fc.constantFrom('vc-jose-cose' as const, 'open-badges' as const),
        async (drawn, form) => {
          const token = await issueJwtCredential({ credential: buildAchievementCredential(drawn), signer: key, form });
          const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
          expect(schemaErrors(payload)).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('with a second proof beside the first', async () => {
    const first = await issueCredential({
      credential: buildAchievementCredential({ ...input, status: [] }),
      signer: key,
    });
    expect(schemaErrors(await addProof({ credential: first, signer: p256 }))).toEqual([]);
  });
});

it.each([
  [
    'a result without a description',
    { holder: { ...input.holder, results: [{ resultDescription: 'urn:x:1', value: '1' }] } },
    /results\[0\]/,
  ],
  ['a picture without an address', { image: { id: 'badge.png' } }, /image\.id/],
  [
    'an alignment with no address',
    { achievement: { ...input.achievement, alignment: [{ targetName: 'A', targetUrl: 'x' }] } },
    /alignment\[0\]/,
  ],
  ['evidence at no address', { evidence: [{ name: 'A', id: 'x' }] }, /evidence\[0\]/],
])('%s is refused by name', (_, changes, message) => {
  expect(() => buildAchievementCredential({ ...input, ...changes })).toThrow(RangeError);
  expect(() => buildAchievementCredential({ ...input, ...changes })).toThrow(message);
});

it('a credential without the newer members has the bytes that it always had', () => {
  const members = [
    '@context',
    'id',
    'type',
    'name',
    'description',
    'issuer',
    'validFrom',
    'validUntil',
    'awardedDate',
    'credentialSubject',
    'credentialStatus',
  ];
  const built = buildAchievementCredential(input);
  expect(Object.keys(built)).toEqual(members);
  expect(JSON.stringify(built.issuer)).toBe(
    '{"id":"did:web:example.org","type":["Profile"],"name":"Example Association","url":"https://example.org","email":"certify@example.org"}',
  );
  expect(Object.keys(Object(built.credentialSubject))).toEqual([
    'type',
    'name',
    'identifier',
    'licenseNumber',
    'achievement',
  ]);
  expect(Object.keys(Object(Reflect.get(Object(built.credentialSubject), 'achievement')))).toEqual([
    'id',
    'type',
    'achievementType',
    'name',
    'description',
    'criteria',
    'version',
    'humanCode',
    'inLanguage',
    'tag',
  ]);
});
