import { expect, test } from 'vitest';
import { attemptStatuses, isSealed, transitions } from './status.ts';

test('an attempt that is over stays over', () => {
  for (const status of attemptStatuses) {
    expect(transitions[status].length, status).toBe(status === 'working' ? 3 : 0);
  }
  expect(attemptStatuses.filter(isSealed)).toEqual(['sealed', 'sealed-at-time']);
});
