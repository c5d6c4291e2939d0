import { describe, expect, it } from 'vitest';
import { credentialWith, EXAMPLES, ISSUER, outcomeOf, V2 } from '../../test/conformance.ts';

/** One statement of the standard, members of a credential, and whether it then conforms. */
type Case = readonly [statement: string, what: string, members: Record<string, unknown>, conforms: boolean];

const CONTEXTS: readonly Case[] = [
  ['4.3 a credential MUST include @context', 'without', { '@context': undefined }, false],
  ['4.3 an ordered set whose first item is the URL of v2', 'v2', { '@context': [V2] }, true],
  ['4.3 an ordered set whose first item is the URL of v2', 'examples only', { '@context': [EXAMPLES] }, false],
  ['4.3 an ordered set whose first item is the URL of v2', 'v2 last', { '@context': [EXAMPLES, V2] }, false],
  ['4.3 an ordered set', 'a string', { '@context': V2 }, false],
  ['4.3 an ordered set', 'a number', { '@context': 4 }, false],
  ['4.3 subsequent items are URLs', 'a second URL', { '@context': [V2, EXAMPLES] }, true],
  ['4.3 subsequent items are URLs', 'no URL', { '@context': [V2, 'https ://not-a-url/v1'] }, false],
  [
    '4.3 subsequent items are objects',
    'a map',
    { '@context': [V2, { T: 'https://e.example/#T' }], type: ['VerifiableCredential', 'T'] },
    true,
  ],
  ['4.3 subsequent items are URLs or objects', 'a number', { '@context': [V2, 123_192_875] }, false],
  ['4.3 subsequent items are URLs or objects', 'a list', { '@context': [V2, []] }, false],
  [
    '5.2.1 redefining a term is an error',
    'VerifiableCredential',
    { '@context': [V2, { VerifiableCredential: 'https://e.example/#Bad' }] },
    false,
  ],
  [
    '5.2.1 redefining a term is an error',
    'a term protected by another context',
    {
      '@context': [V2, { '@protected': true, T: 'https://e.example/#T' }, { T: 'https://e.example/#Bad' }],
      type: ['VerifiableCredential', 'T'],
    },
    false,
  ],
];

const IDENTIFIERS: readonly Case[] = [
  ['4.4 an id is a single URL', 'a URN', { id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33' }, true],
  ['4.4 an id is a single URL', 'https', { id: 'https://e.example/credentials/1' }, true],
  ['4.4 an id is a single URL', 'null', { id: null }, false],
  ['4.4 an id is a single URL', 'two', { id: ['urn:a:1', 'urn:a:2'] }, false],
  ['4.4 an id is a single URL', 'text', { id: 'not-a-url' }, false],
  ['4.4 an id is a single URL', 'with a space', { id: 'https ://not-a-url' }, false],
  ['4.4 an id of the subject too', 'a DID', { credentialSubject: { id: 'did:example:1' } }, true],
  ['4.4 an id of the subject too', 'two', { credentialSubject: { id: ['did:example:1', 'did:example:2'] } }, false],
  ['4.4 an id of the subject too', 'a number', { credentialSubject: { id: 12345 } }, false],
];

const TYPES: readonly Case[] = [
  ['4.5 type MUST be there', 'without', { type: undefined }, false],
  ['4.5 type includes VerifiableCredential', 'another', { type: ['https://e.example/#T'] }, false],
  ['4.5 type includes VerifiableCredential', 'empty', { type: [] }, false],
  [
    '4.5 a type is a term or an absolute URL',
    'a URL',
    { type: ['VerifiableCredential', 'https://e.example/#T'] },
    true,
  ],
  [
    '4.5 a type is a term or an absolute URL',
    'a mapped term',
    { '@context': [V2, { T: 'https://e.example/#T' }], type: ['VerifiableCredential', 'T'] },
    true,
  ],
  [
    '4.5 a type is a term or an absolute URL',
    'a term of the examples',
    { '@context': [V2, EXAMPLES], type: ['VerifiableCredential', 'RelationshipCredential'] },
    true,
  ],
  [
    '4.5 a type is a term or an absolute URL',
    'a term mapped to no URL',
    { '@context': [V2, { T: 'https ://not-a-url#T' }], type: ['VerifiableCredential', 'T'] },
    false,
  ],
  [
    '4.5 a type is a term or an absolute URL',
    'an unmapped term',
    { '@context': [V2, { '@vocab': null }], type: ['VerifiableCredential', 'T'] },
    false,
  ],
  ['4.5 a type is a term or an absolute URL', 'a number', { type: ['VerifiableCredential', 2] }, false],
  ['4.5 a type is a term or an absolute URL', 'an object', { type: ['VerifiableCredential', { T: true }] }, false],
  [
    '4.5 the order of types does not matter',
    'last',
    { type: ['https://e.example/#A', 'https://e.example/#B', 'VerifiableCredential'] },
    true,
  ],
  [
    '4.5 the order of types does not matter',
    'between',
    { type: ['https://e.example/#A', 'VerifiableCredential', 'https://e.example/#B'] },
    true,
  ],
];

const EN = { '@value': 'Example', '@language': 'en' };
const TEXTS: readonly Case[] = ['name', 'description'].flatMap((name): Case[] => [
  [`4.6 ${name} is text or a language value object`, 'text', { [name]: 'Example' }, true],
  [`4.6 ${name} is text or a language value object`, 'with a language', { [name]: EN }, true],
  [
    `4.6 ${name} is text or a language value object`,
    'with a direction',
    { [name]: { ...EN, '@direction': 'ltr' } },
    true,
  ],
  [
    `4.6 ${name} is text or a language value object`,
    'several languages',
    { [name]: [EN, { '@value': 'Beispiel', '@language': 'de-AT' }] },
    true,
  ],
  [`11.1 a language value object has no other members`, name, { [name]: { ...EN, url: 'did:example:1' } }, false],
  [`11.1 @language is a language tag`, name, { [name]: { ...EN, '@language': 'not a tag' } }, false],
  [`11.1 @direction is ltr or rtl`, name, { [name]: { ...EN, '@direction': 'up' } }, false],
  [`11.1 @value is text`, name, { [name]: { ...EN, '@value': 4 } }, false],
  [`4.6 ${name} is text or a language value object`, 'a number', { [name]: 4 }, false],
  [`4.6 ${name} of the issuer too`, 'text', { issuer: { id: ISSUER, [name]: 'Example' } }, true],
  [
    `4.6 ${name} of the issuer too`,
    'with a direction',
    { issuer: { id: ISSUER, [name]: { ...EN, '@direction': 'rtl' } } },
    true,
  ],
  [
    `4.6 ${name} of the issuer too`,
    'with another member',
    { issuer: { id: ISSUER, [name]: { ...EN, url: 'did:example:1' } } },
    false,
  ],
]);

describe.each([
  ['contexts', CONTEXTS],
  ['identifiers', IDENTIFIERS],
  ['types', TYPES],
  ['names and descriptions', TEXTS],
] as const)('the data model on %s', (_, cases) => {
  it.each(cases)('%s: %s', async (_statement, _what, members, conforms) => {
    expect(await outcomeOf(credentialWith(members))).toMatch(conforms ? /^conforms$/ : /^refused: /);
  });
});
