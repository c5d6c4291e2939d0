import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCandidacy } from './index.ts';
import { apply, begin, fillIn, pdfFile } from './testing/application.ts';
import { type Caller, createWorld, refusal, type World } from './testing/world.ts';

let world: World;
let candidate: Caller;

beforeAll(async () => {
  world = await createWorld();
  candidate = await world.person('Ana Rivera');
});
afterAll(() => world.close());

const factKinds = async (candidacyId: string) =>
  (await world.within((scope) => loadCandidacy(scope, candidacyId))).facts.map((fact) => fact.kind);

describe('beginning', () => {
  test('a person has one candidacy a program, also when two windows begin at once', async () => {
    const beginner = await world.person('Bea Beginner');
    const ids = await Promise.all([begin(world, beginner), begin(world, beginner), begin(world, beginner)]);
    expect(new Set(ids).size).toBe(1);
    expect(await factKinds(ids[0] ?? '')).toEqual(['candidacy-begun']);
  });

  test('a program that is not published is refused', async () => {
    const call = candidate.api.candidacies.beginCandidacy({ organization: 'ala', programId: 'no-such' });
    expect(await refusal(call)).toMatchObject({ code: 'programs.no-such-program' });
  });

  test('after an end, the person may begin anew', async () => {
    const returning = await world.person('Rita Returning');
    const first = await begin(world, returning);
    await returning.api.candidacies.withdrawCandidacy({ candidacyId: first, reason: 'Changed my plans.' });
    const second = await begin(world, returning);
    expect(second).not.toBe(first);
    const { candidacies } = await returning.api.candidacies.listMyCandidacies({});
    expect(candidacies.map((one) => one.id)).toEqual([second, first]);
  });
});

describe('the draft', () => {
  test('shows what it would say before it is submitted, and is nobody else’s to see', async () => {
    const reviewer = await world.person('Rolf Reviewer', ['reviewer']);
    const drafting = await world.person('Dora Drafting');
    const candidacyId = await begin(world, drafting);
    await fillIn(drafting, candidacyId);
    const own = await drafting.api.candidacies.getCandidacy({ candidacyId });
    const line = own.standing.steps.flatMap((step) => step.lines).find(({ id }) => id === 'experience');
    expect(line?.state).toBe('in-progress');
    expect(Object.keys(own.draft).sort()).toEqual(['conduct', 'education', 'experience']);
    expect(own.standing.next).toMatchObject([{ kind: 'submit-application' }]);
    expect(await factKinds(candidacyId)).toEqual(['candidacy-begun']);
    const seen = await reviewer.api.candidacies.getCandidacy({ candidacyId });
    expect(seen.draft).toEqual({});
  });

  test('a claim that does not fit is refused, naming the field', async () => {
    const candidacyId = await begin(world, candidate);
    const call = candidate.api.candidacies.saveSection({
      candidacyId,
      requirement: 'education',
      claim: { kind: 'attestation', signedName: 'Ana', documentVersion: '2026' },
    });
    expect(await refusal(call)).toMatchObject({ code: 'candidacies.wrong-claim', fields: [{ path: 'claim.kind' }] });
  });

  test('a file of another candidacy proves nothing', async () => {
    const stranger = await world.person('Sam Stranger');
    const theirs = await begin(world, stranger);
    const { id } = await stranger.api.candidacies.uploadFile({ candidacyId: theirs, file: pdfFile() });
    const candidacyId = await begin(world, candidate);
    const entry = {
      id,
      institution: 'State University',
      level: 'bachelor' as const,
      field: 'History',
      awardedOn: '2019-06-15',
      accredited: true,
      fileIds: [id],
    };
    const claim = { kind: 'education' as const, entries: [entry] };
    const call = candidate.api.candidacies.saveSection({ candidacyId, requirement: 'education', claim });
    expect(await refusal(call)).toMatchObject({ code: 'candidacies.no-such-file' });
    const peek = candidate.api.candidacies.downloadFile({ fileId: id });
    expect(await refusal(peek)).toMatchObject({ code: 'platform.not-found' });
  });
});

describe('submitting', () => {
  test('an incomplete application is refused, naming what is missing', async () => {
    const hasty = await world.person('Hal Hasty');
    const candidacyId = await begin(world, hasty);
    const refused = await refusal(hasty.api.candidacies.submitApplication({ candidacyId, listed: false }));
    expect(refused.code).toBe('candidacies.incomplete');
    expect(refused.fields).toMatchObject([{ path: 'experience' }, { path: 'education' }, { path: 'conduct' }]);
  });

  test('needs a confirmed e-mail address, and keeps the answers', async () => {
    const unconfirmed = await world.person('Una Unconfirmed', [], false);
    const candidacyId = await begin(world, unconfirmed);
    await fillIn(unconfirmed, candidacyId);
    const call = unconfirmed.api.candidacies.submitApplication({ candidacyId, listed: false });
    expect(await refusal(call)).toMatchObject({ code: 'candidacies.email-not-verified' });
    const { draft } = await unconfirmed.api.candidacies.getCandidacy({ candidacyId });
    expect(Object.keys(draft)).toHaveLength(3);
  });

  test('twice at once submits once; the second is told', async () => {
    const doubling = await world.person('Didi Doubling');
    const candidacyId = await begin(world, doubling);
    await fillIn(doubling, candidacyId);
    const submit = () => doubling.api.candidacies.submitApplication({ candidacyId, listed: true });
    const both = await Promise.allSettled([submit(), submit()]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusal(submit())).toMatchObject({ code: 'candidacies.not-editable' });
    const kinds = await factKinds(candidacyId);
    expect(kinds.filter((kind) => kind === 'application-submitted')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'requirement-declared')).toHaveLength(3);
  });

  test('with one key is answered the same twice', async () => {
    const retrying = await world.person('Rex Retrying');
    const candidacyId = await begin(world, retrying);
    await fillIn(retrying, candidacyId);
    const submit = () =>
      retrying.api.candidacies.submitApplication(
        { candidacyId, listed: false },
        { context: { idempotencyKey: `submit-${candidacyId}` } },
      );
    const [first, second] = [await submit(), await submit()];
    expect(second).toEqual(first);
  });

  test('closes the sections until somebody asks for more', async () => {
    const done = await world.person('Dan Done');
    const candidacyId = await apply(world, done);
    const { claims } = await done.api.candidacies.getCandidacy({ candidacyId });
    const claim = claims.conduct?.claim;
    if (!claim) throw new Error('The code of conduct was not signed.');
    const call = done.api.candidacies.saveSection({ candidacyId, requirement: 'conduct', claim });
    expect(await refusal(call)).toMatchObject({ code: 'candidacies.not-editable' });
  });

  test('tells whether the register may name the candidate, who may think again', async () => {
    const shy = await world.person('Shea Shy');
    const candidacyId = await apply(world, shy);
    expect((await shy.api.candidacies.getCandidacy({ candidacyId })).standing.listed).toBe(true);
    const { standing } = await shy.api.candidacies.setListing({ candidacyId, listed: false });
    expect(standing.listed).toBe(false);
  });
});

describe('withdrawing', () => {
  test('ends the candidacy once, and empties the queues', async () => {
    const leaving = await world.person('Lea Leaving');
    const candidacyId = await apply(world, leaving);
    await leaving.api.candidacies.withdrawCandidacy({ candidacyId, reason: 'Moving abroad.' });
    const again = leaving.api.candidacies.withdrawCandidacy({ candidacyId, reason: 'Moving abroad.' });
    expect(await refusal(again)).toMatchObject({ code: 'candidacies.already-over' });
    const left = await world.within(({ trx }) =>
      trx.selectFrom('queue_entry').select('queue').where('candidacy_id', '=', candidacyId).execute(),
    );
    expect(left).toEqual([]);
  });
});

describe('a draft that nobody goes on with', () => {
  test('is closed by the clock alone, once its time has run out', async () => {
    const before = world.now().toISOString();
    const slow = await world.person('Sol Slow');
    const candidacyId = await begin(world, slow);
    world.setClock('2028-03-01T23:00:00.000Z');
    await world.sweep();
    expect((await slow.api.candidacies.getCandidacy({ candidacyId })).standing.status).toBe('draft');
    world.setClock('2028-03-02T00:00:00.000Z');
    await world.sweep();
    const row = await world.within(({ trx }) =>
      trx
        .selectFrom('candidacy')
        .innerJoin('standing_cache', 'standing_cache.candidacy_id', 'candidacy.id')
        .select(['closed_at', 'status'])
        .where('candidacy.id', '=', candidacyId)
        .executeTakeFirstOrThrow(),
    );
    expect(row).toMatchObject({ status: 'closed', closed_at: expect.any(Date) });
    const mails = (await world.mails()).filter((mail) => mail.to_address === slow.email);
    expect(mails.map((mail) => mail.subject)).toEqual([expect.stringContaining('Your candidacy was closed')]);
    world.setClock(before);
  });
});
