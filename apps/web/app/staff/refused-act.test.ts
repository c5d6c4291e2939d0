import { describe, expect, it } from 'vitest';
import { refusedAct } from './refused-act.ts';

const refusal = (code: string, status: number) =>
  Object.assign(new Error('Ask a colleague.'), { code, status, data: { fields: [] } });

describe('a refused act of the staff', () => {
  it('says why this person may not do it', () => {
    const answer = refusedAct(new FormData(), refusal('billing.own-invoice', 403));
    expect(answer.data.errors).toEqual([{ name: '', message: 'Ask a colleague.' }]);
  });
  it('for want of a role is the page that says so', () => {
    const error = refusal('platform.forbidden', 403);
    expect(() => refusedAct(new FormData(), error)).toThrow(error);
  });
});
