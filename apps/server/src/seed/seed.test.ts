import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../modules/credentialing/testing/world.ts';
import { seedIfEmpty } from './index.ts';
import { readProgramFiles } from './program-files.ts';

let world: World;
let slug: string;

beforeAll(async () => {
  world = await createWorld({ startAt: new Date().toISOString(), demo: true });
  slug = [...(await readProgramFiles()).keys()][0] ?? '';
  // The world's own organization is in earnest, and then nothing is invented.
  expect(await seedIfEmpty(world.context)).toBeUndefined();
  await world.db.kysely
    .updateTable('organization')
    .set({ kind: 'demonstration' })
    .where('id', '=', world.organization.id)
    .execute();
}, 120_000);
afterAll(() => world.close());

const count = async () => {
  const tables = ['organization', 'person', 'session'] as const;
  return Promise.all(
    tables.map(async (table) => {
      const rows = await world.db.kysely.selectFrom(table).select('id').execute();
      return rows.length;
    }),
  );
};

test('an empty installation gets an organization with people in every role and candidates in every state', async () => {
  const signIns = await seedIfEmpty(world.context);
  expect(signIns?.password.length).toBeGreaterThanOrEqual(15);
  const signIn = async (mailbox: string) => {
    const email = signIns?.people.find((person) => person.email.startsWith(`${mailbox}@`))?.email ?? '';
    const { token } = await world.anyone.identity.signIn({ email, password: signIns?.password ?? '' });
    return world.clientFor(token);
  };
  const manager = await signIn('program-manager');
  const { candidacies } = await manager.candidacies.searchCandidacies({ organization: slug });
  const statuses = candidacies.map(({ standing }) => standing.credential?.status ?? standing.status);
  expect([...new Set(statuses)].sort()).toEqual([
    'active',
    'authorized',
    'draft',
    'payment-due',
    'revoked',
    'waiting-for-decision',
    'waiting-for-review',
  ]);
  const { programs } = await manager.programs.listPrograms({});
  const others = programs.filter(({ organization }) => organization !== world.organization.slug);
  expect(others.length).toBeGreaterThan(1);
  for (const { organization, id } of others) {
    const there = await manager.candidacies.searchCandidacies({ organization });
    expect(there.candidacies.some(({ programId }) => programId === id)).toBe(true);
  }
  const { queues } = await (await signIn('auditor')).candidacies.listQueues({ organization: slug });
  const waiting = queues.filter((queue) => queue.count > 0).map((queue) => queue.slug);
  expect(waiting).toEqual(expect.arrayContaining(['review', 'membership', 'accommodation', 'decision']));
  const { entries } = await world.anyone.registry.searchRegister({ query: '' });
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.every(({ demonstration }) => demonstration)).toBe(true);
  const inForce = entries.find(({ state }) => state === 'active');
  const verified = await world.anyone.registry.verifyByNumber({ number: inForce?.number ?? '' });
  expect(verified).toMatchObject({ inForce: true, credential: { demonstration: true } });
  const sessions = await (await signIn('reviewer')).identity.listSessions({});
  expect(sessions.sessions).toHaveLength(1);
}, 120_000);

test('a second start finds it done', async () => {
  const before = await count();
  const signIns = await seedIfEmpty(world.context);
  expect(signIns?.people.length).toBeGreaterThan(15);
  expect(await count()).toEqual(before);
});
