import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, refusal, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('answers of the interview', () => {
  test('are kept with the application that they lead to, for the candidate alone', async () => {
    const candidate = await world.person('Ada Answering');
    const reviewer = await world.person('Rolf Reviewer', ['reviewer']);
    const answers = { work: 'academic-library', 'years:academic-library': '2' };
    const begun = { organization: world.organization.slug, programId: 'calt' };
    const { candidacyId } = await candidate.api.candidacies.beginCandidacy({ ...begun, answers });
    expect((await candidate.api.candidacies.getCandidacy({ candidacyId })).answers).toEqual(answers);
    expect(await reviewer.api.candidacies.getCandidacy({ candidacyId })).not.toHaveProperty('answers');

    await candidate.api.candidacies.beginCandidacy(begun);
    expect((await candidate.api.candidacies.getCandidacy({ candidacyId })).answers).toEqual(answers);
    await candidate.api.candidacies.beginCandidacy({ ...begun, answers: { degree: 'associate' } });
    expect((await candidate.api.candidacies.getCandidacy({ candidacyId })).answers).toEqual({ degree: 'associate' });
  });

  test('are 40 at most', async () => {
    const candidate = await world.person('Otto Overlong');
    const answers = Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`years:place-${at}`, '1']));
    const call = candidate.api.candidacies.beginCandidacy({ organization: 'ala', programId: 'calt', answers });
    expect(await refusal(call)).toMatchObject({ code: 'platform.invalid' });
  });
});
