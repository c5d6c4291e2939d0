import { describe, expect, it } from 'vitest';
import type { Fact } from '../facts.ts';
import { calt } from '../testing/calt.ts';
import { lifeUntil, makeFact, noon } from '../testing/facts.ts';
import { standing } from './standing.ts';

const accepted = lifeUntil('2027-01-09');
const invoiced = lifeUntil('2027-01-10');
const usd = { fee: 'exam-fee', invoiceId: 'inv-1', currency: 'USD' };

function paid(date: string, amountMinor: number, more: Partial<typeof usd> = {}): Fact {
  return makeFact('fee-settled', noon(date), { ...usd, ...more, amountMinor });
}

function refunded(date: string, amountMinor: number): Fact {
  return makeFact('fee-refunded', noon(date), { ...usd, amountMinor });
}

describe('the exam fee', () => {
  it('is owed once all requirements are met, at the price of the verified class, and invoiced by the system', () => {
    const found = standing(calt, accepted, noon('2027-01-09'));
    expect(found).toMatchObject({ status: 'payment-due', payerClass: 'member' });
    expect(found.owed).toMatchObject([{ fee: 'exam-fee', amountMinor: 17_500, currency: 'USD' }]);
    expect(found.next[0]).toMatchObject({ kind: 'issue-invoice', actor: 'system', amount: { amountMinor: 17_500 } });
  });

  it('costs the other price when the membership is not verified', () => {
    const judged = makeFact('membership-judged', noon('2027-01-07'), {
      payerClass: 'member',
      verified: false,
      reason: 'Ended.',
    });
    const facts = [...accepted.filter(({ kind }) => kind !== 'membership-judged'), judged];
    expect(standing(calt, facts, noon('2027-01-09')).owed[0]?.amountMinor).toBe(22_500);
  });

  it('is not invoiced before a claimed membership is judged', () => {
    const facts = accepted.filter(({ kind }) => kind !== 'membership-judged');
    const found = standing(calt, facts, noon('2027-01-09'));
    expect(found.status).toBe('under-review');
    expect(found.owed).toEqual([]);
    expect(found.next.map(({ kind }) => kind)).toEqual(['review-membership', 'submit-portfolio']);
  });

  it('is paid by the candidate until its day ends', () => {
    const at = '2027-02-09T23:59:59.999Z';
    const found = standing(calt, invoiced, at);
    expect(found.next[0]).toMatchObject({ kind: 'pay-fee', actor: 'candidate', subject: 'exam-fee', by: at });
    expect(found.status).toBe('payment-due');
    const late = standing(calt, invoiced, '2027-02-10T00:00:00.000Z');
    expect(late).toMatchObject({ status: 'closed', since: at, final: true, owed: [], next: [] });
  });

  it('revives the candidacy when the money arrives late', () => {
    expect(standing(calt, [...invoiced, paid('2027-02-12', 17_500)], noon('2027-02-12')).status).toBe('authorized');
  });

  it('stays owed by what is missing', () => {
    const found = standing(calt, [...invoiced, paid('2027-01-12', 10_000)], noon('2027-01-12'));
    expect(found.owed).toMatchObject([{ amountMinor: 7500, invoiceId: 'inv-1' }]);
    expect(found.paid).toEqual([{ currency: 'USD', amountMinor: 10_000 }]);
  });

  it('stays settled when a part is given back, and is asked for anew when all of it is', () => {
    const settled = [...invoiced, paid('2027-01-12', 17_500)];
    const part = standing(calt, [...settled, refunded('2027-01-13', 2500)], noon('2027-01-13'));
    expect([part.owed, part.paid]).toEqual([[], [{ currency: 'USD', amountMinor: 15_000 }]]);
    const all = standing(calt, [...settled, refunded('2027-01-13', 17_500)], noon('2027-01-13'));
    expect(all.paid).toEqual([]);
    expect(all.next[0]).toMatchObject({ kind: 'issue-invoice' });
  });

  it.each([
    ['another currency', paid('2027-01-12', 17_500, { currency: 'EUR' }), 'flag.no-such-invoice'],
    ['an unknown invoice', paid('2027-01-12', 17_500, { invoiceId: 'inv-9' }), 'flag.no-such-invoice'],
    ['a broken amount', paid('2027-01-12', 0.5), 'flag.malformed'],
    ['a refund of what was not paid', refunded('2027-01-12', 1), 'flag.refund-exceeds'],
  ] as const)('is not settled by %s', (_, fact, code) => {
    const found = standing(calt, [...invoiced, fact], noon('2027-01-12'));
    expect(found.flags).toMatchObject([{ problem: { code } }]);
    expect([found.owed[0]?.amountMinor, found.paid]).toEqual([17_500, []]);
  });

  it('is not owed again when a second invoice is made out for what is paid', () => {
    const data = { ...usd, invoiceId: 'inv-2', amountMinor: 22_500, dueAt: '2027-03-01T23:59:59.999Z', attempt: 1 };
    const again = makeFact('fee-invoiced', noon('2027-01-14'), data);
    expect(standing(calt, [...invoiced, paid('2027-01-12', 17_500), again], noon('2027-01-15')).owed).toEqual([]);
  });

  it('is charged for every attempt', () => {
    const failed = [
      ...lifeUntil('2027-02-10'),
      makeFact('result-released', noon('2027-02-20'), {
        assessment: 'exam',
        attempt: 1,
        passed: false,
        score: 60,
        maxScore: 100,
        byTopic: [],
      }),
    ];
    const found = standing(calt, failed, noon('2027-02-20'));
    expect(found.status).toBe('payment-due');
    expect(found.next.find(({ kind }) => kind === 'issue-invoice')).toMatchObject({
      subject: 'exam-fee',
      amount: { amountMinor: 17_500 },
    });
  });
});
