import { describe, expect, test } from 'vitest';
import { acceptedUntil, grantedMs, isOffline, isOver, lastAccepted, networkGraceMs } from './clock.ts';

const at = (seconds: number) => new Date(Date.UTC(2027, 2, 1, 12, 0, seconds));

test('time and a half is time and a half', () => {
  expect(grantedMs(120, 1.5)).toBe(180 * 60_000);
  expect(grantedMs(50, 1.25)).toBe(62.5 * 60_000);
});

test('what arrives within the grace counts, and nothing after it', () => {
  const endsAt = at(0);
  expect(isOver(endsAt, at(0))).toBe(false);
  expect(isOver(endsAt, acceptedUntil(endsAt))).toBe(false);
  expect(isOver(endsAt, new Date(acceptedUntil(endsAt).getTime() + 1))).toBe(true);
  // The database asks the same the other way round.
  expect(lastAccepted(at(5)).getTime()).toBe(at(5).getTime() - networkGraceMs);
});

describe('a candidate is offline', () => {
  const signs = { begunAt: at(0), lastSavedAt: undefined, lastSeenAt: undefined };
  test('who was not heard of for more than half a minute', () => {
    expect(isOffline({ ...signs, now: at(30) })).toBe(false);
    expect(isOffline({ ...signs, now: at(31) })).toBe(true);
  });
  test('unless an answer came, or a look at the clock', () => {
    expect(isOffline({ ...signs, now: at(50), lastSavedAt: at(25) })).toBe(false);
    expect(isOffline({ ...signs, now: at(50), lastSeenAt: at(25) })).toBe(false);
  });
});
