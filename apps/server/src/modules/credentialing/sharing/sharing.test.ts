import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Certified, certify } from '../testing/life.ts';
import { createWorld, publicUrl, refusal, type World } from '../testing/world.ts';

let world: World;
let decider: Awaited<ReturnType<World['person']>>;
let ana: Certified;

beforeAll(async () => {
  world = await createWorld();
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  ana = await certify(world, decider, { name: 'Ana Rivera' });
});
afterAll(() => world.close());

type LinkWish = { readonly days?: 7 | 30 | 90; readonly showsNumber?: boolean; readonly showsHistory?: boolean };

const linkTo = async ({ holder, credentialId }: Certified, wish: LinkWish = {}) => {
  const { linkId, url } = await holder.api.credentialing.createShareLink({
    credentialId,
    label: 'Riverside College',
    ...wish,
  });
  return { linkId, url, token: url.slice(`${publicUrl}/s/`.length) };
};

const read = (token: string) => world.anyone.registry.readShareLink({ token });
const linkOf = async ({ holder, credentialId }: Certified, linkId: string) =>
  (await holder.api.credentialing.listShareLinks({ credentialId })).links.find(({ id }) => id === linkId);

test('a link shows name, title and how it stands to anybody, and neither number nor history unless its holder says so', async () => {
  const { token } = await linkTo(ana);
  const shown = await read(token);
  expect(shown).toMatchObject({
    holderName: 'Ana Rivera',
    title: 'Certified Academic Library Technician',
    state: 'active',
    inForce: true,
  });
  expect(shown.checks.filter(({ id }) => id !== 'holder').map(({ result }) => result)).toEqual(
    Array.from({ length: 5 }, () => 'passed'),
  );
  expect(JSON.stringify(shown)).not.toContain(ana.number);
  expect(JSON.stringify(shown)).not.toContain(ana.credentialId);
  expect(shown).not.toHaveProperty('history');

  const whole = await read((await linkTo(ana, { showsNumber: true, showsHistory: true })).token);
  expect(whole.number).toBe(ana.number);
  expect(whole.history).toHaveLength(1);
});

test('the address of a link is kept nowhere, only its hash', async () => {
  const { token } = await linkTo(ana);
  const rows = await world.within(({ trx }) => trx.selectFrom('share_link').select('token_hash').execute());
  const located = await world.within(({ trx }) => trx.selectFrom('locator').selectAll().execute());
  expect(JSON.stringify([rows, located])).not.toContain(token);
});

test('it is counted how often a link was opened, and nothing of by whom', async () => {
  const { linkId, token } = await linkTo(ana);
  await read(token);
  await read(token);
  expect(await linkOf(ana, linkId)).toMatchObject({ opened: 2, state: 'open', label: 'Riverside College' });
});

test('an ended link, one that ran out and one that never was get the same answer', async () => {
  const ended = await linkTo(ana);
  const brief = await linkTo(ana, { days: 7 });
  const lasting = await linkTo(ana);
  await ana.holder.api.credentialing.endShareLink({ credentialId: ana.credentialId, linkId: ended.linkId });
  const answers = [await refusal(read(ended.token)), await refusal(read('never was'))];
  expect(await read(brief.token)).toMatchObject({ inForce: true });
  world.passMs(7 * 86_400_000);
  answers.push(await refusal(read(brief.token)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.code).toBe('credentialing.link-ended');
  expect(await read(lasting.token)).toMatchObject({ holderName: 'Ana Rivera' });
  expect(await linkOf(ana, ended.linkId)).toMatchObject({ state: 'ended', opened: 0 });
  expect(await linkOf(ana, brief.linkId)).toMatchObject({ state: 'expired', opened: 1 });
});

test('ending a link twice keeps the time of the first end', async () => {
  const { linkId } = await linkTo(ana);
  const end = () => ana.holder.api.credentialing.endShareLink({ credentialId: ana.credentialId, linkId });
  await end();
  const first = await linkOf(ana, linkId);
  world.passMs(60_000);
  await end();
  expect(await linkOf(ana, linkId)).toEqual(first);
});

test('who opens a link while it is being ended sees all of it or nothing, and is counted only for all of it', async () => {
  const { linkId, token } = await linkTo(ana);
  const end = ana.holder.api.credentialing.endShareLink({ credentialId: ana.credentialId, linkId });
  const tries = await Promise.allSettled([read(token), end, read(token), read(token), read(token)]);
  const seen = tries.filter((one) => one.status === 'fulfilled' && one.value !== undefined && 'title' in one.value);
  expect(await linkOf(ana, linkId)).toMatchObject({ opened: seen.length, state: 'ended' });
  expect((await refusal(read(token))).code).toBe('credentialing.link-ended');
});

test('a link says that a credential was suspended, and never that it is active', async () => {
  const ben = await certify(world, decider, { name: 'Ben Cole' });
  const { token } = await linkTo(ben);
  await decider.api.credentialing.suspendCredential({ credentialId: ben.credentialId, reason: 'Under investigation.' });
  const shown = await read(token);
  expect(shown).toMatchObject({ state: 'suspended', inForce: false });
  expect(JSON.stringify(shown)).not.toContain('investigation');
});

test('nobody but the holder makes, lists or ends links, and an id of another credential ends nothing', async () => {
  const eve = await certify(world, decider, { name: 'Eve Stone' });
  const { linkId, token } = await linkTo(ana);
  const { credentialId } = ana;
  for (const api of [eve.holder.api, decider.api]) {
    expect((await refusal(api.credentialing.listShareLinks({ credentialId }))).code).toMatch(/^platform\./);
    expect((await refusal(api.credentialing.createShareLink({ credentialId, label: 'Me' }))).code).toMatch(
      /^platform\./,
    );
    expect((await refusal(api.credentialing.endShareLink({ credentialId, linkId }))).code).toMatch(/^platform\./);
  }
  const own = eve.holder.api.credentialing.endShareLink({ credentialId: eve.credentialId, linkId });
  expect((await refusal(own)).code).toBe('credentialing.no-such-link');
  expect(await read(token)).toMatchObject({ inForce: true });
});

test('what a link shows cannot be changed in the database by the server, nor an end be taken away', async () => {
  const { linkId } = await linkTo(ana);
  const change = world.within(({ trx }) =>
    trx.updateTable('share_link').set({ shows_number: true }).where('id', '=', linkId).execute(),
  );
  await expect(change).rejects.toThrow(/permission denied/);
});
