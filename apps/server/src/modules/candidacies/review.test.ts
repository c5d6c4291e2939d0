import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queueSlugs } from './contract/staff.ts';
import { loadCandidacy } from './index.ts';
import { accept, apply, begin, fillIn } from './testing/application.ts';
import { type Caller, createWorld, refusal, type World } from './testing/world.ts';

let world: World;
let first: Caller;
let second: Caller;
let manager: Caller;

beforeAll(async () => {
  world = await createWorld();
  first = await world.person('Ruth Reviewer', ['reviewer']);
  second = await world.person('Rolf Reviewer', ['reviewer']);
  manager = await world.person('Mia Manager', ['program-manager']);
});
afterAll(() => world.close());

const declaredAt = async (reviewer: Caller, candidacyId: string, requirement: string) =>
  (await reviewer.api.candidacies.getCandidacy({ candidacyId })).claims[requirement]?.declaredAt ?? '';

describe('a verdict', () => {
  test('of two reviewers at once is one verdict, and the other is told who acted', async () => {
    const candidacyId = await apply(world, await world.person('Ana Rivera'));
    const both = await Promise.allSettled([
      accept(first, candidacyId, 'experience'),
      accept(second, candidacyId, 'experience'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = both[0]?.status === 'fulfilled' ? 'Ruth Reviewer' : 'Rolf Reviewer';
    const lost = both.find((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({ code: 'candidacies.already-judged' });
    expect(String(lost?.reason.message)).toContain(`${winner} accepted it`);
    const { facts } = await world.within((scope) => loadCandidacy(scope, candidacyId));
    expect(facts.filter((fact) => fact.kind === 'requirement-judged')).toHaveLength(1);
  });

  test('on a claim that was stated anew meanwhile is refused', async () => {
    const candidate = await world.person('Bo Changing');
    const candidacyId = await apply(world, candidate);
    const seen = await declaredAt(first, candidacyId, 'education');
    await first.api.candidacies.judgeRequirement({
      candidacyId,
      requirement: 'education',
      claimDeclaredAt: seen,
      verdict: 'more-needed',
      reason: 'Add your transcript, please.',
    });
    const asked = await candidate.api.candidacies.getCandidacy({ candidacyId });
    expect(asked.standing.status).toBe('more-needed');
    const claim = asked.claims.education?.claim;
    if (!claim) throw new Error('No education was declared.');
    await refuseEarlySubmission(candidate, candidacyId);
    await candidate.api.candidacies.saveSection({ candidacyId, requirement: 'education', claim });
    world.setClock('2027-03-01T12:00:00.000Z');
    await candidate.api.candidacies.submitApplication({ candidacyId, listed: true });
    const stale = second.api.candidacies.judgeRequirement({
      candidacyId,
      requirement: 'education',
      claimDeclaredAt: seen,
      verdict: 'not-accepted',
      reason: 'No transcript.',
    });
    expect(await refusal(stale)).toMatchObject({ code: 'candidacies.claim-changed' });
    await accept(second, candidacyId, 'education');
    const { standing } = await candidate.api.candidacies.getCandidacy({ candidacyId });
    expect(standing.status).toBe('under-review');
  });

  const refuseEarlySubmission = async (candidate: Caller, candidacyId: string) => {
    const early = candidate.api.candidacies.submitApplication({ candidacyId, listed: true });
    expect(await refusal(early)).toMatchObject({ code: 'candidacies.incomplete', fields: [{ path: 'education' }] });
  };

  test('that refuses ends the candidacy, with its reason', async () => {
    const candidate = await world.person('Cy Refused');
    const candidacyId = await apply(world, candidate);
    const { standing } = await first.api.candidacies.judgeRequirement({
      candidacyId,
      requirement: 'experience',
      claimDeclaredAt: await declaredAt(first, candidacyId, 'experience'),
      verdict: 'not-accepted',
      reason: 'The employer does not know you.',
    });
    expect(standing).toMatchObject({ status: 'not-accepted', final: true });
    await world.runJobs();
    const mail = (await world.mails()).findLast(({ to_address: to }) => to === candidate.email);
    expect(mail?.subject).toContain('not accepted');
  });

  test('on one’s own candidacy, on a draft, on a signature, or on no entry of the claim is refused', async () => {
    const own = await apply(world, first);
    const ownVerdict = accept(first, own, 'experience');
    expect(await refusal(ownVerdict)).toMatchObject({ code: 'candidacies.own-candidacy' });
    const judge = (candidacyId: string, requirement: string, claimDeclaredAt: string, entryIds?: string[]) =>
      second.api.candidacies.judgeRequirement({
        candidacyId,
        requirement,
        claimDeclaredAt,
        verdict: 'accepted',
        reason: 'Looks good.',
        ...(entryIds === undefined ? {} : { entryIds }),
      });
    const draft = await begin(world, await world.person('Eve Drafting'));
    const now = world.now().toISOString();
    expect(await refusal(judge(draft, 'experience', now))).toMatchObject({ code: 'candidacies.nothing-to-judge' });
    const signedAt = await declaredAt(second, own, 'conduct');
    expect(await refusal(judge(own, 'conduct', signedAt))).toMatchObject({ code: 'candidacies.nothing-to-judge' });
    const statedAt = await declaredAt(second, own, 'experience');
    expect(await refusal(judge(own, 'experience', statedAt, [own]))).toMatchObject({
      code: 'candidacies.no-such-entry',
    });
  });
});

describe('an accommodation', () => {
  test('is decided once, multiplies the time, and its words are for those who need them', async () => {
    const candidate = await world.person('Ida Needing');
    const candidacyId = await begin(world, candidate);
    const request = 'I read slowly because of dyslexia.';
    await candidate.api.candidacies.requestAccommodation({ candidacyId, request });
    await fillIn(candidate, candidacyId);
    await candidate.api.candidacies.submitApplication({ candidacyId, listed: false });
    const decide = (timeMultiplier: 1 | 1.25 | 1.5 | 2) =>
      manager.api.candidacies.decideAccommodation({
        candidacyId,
        granted: true,
        timeMultiplier,
        reason: 'As your doctor recommends.',
      });
    const { standing } = await decide(1.5);
    expect(standing.timeMultiplier).toBe(1.5);
    expect(await refusal(decide(2))).toMatchObject({ code: 'candidacies.already-judged' });
    const managed = await manager.api.candidacies.getCandidacy({ candidacyId });
    expect(managed.accommodation).toMatchObject({ request, state: 'granted', timeMultiplier: 1.5 });
    const reviewed = await first.api.candidacies.getCandidacy({ candidacyId });
    expect(JSON.stringify(reviewed)).not.toContain('dyslexia');
    expect(JSON.stringify(reviewed)).not.toContain('doctor');
    const waiting = await manager.api.candidacies.getQueue({ organization: 'ala', queue: 'accommodation', page: 1 });
    expect(waiting.rows).toEqual([]);
  });
});

describe('work', () => {
  test('is claimed by one person at a time; a program manager may free it', async () => {
    const candidacyId = await apply(world, await world.person('Flo Waiting'));
    const claim = (caller: Caller, claimed: boolean) => caller.api.candidacies.claimCandidacy({ candidacyId, claimed });
    await claim(first, true);
    await claim(first, true);
    const refused = await refusal(claim(second, true));
    expect(refused.code).toBe('candidacies.claimed-by-another');
    expect(refused.message).toContain('Ruth Reviewer');
    await claim(second, false);
    expect((await refusal(claim(second, true))).code).toBe('candidacies.claimed-by-another');
    const { rows } = await second.api.candidacies.getQueue({ organization: 'ala', queue: 'review', page: 1 });
    expect(rows.find((row) => row.candidacyId === candidacyId)?.claimedBy?.name).toBe('Ruth Reviewer');
    await claim(manager, false);
    await claim(second, true);
  });
});

describe('queues', () => {
  test('belong to roles, and auditors see all of them', async () => {
    const auditor = await world.person('Aud Auditor', ['auditor']);
    const slugs = async (caller: Caller) =>
      (await caller.api.candidacies.listQueues({ organization: 'ala' })).queues.map((queue) => queue.slug);
    expect(await slugs(first)).toEqual(['review', 'membership', 'education']);
    expect(await slugs(auditor)).toEqual([...queueSlugs]);
    const other = first.api.candidacies.getQueue({ organization: 'ala', queue: 'decision', page: 1 });
    expect(await refusal(other)).toMatchObject({ code: 'candidacies.queue-of-another-role' });
  });

  test('show the oldest first and never one’s own candidacy', async () => {
    const { rows, total } = await first.api.candidacies.getQueue({ organization: 'ala', queue: 'review', page: 1 });
    expect(rows).toHaveLength(total);
    const since = rows.map((row) => row.waitingSince);
    expect(since).toEqual([...since].sort());
    expect(rows.map((row) => row.candidateName)).not.toContain('Ruth Reviewer');
  });

  test('count what they hold', async () => {
    const { queues } = await first.api.candidacies.listQueues({ organization: 'ala' });
    const { total } = await first.api.candidacies.getQueue({ organization: 'ala', queue: 'review', page: 1 });
    expect(queues[0]?.count).toBe(total);
  });
});

describe('a search', () => {
  test.each(['rivera', 'under review'])('finds by name and by status: %j', async (query) => {
    const found = await manager.api.candidacies.searchCandidacies({ organization: 'ala', query, page: 1 });
    expect(found.candidacies.map((one) => one.candidateName)).toContain('Ana Rivera');
  });

  test('takes signs of patterns as they are', async () => {
    const found = await manager.api.candidacies.searchCandidacies({ organization: 'ala', query: '%', page: 1 });
    expect(found.total).toBe(0);
  });
});

test('people of no part in the organization cannot tell a candidacy from nothing', async () => {
  const stranger = await world.person('Sam Stranger');
  const candidacyId = await apply(world, await world.person('Guy Private'));
  expect(await refusal(stranger.api.candidacies.getCandidacy({ candidacyId }))).toMatchObject({
    code: 'platform.not-found',
  });
});
