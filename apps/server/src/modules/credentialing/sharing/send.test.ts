import { afterAll, beforeAll, expect, test } from 'vitest';
import { certify } from '../testing/life.ts';
import { createWorld, publicUrl, refusal, type World } from '../testing/world.ts';

let world: World;
let decider: Awaited<ReturnType<World['person']>>;

beforeAll(async () => {
  world = await createWorld();
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
});
afterAll(() => world.close());

const lettersTo = async (address: string) =>
  (await world.messagesTo(address)).filter(({ template }) => template.startsWith('credentialing.sent-'));

test('a letter to an employer has a link that works and can be ended, and not the number', async () => {
  const { holder, credentialId, number } = await certify(world, decider, { name: 'Ana Rivera' });
  const message = 'Dear all,\nhttps://elsewhere.example <b>look</b>';
  await holder.api.credentialing.sendCredential({ credentialId, to: 'HR@Riverside.example', message });
  const [letter, ...more] = await lettersTo('hr@riverside.example');
  expect(more).toEqual([]);
  expect(letter?.subject).toBe('Ana Rivera shows you a certification');
  expect(letter?.body).not.toContain(number);
  expect(letter?.body).toContain('> https://elsewhere.example <b>look</b>');
  const token = /\/s\/([\w-]+)/.exec(letter?.body ?? '')?.[1] ?? '';
  expect(await world.anyone.registry.readShareLink({ token })).toMatchObject({ holderName: 'Ana Rivera' });
  const { links } = await holder.api.credentialing.listShareLinks({ credentialId });
  expect(links).toMatchObject([{ label: 'hr@riverside.example', opened: 1, showsNumber: false }]);
  await holder.api.credentialing.endShareLink({ credentialId, linkId: links[0]?.id ?? '' });
  expect((await refusal(world.anyone.registry.readShareLink({ token }))).code).toBe('credentialing.link-ended');
});

test('a letter to oneself says where the certificate is, and makes no link', async () => {
  const { holder, credentialId, number } = await certify(world, decider, { name: 'Ben Cole' });
  await holder.api.credentialing.sendCredential({ credentialId });
  const [letter] = await lettersTo(holder.email);
  expect(letter?.body).toContain(`${publicUrl}/c/${number}`);
  expect((await holder.api.credentialing.listShareLinks({ credentialId })).links).toEqual([]);
});

test('of letters that are asked for at once no more than three a day are sent', async () => {
  const { holder, credentialId } = await certify(world, decider, { name: 'Cleo Park' });
  const send = (index: number) =>
    holder.api.credentialing.sendCredential({ credentialId, to: `hr${index}@riverside.example` });
  const tries = await Promise.allSettled([0, 1, 2, 3, 4].map(send));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  expect((await refusal(send(5))).code).toBe('credentialing.too-many-letters');
  world.passMs(86_400_001);
  await send(6);
});

test('of a credential that is not in force nothing is sent to others, and nobody but its holder sends', async () => {
  const { holder, credentialId } = await certify(world, decider, { name: 'Dan Ito' });
  const { code } = await refusal(decider.api.credentialing.sendCredential({ credentialId }));
  expect(code).toMatch(/^platform\./);
  await decider.api.credentialing.suspendCredential({ credentialId, reason: 'Under investigation.' });
  const other = holder.api.credentialing.sendCredential({ credentialId, to: 'hr@riverside.example' });
  expect((await refusal(other)).code).toBe('credentialing.not-in-force');
  await holder.api.credentialing.sendCredential({ credentialId });
});

test('in a demonstration, to which anyone can sign in, no letter reaches a stranger', async () => {
  const { holder, credentialId } = await certify(world, decider, { name: 'Eli Moss' });
  const setKind = (kind: string) =>
    world.within(({ trx, organization }) =>
      trx.updateTable('organization').set({ kind }).where('id', '=', organization.id).execute(),
    );
  await setKind('demonstration');
  const send = (to: string) => holder.api.credentialing.sendCredential({ credentialId, to, message: 'Pay here.' });
  expect((await refusal(send('victim@mail.test.io'))).code).toBe('credentialing.demonstration-letter');
  expect(await lettersTo('victim@mail.test.io')).toEqual([]);
  await send('hr@company.example');
  expect(await lettersTo('hr@company.example')).toHaveLength(1);
  await setKind('live');
});
