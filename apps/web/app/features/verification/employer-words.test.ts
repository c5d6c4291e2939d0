import { describe, expect, it } from 'vitest';
import { bandLineOf, meaningOf } from './employer-words.ts';

const states = [
  'active',
  'renewal-due',
  'in-grace',
  'suspended',
  'lapsed',
  'expired',
  'revoked',
  'surrendered',
  'replaced',
] as const;

describe('what a status means to an employer', () => {
  it('is said of each in words of its own', () => {
    expect(
      new Set(
        states.map((state) => meaningOf(state, state === 'active' || state === 'renewal-due' || state === 'in-grace')),
      ).size,
    ).toBe(states.length);
  });

  it('is never that it holds, where a check did not pass', () => {
    for (const state of states) {
      expect(bandLineOf(state, false)).not.toBe('inForce');
      expect(['meansActive', 'meansRenewalDue', 'meansInGrace']).not.toContain(meaningOf(state, false));
    }
  });
});
