import { describe, expect, it } from 'vitest';
import { credentialWith, EXAMPLES, ISSUER, outcomeOf, V2 } from '../../test/conformance.ts';

/** One statement of the standard, members of a credential, and whether it then conforms. */
type Case = readonly [statement: string, what: string, members: Record<string, unknown>, conforms: boolean];

const URL_TYPE = 'https://e.example/#T';
const MAPPED = { '@context': [V2, { T: URL_TYPE }] };

const ISSUERS: readonly Case[] = [
  ['4.7 issuer MUST be there', 'without', { issuer: undefined }, false],
  ['4.7 issuer is a URL or an object with one', 'an object', { issuer: { id: ISSUER } }, true],
  ['4.7 issuer is a URL or an object with one', 'no URL', { issuer: 'not-a-url' }, false],
  ['4.7 issuer is a URL or an object with one', 'null', { issuer: null }, false],
  ['4.7 issuer is a URL or an object with one', 'an object with null', { issuer: { id: null } }, false],
  ['4.7 issuer is a URL or an object with one', 'an object with no URL', { issuer: { id: 'not-a-url' } }, false],
  ['4.7 issuer is a URL or an object with one', 'an object without id', { issuer: { name: 'Example' } }, false],
  ['4.7 issuer is a URL or an object with one', 'a list', { issuer: [ISSUER] }, false],
  ['4.7 issuer is a URL or an object with one', 'a number', { issuer: 4 }, false],
];

const SUBJECTS: readonly Case[] = [
  ['4.8 credentialSubject MUST be there', 'without', { credentialSubject: undefined }, false],
  ['4.8 each subject makes a claim', 'empty', { credentialSubject: {} }, false],
  [
    '4.8 each subject makes a claim',
    'several',
    { credentialSubject: [{ id: 'did:example:1' }, { id: 'did:example:2' }] },
    true,
  ],
  [
    '4.8 each subject makes a claim',
    'one of several empty',
    { credentialSubject: [{ id: 'did:example:1' }, {}] },
    false,
  ],
  ['4.8 subjects are objects', 'text', { credentialSubject: 'did:example:1' }, false],
  ['4.8 subjects are objects', 'none', { credentialSubject: [] }, false],
  ['4.8 subjects are objects', 'true', { credentialSubject: true }, false],
  [
    '5.2 claims in terms of other contexts',
    'one',
    { '@context': [V2, EXAMPLES], credentialSubject: { alumniOf: 'The School' } },
    true,
  ],
  [
    'VC-DI 4.6 no claim is dropped',
    'undefined term',
    { credentialSubject: { id: 'did:example:1', alumniOf: 'X' } },
    false,
  ],
];

const PERIODS: readonly Case[] = ['validFrom', 'validUntil'].flatMap((name): Case[] => {
  const [past, future] = name === 'validFrom' ? ['2020', '2025'] : ['2030', '9999'];
  return [
    [`4.9 ${name} is a dateTimeStamp`, 'to the millisecond', { [name]: `${past}-01-01T00:00:00.123Z` }, true],
    [`4.9 ${name} is a dateTimeStamp`, 'with an offset', { [name]: `${past}-01-01T00:00:00-05:00` }, true],
    [`4.9 ${name} is a dateTimeStamp`, 'far away', { [name]: `${future}-12-31T23:59:59Z` }, true],
    [`4.9 ${name} is a dateTimeStamp`, 'without a zone', { [name]: `${past}-01-01T00:00:00` }, false],
    [`4.9 ${name} is a dateTimeStamp`, 'a day', { [name]: `${past}-01-01` }, false],
    [`4.9 ${name} is a dateTimeStamp`, 'a day that is none', { [name]: `${past}-02-30T00:00:00Z` }, false],
    [`4.9 ${name} is a dateTimeStamp`, 'a number', { [name]: 1_700_000_000 }, false],
  ];
});
const ORDER: readonly Case[] = [
  [
    '4.9 validFrom is not after validUntil',
    'before',
    { validFrom: '2020-01-01T00:00:00Z', validUntil: '2030-01-01T00:00:00Z' },
    true,
  ],
  [
    '4.9 validFrom is not after validUntil',
    'the same',
    { validFrom: '2026-06-01T12:00:00Z', validUntil: '2026-06-01T08:00:00-04:00' },
    true,
  ],
  [
    '4.9 validFrom is not after validUntil',
    'after',
    { validFrom: '2030-01-01T00:00:00Z', validUntil: '2020-01-01T00:00:00Z' },
    false,
  ],
];

const TYPED: readonly Case[] = [
  'credentialStatus',
  'credentialSchema',
  'refreshService',
  'termsOfUse',
  'evidence',
].flatMap((name): Case[] => [
  [`4.5 ${name} MUST have a type`, 'a URL', { [name]: { id: 'did:example:1', type: URL_TYPE } }, true],
  [`4.5 ${name} MUST have a type`, 'a mapped term', { ...MAPPED, [name]: { id: 'did:example:1', type: 'T' } }, true],
  [`4.5 ${name} MUST have a type`, 'without', { [name]: { id: 'did:example:1' } }, false],
  [`4.5 ${name} MUST have a type`, 'a number', { [name]: { id: 'did:example:1', type: 2 } }, false],
  [
    `4.5 ${name} MUST have a type`,
    'one of two without',
    { [name]: [{ id: 'did:example:1', type: URL_TYPE }, { id: 'did:example:2' }] },
    false,
  ],
  [`4.5 ${name} is an object`, 'a URL alone', { [name]: 'did:example:1' }, false],
  [
    `4.4 the id of ${name} is a single URL`,
    'two',
    { [name]: { id: ['did:example:1', 'did:example:2'], type: URL_TYPE } },
    false,
  ],
  [`4.4 the id of ${name} is a single URL`, 'no URL', { [name]: { id: 'https ://not-a-url', type: URL_TYPE } }, false],
  [
    `5 ${name} may be several`,
    'two',
    {
      [name]: [
        { id: 'did:example:1', type: URL_TYPE },
        { id: 'did:example:2', type: URL_TYPE },
      ],
    },
    true,
  ],
  [
    `${name === 'credentialSchema' ? '4.11 credentialSchema MUST have an id' : `${name} may be without an id`}`,
    'without',
    { [name]: { type: URL_TYPE } },
    name !== 'credentialSchema',
  ],
]);

const SHA384 = 'sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU';
const MULTIBASE = 'uWZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ';
const RELATED: readonly Case[] = [
  ['5.3 relatedResource with a digest', 'SRI', { relatedResource: { id: V2, digestSRI: SHA384 } }, true],
  ['5.3 relatedResource with a digest', 'multibase', { relatedResource: { id: V2, digestMultibase: MULTIBASE } }, true],
  [
    '5.3 relatedResource with a digest',
    'and a media type',
    { relatedResource: [{ id: V2, digestSRI: SHA384, mediaType: 'application/ld+json' }] },
    true,
  ],
  [
    '5.3 relatedResource with a digest',
    'of a document not at hand',
    { relatedResource: { id: 'https://e.example/a', digestSRI: SHA384 } },
    true,
  ],
  ['5.3 relatedResource is an object', 'a URL', { relatedResource: [V2] }, false],
  ['5.3 its id is required', 'without', { relatedResource: { digestSRI: SHA384 } }, false],
  [
    '5.3 its id is unique',
    'twice',
    {
      relatedResource: [
        { id: V2, digestSRI: SHA384 },
        { id: V2, digestMultibase: MULTIBASE },
      ],
    },
    false,
  ],
  ['5.3 its digest is required', 'without', { relatedResource: { id: V2 } }, false],
  [
    '5.3 its digest must match',
    'multibase',
    { relatedResource: { id: V2, digestMultibase: 'uM4RgWQc3RUDtjJCSgTJtTfvpZ7SPEg_LNO0ESlovQC0' } },
    false,
  ],
  ['5.3 its digest must match', 'SRI', { relatedResource: { id: V2, digestSRI: SHA384.replace('l/H', 'm/H') } }, false],
  [
    '5.3 its digest must be one',
    'in the wrong alphabet',
    {
      relatedResource: { id: V2, digestSRI: 'sha384-_rCVIV7fSXXTNIvpiq26jRDyj8JG8TDjij-tD0ewLk4JpnXEz6a5AeeY_1qQ0d0P' },
    },
    false,
  ],
];

const RESERVED: readonly Case[] = ['confidenceMethod', 'renderMethod'].flatMap((name): Case[] => [
  [`5.10 ${name} MUST have a type`, 'a URL', { [name]: { id: 'did:example:1', type: URL_TYPE } }, true],
  [`5.10 ${name} MUST have a type`, 'without', { [name]: { id: 'did:example:1' } }, false],
]);

describe.each([
  ['issuers', ISSUERS],
  ['subjects', SUBJECTS],
  ['periods', [...PERIODS, ...ORDER]],
  ['typed members', [...TYPED, ...RESERVED]],
  ['related resources', RELATED],
] as const)('the data model on %s', (_, cases) => {
  it.each(cases)('%s: %s', async (_statement, _what, members, conforms) => {
    expect(await outcomeOf(credentialWith(members))).toMatch(conforms ? /^conforms$/ : /^refused: /);
  });
});
