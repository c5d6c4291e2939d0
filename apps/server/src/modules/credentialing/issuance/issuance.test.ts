import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Platform } from '../../../platform/platform.ts';
import { recordFacts } from '../../candidacies/index.ts';
import { ensureIssuerKey } from '../../issuers/index.ts';
import { issueIfDecided } from '../decide.ts';
import { beginReissue } from '../reissue/begin.ts';
import { passEverything } from '../testing/life.ts';
import { type Caller, createWorld, type World } from '../testing/world.ts';
import { advanceIssuance, type Moment } from './advance.ts';
import { findIssuance, type IssuancePayload, keepSignature } from './store.ts';

let world: World;
let decider: Caller;

beforeAll(async () => {
  world = await createWorld();
  decider = await world.person('Dora Decider', { roles: ['program-manager'] });
});
afterAll(() => world.close());

const reason = 'Everything is passed.';

/** Decided and prepared, and the job that would go on is taken away. */
const prepare = async (name: string): Promise<IssuancePayload & { readonly candidacyId: string }> => {
  const candidacyId = await passEverything(world, await world.person(name));
  world.passMs(1);
  await decider.api.credentialing.recordDecision({ candidacyId, outcome: 'certify', reason });
  await world.within((scope) => issueIfDecided(scope, world.config, candidacyId));
  const row = await world.within(({ trx }) =>
    trx
      .selectFrom('issuance')
      .select('credential_id')
      .where('candidacy_id', '=', candidacyId)
      .executeTakeFirstOrThrow(),
  );
  return { organizationId: world.organization.id, credentialId: row.credential_id, candidacyId };
};

const issuanceOf = async ({ credentialId }: IssuancePayload) => {
  const found = await world.within((scope) => findIssuance(scope, credentialId));
  if (!found) throw new Error('Nothing was prepared.');
  return found;
};

/** What is there of a credential, each counted by itself. */
const countsOf = ({ credentialId, candidacyId }: { credentialId: string; candidacyId: string }) =>
  world.within(async ({ trx }) => {
    const [credentials, documents, entries, facts, letters, audits] = await Promise.all([
      trx.selectFrom('credential').select('id').where('candidacy_id', '=', candidacyId).execute(),
      trx.selectFrom('credential_document').select('version').where('credential_id', '=', credentialId).execute(),
      trx.selectFrom('status_entry').select('index').where('credential_id', '=', credentialId).execute(),
      trx
        .selectFrom('fact')
        .select('id')
        .where('candidacy_id', '=', candidacyId)
        .where('kind', '=', 'credential-granted')
        .execute(),
      trx.selectFrom('message').select('id').where('occasion', '=', `credential/${credentialId}/granted`).execute(),
      trx.selectFrom('audit_entry').select('seq').where('subject', '=', `credential:${credentialId}`).execute(),
    ]);
    return [credentials, documents, entries, facts, letters, audits].map((rows) => rows.length);
  });

const once = [1, 1, 1, 1, 1, 1];
const moments: readonly Moment[] = ['signature made', 'signed', 'verified', 'published'];

const crashAt = (platform: Platform, payload: IssuancePayload, moment: Moment) =>
  advanceIssuance(platform, payload, (reached) => {
    if (reached === moment) throw new Error(`The power went: ${moment}.`);
  });

describe('a prepared credential', () => {
  test('has its number, its entry and its exact bytes, is signed by nobody, and is nowhere to be seen', async () => {
    const payload = await prepare('Prue Prepared');
    const issuance = await issuanceOf(payload);
    expect(issuance).toMatchObject({ signed: null, key_id: null, published_at: null, linted_at: expect.any(Date) });
    expect(JSON.parse(issuance.unsigned)).not.toHaveProperty('proof');
    expect(await countsOf(payload)).toEqual([0, 0, 1, 0, 0, 0]);
  });

  test('is what is signed: without its proof, the published document is what was stored before', async () => {
    const payload = await prepare('Ella Exact');
    await advanceIssuance(world.platform, payload);
    const { unsigned, signed } = await issuanceOf(payload);
    const { proof, ...rest } = JSON.parse(signed ?? '{}');
    expect(JSON.stringify(rest, null, 2)).toBe(unsigned);
    expect(proof).toHaveLength(1);
  });

  test('is not to be changed by the server, whatever its code says', async () => {
    const { credentialId } = await prepare('Fay Fixed');
    const change = world.within(({ trx }) =>
      trx.updateTable('issuance').set({ unsigned: '{}' }).where('credential_id', '=', credentialId).execute(),
    );
    await expect(change).rejects.toThrow(/permission denied/);
  });
});

describe('a crash', () => {
  test.each(moments)('after the moment "%s" loses nothing and doubles nothing', async (moment) => {
    const payload = await prepare(`Cora ${moment}`);
    await expect(crashAt(world.platform, payload, moment)).rejects.toThrow('The power went');
    const before = await issuanceOf(payload);
    await advanceIssuance(world.platform, payload);
    await advanceIssuance(world.platform, payload);
    const after = await issuanceOf(payload);
    expect(await countsOf(payload)).toEqual(once);
    if (before.signed !== null) expect(after.signed).toBe(before.signed);
  });

  test('at every step in turn still ends with one credential', async () => {
    const payload = await prepare('Mona Manyfold');
    for (const moment of moments) await crashAt(world.platform, payload, moment).catch(() => undefined);
    await advanceIssuance(world.platform, payload);
    expect(await countsOf(payload)).toEqual(once);
  });

  test('that takes the job with it is found by the clock, and gone on with', async () => {
    const payload = await prepare('Stella Standstill');
    await crashAt(world.platform, payload, 'signed').catch(() => undefined);
    world.passMs(10 * 60_000);
    await world.runSchedule('credentialing.resume-issuances');
    expect(await countsOf(payload)).toEqual(once);
  });
});

describe('workers', () => {
  test('two at once and the same job twice make one credential of one signature', async () => {
    const payload = await prepare('Tess Twofold');
    const outcomes = await Promise.allSettled([
      advanceIssuance(world.platform, payload),
      advanceIssuance(world.platform, payload),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    await world.runJobs();
    await advanceIssuance(world.platform, payload);
    expect(await countsOf(payload)).toEqual(once);
  });

  test('a second signature, of a worker that was slow, replaces nothing', async () => {
    const payload = await prepare('Sal Slow');
    let first: string | null = null;
    await advanceIssuance(world.platform, payload, (moment) => {
      if (moment === 'signature made' && first === null) first = 'made';
      if (moment === 'signed') throw new Error('Slower than the other one.');
    }).catch(() => undefined);
    const kept = (await issuanceOf(payload)).signed;
    await world.within(async (scope) => {
      const keyId = (await issuanceOf(payload)).key_id ?? '';
      await keepSignature(scope, payload.credentialId, { signed: '{"another":"one"}', keyId });
    });
    expect((await issuanceOf(payload)).signed).toBe(kept);
    await advanceIssuance(world.platform, payload);
    expect(await countsOf(payload)).toEqual(once);
  });
});

describe('a signing key that cannot be used', () => {
  let broken: Platform;
  beforeEach(() => {
    broken = { ...world.platform, config: { ...world.config, SECRET: 'another secret that is long enough too' } };
  });

  test('leaves the credential waiting, for staff to read, and is tried again more and more seldom', async () => {
    const payload = await prepare('Wanda Waits');
    await advanceIssuance(broken, payload);
    const first = await issuanceOf(payload);
    expect(first).toMatchObject({ attempts: 1, signed: null, trouble: expect.stringContaining('SECRET') });
    await advanceIssuance(broken, payload);
    const second = await issuanceOf(payload);
    expect(second.try_at.getTime()).toBeGreaterThan(first.try_at.getTime());
    expect(await countsOf(payload)).toEqual([0, 0, 1, 0, 0, 0]);
    await advanceIssuance(world.platform, payload);
    expect(await countsOf(payload)).toEqual(once);
    expect((await issuanceOf(payload)).trouble).toBeNull();
  });
});

describe('what happened meanwhile', () => {
  test('a candidacy that was withdrawn gets no credential, and its signature counts nowhere', async () => {
    const payload = await prepare('Will Withdrawn');
    await crashAt(world.platform, payload, 'verified').catch(() => undefined);
    world.passMs(1);
    const refused = { outcome: 'refuse' as const, reason: 'What was proven turned out to be untrue.' };
    const by = { kind: 'staff' as const, id: decider.personId };
    await world.within((scope) =>
      recordFacts(scope, payload.candidacyId, [{ kind: 'decision-recorded', data: refused, by }]),
    );
    await advanceIssuance(world.platform, payload);
    expect(await issuanceOf(payload)).toMatchObject({ published_at: null, abandoned_at: expect.any(Date) });
    expect(await countsOf(payload)).toEqual([0, 0, 1, 0, 0, 0]);
    const entry = await world.within(({ trx }) =>
      trx
        .selectFrom('status_entry')
        .select('raised')
        .where('credential_id', '=', payload.credentialId)
        .executeTakeFirstOrThrow(),
    );
    expect(entry.raised).toBe(true);
  });

  test('a key that was withdrawn before publication signs nothing that is published', async () => {
    const payload = await prepare('Kay Keyless');
    await crashAt(world.platform, payload, 'verified').catch(() => undefined);
    const former = await issuanceOf(payload);
    world.passMs(1000);
    await world.within(async (scope) => {
      const { trx, organization, now } = scope;
      const at = { retired_at: now, compromised_at: now };
      await trx.updateTable('issuer_key').set(at).where('organization_id', '=', organization.id).execute();
      await beginReissue(scope, { keyId: former.key_id ?? '' });
    });
    await expect(advanceIssuance(world.platform, payload)).resolves.toBeUndefined();
    expect(await countsOf(payload)).toEqual([0, 0, 1, 0, 0, 0]);
    await world.within((scope) => ensureIssuerKey(scope, world.config));
    await advanceIssuance(world.platform, payload);
    const latter = await issuanceOf(payload);
    expect(latter.key_id).not.toBe(former.key_id);
    expect(await countsOf(payload)).toEqual(once);
  });
});
