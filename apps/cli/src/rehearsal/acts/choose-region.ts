import { findRegion, say } from '@testamur/program';
import { expectRefusal, expectThat, present } from '../unmet.ts';
import type { Act } from './act.ts';

export const chooseRegion: Act = async ({ program, plan, candidate, candidacyId, journal }, action) => {
  const region = present(
    plan.region === undefined ? undefined : findRegion(program, plan.region),
    'a region to choose in the program',
  );
  await journal.step('candidate', `${say(action.title)}: ${region.title}`, async (note) => {
    const nowhere = candidate.api.candidacies.declareRegion({ candidacyId, region: 'nowhere' });
    note(`Another one is refused: ${await expectRefusal('candidacies.no-such-region', nowhere)}`);
    const { standing } = await candidate.api.candidacies.declareRegion({ candidacyId, region: region.id });
    expectThat(standing.region === region.id, `the region ${region.id}`, standing.region);
  });
  return true;
};
