import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evidencePdf } from '../../seed/life/evidence.ts';
import { programWith } from '../billing/testing/program-with.ts';
import { certify, passEverything } from '../credentialing/testing/life.ts';
import { type Caller, createWorld, type World } from '../credentialing/testing/world.ts';

const worlds: World[] = [];
const open = async (options: Parameters<typeof createWorld>[0]) => {
  const world = await createWorld(options);
  worlds.push(world);
  return world;
};
afterAll(async () => {
  for (const world of worlds) await world.close();
});

const staffOf = async (world: World) => ({
  decider: await world.person('Dora Decider', { roles: ['program-manager'] }),
  reviewer: await world.person('Rita Reviewer', { roles: ['reviewer'] }),
});
const chainOf = async ({ api }: Caller, credentialId: string) => api.evidence.getEvidenceChain({ credentialId });
type Chain = Awaited<ReturnType<typeof chainOf>>;
const stepOf = ({ steps }: Chain, kind: string) => steps.find((step) => step.kind === kind);
const detailOf = (chain: Chain, field: string) =>
  stepOf(chain, field.split('.')[0] ?? '')?.details.find((detail) => detail.field === field)?.value;

describe('a renewed credential', () => {
  let chain: Chain;
  let first: string;

  beforeAll(async () => {
    const world = await open({ startAt: '2027-03-01T09:00:00.000Z' });
    const { decider, reviewer } = await staffOf(world);
    const { holder, candidacyId, credentialId } = await certify(world, decider);
    first = credentialId;
    world.setClock('2029-10-01T09:00:00.000Z');
    for (const hours of [20, 10]) {
      const file = evidencePdf('Certificate.pdf', ['Certificate of attendance']);
      const fileIds = [(await holder.api.candidacies.uploadFile({ candidacyId, file })).id];
      const entry = { title: `Course of ${hours}`, provider: 'A provider', hours, completedOn: '2029-09-01', fileIds };
      const { entryId } = await holder.api.renewals.logEducation({ candidacyId, ...entry });
      const verdict = { verdict: 'accepted' as const, reason: 'Proven.' };
      await reviewer.api.renewals.judgeEducation({ candidacyId, entryId, ...verdict });
      world.passMs(60_000);
    }
    await holder.api.renewals.submitRenewal({ candidacyId, signedName: 'Ana Rivera' });
    world.passMs(60_000);
    await decider.api.renewals.approveRenewal({ candidacyId, reason: 'Kept up.' });
    await world.runJobs();
    const { credentials } = await holder.api.credentialing.listMyCredentials({});
    const renewed = credentials.find(({ id }) => id !== first);
    chain = await chainOf(decider, renewed?.id ?? '');
  });

  test('rests on its renewal, and goes on from the credential before it', () => {
    const kinds = chain.steps.map(({ kind }) => kind);
    expect(kinds).toEqual(['signature', 'decision', 'renewal', 'previous', 'edition']);
    expect(stepOf(chain, 'previous')?.credentialId).toBe(first);
    expect(chain.checks.broken).toBe(0);
  });

  test('names the hours, what they were for, and who accepted them', () => {
    expect(detailOf(chain, 'renewal.hours')).toEqual({ kind: 'number', number: 30 });
    const items = ['Course of 20, A provider', 'Course of 10, A provider'];
    expect(detailOf(chain, 'renewal.entries')).toEqual({ kind: 'list', items });
    const people = [{ role: 'staff', name: 'Rita Reviewer' }];
    expect(detailOf(chain, 'renewal.judgedBy')).toEqual({ kind: 'people', people });
    expect(stepOf(chain, 'renewal')?.checks).toEqual([{ of: 'audited', state: 'ok' }]);
    expect(stepOf(chain, 'decision')?.checks).toContainEqual({ of: 'independent', state: 'ok' });
  });
});

describe('a credential by rule of the program', () => {
  test('names nobody who decided, and its decision stands in the audit', async () => {
    const program = programWith(() => ({ id: 'ruled', decision: { by: 'rule', source: 'article' } }));
    const world = await open({ program });
    const { decider } = await staffOf(world);
    const holder = await world.person('Ana Rivera');
    await passEverything(world, holder);
    await world.runJobs();
    const { credentials } = await holder.api.credentialing.listMyCredentials({});
    const chain = await chainOf(decider, credentials[0]?.id ?? '');
    expect(detailOf(chain, 'decision.by')).toEqual({ kind: 'people', people: [{ role: 'system' }] });
    expect(detailOf(chain, 'decision.byRule')).toEqual({ kind: 'yes', yes: true });
    expect(stepOf(chain, 'decision')?.checks.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok']);
  });
});
