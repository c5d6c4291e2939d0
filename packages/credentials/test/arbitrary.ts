import fc from 'fast-check';
import { CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT } from '../src/contexts.ts';

/** Texts that a reader of JSON-LD or N-Quads could trip over. */
const hostileText = fc.constantFrom(
  '',
  ' ',
  '@type',
  '@id',
  '@none',
  '_:b0',
  '_:c14n0',
  '_:a',
  '"',
  '\\',
  '\\u0041',
  '"@en',
  '\n_:c14n0 <https://schema.org/name> "x" .\n',
  '\u0000\u0007\b\t\f\r\u001f\u007f\u0080\u0085\u009f\u00a0\u2028\ufeff',
  '\ud800',
  '\udc00x',
  '\u{1f600}',
  '\uffff',
  'urn:x-slot-0:0;',
  'urn:x-slot-0:3;',
  'Achievement',
  'name',
  'assertionMethod',
  'true',
  '12',
);

const identifier = fc.oneof(
  { weight: 4, arbitrary: fc.uuid().map((uuid) => `urn:uuid:${uuid}`) },
  { weight: 4, arbitrary: fc.webUrl({ withFragments: true }) },
  { weight: 2, arbitrary: fc.constantFrom('https://example.org/a', 'https://example.org/b', 'did:web:example.org') },
);

const hostileIdentifier = fc.constantFrom(
  'tag:example.org,2026:a',
  'name:x',
  'id:x',
  'mailto:a@example.org',
  'x:',
  'https://example.org/ä/\u{1f600}',
  'https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement',
  'https://example.org/a#{b}',
  'https://example.org/a\u00a0b',
  'https://example.org/a\u0085b',
  'https://example.org/a b',
  'https://example.org/\ud800',
  'HTTPS://EXAMPLE.org/%zz',
  'a+b.c-d:e',
  'a,b:c',
  '1a:b',
  '_:b1',
  'relative/address',
  '#fragment',
  '//example.org/a',
);

const text = fc.oneof(
  { weight: 12, arbitrary: fc.string({ unit: 'binary', maxLength: 24 }) },
  { weight: 4, arbitrary: hostileText },
  { weight: 2, arbitrary: identifier },
);

const time = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((date) => date.toISOString());

type Members = Record<string, fc.Arbitrary<unknown>>;

/** A node: its id now and then, always its type, any of the members. */
function node(type: readonly string[], members: Members, required: readonly string[] = []): fc.Arbitrary<object> {
  const all: Members = { id: identifier, type: fc.constant([...type]), ...members };
  return fc.record(all, { requiredKeys: ['type', ...required] });
}

const few = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 3 });
const image = node(['Image'], { caption: text }, ['id']);
const address = node(['Address'], {
  addressCountry: text,
  addressLocality: text,
  postalCode: text,
  geo: node(['GeoCoordinates'], { latitude: fc.double({ noNaN: true }), longitude: fc.integer() }),
});
const identifierEntry = node(['IdentifierEntry'], { identifier: text, identifierType: text });
const related = node(['Related'], { inLanguage: text, version: text });
const profile = node(['Profile'], {
  name: text,
  url: identifier,
  email: text,
  description: text,
  image,
  address,
  dateOfBirth: text,
  official: text,
  otherIdentifier: few(identifierEntry),
  parentOrg: node(['Profile'], { name: text, url: identifier }, ['id']),
});
const language = fc.record(
  {
    '@value': text,
    '@language': fc.constantFrom('en', 'de-AT', 'EN-us'),
    '@direction': fc.constantFrom('ltr', 'rtl'),
  },
  { requiredKeys: ['@value', '@language'] },
);
const resultDescription = node(['ResultDescription'], {
  name: text,
  allowedValue: few(text),
  requiredLevel: identifier,
  valueMax: text,
  rubricCriterionLevel: few(node(['RubricCriterionLevel'], { name: text, level: text, points: text })),
});
const achievement = node(['Achievement'], {
  name: fc.oneof(text, language, fc.array(language, { maxLength: 2 })),
  description: text,
  criteria: fc.record({ id: identifier, narrative: text }, { requiredKeys: [] }),
  achievementType: text,
  creator: fc.oneof(identifier, profile),
  creditsAvailable: fc.oneof(fc.double({ noNaN: true }), fc.integer(), fc.constantFrom(1e21, 0.1, -0)),
  tag: few(text),
  image,
  related: few(related),
  resultDescription: few(resultDescription),
  alignment: few(node(['Alignment'], { targetCode: text, targetName: text, targetUrl: identifier })),
  version: text,
  humanCode: text,
  inLanguage: text,
});
const subject = node(['AchievementSubject'], {
  name: text,
  identifier: few(
    node(['IdentityObject'], { hashed: fc.boolean(), identityHash: text, identityType: text, salt: text }),
  ),
  achievement,
  licenseNumber: text,
  creditsEarned: fc.oneof(fc.double({ noNaN: true }), fc.integer()),
  activityEndDate: text,
  role: text,
  source: profile,
  result: few(
    node(['Result'], { value: text, status: text, achievedLevel: identifier, resultDescription: identifier }),
  ),
});
const statusEntry = node(['BitstringStatusListEntry'], {
  statusPurpose: text,
  statusListIndex: text,
  statusListCredential: identifier,
  statusSize: fc.constantFrom(1, 2),
  statusMessage: few(fc.record({ status: text, message: text })),
});

/** Open Badges 3.0 credentials with any of their optional members; some of them no processor accepts. */
export const arbitraryCredential: fc.Arbitrary<object> = fc.record(
  {
    '@context': fc.constant([CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT]),
    id: identifier,
    type: fc.constant(['VerifiableCredential', 'AchievementCredential']),
    name: fc.oneof(text, language),
    description: text,
    issuer: fc.oneof(identifier, profile),
    validFrom: time,
    validUntil: time,
    awardedDate: time,
    image,
    credentialSubject: fc.oneof(subject, few(subject)),
    credentialStatus: fc.oneof(statusEntry, few(statusEntry)),
    evidence: few(node(['Evidence'], { name: text, narrative: text, genre: text, audience: text })),
    relatedResource: few(fc.record({ id: identifier, digestSRI: text, mediaType: text })),
    termsOfUse: few(fc.record({ id: identifier })),
  },
  { requiredKeys: ['@context', 'type', 'credentialSubject'] },
);

/** The members of a proof that are signed: Data Integrity 1.0, proof configuration. */
export const arbitraryProof: fc.Arbitrary<object> = fc.record(
  {
    '@context': fc.constantFrom([CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT], [CREDENTIALS_CONTEXT]),
    id: identifier,
    type: fc.constant('DataIntegrityProof'),
    created: fc.oneof(time, text),
    expires: time,
    cryptosuite: text,
    verificationMethod: fc.oneof(identifier, text),
    proofPurpose: fc.oneof(fc.constantFrom('assertionMethod', 'authentication'), identifier, text),
    previousProof: fc.oneof(identifier, few(identifier)),
    domain: fc.oneof(text, few(text)),
    challenge: text,
    nonce: text,
  },
  { requiredKeys: ['@context', 'type'] },
);

/** New texts for the places of a document's texts: hostile ones, others' own, fresh ones. */
export const arbitraryTexts: fc.Arbitrary<(place: number, own: string, all: readonly string[]) => string> = fc
  .record({
    every: fc.integer({ min: 1, max: 40 }),
    from: fc.nat(39),
    choices: fc.array(
      fc.tuple(
        fc.constantFrom('own', 'other', 'text', 'identifier'),
        fc.nat(500),
        text,
        fc.oneof(identifier, hostileIdentifier),
      ),
      {
        minLength: 1,
        maxLength: 12,
      },
    ),
  })
  .map(({ every, from, choices }) => (place, own, all) => {
    const [kind, number, plain, iri] = choices[place % choices.length] ?? ['own', 0, '', ''];
    if (place % every !== from % every) {
      // An identifier stays one, and plain text becomes another.
      return /^[a-z]+:/i.test(own) ? own : `${own}${number}`;
    }
    return kind === 'own' ? own : kind === 'other' ? (all[number % all.length] ?? own) : kind === 'text' ? plain : iri;
  });
