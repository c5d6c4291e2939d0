import { describe, expect, test } from 'vitest';
import { createCommitter, Overloaded } from './committer.ts';

class OfOne extends Error {}
class Passing extends Error {}

const setUp = (
  write: (group: string, requests: readonly number[]) => Promise<readonly string[]>,
  { maxWaitingSize = 1000, writers = 1 } = {},
) => {
  const groups: (readonly number[])[] = [];
  const committer = createCommitter<number, string>({
    write: (group, requests) => {
      groups.push(requests);
      return write(group, requests);
    },
    sizeOf: () => 1,
    maxGroupSize: 4,
    writers,
    maxWaitingSize,
    isOfOneRequest: (error) => error instanceof OfOne,
    isPassing: (error) => error instanceof Passing,
  });
  return { committer, groups };
};
const echo = async (group: string, requests: readonly number[]) => requests.map((request) => `${group}${request}`);
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('group commit', () => {
  test('writes what arrives together in groups of limited size, and answers each with its own outcome', async () => {
    const { committer, groups } = setUp(echo);
    const outcomes = await Promise.all(numbers(10).map((number) => committer.commit('a', number)));
    expect(outcomes).toEqual(numbers(10).map((number) => `a${number}`));
    expect(groups.map(({ length }) => length)).toEqual([4, 4, 2]);
  });

  test.each([1, 2])(
    'has %i writers for each organization at most, and none in the group of another',
    async (writers) => {
      let writing = 0;
      let most = 0;
      const slowly = async (group: string, requests: readonly number[]) => {
        if (group === 'a') writing += 1;
        most = Math.max(most, writing);
        await new Promise((resolve) => setTimeout(resolve, 2));
        if (group === 'a') writing -= 1;
        return echo(group, requests);
      };
      const { committer, groups } = setUp(slowly, { writers });
      await Promise.all(numbers(24).map((number) => committer.commit(number % 2 === 0 ? 'a' : 'b', number)));
      expect(most).toBe(writers);
      for (const group of groups) expect(new Set(group.map((number) => number % 2)).size).toBe(1);
    },
  );

  test('acknowledges nothing before the group is committed', async () => {
    let release = () => {};
    const committed = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { committer } = setUp(async (group, requests) => {
      await committed;
      return echo(group, requests);
    });
    let acknowledged = false;
    const saving = committer.commit('a', 1).then(() => {
      acknowledged = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(acknowledged).toBe(false);
    release();
    await saving;
    expect(acknowledged).toBe(true);
  });

  test('lets one request that cannot be written spoil no other', async () => {
    const { committer } = setUp(async (group, requests) => {
      if (requests.includes(2)) throw new OfOne();
      return echo(group, requests);
    });
    const settled = await Promise.allSettled(numbers(4).map((number) => committer.commit('a', number)));
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });

  test('tries a group again that lost a race in the database', async () => {
    let tries = 0;
    const { committer } = setUp(async (group, requests) => {
      tries += 1;
      if (tries < 3) throw new Passing();
      return echo(group, requests);
    });
    expect(await committer.commit('a', 1)).toBe('a1');
    expect(tries).toBe(3);
  });

  test('refuses all of a group that failed otherwise, and goes on with the next', async () => {
    let broken = true;
    const { committer } = setUp(async (group, requests) => {
      if (broken) throw new Error('The connection was lost.');
      return echo(group, requests);
    });
    const settled = await Promise.allSettled([1, 2].map((number) => committer.commit('a', number)));
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await committer.commit('a', 3)).toBe('a3');
  });

  test('refuses at once what it could not write soon, and takes more when there is room again', async () => {
    const slowly = async (group: string, requests: readonly number[]) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return echo(group, requests);
    };
    const { committer } = setUp(slowly, { maxWaitingSize: 3 });
    const settled = await Promise.allSettled(numbers(5).map((number) => committer.commit('a', number)));
    const reasons = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(reasons).toHaveLength(2);
    expect(reasons.every((reason) => reason instanceof Overloaded)).toBe(true);
    expect(await committer.commit('a', 9)).toBe('a9');
  });
});
