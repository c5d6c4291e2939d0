import { describe, expect, it } from 'vitest';
import { troubleOf } from './trouble.ts';

const refusal = (status: number, code: string, fields: { path: string; message: string }[] = []) =>
  Object.assign(new Error('No.'), { status, code, data: { fields } });

describe('what an error of the server means for the exam', () => {
  it('network errors, 5xx, 408 and 429 alike: try again', () => {
    const errors = [
      new TypeError('Failed to fetch'),
      new DOMException('Timed out', 'TimeoutError'),
      refusal(500, 'platform.unexpected'),
      refusal(503, 'delivery.busy'),
      refusal(408, 'platform.slow'),
      refusal(429, 'platform.too-many-tries'),
    ];
    expect(errors.map((error) => troubleOf(error).kind)).toEqual(errors.map(() => 'unreachable'));
  });
  it('nobody or somebody else is signed in: 401, 403, 404', () => {
    const kinds = [401, 403, 404].map((status) => troubleOf(refusal(status, 'platform.x')).kind);
    expect(kinds).toEqual(['signed-out', 'signed-out', 'signed-out']);
  });
  it('the codes of delivery say the rest', () => {
    expect(troubleOf(refusal(409, 'delivery.other-device'))).toEqual({ kind: 'other-device' });
    expect(troubleOf(refusal(409, 'delivery.sequence-conflict'))).toEqual({ kind: 'conflict' });
    expect(troubleOf(refusal(409, 'delivery.attempt-over'))).toEqual({ kind: 'over' });
    expect(troubleOf(refusal(409, 'delivery.answers-missing'))).toEqual({ kind: 'refused', message: 'No.' });
  });
  it('an entry that can never be taken is named by its place', () => {
    const fields = [
      { path: 'entries.3.value', message: 'no such choice' },
      { path: 'entries.3.kind', message: 'no such kind' },
      { path: 'entries.0.value', message: 'no such choice' },
    ];
    expect(troubleOf(refusal(422, 'delivery.response-invalid', fields))).toEqual({ kind: 'invalid', at: [3, 0] });
  });
});
