import type { Fact, FactData, FactKind } from '@testamur/program';
import { describe, expect, test } from 'vitest';
import { readProgram } from '../../billing/testing/program-with.ts';
import { coveredBy, invoicesOfTarget, isServed, referenceOf } from './invoiced.ts';

const program = readProgram();
const fact = <K extends FactKind>(kind: K, data: FactData[K]) =>
  ({ id: 'f', kind, at: '2027-03-01T09:00:00.000Z', by: { kind: 'system' }, edition: '1', data }) as unknown as Fact;
const usd = { currency: 'USD', dueAt: '2027-03-31T23:59:59.999Z', amountMinor: 100 };
const invoiced = (more: Partial<FactData['fee-invoiced']>) =>
  fact('fee-invoiced', { fee: 'exam-fee', invoiceId: 'i1', ...usd, ...more });

describe('invoices of one fee', () => {
  test('are told apart by what they pay for', () => {
    const facts = [invoiced({ attempt: 1 }), invoiced({ attempt: 2, assessment: 'exam' }), invoiced({ year: 1 })];
    expect(invoicesOfTarget(facts, 'exam-fee', { attempt: 1 })).toHaveLength(1);
    expect(invoicesOfTarget(facts, 'exam-fee', { attempt: 2 })).toHaveLength(0);
    expect(invoicesOfTarget(facts, 'exam-fee', {})).toHaveLength(0);
    const references = [
      referenceOf('c', 'exam-fee', { attempt: 1 }, 1),
      referenceOf('c', 'exam-fee', { attempt: 2, assessment: 'exam' }, 1),
      referenceOf('c', 'exam-fee', { cycle: 2 }, 1),
      referenceOf('c', 'exam-fee', { year: 2 }, 1),
      referenceOf('c', 'exam-fee', {}, 1),
      referenceOf('c', 'exam-fee', {}, 2),
    ];
    expect(new Set(references).size).toBe(references.length);
    expect(references[1]).toBe('candidacy/c/exam-fee/assessment-exam/attempt-2/1');
  });

  test('are covered by money and vouchers, less what was given back of either', () => {
    const movement = { fee: 'exam-fee', invoiceId: 'i1', currency: 'USD' };
    const facts = [
      fact('fee-settled', { ...movement, amountMinor: 60, voucherId: 'v' }),
      fact('fee-settled', { ...movement, amountMinor: 40 }),
      fact('fee-refunded', { ...movement, amountMinor: 15 }),
      fact('fee-settled', { ...movement, invoiceId: 'i2', amountMinor: 9 }),
    ];
    expect(coveredBy(facts, 'i1')).toEqual({ moneyMinor: 25, voucherMinor: 60 });
  });
});

describe('what an invoice pays for is given', () => {
  const [first] = invoicesOfTarget([invoiced({ attempt: 1 })], 'exam-fee', { attempt: 1 });
  if (!first) throw new Error('There is no invoice.');
  const begun = (assessment: string, attempt: number) => fact('attempt-begun', { assessment, attempt, attemptId: 'a' });

  test('once its own attempt was begun, and not by being authorized or by another attempt', () => {
    const window = { from: usd.dueAt, until: usd.dueAt };
    const authorized = fact('test-authorized', { assessment: 'exam', attempt: 1, ...window });
    expect(isServed(program, [authorized, begun('portfolio', 1), begun('exam', 2)], first)).toBe(false);
    expect(isServed(program, [begun('exam', 1)], first)).toBe(true);
  });

  test('as soon as it is paid, where it is no assessment', () => {
    const [renewal] = invoicesOfTarget([invoiced({ fee: 'renewal-fee', cycle: 2 })], 'renewal-fee', { cycle: 2 });
    expect(renewal && isServed(program, [], renewal)).toBe(true);
  });
});
