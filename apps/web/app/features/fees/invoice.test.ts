import type { Standing } from '@testamur/program';
import { expect, it } from 'vitest';
import type { Candidacy } from '../application/candidacy.ts';
import { invoiceIdsOf, openMinor } from './invoice.ts';

const text = { code: 'given', values: { words: 'x' } };
const owed = { fee: 'f', title: text, reason: text, amountMinor: 1, currency: 'USD' };
const entry = (kind: string, data: Record<string, unknown>): Candidacy['history'][number] => ({
  id: kind,
  at: '2027-01-01T00:00:00.000Z',
  kind,
  actor: 'Testamur',
  text: '',
  data,
});

it('every invoice is listed once, those to be paid first; one that is still made out has none', () => {
  const standing = { owed: [{ ...owed, invoiceId: 'b' }, owed] } as unknown as Standing;
  const history = [
    entry('fee-invoiced', { invoiceId: 'b' }),
    entry('fee-settled', { invoiceId: 'x' }),
    entry('fee-invoiced', { invoiceId: 'a' }),
    entry('fee-invoiced', {}),
  ];
  expect(invoiceIdsOf({ standing, history })).toEqual(['b', 'a']);
});

it('what is open is never less than nothing', () => {
  expect(openMinor({ totalMinor: 100, paidMinor: 40 })).toBe(60);
  expect(openMinor({ totalMinor: 100, paidMinor: 140 })).toBe(0);
});
