import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { decodeStatusList, getStatus } from '@testamur/credentials';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../../kernel/index.ts';
import { issuerDid, issuerUrl } from '../../issuers/index.ts';
import { type Certified, certify } from '../testing/life.ts';
import { type Caller, createWorld, type World } from '../testing/world.ts';
import { allocateEntries, allocateEntry, moveEntries } from './entries.ts';
import { closeFullList, countEntries, ensureOpenList } from './lists.ts';
import { readStatusList, readStatusListAt } from './read.ts';

let world: World;
let decider: Caller;
let certified: Certified;

beforeAll(async () => {
  world = await createWorld();
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  certified = await certify(world, decider);
});
afterAll(() => world.close());

const suspend = (reason = 'A complaint is being looked into.') =>
  decider.api.credentialing.suspendCredential({ credentialId: certified.credentialId, reason });

const entry = () =>
  world.within(({ trx }) =>
    trx
      .selectFrom('status_entry')
      .select(['list_id', 'index'])
      .where('credential_id', '=', certified.credentialId)
      .executeTakeFirstOrThrow(),
  );

const bitIn = (list: object, index: number): boolean => {
  const { encodedList } = (list as { credentialSubject: { encodedList: string } }).credentialSubject;
  const decoded = decodeStatusList('revocation', encodedList);
  if (!decoded) throw new Error('The list cannot be read.');
  return getStatus(decoded, index);
};

describe('a signed list', () => {
  test('is served as it was signed last, for half a minute after a change; a reader signs where no job did', async () => {
    const { list_id: listId, index } = await entry();
    const read = () => world.within((scope) => readStatusList(scope, world.config, listId));
    expect(bitIn(await read(), index)).toBe(false);
    world.passMs(1000);
    await suspend();
    expect(bitIn(await read(), index)).toBe(false);
    world.passMs(31_000);
    expect(bitIn(await read(), index)).toBe(true);
  });

  test('is signed for a former address of the installation, and for none that anybody else wrote', async () => {
    const { list_id: listId } = await entry();
    const [here, once] = [world.config.PUBLIC_URL, 'https://once.example'];
    const signedAt = (publicUrl: string, url: string) => {
      const did = issuerDid(publicUrl, 'association');
      return world.within((scope) => readStatusListAt(scope, world.config, { did, url: `${url}/status/${listId}` }));
    };
    expect(await signedAt(here, issuerUrl(here, 'association'))).toBeDefined();
    expect(await signedAt(once, issuerUrl(once, 'association'))).toMatchObject({
      id: `${issuerUrl(once, 'association')}/status/${listId}`,
    });
    for (const url of [
      `${once}/x`,
      `${issuerUrl(once, 'association')}/x`,
      `${here}/x/api/issuers/association`,
      'https://',
    ]) {
      expect(await signedAt(here, url), url).toBeUndefined();
      expect(await signedAt(once, url), url).toBeUndefined();
    }
  });

  test('is served on while the key cannot be used, as long as it is valid', async () => {
    const { list_id: listId, index } = await entry();
    const broken = { ...world.config, SECRET: 'another secret that is long enough too' };
    const read = () => world.within((scope) => readStatusList(scope, broken, listId));
    world.passMs(4 * 3_600_000);
    expect(bitIn(await read(), index)).toBe(true);
    world.passMs(3 * 3_600_000);
    await expect(read()).rejects.toThrow(/SECRET/);
    await world.runSchedule('credentialing.refresh-lists');
  });

  test('and the DID document lie as files at the paths of their addresses, whole, with what is served', async () => {
    const { list_id: listId } = await entry();
    const folder = path.join(world.config.DATA_DIR, 'published/api/issuers/association');
    const written = JSON.parse(await readFile(path.join(folder, 'status', listId), 'utf8'));
    expect(written).toEqual(await world.anyone.credentialing.getStatusList({ organization: 'association', listId }));
    const document = JSON.parse(await readFile(path.join(folder, 'did.json'), 'utf8'));
    expect(document).toEqual(await world.anyone.issuers.getIssuerDocument({ organization: 'association' }));
    expect((await readdir(path.join(folder, 'status'))).filter((name) => name.endsWith('.half'))).toEqual([]);
  });
});

describe('entries', () => {
  const many = (count: number) => Array.from({ length: count }, () => ({ credentialId: newId(), raised: false }));

  test('of many credentials at once are as many, each its own, and none that was given before', async () => {
    const wanted = many(3000);
    const given = await world.within((scope) => allocateEntries(scope, wanted));
    expect(given.size).toBe(3000);
    expect(new Set([...given.values()].map(({ listId, index }) => `${listId}#${index}`)).size).toBe(3000);
    const { list_id: listId, index } = await entry();
    expect([...given.values()]).not.toContainEqual({ listId, index });
  });

  test('are given of another list when one is three quarters full; the full one goes on being served', async () => {
    const first = await world.within(ensureOpenList);
    await world.within(({ trx, organization }) =>
      sql`insert into status_entry (organization_id, list_id, index, credential_id)
        select ${organization.id}, ${first}, index, gen_random_uuid() from generate_series(0, 96000) index
        on conflict do nothing`.execute(trx),
    );
    const given = await world.within((scope) => allocateEntries(scope, many(3000)));
    const lists = new Set([...given.values()].map(({ listId }) => listId));
    expect(lists.size).toBe(2);
    expect(await world.within((scope) => countEntries(scope, first))).toBe(98_304);
    await world.within(closeFullList);
    const next = await world.within((scope) => allocateEntry(scope, newId()));
    expect(next.listId).not.toBe(first);
    await world.within((scope) => moveEntries(scope, [certified.credentialId], false));
    await world.runJobs();
    const { index } = await entry();
    const list = await world.anyone.credentialing.getStatusList({ organization: 'association', listId: first });
    expect(bitIn(list, index)).toBe(false);
  });
});
