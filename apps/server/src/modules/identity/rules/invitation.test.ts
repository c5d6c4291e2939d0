import { describe, expect, test } from 'vitest';
import { dayMs, newId } from '../../../kernel/index.ts';
import {
  invitationExpiry,
  invitationTokenHash,
  isFor,
  isOpen,
  newInvitationToken,
  organizationOfToken,
} from './invitation.ts';

const now = new Date('2030-01-01T00:00:00Z');
const open = { email: 'ada@example.org', expires_at: invitationExpiry(now), accepted_at: null, withdrawn_at: null };

describe('an invitation token', () => {
  test('names its organization and is never the same twice', () => {
    const organizationId = newId();
    const token = newInvitationToken(organizationId);
    expect(organizationOfToken(token)).toBe(organizationId);
    expect(newInvitationToken(organizationId)).not.toBe(token);
    expect(token.length).toBeLessThanOrEqual(100);
    expect(invitationTokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    '',
    'x'.repeat(66),
    '.',
    'a.b',
    `${'a'.repeat(22)}.${'b'.repeat(42)}`,
    `${'a'.repeat(22)}.${'b'.repeat(43)} `,
  ])('is not %j', (token) => expect(organizationOfToken(token)).toBeUndefined());
});

describe('an invitation', () => {
  test('is open for fourteen days', () => {
    expect(isOpen(open, now)).toBe(true);
    expect(isOpen(open, new Date(now.getTime() + 14 * dayMs - 1))).toBe(true);
    expect(isOpen(open, new Date(now.getTime() + 14 * dayMs))).toBe(false);
  });

  test('that was accepted or withdrawn is not open', () => {
    expect(isOpen({ ...open, accepted_at: now }, now)).toBe(false);
    expect(isOpen({ ...open, withdrawn_at: now }, now)).toBe(false);
  });

  test('is for the person with the confirmed address alone', () => {
    expect(isFor(open, { email: 'Ada@Example.org', emailVerified: true })).toBe(true);
    expect(isFor(open, { email: 'ada@example.org', emailVerified: false })).toBe(false);
    expect(isFor(open, { email: 'bob@example.org', emailVerified: true })).toBe(false);
  });
});
