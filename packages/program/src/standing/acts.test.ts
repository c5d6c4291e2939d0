import { describe, expect, it } from 'vitest';
import { calt } from '../testing/calt.ts';
import { lifeUntil, noon } from '../testing/facts.ts';
import { authorizationTerms, invoiceTerms } from './acts.ts';
import { standing } from './standing.ts';

describe('terms of an act', () => {
  it('of an invoice follow from the standing and the fee', () => {
    const found = standing(calt, lifeUntil('2027-01-09'), noon('2027-01-10'));
    const { lines, ...terms } = invoiceTerms(calt, found, 'exam-fee');
    expect(lines.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([['fee', 17_500]]);
    expect(terms).toEqual({
      fee: 'exam-fee',
      amountMinor: 17_500,
      currency: 'USD',
      dueAt: '2027-02-09T23:59:59.999Z',
      assessment: 'exam',
      attempt: 1,
    });
  });

  it('are not given when the standing does not ask for them', () => {
    const found = standing(calt, lifeUntil('2027-01-10'), noon('2027-01-10'));
    expect(() => invoiceTerms(calt, found, 'exam-fee')).toThrow(/does not ask for "issue-invoice" of "exam-fee"/);
    expect(() => authorizationTerms(calt, found, 'exam')).toThrow(/does not ask for "authorize-test" of "exam"/);
  });
});
