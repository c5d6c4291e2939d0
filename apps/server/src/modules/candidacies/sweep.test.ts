import { renewalReminders } from '@testamur/program';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTenant } from '../../platform/http/index.ts';
import { getEdition } from '../programs/index.ts';
import { loadCandidacy, sweepOrganization } from './index.ts';
import { loadDue } from './load-due.ts';
import { sweepBatch, sweepBatchSize } from './sweep.ts';
import { apply } from './testing/application.ts';
import { breakProgram, certify, projectionOf, setEdition } from './testing/ledgers.ts';
import { beginMany, createSweeping, openSecond, toldOf, waitingJobs } from './testing/sweeping.ts';
import { createWorld, type World } from './testing/world.ts';

const start = '2027-03-01T09:00:00.000Z';
/** A draft is kept for a year. */
const afterAYear = '2028-03-02T00:00:00.000Z';
const minuteMs = 60_000;

let world: World;
let sweeping: ReturnType<typeof createSweeping>;
const enter = () => inTenant(world.db, () => world.now());

beforeAll(async () => {
  world = await createWorld({ startAt: start });
  sweeping = createSweeping(world, enter());
  await world.within(breakProgram);
});
afterAll(async () => {
  await sweeping.stop();
  await world.close();
});
beforeEach(async () => {
  world.setClock(afterAYear);
  await world.sweep();
  world.setClock(start);
  sweeping.lines.length = 0;
});

/** Drafts that the clock closes, with nothing else waiting. */
const drafts = async (count: number): Promise<string[]> => {
  const begun = await world.within((scope) => beginMany(scope, count));
  await world.runJobs();
  world.setClock(afterAYear);
  return begun;
};
const statusesOf = async (ids: readonly string[]) => {
  const rows = await Promise.all(ids.map((id) => projectionOf(world, id)));
  return new Set(rows.map(({ status }) => status));
};

describe('a candidacy that makes the code throw', () => {
  const sweepOnce = async () => {
    await sweeping.schedule();
    await sweeping.runJobs();
  };
  const pass = (minutes: number) => world.setClock(new Date(world.now().getTime() + minutes * minuteMs).toISOString());
  const errors = () => sweeping.lines.filter(({ message }) => message === 'A standing cannot be computed.');

  test('stops no other, is logged and audited once, waits longer each time, and heals by itself', async () => {
    const [broken = '', ...sound] = await drafts(5);
    await setEdition(world, broken, 'broken');
    await sweepOnce();
    expect(await statusesOf(sound)).toEqual(new Set(['closed']));
    expect(await toldOf(world)).toEqual(sound);
    const failing = await projectionOf(world, broken);
    expect(failing).toMatchObject({ status: 'draft', failures: 1, failing_since: new Date(afterAYear) });
    expect(failing.failure).toMatch(/^TypeError: /);
    expect(failing.next_change_at).toEqual(new Date(Date.parse(afterAYear) + minuteMs));
    expect(errors()).toMatchObject([{ candidacyId: broken }]);

    expect(await world.within(sweepOrganization)).toBe(0);
    pass(1);
    expect(await world.within(sweepOrganization)).toBe(1);
    const again = await projectionOf(world, broken);
    expect(again).toMatchObject({ failures: 2, failing_since: new Date(afterAYear) });
    expect(again.next_change_at).toEqual(new Date(world.now().getTime() + 2 * minuteMs));
    pass(2);
    await sweepOnce();
    expect(errors()).toHaveLength(1);
    const audited = await world.within(({ trx }) =>
      trx.selectFrom('audit_entry').select('subject').where('action', '=', 'candidacies.sweepFailed').execute(),
    );
    expect(audited).toEqual([{ subject: `candidacy:${broken}` }]);

    await setEdition(world, broken, '2026');
    pass(4);
    await sweepOnce();
    expect(await projectionOf(world, broken)).toMatchObject({ status: 'closed', failures: 0, failure: null });
    expect(await toldOf(world)).toEqual([broken, ...sound].sort());
  });

  test('fails alone also where the database refuses what is to be written', async () => {
    const sound = await drafts(3);
    world.setClock(start);
    const candidate = await world.person('Ron Reopened');
    const refused = await apply(world, candidate);
    // Closed by hand while another is under way: to open it again is refused by `candidacy_under_way`.
    await world.within(({ trx, now }) =>
      trx.updateTable('candidacy').set({ closed_at: now }).where('id', '=', refused).execute(),
    );
    const begin = { organization: world.organization.slug, programId: 'calt' };
    await candidate.api.candidacies.beginCandidacy(begin);
    await world.runJobs();
    await world.within(({ trx, now }) =>
      trx.updateTable('standing_cache').set({ next_change_at: now }).where('candidacy_id', '=', refused).execute(),
    );
    world.setClock('2027-06-01T00:00:00.000Z');
    await world.within(({ trx, now }) =>
      trx.updateTable('standing_cache').set({ next_change_at: now }).where('candidacy_id', 'in', sound).execute(),
    );
    const swept = await world.within(sweepBatch);
    expect(swept).toMatchObject({ looked: 4, failed: [{ candidacyId: refused, failures: 1 }] });
    expect((await projectionOf(world, refused)).failure).toContain('candidacy_under_way');
    for (const id of sound) expect((await projectionOf(world, id)).updated_at).toEqual(world.now());
  });

  test('whatever is not its own stops the batch, which leaves nothing behind', async () => {
    const [one = ''] = await drafts(1);
    const cut = world.within(async (scope) => {
      await sweepBatch(scope);
      throw new Error('The connection was lost.');
    });
    await expect(cut).rejects.toThrow('The connection was lost.');
    expect(await projectionOf(world, one)).toMatchObject({ status: 'draft', failures: 0 });
    expect(await toldOf(world)).toEqual([]);
    await sweepOnce();
    expect(await toldOf(world)).toEqual([one]);
  });
});

describe('more than one batch', () => {
  test('is gone on with where it was left, and tells of each candidacy once', async () => {
    const all = await drafts(sweepBatchSize + 7);
    const first = await world.within(sweepBatch);
    expect(first).toMatchObject({ looked: sweepBatchSize, changed: sweepBatchSize, failed: [], more: true });
    expect(await toldOf(world)).toHaveLength(sweepBatchSize);
    await sweeping.schedule();
    await sweeping.runJobs();
    expect(await statusesOf(all)).toEqual(new Set(['closed']));
    expect(await toldOf(world)).toEqual(all);
    await sweeping.schedule();
    await sweeping.runJobs();
    expect(await toldOf(world)).toEqual(all);
  });

  test('of several sweeps at once, each takes other candidacies', async () => {
    const all = await drafts(2 * sweepBatchSize);
    const swept = await Promise.all([1, 2, 3].map(() => world.within(sweepBatch)));
    const last = await world.within(sweepBatch);
    const looked = [...swept, last].map((one) => one.looked);
    expect(looked.reduce((sum, count) => sum + count, 0)).toBe(all.length);
    expect(await toldOf(world)).toEqual(all);
  });

  test('keeps another organization waiting for one batch alone', async () => {
    const second = await openSecond(world, enter());
    world.setClock(start);
    await second((scope) => beginMany(scope, 1));
    await drafts(2 * sweepBatchSize + 1);
    const lastOf = await second(async ({ organization }) => organization.id);
    await sweeping.schedule();
    await sweeping.runJobs();
    const order = sweeping.lines
      .filter(({ message }) => message === 'A batch of standings is swept.')
      .map(({ organizationId }) => organizationId);
    expect(order.filter((id) => id === world.organization.id)).toHaveLength(3);
    expect(order.indexOf(lastOf)).toBeLessThan(2);
  });

  test('waits once an organization, at the place where it was asked for first', async () => {
    await drafts(sweepBatchSize + 1);
    await sweeping.schedule();
    const [asked] = await waitingJobs(world, 'candidacies.sweep-batch');
    await sweeping.schedule();
    expect(await waitingJobs(world, 'candidacies.sweep-batch')).toEqual([asked]);
    const said = sweeping.lines.filter(({ message }) => message === 'Standings wait to be swept.');
    expect(said).toMatchObject([{ due: sweepBatchSize + 1 }, { due: sweepBatchSize + 1 }]);
    await sweeping.runJobs();
  });
});

describe('a candidacy that is worked on', () => {
  test('is left to the command, and to the next sweep', async () => {
    const [busy = '', free = ''] = await drafts(2);
    await world.within(async (scope) => {
      await loadCandidacy(scope, busy, { lock: true });
      expect(await world.within(sweepOrganization)).toBe(1);
    });
    expect(await toldOf(world)).toEqual([free]);
    expect(await world.within(sweepOrganization)).toBe(1);
    expect(await toldOf(world)).toEqual([busy, free].sort());
  });

  test('is loaded for the sweep as it is for a command', async () => {
    const candidate = await world.person('Cara Compared');
    const draft = await candidate.api.candidacies.beginCandidacy({
      organization: world.organization.slug,
      programId: 'calt',
    });
    const { candidacyId } = draft;
    const claim = { kind: 'attestation', signedName: 'Cara Compared', documentVersion: '2026' } as const;
    await candidate.api.candidacies.saveSection({ candidacyId, requirement: 'conduct', claim });
    const applied = await apply(world, await world.person('Amy Applied'));
    await world.within(async (scope) => {
      const ids = [candidacyId, applied];
      const due = { next_change_at: scope.now };
      await scope.trx.updateTable('standing_cache').set(due).where('candidacy_id', 'in', ids).execute();
      const { candidacies } = await loadDue(scope, sweepBatchSize);
      for (const id of ids) {
        const { facts, drafts: saved, personId, programId, edition } = await loadCandidacy(scope, id);
        const loaded = candidacies.find((one) => one.id === id);
        expect(loaded).toMatchObject({ id, facts, personId, programId, edition, failures: 0 });
        expect(loaded?.drafts).toEqual(saved);
      }
      expect(candidacies.map((one) => [one.facts.length > 3, one.drafts.length]).sort()).toEqual([
        [false, 1],
        [true, 0],
      ]);
    });
  });
});

describe('reminders', () => {
  test('are dates of their own, at which the candidacy is told of once', async () => {
    const candidacyId = await certify(world, await world.person('Ria Reminded'));
    await world.runJobs();
    const { program } = await world.within(({ trx, organization }) => getEdition(trx, organization.id, 'calt'));
    const { standing } = await world.within((scope) => loadCandidacy(scope, candidacyId));
    const reminders = renewalReminders(program, standing.credential?.validUntil ?? '').map(({ at }) => at);
    expect(reminders).toHaveLength(4);
    const told: string[] = [];
    for (let looks = 0; looks < 20; looks += 1) {
      const next = (await projectionOf(world, candidacyId)).next_change_at;
      if (!next || next.toISOString() > (standing.credential?.validUntil ?? '')) break;
      world.setClock(next.toISOString());
      await world.within(sweepOrganization);
      expect(await world.within(sweepOrganization)).toBe(0);
      if ((await toldOf(world)).includes(candidacyId)) told.push(next.toISOString());
      await world.runJobs();
    }
    expect(told).toEqual(expect.arrayContaining(reminders));
    expect(new Set(told).size).toBe(told.length);
  });

  test('that passed while nobody looked are told of once, together', async () => {
    const candidacyId = await certify(world, await world.person('Jo Jumped'));
    await world.runJobs();
    const { standing } = await world.within((scope) => loadCandidacy(scope, candidacyId));
    const end = Date.parse(standing.credential?.validUntil ?? '');
    world.setClock(new Date(end - 60 * 1440 * minuteMs).toISOString());
    expect(await world.within(sweepBatch)).toMatchObject({ looked: 1, reminded: 1, more: false });
    expect(await toldOf(world)).toEqual([candidacyId]);
    world.setClock(new Date(end - 59 * 1440 * minuteMs).toISOString());
    expect(await world.within(sweepBatch)).toMatchObject({ looked: 0 });
  });
});
