import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../kernel/index.ts';
import { loadCandidacy, recordFacts, sweepOrganization } from './index.ts';
import { apply, begin } from './testing/application.ts';
import { type Caller, createWorld, type World } from './testing/world.ts';

let world: World;
let candidate: Caller;
let candidacyId: string;

beforeAll(async () => {
  world = await createWorld();
  candidate = await world.person('Ana Rivera');
  candidacyId = await begin(world, candidate);
});
afterAll(() => world.close());

const consent = (listed: boolean, once?: string) =>
  ({
    kind: 'listing-consented',
    data: { listed },
    by: { kind: 'system' },
    ...(once === undefined ? {} : { once }),
  }) as const;
const record = (...facts: readonly ReturnType<typeof consent>[]) =>
  world.within((scope) => recordFacts(scope, candidacyId, facts));
const factsOf = async () => (await world.within((scope) => loadCandidacy(scope, candidacyId))).facts;
const consentsOf = async () =>
  (await factsOf()).flatMap((fact) => (fact.kind === 'listing-consented' ? [fact.data.listed] : []));

describe('recording', () => {
  test('a fact with a key happens once, whatever races', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => record(consent(true, 'the-key'))));
    expect(all.map(({ recorded }) => recorded[0]).filter(Boolean)).toHaveLength(1);
    expect(await consentsOf()).toEqual([true]);
    expect((await record(consent(false), consent(true, 'the-key'))).recorded).toEqual([true, false]);
  });

  test('facts of one instant keep their order', async () => {
    const many = Array.from({ length: 20 }, (_, index) => index % 3 === 0);
    await record(...many.map((listed) => consent(listed)));
    await record(consent(true), consent(false), consent(true));
    expect((await consentsOf()).slice(-23)).toEqual([...many, true, false, true]);
  });

  test('a clock that is behind does not put a fact before those that stand', async () => {
    const before = world.now().toISOString();
    world.setClock('2027-03-01T08:59:59.000Z');
    const { standing } = await record(consent(false));
    world.setClock(before);
    expect(standing.listed).toBe(false);
    const facts = await factsOf();
    expect(facts.at(-1)).toMatchObject({ data: { listed: false }, at: before });
    const at = facts.map((fact) => fact.at + fact.id);
    expect(at).toEqual([...at].sort());
  });

  test('in a candidacy that does not exist is refused', async () => {
    const call = world.within((scope) => recordFacts(scope, newId(), [consent(true)]));
    await expect(call).rejects.toMatchObject({ code: 'candidacies.no-such-candidacy' });
  });

  test('the ledger takes no change', async () => {
    const change = world.within(({ trx }) => trx.updateTable('fact').set({ kind: 'candidacy-begun' }).execute());
    await expect(change).rejects.toThrow(/permission denied/);
    const remove = world.within(({ trx }) => trx.deleteFrom('fact').execute());
    await expect(remove).rejects.toThrow(/permission denied/);
  });
});

describe('what is read off the standing', () => {
  test('is the same after it was lost and computed anew', async () => {
    const other = await apply(world, await world.person('Bo Applying'));
    const projected = () =>
      world.within(async ({ trx }) => ({
        queues: await trx
          .selectFrom('queue_entry')
          .selectAll()
          .where('candidacy_id', '=', other)
          .orderBy('subject')
          .execute(),
        cache: await trx.selectFrom('standing_cache').selectAll().where('candidacy_id', '=', other).executeTakeFirst(),
      }));
    const before = await projected();
    await world.within(async (scope) => {
      await scope.trx.deleteFrom('queue_entry').where('candidacy_id', '=', other).execute();
      const overdue = { status: 'draft', standing: '{}', next_change_at: scope.now };
      await scope.trx.updateTable('standing_cache').set(overdue).where('candidacy_id', '=', other).execute();
      expect(await sweepOrganization(scope)).toBe(1);
    });
    expect(await projected()).toEqual(before);
  });

  test('is not looked at again before the clock can change it', async () => {
    expect(await world.within(sweepOrganization)).toBe(0);
  });
});
