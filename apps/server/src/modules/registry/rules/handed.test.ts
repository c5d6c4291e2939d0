import { describe, expect, test } from 'vitest';
import type { Check } from './checks.ts';
import { readHandedText } from './handed-text.ts';
import { claimsOfToken, tokenIdOf, tokenIssuerOf } from './token-claims.ts';
import { verdictOf } from './verdict.ts';

const ids = ['document', 'signature', 'issuer', 'status', 'dates', 'holder'] as const;
const checks = (but: Partial<Record<Check['id'], Check['result']>> = {}): readonly Check[] =>
  ids.map((id) => ({ id, result: but[id] ?? (id === 'holder' ? 'could-not-check' : 'passed'), detail: '' }));

describe('the verdict', () => {
  test('is in force only of an issuer known here, when everything passed but the holder', () => {
    expect(verdictOf(checks(), true)).toBe('in-force');
    for (const id of ['document', 'signature', 'issuer', 'status', 'dates'] as const) {
      expect(verdictOf(checks({ [id]: 'could-not-check' }), true)).toBe('open');
      expect(verdictOf(checks({ [id]: 'failed' }), true)).not.toBe('in-force');
    }
  });

  test('says that it is over only of what is genuine', () => {
    expect(verdictOf(checks({ status: 'failed' }), true)).toBe('not-in-force');
    expect(verdictOf(checks({ dates: 'failed', issuer: 'could-not-check' }), false)).toBe('not-in-force');
    expect(verdictOf(checks({ status: 'failed', signature: 'could-not-check' }), false)).toBe('failed');
    expect(verdictOf(checks({ status: 'failed', signature: 'failed' }), true)).toBe('failed');
  });

  test('of an issuer unknown here is never better than that', () => {
    expect(verdictOf(checks({ issuer: 'could-not-check' }), false)).toBe('unknown-issuer');
    expect(verdictOf(checks(), false)).toBe('unknown-issuer');
    for (const id of ['document', 'signature', 'status', 'dates'] as const) {
      expect(verdictOf(checks({ issuer: 'could-not-check', [id]: 'could-not-check' }), false)).toBe('open');
    }
  });
});

describe('what is handed over as text', () => {
  const read = (text: string) => readHandedText(text, 'https://testamur.example');

  test.each([
    'https://testamur.example/c/CALT-7K4M9QXT',
    ' https://testamur.example/c/calt-7k4m9qxt/?from=mail#top ',
    'CALT-7K4M9QXT',
    'calt 7K4M9QXT',
  ])('%s is a number', (text) => {
    expect(read(text)).toEqual({ is: 'number', number: 'CALT-7K4M9QXT' });
  });

  test.each([
    'https://testamur.example.evil.example/c/CALT-7K4M9QXT',
    'https://testamur.example@evil.example/c/CALT-7K4M9QXT',
    'https://testamur.example/programs/calt',
    'http://169.254.169.254/latest',
  ])('%s is an address, and stays one', (text) => {
    expect(read(text)).toMatchObject({ is: 'address' });
  });

  test.each(['', '{"a":1}', 'eyJhbGciOiJFZERTQSJ9.e30.x', 'javascript:alert(1)', 'https://two words', 'file:///etc'])(
    '%j is neither',
    (text) => {
      expect(read(text)).toEqual({ is: 'other' });
    },
  );
});

test('what a token claims is read without trusting its shape', () => {
  expect(
    claimsOfToken({ title: 'Technician', name: 'Ana', iss: 'did:web:x', issuer_name: 'Body', nbf: 0, exp: 86_400 }),
  ).toEqual({
    title: 'Technician',
    holderName: 'Ana',
    issuer: 'Body',
    validFrom: '1970-01-01T00:00:00.000Z',
    validUntil: '1970-01-02T00:00:00.000Z',
  });
  for (const odd of [{}, { title: 7, name: [], iss: {}, nbf: 'x', exp: 1e300, credential_id: 9 }]) {
    expect(claimsOfToken(odd)).toEqual({ title: 'Not stated', holderName: 'Not stated', issuer: 'Not stated' });
    expect([tokenIdOf(odd), tokenIssuerOf(odd)]).toEqual([undefined, undefined]);
  }
});
