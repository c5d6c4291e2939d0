import { readFileSync } from 'node:fs';
import { type CredentialStanding, type Fact, parseProgram } from '@testamur/program';
import { describe, expect, test } from 'vitest';
import { decisionConflict } from './conflict.ts';
import { credentialLife } from './history.ts';
import { grantedLetter } from './letters.ts';
import { newCredentialNumber, readCredentialNumber } from './number.ts';
import { isInForce, isRevocable } from './state.ts';
import { termOfGrant } from './term.ts';

const file = new URL('../../../../../../programs/calt/program.yaml', import.meta.url);
const parsed = parseProgram(readFileSync(file, 'utf8'), 'program.yaml');
if (!parsed.ok) throw new Error('The program cannot be read.');
const { program } = parsed;

const fact = (kind: Fact['kind'], data: object, by: Fact['by'], at = '2027-03-01T00:00:00.000Z'): Fact =>
  ({ id: `${kind}/${at}`, kind, at, by, edition: '2026', data }) as Fact;
const staff = (id: string) => ({ kind: 'staff' as const, id });

describe('a credential number', () => {
  test('begins with the abbreviation in plain letters', () => {
    expect(newCredentialNumber('CALT')).toMatch(/^CALT-[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(newCredentialNumber('L. É. S')).toMatch(/^LES-/);
    expect(newCredentialNumber('認定')).toMatch(/^C-/);
  });

  test('reads as itself, however it is typed', () => {
    for (let round = 0; round < 200; round += 1) {
      const number = newCredentialNumber('LOIL');
      const [prefix = '', drawn = ''] = number.split('-');
      expect(readCredentialNumber(number)).toBe(number);
      expect(readCredentialNumber(` ${prefix.toLowerCase()} ${drawn.toLowerCase()} `)).toBe(number);
      expect(readCredentialNumber(`${prefix}–${drawn.replaceAll('0', 'O').replaceAll('1', 'I')}`)).toBe(number);
    }
  });
});

describe('a decision', () => {
  const question = { personId: 'p', candidateId: 'c', facts: [], examinerIds: [] };
  const judged = (kind: Fact['kind'], id: string) => [fact(kind, {}, staff(id))];

  test('is free to who had no part', () => {
    const facts = [...judged('requirement-judged', 'other'), ...judged('result-released', 'p')];
    expect(decisionConflict({ ...question, facts, examinerIds: ['other'] })).toBeUndefined();
  });

  test.each([
    ['the candidate', { ...question, candidateId: 'p' }],
    ['a reviewer of the application', { ...question, facts: judged('requirement-judged', 'p') }],
    ['who recorded what was completed', { ...question, facts: judged('module-completed', 'p') }],
    ['who verified the membership', { ...question, facts: judged('membership-judged', 'p') }],
    ['an examiner', { ...question, examinerIds: ['x', 'p'] }],
  ])('is barred to %s', (_, barred) => {
    expect(decisionConflict(barred)).toMatch(/Somebody/);
  });
});

describe('the term', () => {
  const previous = (validUntil: string, status: CredentialStanding['status']): CredentialStanding => ({
    credentialId: 'x',
    number: 'X-1',
    cycle: 1,
    status,
    since: '2027-03-01T00:00:00.000Z',
    validFrom: '2027-03-01T00:00:00.000Z',
    validUntil,
  });

  test('of a first certification begins with the grant', () => {
    expect(termOfGrant(program, '2027-03-01T09:00:00.000Z', undefined)).toEqual({
      cycle: 1,
      validFrom: '2027-03-01T09:00:00.000Z',
      validUntil: '2030-02-28T23:59:59.999Z',
    });
  });

  test('of an early renewal begins with the grant and is counted from the end of the old one', () => {
    const old = previous('2030-02-28T23:59:59.999Z', 'renewal-due');
    expect(termOfGrant(program, '2029-11-01T09:00:00.000Z', old)).toEqual({
      cycle: 2,
      validFrom: '2029-11-01T09:00:00.000Z',
      validUntil: '2033-02-28T23:59:59.999Z',
    });
  });

  test('of a renewal in grace leaves no gap, and of one after the lapse begins anew', () => {
    const inGrace = previous('2030-02-28T23:59:59.999Z', 'in-grace');
    expect(termOfGrant(program, '2030-04-01T09:00:00.000Z', inGrace).validFrom).toBe('2030-03-01T00:00:00.000Z');
    const lapsed = previous('2030-02-28T23:59:59.999Z', 'lapsed');
    expect(termOfGrant(program, '2030-09-01T09:00:00.000Z', lapsed).validFrom).toBe('2030-09-01T09:00:00.000Z');
  });
});

test('what is in force may be used, and what has lapsed can still be revoked', () => {
  expect((['active', 'renewal-due', 'in-grace'] as const).every(isInForce)).toBe(true);
  expect((['suspended', 'lapsed', 'expired', 'revoked', 'surrendered', 'replaced'] as const).some(isInForce)).toBe(
    false,
  );
  expect((['active', 'suspended', 'lapsed', 'surrendered'] as const).every(isRevocable)).toBe(true);
  expect((['expired', 'revoked', 'replaced'] as const).some(isRevocable)).toBe(false);
});

test('the life of a credential tells its own facts and what the clock did, newest first', () => {
  const state = (credentialId: string, status: CredentialStanding['status'], since: string): CredentialStanding => ({
    credentialId,
    number: credentialId.toUpperCase(),
    cycle: credentialId === 'a' ? 1 : 2,
    status,
    since,
    validFrom: '2027-03-01T00:00:00.000Z',
    validUntil: '2030-02-28T23:59:59.999Z',
  });
  const term = { validFrom: '2027-03-01T00:00:00.000Z', validUntil: '2030-02-28T23:59:59.999Z' };
  const facts = [
    fact('credential-granted', { credentialId: 'a', ...term }, { kind: 'system' }),
    fact('credential-suspended', { credentialId: 'a', reason: 'Why' }, staff('p'), '2028-01-01T00:00:00.000Z'),
    fact('credential-reinstated', { credentialId: 'a', reason: 'Done' }, staff('p'), '2028-02-01T00:00:00.000Z'),
    fact('credential-granted', { credentialId: 'b', ...term }, staff('p'), '2029-11-01T00:00:00.000Z'),
  ];
  const replaced = [
    state('a', 'replaced', '2029-11-01T00:00:00.000Z'),
    state('b', 'active', '2029-11-01T00:00:00.000Z'),
  ];
  expect(credentialLife(facts, replaced, 'a')).toEqual([
    { at: '2029-11-01T00:00:00.000Z', what: 'Replaced by B.' },
    { at: '2028-02-01T00:00:00.000Z', what: 'Suspension ended.', reason: 'Done' },
    { at: '2028-01-01T00:00:00.000Z', what: 'Suspended.', reason: 'Why' },
    { at: '2027-03-01T00:00:00.000Z', what: 'Granted, in force from March 1, 2027 to February 28, 2030.' },
  ]);
  const lapsed = [state('a', 'lapsed', '2030-06-01T00:00:00.000Z')];
  expect(credentialLife(facts, lapsed, 'a')[0]).toEqual({ at: '2030-06-01T00:00:00.000Z', what: 'Lapsed.' });
});

test('the letter gives the number, the dates with their zone and the address to check it', () => {
  const letter = grantedLetter({
    name: 'Ana',
    title: 'Technician',
    abbreviation: 'T',
    number: 'T-1',
    validFrom: '2027-03-01T09:00:00.000Z',
    validUntil: '2030-02-28T23:59:59.999Z',
    renewed: true,
    organizationName: 'Association',
    publicUrl: 'https://x.example',
    candidacyId: 'c',
  });
  expect(letter.subject).toBe('T: Your new certificate T-1');
  expect(letter.body).toContain('in force from March 1, 2027 to February 28, 2030 (UTC)');
  expect(letter.body).toContain('\nhttps://x.example/c/T-1\n');
  expect(letter.body).toContain('It replaces your former certificate');
});
