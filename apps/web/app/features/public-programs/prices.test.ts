import type { Fee, Program } from '@testamur/program';
import { describe, expect, it } from 'vitest';
import { firstCost, pricesOn } from './prices.ts';

const fee = {
  id: 'exam-fee',
  kind: 'assessment',
  prices: [
    { payerClass: 'member', amount: '175.00' },
    { payerClass: 'member', amount: '180.50', from: '2027-01-01' },
    { payerClass: 'other', amount: '225.00' },
  ],
} as unknown as Fee;
const program = {
  currency: 'USD',
  payerClasses: [
    { id: 'member', label: 'Member' },
    { id: 'other', label: 'Non-member' },
  ],
  fees: [fee, { id: 'renewal', kind: 'renewal', prices: [{ payerClass: 'other', amount: '999.00' }] }],
} as unknown as Program;

describe('prices', () => {
  it('change on the day that the program file names', () => {
    expect(pricesOn(program, fee, '2026-12-31').map((price) => price.amountMinor)).toEqual([17_500, 22_500]);
    expect(pricesOn(program, fee, '2027-01-01').map((price) => price.amountMinor)).toEqual([18_050, 22_500]);
  });
  it('leave renewals out of what it costs to be certified', () => {
    const cost = firstCost(program, '2026-12-31');
    expect([cost?.from.amountMinor, cost?.to.amountMinor]).toEqual([17_500, 22_500]);
  });
});
