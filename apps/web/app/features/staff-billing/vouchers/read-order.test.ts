import { describe, expect, it } from 'vitest';
import { readOrder } from './read-order.ts';

const sent = (changes: Readonly<Record<string, string>> = {}) => {
  const form = new FormData();
  const fields = {
    ...{ fee: 'demo/exam-fee', count: '20', kind: 'percent', value: '100', currency: 'USD', price: '0' },
    ...{ recipient: 'A school', 'expiresOn.year': '2028', 'expiresOn.month': '12', 'expiresOn.day': '31' },
    ...changes,
  };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return readOrder(form, 'en');
};
const wrongIn = (changes: Readonly<Record<string, string>>) => {
  const read = sent(changes);
  return 'errors' in read ? read.errors.map(({ name }) => name) : [];
};

describe('an order of vouchers', () => {
  it('names the fee of a program, how many, and what each is worth', () => {
    expect(sent()).toEqual({
      order: {
        ...{ programId: 'demo', fee: 'exam-fee', count: 20, percent: 100, currency: 'USD', priceMinor: 0 },
        ...{ recipient: 'A school', expiresOn: '2028-12-31' },
      },
    });
  });
  it('is worth an amount in the currency that is chosen', () => {
    const read = sent({ kind: 'amount', value: '50.00', price: '45' });
    expect('order' in read && read.order).toMatchObject({ amountMinor: 5000, priceMinor: 4500 });
    expect('order' in read && read.order).not.toHaveProperty('percent');
  });
  it('is refused at the field that is wrong', () => {
    expect(wrongIn({ count: '501' })).toEqual(['count']);
    expect(wrongIn({ value: '101' })).toEqual(['value']);
    expect(wrongIn({ kind: 'amount', value: 'much' })).toEqual(['value']);
    expect(wrongIn({ 'expiresOn.day': '32' })).toEqual(['expiresOn']);
    expect(wrongIn({ fee: '', recipient: ' ' })).toEqual(['fee', 'recipient']);
  });
});
