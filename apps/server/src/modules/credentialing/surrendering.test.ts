import { decodeStatusList, getStatus } from '@testamur/credentials';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { programWith } from '../billing/testing/program-with.ts';
import { type Certified, certify } from './testing/life.ts';
import { type Caller, createWorld, refusal, type World } from './testing/world.ts';

const program = programWith((calt) => ({
  id: 'keeper',
  renewal: {
    ...calt.renewal,
    retirement: { title: 'Toll Keeper, retired', text: 'For those who stop working.', assumed: ['title', 'text'] },
  },
}));
const reason = 'A reason that says enough.';

let world: World;
let decider: Caller;
let second: Caller;

beforeAll(async () => {
  world = await createWorld({ program });
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  second = await world.person('Sam Second', { roles: ['program-manager'] });
});
afterAll(() => world.close());

const surrender = ({ holder, credentialId, number }: Certified, retired = false) =>
  holder.api.credentialing.surrenderCredential({ credentialId, number, retired });
const stateOf = async ({ holder, credentialId }: Certified) =>
  (await holder.api.credentialing.getCredential({ credentialId })).state;
const bitOf = async ({ holder, credentialId }: Certified): Promise<boolean> => {
  await world.runJobs();
  const file = await holder.api.credentialing.getCredentialDocument({ credentialId });
  const { credentialStatus: status } = JSON.parse(await file.text());
  const listId = String(status.statusListCredential).split('/').at(-1) ?? '';
  const list = await world.anyone.credentialing.getStatusList({ organization: 'association', listId });
  const decoded = decodeStatusList('revocation', (list.credentialSubject as { encodedList: string }).encodedList);
  if (!decoded) throw new Error('The list cannot be read.');
  return getStatus(decoded, Number(status.statusListIndex));
};

describe('giving a credential back', () => {
  test('takes its typed number, ends it everywhere, and is told as what it is', async () => {
    const certified = await certify(world, decider, { name: 'Greta Gone' });
    const { holder, number, candidacyId } = certified;
    expect((await refusal(surrender({ ...certified, number: 'KEEPER-00000000' }))).code).toBe(
      'credentialing.number-differs',
    );
    world.passMs(1000);
    await surrender(certified);
    await world.runJobs();
    expect([await stateOf(certified), await bitOf(certified)]).toEqual(['surrendered', true]);
    const verified = await world.anyone.registry.verifyByNumber({ number });
    expect(verified).toMatchObject({ inForce: false, credential: { state: 'surrendered' } });
    expect(verified.checks.find(({ id }) => id === 'status')?.detail).toContain('Given back by its holder');
    expect((await world.anyone.registry.searchRegister({ query: 'gone' })).entries).toEqual([]);
    const { standing } = await holder.api.candidacies.getCandidacy({ candidacyId });
    expect(standing).toMatchObject({ final: true, next: [], credential: { status: 'surrendered' } });
    const [latest] = (await world.messagesTo(holder.email)).toReversed();
    expect(latest?.subject).toContain('Certificate given back');
    expect((await refusal(surrender(certified))).code).toBe('credentialing.not-in-force');
  });

  test('on retiring keeps the title of the retired', async () => {
    const certified = await certify(world, decider, { name: 'Rita Retired' });
    world.passMs(1000);
    await surrender(certified, true);
    const { holder, candidacyId, credentialId } = certified;
    const { standing } = await holder.api.candidacies.getCandidacy({ candidacyId });
    expect(standing.credential).toMatchObject({ status: 'surrendered', reason: 'Toll Keeper, retired' });
    const { history } = await holder.api.credentialing.getCredential({ credentialId });
    expect(history[0]?.what).toBe('Given back by the holder on retiring.');
  });

  test('is the holder’s alone, and not while the credential is suspended', async () => {
    const certified = await certify(world, decider, { name: 'Sue Suspended' });
    const { credentialId, number } = certified;
    const foreign = decider.api.credentialing.surrenderCredential({ credentialId, number, retired: false });
    expect((await refusal(foreign)).code).toBe('platform.not-allowed');
    world.passMs(1000);
    await decider.api.credentialing.suspendCredential({ credentialId, reason });
    expect((await refusal(surrender(certified))).message).toContain('once the suspension has ended');
  });

  test('ends no procedure: what was asked to be revoked can still be', async () => {
    const certified = await certify(world, decider, { name: 'Eve Evader' });
    const { credentialId, number } = certified;
    await decider.api.credentialing.requestRevocation({ credentialId, number, reason });
    world.passMs(1000);
    await surrender(certified);
    world.passMs(1000);
    await second.api.credentialing.confirmRevocation({ credentialId, confirm: true });
    expect([await stateOf(certified), await bitOf(certified)]).toEqual(['revoked', true]);
  });
});
