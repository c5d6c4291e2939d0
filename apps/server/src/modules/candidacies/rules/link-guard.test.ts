import { expect, test } from 'vitest';
import { createLinkGuard } from './link-guard.ts';

test('after so many wrong links from one address, none is looked at until the time is over; others are not held up', () => {
  let now = 0;
  const guard = createLinkGuard({ most: 3, withinMs: 1000, clock: () => now });
  const isRefused = (ip: string) => {
    try {
      guard.refuseTooMany(ip);
      return false;
    } catch (error) {
      expect(error).toMatchObject({ code: 'candidacies.too-many-tries' });
      return true;
    }
  };
  guard.countWrong('a');
  guard.countWrong('a');
  expect(isRefused('a')).toBe(false);
  guard.countWrong('a');
  expect(isRefused('a')).toBe(true);
  expect(isRefused('b')).toBe(false);
  now = 1000;
  expect(isRefused('a')).toBe(false);
});

test('it remembers the addresses of late, and not without end', () => {
  const guard = createLinkGuard({ most: 1, remembered: 2, clock: () => 0 });
  for (const ip of ['a', 'b', 'c']) guard.countWrong(ip);
  expect(() => guard.refuseTooMany('a')).not.toThrow();
  expect(() => guard.refuseTooMany('c')).toThrow(/fifteen minutes/);
});
