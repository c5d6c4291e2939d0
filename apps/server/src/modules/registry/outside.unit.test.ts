import { expect, test } from 'vitest';
import type { GuardedFetch } from '../../platform/fetch/index.ts';
import { lookOutside } from './outside.ts';

test('what one request asks of others has an end, however many issuers and lists it names', async () => {
  const asked: string[] = [];
  const fetch: GuardedFetch = {
    read: async (address) => {
      asked.push(address);
      return { ok: true, text: '{}' };
    },
  };
  const { resolveKey, readLists, troubles } = lookOutside(fetch, 'https://here.example');
  await readLists(['https://one.example/list', 'https://two.example/list']);
  const results = [];
  for (let at = 0; at < 20; at += 1) {
    results.push(
      await Promise.resolve(resolveKey(`did:web:issuer${at}.example#key`)).then(
        () => 'asked',
        () => 'refused',
      ),
    );
  }
  expect(results).toEqual([...Array(6).fill('asked'), ...Array(14).fill('refused')]);
  expect(asked).toHaveLength(8);
  expect(troubles.key).toContain('We ask at most 8 addresses at once');
});
