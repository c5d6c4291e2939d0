import { describe, expect, it } from 'vitest';
import { say } from '../messages/say.ts';
import type { Program } from '../schema/program.ts';
import { calt } from '../testing/calt.ts';
import { type PlanRequest, plan } from './plan.ts';

const request: PlanRequest = { payerClass: 'member', startOn: '2027-01-10', years: 10 };

/** The program with dues, tuition, a yearly fee and a renewal that costs something. */
const dear: Program = {
  ...calt,
  payerClasses: calt.payerClasses.map((payer) => (payer.id === 'member' ? { ...payer, duesPerYear: '60.00' } : payer)),
  preparation: { text: 'Courses.', tuition: { low: '1000', high: '3000', text: 'At a college.' } },
  fees: [
    ...calt.fees.map((fee) => (fee.kind === 'renewal' ? { ...fee, prices: [{ amount: '90.00' }] } : fee)),
    {
      kind: 'maintenance',
      id: 'annual',
      title: 'Annual fee',
      description: 'Each year.',
      prices: [{ amount: '20.00' }],
      dueWithin: 'P30D',
      every: 'P1Y',
      grace: 'P90D',
    },
  ],
};

const amounts = (events: ReturnType<typeof plan>['events'], kind: string): number[] =>
  events.filter((event) => event.kind === kind).map(({ amountMinor }) => amountMinor);

describe('a plan', () => {
  it('comes to the certification after the usual time, with the fees of the first attempt', () => {
    const found = plan(calt, request);
    expect(found.certifiedOn).toBe('2027-05-10');
    expect(found.endsOn).toBe('2037-05-10');
    expect(found.untilCertifiedMinor).toBe(17_500);
    expect(plan(calt, { ...request, payerClass: 'other' }).untilCertifiedMinor).toBe(22_500);
  });

  it('renews when the validity and each cycle end, and pays what that costs', () => {
    const { events } = plan(dear, request);
    expect(events.filter(({ kind }) => kind === 'renewal').map(({ on }) => on)).toEqual([
      '2030-05-10',
      '2033-05-10',
      '2036-05-10',
    ]);
    expect(amounts(events, 'renewal')).toEqual([9000, 9000, 9000]);
    const [first] = events.filter(({ kind }) => kind === 'renewal');
    expect(say(first?.reason ?? { code: '' })).toMatch(/^30 hours of continuing education/);
  });

  it('adds the yearly fees, and the dues of the class from the first day on', () => {
    const { events } = plan(dear, request);
    expect(amounts(events, 'maintenance')).toEqual(Array.from({ length: 10 }, () => 2000));
    expect(amounts(events, 'dues')).toHaveLength(11);
    expect(events.filter(({ isEstimate }) => isEstimate).every(({ kind }) => kind === 'dues')).toBe(true);
    expect(amounts(plan(dear, { ...request, payerClass: 'other' }).events, 'dues')).toEqual([]);
  });

  it('sums to its total, split at the certification', () => {
    const found = plan(dear, { ...request, tuition: 'high', retakes: 1 });
    const sum = found.events.reduce((total, { amountMinor }) => total + amountMinor, 0);
    expect(found.totalMinor).toBe(sum);
    expect(found.untilCertifiedMinor + found.keepingMinor).toBe(sum);
    expect(amounts(found.events, 'tuition')).toEqual([300_000]);
  });

  it('reckons with further attempts, and certifies later for them', () => {
    const found = plan(calt, { ...request, retakes: 2 });
    expect(amounts(found.events, 'retake')).toEqual([17_500, 17_500]);
    expect(found.certifiedOn > plan(calt, request).certifiedOn).toBe(true);
    // No more than the rule allows: three attempts in all.
    expect(amounts(plan(calt, { ...request, retakes: 9 }).events, 'retake')).toHaveLength(2);
  });

  it('is in the order of its dates', () => {
    const dates = plan(dear, { ...request, retakes: 1 }).events.map(({ on }) => on);
    expect(dates).toEqual([...dates].sort());
  });

  it('refuses years that no plan has', () => {
    expect(() => plan(calt, { ...request, years: -1 })).toThrow(RangeError);
    expect(() => plan(calt, { ...request, years: Number.NaN })).toThrow(RangeError);
  });
});
