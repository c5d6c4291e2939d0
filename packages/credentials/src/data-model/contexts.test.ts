import { describe, expect, it } from 'vitest';
import { checkContexts } from './check-contexts.ts';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';

const broad = (...contexts: never[] | object[] | unknown[]) =>
  checkContexts(JSON.parse(JSON.stringify({ '@context': contexts })), { profile: 'data-model' });
const plain = (...contexts: unknown[]) => checkContexts(JSON.parse(JSON.stringify({ '@context': contexts })));

it.each([
  [[V2], 'passed', 'passed'],
  [[V2, OB], 'passed', 'passed'],
  [[V2, EXAMPLES], 'failed', 'passed'],
  [[V2, { Term: 'https://a.example/#Term' }], 'failed', 'passed'],
  [['https://www.w3.org/2018/credentials/v1'], 'failed', 'passed'],
  [[OB, V2], 'failed', 'failed'],
  [[V2, V2], 'failed', 'failed'],
  [[V2, 'https://a.example/context'], 'failed', 'failed'],
  [[V2, 'https ://not-a-url/contexts/example/v1'], 'failed', 'failed'],
  [[V2, 123_192_875], 'failed', 'failed'],
  [[V2, null], 'failed', 'failed'],
  [[V2, [EXAMPLES]], 'failed', 'failed'],
  [[{ '@vocab': 'https://a.example/' }], 'failed', 'failed'],
  [[], 'failed', 'failed'],
])('the contexts %j: plain %s, data-model %s', (contexts, inPlain, inDataModel) => {
  expect(plain(...contexts).result).toBe(inPlain);
  expect(broad(...contexts).result).toBe(inDataModel);
});

describe('a context written inside a credential may define terms', () => {
  it.each([
    [{ Term: 'https://a.example/#Term' }],
    [{ ex: 'https://a.example/#', Term: 'ex:Term', label: { '@id': 'ex:label', '@language': 'en' } }],
    [{ '@context': { name: 'https://schema.org/name' } }],
    [{ '@vocab': null }],
    [
      {
        '@version': 1.1,
        '@protected': true,
        id: '@id',
        type: '@type',
        Term: { '@id': 'https://a.example/#Term', '@context': { part: 'https://a.example/#part' } },
      },
    ],
    [
      {
        value: {
          '@id': 'https://a.example/#value',
          '@type': 'https://w3id.org/security#multibase',
          '@container': '@set',
        },
      },
    ],
    [{ Term: null }],
  ])('%j', (context) => {
    expect(broad(V2, context)).toMatchObject({ result: 'passed' });
  });
});

describe('a context written inside a credential may not', () => {
  it.each([
    ['give a member of the data model another name', { st: 'https://www.w3.org/2018/credentials#credentialStatus' }],
    ['the same by an object', { st: { '@id': 'https://www.w3.org/2018/credentials#credentialStatus' } }],
    [
      'the same in a context of a term',
      { a: { '@id': 'https://a.example/', '@context': { st: 'https://w3id.org/security#proof' } } },
    ],
    ['lead to one by a prefix', { w3: 'https://www.w3.org/2018/', st: 'w3:credentials#credentialStatus' }],
    ['lead to one by the vocabulary', { '@vocab': 'https://www.w3.org/2018/credentials#' }],
    ['lead to one by half a vocabulary', { '@vocab': 'https://www.w3.org/' }],
    ['give a keyword another name', { identity: '@id' }],
    ['swap two keywords', { id: '@type' }],
    ['reverse a property', { holds: { '@reverse': 'https://a.example/holder' } }],
    ['fetch', { '@import': 'https://a.example/context' }],
    ['fetch for a term', { a: { '@id': 'https://a.example/', '@context': 'https://a.example/context' } }],
    ['change what addresses are relative to', { '@base': 'https://a.example/' }],
    ['define a term by no URL', { Term: 'https ://not-a-url#Term' }],
    ['define a term by a number', { Term: 4 }],
    ['be of another version', { '@version': 1 }],
    ['be without an end', { a: { '@id': 'https://a.example/', '@context': [[[[[[[{}]]]]]]] } }],
  ])('%s', (_, context) => {
    expect(broad(V2, context)).toMatchObject({ result: 'failed', code: 'malformed' });
  });
});

it('the contexts of credentials inside are held to the same', () => {
  const inside = { '@context': [V2], verifiableCredential: [{ '@context': [OB, V2] }] };
  expect(checkContexts(inside)).toMatchObject({ result: 'failed', code: 'malformed' });
  const deep = {
    '@context': [V2],
    credentialSubject: { verifiableCredential: [{ '@context': ['https://a.example'] }] },
  };
  expect(checkContexts(deep)).toMatchObject({ result: 'failed', code: 'context-unknown' });
});
