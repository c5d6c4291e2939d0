import type { Requirement } from '@testamur/program';
import { describe, expect, it } from 'vitest';
import { judgedAsOf, staleIn } from './stale.ts';

const submitted = (at: string) => ({ id: at, at, kind: 'application-submitted', actor: 'Ana', text: '', data: {} });
const entry = (id: string, issuedOn: string) => ({ id, title: id, issuedOn, fileIds: [] });
const common = { id: 'paper', title: 'A paper', description: 'A paper.', evidence: [] };
const document = (freshFor?: string): Requirement => ({
  ...common,
  kind: 'document',
  ...(freshFor === undefined ? {} : { freshFor }),
});

describe('the day by which papers are too old', () => {
  it('is that of the submission, however late it is looked at', () => {
    const history = [submitted('2027-03-01T09:00:00.000Z')];
    expect(judgedAsOf(history, '2027-02-01T09:00:00.000Z', '2029-01-01T00:00:00.000Z')).toBe('2027-03-01');
  });
  it('is that of a restatement after the submission', () => {
    const history = [submitted('2027-03-01T09:00:00.000Z')];
    expect(judgedAsOf(history, '2027-04-05T09:00:00.000Z', '2029-01-01T00:00:00.000Z')).toBe('2027-04-05');
  });
});

describe('what is too old', () => {
  const claim = { kind: 'document' as const, entries: [entry('old', '2026-02-28'), entry('new', '2026-03-01')] };
  it('is every entry from before the period, the first day of it included in what counts', () => {
    expect(staleIn(document('P1Y'), claim, '2027-03-01T09:00:00.000Z', '2027-03-01')).toEqual({
      since: '2026-03-01',
      entryIds: ['old'],
      isWhole: false,
    });
  });
  it('is nothing where age does not matter', () => {
    expect(staleIn(document(), claim, '2027-03-01T09:00:00.000Z', '2027-03-01')).toBeUndefined();
  });
  it('is a consent as a whole', () => {
    const check: Requirement = { ...common, kind: 'background-check', consent: 'Yes.', freshFor: 'P1M' };
    const consent = { kind: 'background-check' as const, signedName: 'Ana' };
    expect(staleIn(check, consent, '2027-01-01T09:00:00.000Z', '2027-03-01')?.isWhole).toBe(true);
  });
});
