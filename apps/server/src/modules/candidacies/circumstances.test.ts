import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCandidacy, recordFacts } from './index.ts';
import { begin } from './testing/application.ts';
import { beginGuild, createGuildWorld, wood } from './testing/guild-application.ts';
import { type Caller, refusal, type World } from './testing/world.ts';

let world: World;

beforeAll(async () => {
  world = await createGuildWorld();
});
afterAll(() => world.close());

const kindsOf = async (candidacyId: string) =>
  (await world.within((scope) => loadCandidacy(scope, candidacyId))).facts.map(({ kind }) => kind);

const register = ({ api }: Caller, candidacyId: string) =>
  api.candidacies.saveSection({ candidacyId, requirement: 'entry', claim: { kind: 'registration' } });

describe('a track', () => {
  test('is one option for each axis, and nothing else', async () => {
    const candidate = await world.person('Ana Axes');
    for (const track of [undefined, {}, { craft: 'wood' }, { ...wood, craft: 'glass' }, { ...wood, color: 'red' }]) {
      const call = candidate.api.candidacies.beginCandidacy({
        organization: 'ala',
        programId: 'guild',
        ...(track === undefined ? {} : { track }),
      });
      expect(await refusal(call)).toMatchObject({
        code: 'candidacies.no-such-track',
        message: 'Choose one option for each of these: craft (wood, metal); level (journey, master).',
      });
    }
    const trackless = candidate.api.candidacies.beginCandidacy({ organization: 'ala', programId: 'calt', track: wood });
    expect(await refusal(trackless)).toMatchObject({ code: 'candidacies.no-such-track' });
    await begin(world, candidate);
  });

  test('has one candidacy under way, however often and in whatever order it is chosen; another track has its own', async () => {
    const candidate = await world.person('Tim Tracks');
    const same = await Promise.all([
      beginGuild(candidate),
      beginGuild(candidate, { level: 'journey', craft: 'wood' }),
      beginGuild(candidate),
    ]);
    expect(new Set(same).size).toBe(1);
    const other = await beginGuild(candidate, { ...wood, craft: 'metal' });
    expect(other).not.toBe(same[0]);
    const { trackTitle, standing } = await candidate.api.candidacies.getCandidacy({ candidacyId: other });
    expect(trackTitle).toBe('Metal, Journeyman');
    expect(standing.track).toEqual({ craft: 'metal', level: 'journey' });
  });
});

describe('a region', () => {
  test('is asked for where rules depend on it, decides what is asked, and may be corrected before anything rests on it', async () => {
    const candidate = await world.person('Rae Region');
    const candidacyId = await beginGuild(candidate);
    const declare = (region: string) => candidate.api.candidacies.declareRegion({ candidacyId, region });
    const lines = async () => {
      const { standing } = await candidate.api.candidacies.getCandidacy({ candidacyId });
      return standing.steps.flatMap((step) => step.lines).map(({ id }) => id);
    };
    const before = await candidate.api.candidacies.getCandidacy({ candidacyId });
    expect(before.standing.next).toContainEqual(expect.objectContaining({ kind: 'choose-region' }));
    expect(await refusal(declare('moon'))).toMatchObject({
      code: 'candidacies.no-such-region',
      message: 'Choose one of these regions: home (Homeland), abroad (Everywhere else).',
    });
    expect((await declare('abroad')).standing.region).toBe('abroad');
    expect(await lines()).toContain('permit');
    await declare('home');
    await declare('home');
    expect(await lines()).not.toContain('permit');
    expect((await kindsOf(candidacyId)).filter((kind) => kind === 'region-declared')).toHaveLength(2);
  });

  test('stays as it is once an invoice was made out for it', async () => {
    const candidate = await world.person('Ivo Invoiced');
    const candidacyId = await beginGuild(candidate);
    await candidate.api.candidacies.declareRegion({ candidacyId, region: 'home' });
    await register(candidate, candidacyId);
    await world.within((scope) =>
      recordFacts(scope, candidacyId, [
        {
          kind: 'fee-invoiced',
          data: {
            fee: 'entry-fee',
            invoiceId: 'an-invoice',
            amountMinor: 2000,
            currency: 'USD',
            dueAt: '2027-03-31T23:59:59.999Z',
          },
          by: { kind: 'system' },
        },
      ]),
    );
    const call = candidate.api.candidacies.declareRegion({ candidacyId, region: 'abroad' });
    expect(await refusal(call)).toMatchObject({ code: 'candidacies.not-editable' });
  });

  test('is refused in a program that is the same everywhere', async () => {
    const candidate = await world.person('Eve Everywhere');
    const candidacyId = await begin(world, candidate);
    const call = candidate.api.candidacies.declareRegion({ candidacyId, region: 'home' });
    expect(await refusal(call)).toMatchObject({
      code: 'candidacies.no-such-region',
      message: 'Rules and prices of this program are the same everywhere.',
    });
  });
});

describe('a bundle', () => {
  const choose = ({ api }: Caller, candidacyId: string, bundle = 'both') =>
    api.candidacies.chooseBundle({ candidacyId, bundle });

  test('is chosen once, before any of its fees is invoiced', async () => {
    const candidate = await world.person('Bea Bundle');
    const candidacyId = await beginGuild(candidate);
    expect(await refusal(choose(candidate, candidacyId, 'none'))).toMatchObject({
      code: 'candidacies.no-such-bundle',
      message: 'Choose one of these bundles: both (Exam and portfolio together).',
    });
    await choose(candidate, candidacyId);
    await choose(candidate, candidacyId);
    expect((await kindsOf(candidacyId)).filter((kind) => kind === 'bundle-chosen')).toHaveLength(1);
  });

  test('is refused once a part of it is invoiced by itself', async () => {
    const candidate = await world.person('Bob Bundle');
    const candidacyId = await beginGuild(candidate);
    const invoice = {
      invoiceId: 'an-invoice',
      amountMinor: 10_000,
      currency: 'USD',
      dueAt: '2027-03-31T23:59:59.999Z',
    };
    const data = { ...invoice, fee: 'exam-fee', assessment: 'exam', attempt: 1 };
    await world.within((scope) =>
      recordFacts(scope, candidacyId, [{ kind: 'fee-invoiced', data, by: { kind: 'system' } }]),
    );
    expect(await refusal(choose(candidate, candidacyId))).toMatchObject({ code: 'candidacies.not-editable' });
  });

  test('is refused where each attempt is paid by itself', async () => {
    const candidate = await world.person('Cal Single');
    const candidacyId = await begin(world, candidate);
    expect(await refusal(choose(candidate, candidacyId))).toMatchObject({ code: 'candidacies.no-such-bundle' });
  });
});
