import { decodeStatusList, getStatus } from '@testamur/credentials';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Certified, certify, passEverything } from './testing/life.ts';
import { type Caller, createWorld, refusal, type World } from './testing/world.ts';

let world: World;
let decider: Caller;
let second: Caller;
let administrator: Caller;

beforeAll(async () => {
  world = await createWorld();
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  second = await world.person('Sam Second', { roles: ['program-manager'] });
  administrator = await world.person('Alex Admin', { roles: ['administrator'] });
});
afterAll(() => world.close());

const reason = 'A reason that says enough.';

/** The credential's bit in the list that the installation serves, once the jobs have signed it. */
const bitOf = async ({ holder, credentialId }: Certified): Promise<boolean> => {
  await world.runJobs();
  const file = await holder.api.credentialing.getCredentialDocument({ credentialId });
  const { credentialStatus: status } = JSON.parse(await file.text());
  const listId = String(status.statusListCredential).split('/').at(-1) ?? '';
  const list = await world.anyone.credentialing.getStatusList({ organization: 'association', listId });
  const { encodedList } = list.credentialSubject as { encodedList: string };
  const decoded = decodeStatusList('revocation', encodedList);
  if (!decoded) throw new Error('The list cannot be read.');
  return getStatus(decoded, Number(status.statusListIndex));
};

const stateOf = async ({ holder, credentialId }: Certified) =>
  (await holder.api.credentialing.getCredential({ credentialId })).state;

describe('a suspension', () => {
  test('raises the status bit while it lasts', async () => {
    const certified = await certify(world, decider);
    const { credentialId } = certified;
    expect(await bitOf(certified)).toBe(false);
    expect((await refusal(decider.api.credentialing.reinstateCredential({ credentialId, reason }))).code).toBe(
      'credentialing.not-suspended',
    );
    world.passMs(1000);
    await decider.api.credentialing.suspendCredential({ credentialId, reason });
    expect([await stateOf(certified), await bitOf(certified)]).toEqual(['suspended', true]);
    expect((await refusal(decider.api.credentialing.suspendCredential({ credentialId, reason }))).code).toBe(
      'credentialing.not-in-force',
    );
    world.passMs(1000);
    await decider.api.credentialing.reinstateCredential({ credentialId, reason });
    expect([await stateOf(certified), await bitOf(certified)]).toEqual(['active', false]);
    const { history } = await certified.holder.api.credentialing.getCredential({ credentialId });
    expect(history.map(({ what }) => what.split(/[.,]/)[0])).toEqual(['Suspension ended', 'Suspended', 'Granted']);
  });

  test('is no act of the holder, whatever role they have', async () => {
    const holder = await world.person('Hal Holder', { roles: ['program-manager'] });
    const candidacyId = await passEverything(world, holder);
    await decider.api.credentialing.recordDecision({ candidacyId, outcome: 'certify', reason });
    await world.runJobs();
    const [credential] = (await holder.api.credentialing.listMyCredentials({})).credentials;
    const credentialId = credential?.id ?? '';
    for (const act of [
      () => holder.api.credentialing.suspendCredential({ credentialId, reason }),
      () => holder.api.credentialing.reinstateCredential({ credentialId, reason }),
      () => holder.api.credentialing.requestRevocation({ credentialId, number: credential?.number ?? '', reason }),
      () => holder.api.credentialing.confirmRevocation({ credentialId, confirm: true }),
    ]) {
      expect((await refusal(act())).code).toBe('credentialing.own-credential');
    }
  });
});

describe('a revocation', () => {
  const request = (caller: Caller, { credentialId, number }: Certified) =>
    caller.api.credentialing.requestRevocation({ credentialId, number, reason });
  const answer = (caller: Caller, { credentialId }: Certified, confirm: boolean) =>
    caller.api.credentialing.confirmRevocation({ credentialId, confirm });

  test('takes the typed number and two people', async () => {
    const certified = await certify(world, decider);
    expect((await refusal(request(decider, { ...certified, number: 'CALT-00000000' }))).code).toBe(
      'credentialing.number-differs',
    );
    expect((await refusal(answer(second, certified, true))).code).toBe('credentialing.no-request');
    await request(decider, certified);
    const again = await refusal(request(second, certified));
    expect([again.code, again.message.includes('Dora Decider')]).toEqual(['credentialing.already-requested', true]);
    expect((await refusal(answer(decider, certified, true))).code).toBe('credentialing.second-person-needed');
    expect(await stateOf(certified)).toBe('active');
    world.passMs(1000);
    await answer(administrator, certified, true);
    expect([await stateOf(certified), await bitOf(certified)]).toEqual(['revoked', true]);
    expect((await refusal(request(decider, certified))).code).toBe('credentialing.not-in-force');
  });

  test('that is turned down changes nothing and can be asked for again', async () => {
    const certified = await certify(world, decider);
    await request(decider, certified);
    const detail = await second.api.credentialing.getCredential({ credentialId: certified.credentialId });
    expect(detail.pendingRevocation?.requestedBy).toBe('Dora Decider');
    const own = await certified.holder.api.credentialing.getCredential({ credentialId: certified.credentialId });
    expect(own.pendingRevocation).toBeUndefined();
    await answer(second, certified, false);
    expect([await stateOf(certified), await bitOf(certified)]).toEqual(['active', false]);
    world.passMs(1000);
    await request(second, certified);
  });

  test('answered by two at once is answered once', async () => {
    const certified = await certify(world, decider);
    await request(decider, certified);
    const outcomes = await Promise.allSettled([
      answer(second, certified, true),
      answer(administrator, certified, false),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
