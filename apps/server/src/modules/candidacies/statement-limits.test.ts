import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, beginGuild, createGuildWorld, refer } from './testing/guild-application.ts';
import { refusal, type World } from './testing/world.ts';

let world: World;

beforeAll(async () => {
  world = await createGuildWorld();
});
afterAll(() => world.close());

test('one mailbox is one referee, whatever is written after a plus sign', async () => {
  const candidate = await world.person('Tia Twice');
  const candidacyId = await beginGuild(candidate);
  await ask(candidate, candidacyId, 'Ben+one');
  await refer(world, 'Ben+one');
  expect(await refusal(ask(candidate, candidacyId, 'Ben+two'))).toMatchObject({ code: 'candidacies.already-asked' });
  await ask(candidate, candidacyId, 'Benno');
});

test('beginning anew allows no more than ten requests a day', async () => {
  const candidate = await world.person('Mo Many');
  const first = await beginGuild(candidate);
  for (let count = 0; count < 10; count += 1) {
    const { requestId } = await ask(candidate, first, `Kit${count}`);
    await candidate.api.candidacies.withdrawStatement({ candidacyId: first, requestId });
  }
  await candidate.api.candidacies.withdrawCandidacy({ candidacyId: first, reason: 'To begin anew.' });
  const second = await beginGuild(candidate);
  expect(second).not.toBe(first);
  expect(await refusal(ask(candidate, second, 'Kit10'))).toMatchObject({ code: 'candidacies.too-many-requests' });
});

test('a reviewer who was asked for a statement judges nothing of that candidate', async () => {
  const reviewer = await world.person('Rae Referee', ['reviewer']);
  const other = await world.person('Roy Reviewer', ['reviewer']);
  const candidate = await world.person('Cleo Close');
  const candidacyId = await beginGuild(candidate);
  const asked = { candidacyId, requirement: 'letters', name: 'Rae', email: reviewer.email, relation: 'boss' };
  await candidate.api.candidacies.requestStatement(asked);
  const verdict = {
    candidacyId,
    requirement: 'letters',
    claimDeclaredAt: world.now().toISOString(),
    verdict: 'accepted',
    reason: 'Well said.',
  } as const;
  expect(await refusal(reviewer.api.candidacies.judgeRequirement(verdict))).toMatchObject({
    code: 'candidacies.asked-for-statement',
  });
  expect(await refusal(other.api.candidacies.judgeRequirement(verdict))).toMatchObject({
    code: 'candidacies.nothing-to-judge',
  });
});
