import { describe, expect, it } from 'vitest';
import { nextPlace } from './next-place.ts';

const reader = (...roles: string[]) => ({ base: '/staff/demo', roles, candidacyId: 'c1' });
const owed = {
  fee: 'exam-fee',
  title: { code: '', values: {} },
  reason: { code: '', values: {} },
  amountMinor: 1,
  currency: 'USD',
};
const standing = { owed: [{ ...owed, invoiceId: 'i1' }] };

describe('where a reader does what waits', () => {
  it('is the requirement, told apart from continuing education of the same name', () => {
    const review = nextPlace({ kind: 'review-requirement', subject: 'education' }, standing, reader('reviewer'));
    const hours = nextPlace({ kind: 'review-education' }, standing, reader('reviewer'));
    expect(review?.to).toBe('/staff/demo/candidacies/c1#requirement-education');
    expect(hours?.to).toBe('/staff/demo/candidacies/c1#continuing-education');
  });
  it('is the invoice of the fee, once there is one', () => {
    const pay = { kind: 'pay-fee', subject: 'exam-fee' } as const;
    expect(nextPlace(pay, standing, reader('finance'))?.to).toBe('/staff/demo/billing/i1');
    expect(nextPlace(pay, { owed: [owed] }, reader('finance'))).toBeUndefined();
  });
  it('is nowhere for who may not do it', () => {
    expect(nextPlace({ kind: 'record-decision' }, standing, reader('reviewer', 'auditor'))).toBeUndefined();
    expect(nextPlace({ kind: 'take-exam', subject: 'exam' }, standing, reader('program-manager'))).toBeUndefined();
  });
});
