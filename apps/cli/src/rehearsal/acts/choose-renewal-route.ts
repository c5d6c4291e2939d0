import { say } from '@testamur/program';
import { routeFor } from '../plan/plan.ts';
import { expectThat, present } from '../unmet.ts';
import { firstTime } from '../world.ts';
import type { Act } from './act.ts';

/** Once a cycle; the standing names this action also where another way could still be chosen. */
export const chooseRenewalRoute: Act = async (world, action, standing) => {
  const { candidate, candidacyId, plan, journal } = world;
  const renewal = present(standing.renewal, 'a renewal to choose the way of');
  if (!firstTime(world, `route ${renewal.cycle}`)) return false;
  const route = present(
    renewal.routes.find(({ id }) => id === routeFor(plan, renewal.cycle)),
    'one of the ways that the program has',
  );
  await journal.step('candidate', `${say(action.title)}: ${route.title}`, async () => {
    await candidate.api.renewals.chooseRenewalRoute({ candidacyId, route: route.id });
    const { standing: after } = await candidate.api.candidacies.getCandidacy({ candidacyId });
    expectThat(after.renewal?.route === route.id, `the way "${route.id}"`, after.renewal?.route);
  });
  return true;
};
