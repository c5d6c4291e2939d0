import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureIssuerKey, issuerKeyCompromised } from '../../issuers/index.ts';
import { type Certified, certify } from '../testing/life.ts';
import { type Caller, createWorld, refusal, type World } from '../testing/world.ts';
import { beginReissue, stopReissue } from './begin.ts';
import { runChunk } from './chunk.ts';
import { findReissue } from './store.ts';
import { documentVersionOf } from './versions.ts';

let world: World;
let decider: Caller;
let administrator: Caller;
let holders: Certified[];

beforeAll(async () => {
  world = await createWorld();
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
  administrator = await world.person('Alex Admin', { roles: ['administrator'] });
});
afterAll(() => world.close());

/** Several holders, one of them suspended, whose credentials the current key signed. */
beforeEach(async () => {
  holders = [];
  for (const name of ['Ana Rivera', 'Ben Osei', 'Chi Tanaka', 'Dan Okafor']) {
    holders.push(await certify(world, decider, { name }));
  }
  world.passMs(1000);
  const reason = 'A complaint is being looked into.';
  const { credentialId } = holders[1] as Certified;
  await decider.api.credentialing.suspendCredential({ credentialId, reason });
  await world.runJobs();
});

/** As a confirmed report of a compromise leaves it: the key is withdrawn, and another one signs. */
const withdrawKey = (emit: boolean): Promise<string> => {
  world.passMs(1000);
  return world.within(async (scope) => {
    const { trx, organization, now } = scope;
    const key = await trx
      .selectFrom('issuer_key')
      .select('id')
      .where('organization_id', '=', organization.id)
      .where('compromised_at', 'is', null)
      .executeTakeFirstOrThrow();
    const at = { retired_at: now, compromised_at: now };
    await trx.updateTable('issuer_key').set(at).where('id', '=', key.id).execute();
    await ensureIssuerKey(scope, world.config);
    if (emit) await issuerKeyCompromised.emit(trx, { organizationId: organization.id, keyId: key.id });
    return key.id;
  });
};

interface Version {
  readonly version: number;
  readonly key_id: string;
  readonly raised: boolean;
  readonly withdrawn: boolean;
}

const versionsOf = ({ credentialId }: Certified): Promise<readonly Version[]> =>
  world.within(async ({ trx }) => {
    const rows = await trx
      .selectFrom('credential_document')
      .innerJoin('status_entry', (join) =>
        join
          .onRef('status_entry.list_id', '=', 'credential_document.list_id')
          .onRef('status_entry.index', '=', 'credential_document.index'),
      )
      .select(['version', 'key_id', 'raised', 'withdrawn_by'])
      .where('credential_document.credential_id', '=', credentialId)
      .orderBy('version')
      .execute();
    return rows.map(({ withdrawn_by: by, ...row }) => ({ ...row, withdrawn: by !== null }));
  });

const documentOf = async ({ holder, credentialId }: Certified): Promise<Record<string, unknown>> =>
  JSON.parse(await (await holder.api.credentialing.getCredentialDocument({ credentialId })).text());

const payloadOf = (reissueId: string) => ({ organizationId: world.organization.id, reissueId });

const signedBy = (keyId: string) =>
  administrator.api.credentialing.countSignedByKey({ organization: world.organization.slug, keyId });

const expectReissued = async (keyId: string) => {
  for (const [index, one] of holders.entries()) {
    const raised = index === 1;
    expect(await versionsOf(one)).toMatchObject([
      { version: 1, key_id: keyId, raised, withdrawn: true },
      { version: 2, raised, withdrawn: false },
    ]);
  }
};

describe('a key that was withdrawn', () => {
  test('leaves each of its credentials set for good, with one successor of the same number and content', async () => {
    const before = await Promise.all(holders.map(documentOf));
    const keyId = await withdrawKey(true);
    const { signed } = await signedBy(keyId);
    expect(signed).toBe(holders.length);
    await world.runJobs();
    expect((await signedBy(keyId)).signed).toBe(0);
    await expectReissued(keyId);
    const after = await Promise.all(holders.map(documentOf));
    for (const [index, one] of holders.entries()) {
      const { proof, credentialStatus, ...said } = after[index] ?? {};
      const { proof: formerProof, credentialStatus: formerStatus, ...saidBefore } = before[index] ?? {};
      expect(said).toEqual(saidBefore);
      expect([proof, credentialStatus]).not.toEqual([formerProof, formerStatus]);
      expect((await world.anyone.registry.verifyByNumber({ number: one.number })).inForce).toBe(index !== 1);
    }
  });

  test('is told of to each holder once, but for those whose credential does not count', async () => {
    const keyId = await withdrawKey(true);
    await world.runJobs();
    await world.within((scope) => beginReissue(scope, { keyId }));
    await world.runJobs();
    const lettersTo = async ({ holder }: Certified) =>
      (await world.messagesTo(holder.email)).filter(({ template }) => template === 'credentialing.credential-reissued');
    const letters = await Promise.all(holders.map(lettersTo));
    expect(letters.map(({ length }) => length)).toEqual([1, 0, 1, 1]);
    expect(letters[0]?.[0]?.body).toContain(`/c/${holders[0]?.number}`);
    expect(letters[0]?.[0]?.body).toContain(`/me/credentials/${holders[0]?.credentialId}/wallet`);
  });

  test('of a former copy it can be told that another one has taken its place, and why', async () => {
    const [first] = holders as [Certified];
    const former = await documentOf(first);
    await withdrawKey(true);
    await world.runJobs();
    const latter = await documentOf(first);
    const look = (document: unknown) => world.within((scope) => documentVersionOf(scope, first.credentialId, document));
    expect(await look(former)).toMatchObject({
      version: 1,
      latest: 2,
      saysTheSame: true,
      supersededAt: expect.any(Date),
    });
    expect(await look({ ...former, name: 'Something else' })).toMatchObject({ version: 1, saysTheSame: false });
    expect(await look(latter)).toEqual({ version: 2, latest: 2, saysTheSame: true });
    expect(await look({ ...former, credentialStatus: {} })).toBeUndefined();
  });

  test('raised later, the suspension of a credential reaches its successor', async () => {
    await withdrawKey(true);
    await world.runJobs();
    const [first] = holders as [Certified];
    world.passMs(1000);
    const reason = 'A complaint is being looked into.';
    await decider.api.credentialing.suspendCredential({ credentialId: first.credentialId, reason });
    expect(await versionsOf(first)).toMatchObject([{ withdrawn: true }, { raised: true, withdrawn: false }]);
  });
});

describe('a run', () => {
  test.each(['reserved', 'signed', 'kept'] as const)(
    'that breaks off after a chunk was %s goes on without doubles',
    async (moment) => {
      const keyId = await withdrawKey(false);
      const { reissueId } = await world.within((scope) => beginReissue(scope, { keyId }));
      const payload = payloadOf(reissueId);
      await runChunk(world.platform, payload, { size: 1 });
      const crash = runChunk(world.platform, payload, {
        size: 2,
        atStep: (step) => {
          if (step === moment) throw new Error('The power went.');
        },
      });
      await expect(crash).rejects.toThrow('The power went.');
      await world.runJobs();
      await expectReissued(keyId);
      const run = await world.within((scope) => findReissue(scope, reissueId));
      expect(run).toMatchObject({ state: 'done', failed: 0, done: run?.total, withdrawn: run?.total });
      const entries = await world.within(({ trx }) =>
        trx
          .selectFrom('status_entry')
          .select('index')
          .where(
            'credential_id',
            'in',
            holders.map(({ credentialId }) => credentialId),
          )
          .execute(),
      );
      expect(entries).toHaveLength(2 * holders.length);
    },
  );

  test('of which two workers do the same chunk at once gives no credential two successors', async () => {
    const keyId = await withdrawKey(false);
    const { reissueId } = await world.within((scope) => beginReissue(scope, { keyId }));
    const payload = payloadOf(reissueId);
    await Promise.all([1, 2, 3].map(() => runChunk(world.platform, payload, { size: 2 })));
    await world.runJobs();
    await expectReissued(keyId);
    const run = await world.within((scope) => findReissue(scope, reissueId));
    expect(run?.done).toBe(run?.total);
  });

  test('can be stopped and gone on with; what was withdrawn stays withdrawn meanwhile', async () => {
    const keyId = await withdrawKey(false);
    const { reissueId } = await world.within((scope) => beginReissue(scope, { keyId }));
    await world.within((scope) => stopReissue(scope, reissueId, administrator.personId));
    await world.runJobs();
    for (const one of holders) expect(await versionsOf(one)).toMatchObject([{ withdrawn: true }]);
    await world.within((scope) => beginReissue(scope, { keyId, byPersonId: administrator.personId }));
    await world.runJobs();
    await expectReissued(keyId);
  });

  test('is for a key that was withdrawn, and for no other one', async () => {
    const { id } = await world.within(({ trx }) =>
      trx.selectFrom('issuer_key').select('id').where('compromised_at', 'is', null).executeTakeFirstOrThrow(),
    );
    const begun = world.within((scope) => beginReissue(scope, { keyId: id }));
    await expect(begun).rejects.toMatchObject({ code: 'credentialing.key-in-force' });
    const unknown = world.within((scope) => beginReissue(scope, { keyId: crypto.randomUUID() }));
    expect((await refusal(unknown)).code).toBe('credentialing.no-such-key');
  });
});
