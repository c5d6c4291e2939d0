import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson, newId } from '../../../kernel/index.ts';
import { entry, save, sitExam } from '../../scoring/testing/exam.ts';
import { stockBank } from '../../scoring/testing/life.ts';
import { createWorld, type World } from '../../scoring/testing/world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
  await stockBank(world, 1);
});
afterAll(() => world.close());

const log = (attemptId: string) =>
  world.within(({ trx }) =>
    trx.selectFrom('response').selectAll().where('attempt_id', '=', attemptId).orderBy('seq').execute(),
  );
/** Candidates with the exam open, named apart. */
const seat = (name: string, count: number) =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const one = await world.person(`${name} ${index}`);
      return { one, at: await sitExam(world, one) };
    }),
  );

describe('groups', () => {
  test('of many candidates are written together, each acknowledged for itself, with one audit entry for all', async () => {
    const crowd = await seat('Crowd', 6);
    const countAudits = () =>
      world.within(({ trx }) =>
        trx
          .selectFrom('audit_entry')
          .select(['seq', 'content'])
          .where('action', '=', 'delivery.saveResponses')
          .orderBy('seq')
          .execute(),
      );
    const before = (await countAudits()).length;
    const saved = await Promise.all(
      crowd.map(({ one, at }, index) =>
        // One of them sends from a device that may not.
        save(world, one, index === 3 ? { ...at, deviceId: newId() } : at, [entry(world, 1, at.items[0] ?? '', 'B')]),
      ),
    );
    expect(saved.map(({ status }) => status)).toEqual([200, 200, 200, 409, 200, 200]);
    const added = (await countAudits()).slice(before);
    expect(added.length).toBeLessThan(5);
    const written = added.flatMap(({ content }) => Object.keys(JSON.parse(content).detail.attempts));
    expect(written.sort()).toEqual(
      crowd
        .filter((_, index) => index !== 3)
        .map(({ at }) => at.attemptId)
        .sort(),
    );
  });

  test("of candidates who send much at once stand in nobody's way, and lose nothing", async () => {
    const crowd = await seat('Hasty', 4);
    const rounds = Array.from({ length: 12 }, (_, index) => index + 1);
    const sent = rounds.flatMap((number) =>
      crowd.map(({ one, at }) => save(world, one, at, [entry(world, number, at.items[number] ?? '', 'C')])),
    );
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    for (const { at } of crowd) expect((await log(at.attemptId)).map((row) => row.seq)).toEqual(rounds);
  });

  test('can be held against the log by the digest of their audit entry', async () => {
    const one = await world.person('Dora Digest');
    const at = await sitExam(world, one);
    const [a = '', b = ''] = at.items;
    await save(world, one, at, [entry(world, 1, a, 'A'), entry(world, 2, b, 'B')]);
    const { content } = await world.within(({ trx }) =>
      trx
        .selectFrom('audit_entry')
        .select('content')
        .where('action', '=', 'delivery.saveResponses')
        .orderBy('seq', 'desc')
        .executeTakeFirstOrThrow(),
    );
    const { attempts, digest } = JSON.parse(content).detail as { attempts: Record<string, number[]>; digest: string };
    const rows = await log(at.attemptId);
    const lines = rows
      .filter((row) => attempts[at.attemptId]?.includes(row.seq))
      .map((row) => canonicalJson([row.attempt_id, row.seq, row.item_id, row.kind, row.value]));
    expect(lines).toHaveLength(2);
    expect(createHash('sha256').update(lines.sort().join('\n')).digest('hex')).toBe(digest);
  });

  test('take nothing for an attempt that another server has sealed, whatever this one remembers', async () => {
    const other = await world.person('Sid Sealed');
    const at = await sitExam(world, other);
    expect((await save(world, other, at, [entry(world, 1, at.items[0] ?? '')])).status).toBe(200);
    await world.within(({ trx }) =>
      trx
        .updateTable('attempt')
        .set({ status: 'sealed', sealed_at: world.now() })
        .where('id', '=', at.attemptId)
        .execute(),
    );
    const refused = await save(world, other, at, [entry(world, 2, at.items[0] ?? '', 'B')]);
    expect(refused.body).toMatchObject({ code: 'delivery.attempt-over' });
    expect(await log(at.attemptId)).toHaveLength(1);
  });
});
