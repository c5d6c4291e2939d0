import { expect, test } from 'vitest';
import { lackingDurability } from './durability.ts';

const settings = (more: Record<string, string> = {}) =>
  new Map(Object.entries({ fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', ...more }));

test('a database that waits for its disk is durable', () => {
  expect(lackingDurability(settings())).toEqual([]);
  expect(lackingDurability(settings({ synchronous_commit: 'remote_apply' }))).toEqual([]);
  expect(lackingDurability(settings({ synchronous_commit: 'local' }))).toEqual([]);
});

test('one that does not is not, and one that does not say counts as such', () => {
  expect(lackingDurability(settings({ fsync: 'off' }))).toEqual(['fsync']);
  expect(lackingDurability(settings({ synchronous_commit: 'off' }))).toEqual(['synchronous_commit']);
  expect(lackingDurability(new Map())).toEqual(['fsync', 'full_page_writes', 'synchronous_commit']);
});
