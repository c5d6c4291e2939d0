import { ORPCError } from '@orpc/client';
import { Problem } from '@testamur/server/kernel';
import { describe, expect, it } from 'vitest';
import { apiProblemOf } from './refusal.ts';

describe('a refusal of the API', () => {
  it('is known when it came as an error of a call', () => {
    const error = new ORPCError('billing.already-paid', {
      status: 409,
      message: 'This invoice is paid.',
      data: { fields: [{ path: 'invoiceId', message: 'Choose another.' }] },
    });
    expect(apiProblemOf(error)).toEqual({
      status: 409,
      code: 'billing.already-paid',
      message: 'This invoice is paid.',
      fields: [{ path: 'invoiceId', message: 'Choose another.' }],
    });
  });

  it('is known when the input did not fit the schema', () => {
    const error = new ORPCError('BAD_REQUEST', {
      data: { issues: [{ message: 'Add at least one job.', path: ['claim', { key: 'entries' }, 0] }] },
    });
    expect(apiProblemOf(error)).toMatchObject({
      status: 400,
      fields: [{ path: 'claim.entries.0', message: 'Add at least one job.' }],
    });
  });

  it('is known when it was thrown in this process', () => {
    expect(apiProblemOf(new Problem('not-found', 'programs.no-such-program', 'There is none.'))).toMatchObject({
      status: 404,
      code: 'programs.no-such-program',
    });
  });

  it('is not a bug, and a bug is not a refusal', () => {
    expect(apiProblemOf(new TypeError('x is not a function'))).toBeUndefined();
    expect(apiProblemOf(new ORPCError('INTERNAL_SERVER_ERROR'))).toBeUndefined();
    expect(apiProblemOf({ status: 404 })).toBeUndefined();
  });
});
