import fc from 'fast-check';
import { CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT } from '../src/contexts.ts';
import { edited, pathsOf } from './edit.ts';

const achievement = {
  id: 'https://example.org/programs/a',
  type: ['Achievement'],
  name: 'A',
  description: 'B',
  criteria: { id: 'https://example.org/programs/a#criteria', narrative: 'C' },
  creator: { id: 'did:web:example.org', type: ['Profile'], name: 'D' },
  tag: ['x', 'y'],
  resultDescription: [
    { id: 'urn:uuid:1', type: ['ResultDescription'], name: 'R', allowedValue: ['low', 'high', 'low'] },
  ],
};
export const credential = {
  '@context': [CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT],
  id: 'urn:uuid:0b1f3a1e-6a3e-4a33-9d3c-1f1f0e7d7a11',
  type: ['VerifiableCredential', 'AchievementCredential'],
  issuer: { id: 'did:web:example.org', type: ['Profile'], name: 'Example', url: 'https://example.org' },
  validFrom: '2027-03-02T00:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    name: 'Dana',
    creditsEarned: 12.5,
    identifier: [
      { type: ['IdentityObject'], hashed: true, identityHash: 'sha256$00', identityType: 'emailAddress', salt: '1' },
      { type: ['IdentityObject'], hashed: true, identityHash: 'sha256$01', identityType: 'name', salt: '2' },
    ],
    achievement,
  },
  credentialStatus: {
    id: 'https://example.org/status/1#7',
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: 'https://example.org/status/1',
  },
  evidence: [
    { type: ['Evidence'], name: 'E' },
    { type: ['Evidence'], name: 'F', narrative: 'G' },
  ],
};
export const presentation = {
  '@context': [CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT],
  type: 'VerifiablePresentation',
  holder: 'did:web:example.org',
  verifiableCredential: [
    credential,
    {
      '@context': [CREDENTIALS_CONTEXT],
      id: 'urn:uuid:2',
      type: 'VerifiableCredential',
      credentialSubject: { id: 'urn:x:1', name: 'H' },
    },
  ],
};

const names = [
  'name',
  'id',
  'type',
  'criteria',
  'Criteria',
  'result',
  'tag',
  'image',
  'issuer',
  'proof',
  'credentialSubject',
  'nothing',
  'toString',
  '__proto__',
  'https://schema.org/name',
  'xsd:name',
  '@id',
  '@type',
  '@value',
  '@language',
  '@index',
  '@list',
  '@set',
  '@graph',
  '@reverse',
  '@included',
  '@nest',
  '@none',
  '@context',
];
const values: readonly unknown[] = [
  '',
  'x',
  'https://example.org/a',
  'did:web:example.org',
  'urn:uuid:1',
  'Achievement',
  '_:b0',
  '@json',
  0,
  -0,
  1,
  1.5,
  1e21,
  1e300,
  true,
  null,
  [],
  {},
  [[]],
  [['x']],
  ['x', 'x'],
  [1, '1'],
  { id: 'https://example.org/a' },
  { type: 'Achievement' },
  { '@value': 'x' },
  { '@value': 'x', '@language': 'de' },
  { '@value': 'x', '@direction': 'rtl' },
  { '@value': '1', '@type': 'https://www.w3.org/2001/XMLSchema#double' },
  { '@value': { a: 1 }, '@type': '@json' },
  { '@list': ['x', 'y'] },
  { '@set': ['x'] },
  { '@graph': [{ id: 'urn:x:1', name: 'n' }] },
  achievement,
  credential.credentialSubject,
];
const contexts: readonly unknown[] = [
  [CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT, 'https://www.w3.org/ns/credentials/undefined-terms/v2'],
  [CREDENTIALS_CONTEXT, 'https://www.w3.org/ns/credentials/examples/v2'],
  CREDENTIALS_CONTEXT,
  [CREDENTIALS_CONTEXT],
  [OPEN_BADGES_CONTEXT],
  [OPEN_BADGES_CONTEXT, CREDENTIALS_CONTEXT],
  [CREDENTIALS_CONTEXT, CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT],
  [CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT, { name: 'https://schema.org/other' }],
  [CREDENTIALS_CONTEXT, { '@vocab': 'https://example.org/#' }],
  [CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT, { urn: 'https://example.org/', '@vocab': 'https://example.org/#' }],
  [{ '@base': 'https://example.org/' }, CREDENTIALS_CONTEXT],
  ['https://example.org/unknown'],
  [],
  null,
  [null],
];

/** One change to a document: of a value, of a name, of its contexts, or one place written over by another. */
export const arbitraryChange = fc.record({
  what: fc.constantFrom('value', 'name', 'remove', 'wrap', 'copy', 'contexts', 'double'),
  at: fc.nat(200),
  from: fc.nat(200),
  name: fc.constantFrom(...names),
  value: fc.constantFrom(...values),
  contexts: fc.constantFrom(...contexts),
});

export function changed(
  document: object,
  change: typeof arbitraryChange extends fc.Arbitrary<infer T> ? T : never,
): object {
  const paths = pathsOf(document);
  const path = paths[change.at % paths.length] ?? [];
  const other = paths[change.from % paths.length] ?? [];
  const valueAt = (of: readonly (string | number)[]) =>
    of.reduce<unknown>((value, step) => Reflect.get(Object(value), step), document);
  switch (change.what) {
    case 'value':
      return edited(document, path, () => change.value);
    case 'remove':
      return edited(document, path, () => undefined);
    case 'wrap':
      return edited(document, path, (old) => (Array.isArray(old) ? old[0] : [old]));
    case 'double':
      return edited(document, path, (old) => [old, old]);
    case 'copy':
      return edited(document, path, () => structuredClone(valueAt(other)));
    case 'contexts':
      return edited(
        document,
        [typeof path[0] === 'string' && change.at % 5 === 0 ? path[0] : '@context'],
        () => change.contexts,
      );
    case 'name':
      return edited(
        edited(document, path, () => undefined),
        [...path.slice(0, -1), change.name],
        () => structuredClone(valueAt(path)),
      );
  }
}
