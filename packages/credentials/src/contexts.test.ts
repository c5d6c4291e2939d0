import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { defaultDocumentLoader } from '@digitalbazaar/vc';
import { describe, expect, it } from 'vitest';
import { CREDENTIALS_CONTEXT, findContext, OPEN_BADGES_CONTEXT } from './index.ts';
import { contextLoader } from './proof.ts';

const FILES = [
  [CREDENTIALS_CONTEXT, 'credentials-v2.json', '8a9f494a89ecc51db093e90e84713e07e84d6d9204364a9b3c7868b21751236f'],
  [OPEN_BADGES_CONTEXT, 'open-badges-3.0.3.json', 'ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761'],
] as const;

describe.each(FILES)('%s', (url, file, sha256) => {
  const bytes = readFileSync(new URL(`./contexts/${file}`, import.meta.url));

  it('is pinned by its hash', () => {
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(findContext(url)).toEqual(JSON.parse(bytes.toString('utf8')));
  });
});

describe('one IRI has one name, so that no member can hide under another', () => {
  const contexts = FILES.map(([url]) => Reflect.get(findContext(url) ?? {}, '@context'));

  it('among all properties of both contexts', () => {
    expect(sharedNames(contexts.flatMap(namesOf).filter(([name]) => !/^[A-Z]/.test(name)))).toEqual([]);
  });

  it('but two types share theirs with a property: names of types are therefore refused as members', () => {
    expect(sharedNames(contexts.flatMap(namesOf))).toEqual(['Criteria criteria', 'GeoCoordinates geo']);
  });
});

it('the credentials context is the one that the signing library ships', async () => {
  const { document } = await defaultDocumentLoader(CREDENTIALS_CONTEXT);
  expect(findContext(CREDENTIALS_CONTEXT)).toEqual(document);
});

it('nothing is fetched: an address that is not bundled is refused', async () => {
  await expect(contextLoader('https://www.w3.org/2018/credentials/v1')).rejects.toThrow(/nothing is fetched/);
  expect(findContext('https://www.w3.org/2018/credentials/v1')).toBeUndefined();
});

/** Every term of a context and of the contexts inside it, with its IRI. */
function namesOf(context: object): [name: string, iri: unknown][] {
  return Object.entries(context).flatMap(([name, definition]): [string, unknown][] => {
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
