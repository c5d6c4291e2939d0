import { describe, expect, it } from 'vitest';
import { screenDocument } from '../json.ts';

const broad = (value: unknown) => screenDocument(value, { profile: 'data-model' });
const problemOf = (value: unknown) => {
  const screened = broad(value);
  return screened.ok ? '' : screened.problem;
};

describe('the profile data-model takes what the data model allows and plain refuses', () => {
  it.each([
    ['a language value object', { name: { '@value': 'Hund', '@language': 'de', '@direction': 'ltr' } }],
    ['a context written inside', { '@context': ['https://a.example', { Term: 'https://b.example/#Term' }] }],
    ['null inside a context', { '@context': ['https://a.example', { '@vocab': null }] }],
    ['a type that is a URL', { type: ['https://b.example/#Term'] }],
    ['a list in a list', { place: [[1, 2]] }],
    ['a member named like a type', { Term: 1 }],
    ['a JSON Schema', { jsonSchema: { $id: 'x', id: 'relative', type: null, '@any': [null] } }],
  ])('%s', (_, value) => {
    expect(broad(value)).toEqual({ ok: true, document: value });
    expect(screenDocument(value).ok).toBe(false);
  });
});

describe('neither profile takes', () => {
  it.each([
    ['a member of the data model under its IRI', { 'https://www.w3.org/2018/credentials#credentialStatus': {} }],
    [
      'a type of the data model under its IRI',
      { type: 'https://www.w3.org/ns/credentials/status#BitstringStatusListEntry' },
    ],
    ['a keyword as a name', { '@id': 'urn:a:1' }],
    ['a reverse property', { '@reverse': { issuer: 'urn:a:1' } }],
    ['a context below the top', { credentialSubject: { '@context': 'https://a.example' } }],
    ['a null', { issuer: null }],
    ['a relative identifier', { id: 'person' }],
    ['a blank node identifier', { id: '_:b0' }],
    ['an address with a space', { id: 'https ://a.example' }],
    ['several identifiers', { id: ['urn:a:1', 'urn:a:2'] }],
    ['a number as a type', { type: [2] }],
    ['half of a surrogate pair', { name: '\ud800' }],
    ['its own __proto__', JSON.parse('{"__proto__":{"a":1}}')],
    ['its own __proto__ in a context', { '@context': [JSON.parse('{"__proto__":{"a":1}}')] }],
  ])('%s', (_, value) => {
    expect(broad(value).ok).toBe(false);
    expect(screenDocument(value).ok).toBe(false);
  });
});

it('a context stands at the top of each credential of a presentation or a learner record, in both profiles', () => {
  const record = { credentialSubject: { verifiableCredential: [{ '@context': ['https://a.example'] }] } };
  expect(broad(record)).toEqual({ ok: true, document: record });
  expect(screenDocument(record)).toEqual({ ok: true, document: record });
});

it('depth and breadth of a context written inside are bounded like those of all else', () => {
  let context: unknown = {};
  for (let level = 0; level < 100_000; level += 1) {
    context = { '@context': context };
  }
  expect(problemOf({ '@context': [context] })).toMatch(/nested deeper than 24/);
  const terms = Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`t${index}`, 'https://a.example/']));
  expect(problemOf({ '@context': [terms] })).toMatch(/more than 20000 values/);
});
