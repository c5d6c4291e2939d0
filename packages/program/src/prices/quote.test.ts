import { describe, expect, it } from 'vitest';
import { say } from '../messages/say.ts';
import type { Program } from '../schema/program.ts';
import { calt } from '../testing/calt.ts';
import { noon } from '../testing/facts.ts';
import { formatMoney, minorDigits, toMinor } from './money.ts';
import { quote, quoteFee } from './quote.ts';

const at = noon('2027-01-10');

/** The program with other prices for the exam fee. */
function withPrices(change: {
  prices?: Program['fees'][number]['prices'];
  retake?: Program['fees'][number]['prices'];
}): Program {
  return { ...calt, fees: calt.fees.map((fee) => (fee.kind === 'assessment' ? { ...fee, ...change } : fee)) };
}

describe('a quote', () => {
  it('lists what the first certification costs, by payer class, with the reason', () => {
    const member = quote(calt, { payerClass: 'member', at });
    expect(member).toMatchObject({
      totalMinor: 17_500,
      currency: 'USD',
      lines: [{ fee: 'exam-fee', amountMinor: 17_500 }],
    });
    expect(member.lines.map(({ title, reason }) => [say(title), say(reason)])).toEqual([
      ['Exam fee', 'The price for: Member.'],
    ]);
    expect(quote(calt, { payerClass: 'other', at }).totalMinor).toBe(22_500);
  });

  it('lists what is asked for, a fee of nothing included', () => {
    const { lines, totalMinor } = quote(calt, {
      payerClass: 'other',
      at,
      fees: [{ fee: 'exam-fee', attempt: 2 }, { fee: 'renewal-fee' }],
    });
    expect(lines.map(({ amountMinor }) => amountMinor)).toEqual([22_500, 0]);
    expect(say(lines[0]?.reason ?? { code: '' })).toBe('The price of attempt 2 for: Non-member.');
    expect(totalMinor).toBe(22_500);
  });

  it('takes the retake prices for later attempts where there are any', () => {
    const program = withPrices({
      retake: [
        { payerClass: 'member', amount: '90.50' },
        { payerClass: 'other', amount: '120' },
      ],
    });
    expect(quoteFee(program, 'exam-fee', { payerClass: 'member', at }).amountMinor).toBe(17_500);
    expect(quoteFee(program, 'exam-fee', { payerClass: 'member', at, attempt: 2 }).amountMinor).toBe(9050);
    expect(quoteFee(program, 'exam-fee', { payerClass: 'other', at, attempt: 3 }).amountMinor).toBe(12_000);
  });

  it('takes the latest price that has begun by the day', () => {
    const program = withPrices({
      prices: [
        { payerClass: 'other', amount: '300.00', from: '2028-01-01' },
        { payerClass: 'other', amount: '225.00' },
        { payerClass: 'other', amount: '250.00', from: '2027-06-01' },
      ],
    });
    const on = (date: string): number =>
      quoteFee(program, 'exam-fee', { payerClass: 'other', at: noon(date) }).amountMinor;
    expect([on('2027-05-31'), on('2027-06-01'), on('2027-12-31'), on('2030-01-01')]).toEqual([
      22_500, 25_000, 25_000, 30_000,
    ]);
  });

  it('refuses fees and classes that the program does not have', () => {
    expect(() => quote(calt, { payerClass: 'friend', at })).toThrow(/no payer class "friend"/);
    expect(() => quote(calt, { payerClass: 'member', at, fees: [{ fee: 'x' }] })).toThrow(/no fee "x"/);
  });
});

describe('money', () => {
  it('is held in minor units of its currency', () => {
    expect([minorDigits('USD'), minorDigits('JPY'), minorDigits('KWD')]).toEqual([2, 0, 3]);
    expect([toMinor('175.00', 'USD'), toMinor('0.1', 'USD'), toMinor('175', 'JPY'), toMinor('1.5', 'KWD')]).toEqual([
      17_500, 10, 175, 1500,
    ]);
    expect(formatMoney(17_500, 'USD', 'en')).toBe('$175.00');
    expect(formatMoney(175, 'JPY', 'en')).toBe('¥175');
  });

  it.each([
    ['1.005', 'USD'],
    ['1.5', 'JPY'],
    ['-1', 'USD'],
    ['a', 'USD'],
    ['99999999999999999', 'USD'],
  ])('refuses %j in %s', (amount, currency) => expect(() => toMinor(amount, currency)).toThrow(RangeError));
});
