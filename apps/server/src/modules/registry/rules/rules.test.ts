import { readFileSync } from 'node:fs';
import type { VerificationReport } from '@testamur/credentials';
import { type CredentialStatus, parseProgram } from '@testamur/program';
import { describe, expect, test } from 'vitest';
import { allPassed, checksOfKnown, checksOfStranger, checksOfUnrecorded } from './checks.ts';
import { claimsOf, credentialIdOf, isCredential, issuerIdOf } from './claims.ts';
import { asPrefixQuery, asVector, wordsOf } from './words.ts';

const file = new URL('../../../../../../programs/calt/program.yaml', import.meta.url);
const parsed = parseProgram(readFileSync(file, 'utf8'), 'program.yaml');
if (!parsed.ok) throw new Error('The program cannot be read.');
const { program } = parsed;

const ids = ['structure', 'contexts', 'proof', 'issuer', 'dates', 'status'] as const;
type Id = (typeof ids)[number];
const report = (but: Partial<Record<Id, 'failed' | 'could-not-check'>> = {}): VerificationReport => {
  const checks = ids.map((id) => ({
    id,
    result: but[id] ?? ('passed' as const),
    code: 'ok' as const,
    detail: `found: ${id}`,
  }));
  return { verified: checks.every(({ result }) => result === 'passed'), checks };
};
const known = (status: CredentialStatus, replacedBy?: string) => ({
  organizationName: 'Association',
  program,
  state: {
    credentialId: 'x',
    number: 'X-1',
    cycle: 1,
    status,
    since: '2028-05-02T10:00:00.000Z',
    validFrom: '2027-03-03T00:00:00.000Z',
    validUntil: '2030-03-02T23:59:59.999Z',
  },
  ...(replacedBy === undefined ? {} : { replacedBy }),
});
const find = (checks: readonly { id: string; result: string; detail: string }[], id: string) =>
  checks.find((check) => check.id === id);

describe('the checks of a credential of this installation', () => {
  test('all pass for one in force, and the holder is the reader’s to check', () => {
    const checks = checksOfKnown(report(), known('active'));
    expect(checks.map(({ id }) => id)).toEqual(['document', 'signature', 'issuer', 'status', 'dates', 'holder']);
    expect(allPassed(checks)).toBe(true);
    expect(find(checks, 'holder')?.result).toBe('could-not-check');
    expect(find(checks, 'dates')?.detail).toBe('Within its dates, March 3, 2027 through March 2, 2030 (UTC).');
  });

  test.each([
    ['suspended', 'Suspended by Association since May 2, 2028 (UTC).'],
    ['revoked', 'Revoked by Association on May 2, 2028 (UTC).'],
    ['surrendered', 'Given back by its holder on May 2, 2028 (UTC).'],
    ['replaced', 'Replaced on May 2, 2028 (UTC) by X-2. Check that one.'],
  ] as const)('its status fails when it is %s, even where the list has not heard of it', (status, detail) => {
    const checks = checksOfKnown(report(), known(status, 'X-2'));
    expect(find(checks, 'status')).toEqual({ id: 'status', result: 'failed', detail });
    expect(allPassed(checks)).toBe(false);
  });

  test('a raised bit fails it, whatever the records say', () => {
    expect(find(checksOfKnown(report({ status: 'failed' }), known('active')), 'status')?.result).toBe('failed');
  });

  test('a list that cannot be read leaves the status open: neither passed nor failed', () => {
    const checks = checksOfKnown(report({ status: 'could-not-check' }), known('active'));
    expect([find(checks, 'status')?.result, allPassed(checks)]).toEqual(['could-not-check', false]);
  });

  test('in grace its dates pass, with the day until which it is in force', () => {
    const dates = find(checksOfKnown(report({ dates: 'failed' }), known('in-grace')), 'dates');
    expect([dates?.result, dates?.detail.includes('through May 31, 2030 (UTC)')]).toEqual(['passed', true]);
  });

  test.each(['lapsed', 'expired'] as const)('its dates fail once it has %s', (status) => {
    expect(find(checksOfKnown(report({ dates: 'failed' }), known(status)), 'dates')?.result).toBe('failed');
  });

  test('the worse of two findings on the document is shown', () => {
    expect(find(checksOfKnown(report({ contexts: 'failed' }), known('active')), 'document')).toMatchObject({
      result: 'failed',
      detail: 'found: contexts',
    });
  });
});

test('an instant that a finding names is a day for people', () => {
  const { verified, checks } = report({ dates: 'failed' });
  const dated = checks.map((one) => ({ ...one, detail: 'It was valid until 2022-01-01T23:30:00-05:00.' }));
  const dates = find(checksOfStranger({ verified, checks: dated }), 'dates');
  expect(dates?.detail).toBe('It was valid until January 2, 2022 (UTC).');
});

test('a stranger’s issuer is never passed, and an unrecorded credential never has a status', () => {
  expect(find(checksOfStranger(report()), 'issuer')).toMatchObject({
    result: 'could-not-check',
    detail: 'Signature passed. We do not know this issuer.',
  });
  expect(find(checksOfStranger(report({ issuer: 'failed' })), 'issuer')?.result).toBe('failed');
  const unrecorded = checksOfUnrecorded(report({ proof: 'could-not-check' }), 'Association');
  expect(unrecorded.map(({ result }) => result)).toEqual([
    'passed',
    'failed',
    'failed',
    'could-not-check',
    'passed',
    'could-not-check',
  ]);
});

test('what a document claims is read without trusting its shape', () => {
  const document = {
    id: 'urn:uuid:0b1f3a1e-6a3e-4a33-9d3c-1f1f0e7d7a11',
    type: ['VerifiableCredential'],
    name: 'A title',
    issuer: { id: 'did:web:x', name: ' Body ' },
    credentialSubject: [{ name: 'Ana', achievement: { name: 'Technician' } }],
  };
  expect(claimsOf(document)).toEqual({ title: 'Technician', holderName: 'Ana', issuer: 'Body' });
  expect(credentialIdOf(document)).toBe('0b1f3a1e-6a3e-4a33-9d3c-1f1f0e7d7a11');
  expect([isCredential(document), issuerIdOf(document)]).toEqual([true, 'did:web:x']);
  for (const odd of [{}, { credentialSubject: null, issuer: 7, type: 3, id: [] }, { issuer: [] }]) {
    expect(claimsOf(odd)).toEqual({ title: 'Not stated', holderName: 'Not stated', issuer: 'Not stated' });
    expect([isCredential(odd), issuerIdOf(odd), credentialIdOf(odd)]).toEqual([false, undefined, undefined]);
  }
});

describe('the words of a name', () => {
  test.each([
    ['Zoë Ōkubo-O’Neill', ['zoe', 'okubo', 'oneill']],
    ['  ANA   ana Ána ', ['ana']],
    ['Łukasz Ørsted Groß', ['lukasz', 'orsted', 'gross']],
    ['Nguyễn Thị Minh', ['nguyen', 'thi', 'minh']],
    ['山田 太郎', ['山田', '太郎']],
    ["'); drop -- :* & |", ['drop']],
    ['', []],
  ])('%j', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });

  test('hold nothing that PostgreSQL would read as syntax', () => {
    const words = wordsOf("O'Neill \\ ' : & | ! <-> *");
    expect([asVector(words), asPrefixQuery(words)]).toEqual(["'oneill'", "'oneill':*"]);
    expect(asPrefixQuery(['ana', 'riv'])).toBe("'ana':* & 'riv':*");
  });
});
