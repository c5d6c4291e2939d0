import { expect, it } from 'vitest';
import { outcomeWords } from './results.ts';

it('enough points and yet not passed is said as what it is', () => {
  expect(outcomeWords({ passed: true, score: 12, passMark: 10 })).toBe('passed');
  expect(outcomeWords({ passed: false, score: 9, passMark: 10 })).toBe('notPassed');
  expect(outcomeWords({ passed: false, score: 13, passMark: 10 })).toBe('notPassedPart');
});
