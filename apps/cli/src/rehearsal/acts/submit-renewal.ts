import { say } from '@testamur/program';
import { moveClock } from '../settle.ts';
import { expectRefusal, present } from '../unmet.ts';
import type { Act } from './act.ts';

export const submitRenewal: Act = async (world, action, standing) => {
  const { candidate, candidacyId, journal } = world;
  const renewal = present(standing.renewal, 'a renewal to submit');
  if (renewal.state === 'not-open') {
    await moveClock(world, renewal.opensAt, say(action.title));
    return true;
  }
  await journal.step('candidate', say(action.title), async (note) => {
    const { renewals } = candidate.api;
    const unsigned = renewals.submitRenewal({ candidacyId, signedName: `Not ${candidate.name}` });
    note(`Signed with another name: ${await expectRefusal('renewals.conduct-unsigned', unsigned)}`);
    await renewals.submitRenewal({ candidacyId, signedName: candidate.name });
    const route = present(renewal.route, 'the way that was chosen');
    world.findings.add({ kind: 'submitted-renewal', cycle: renewal.cycle, route });
    const twice = renewals.submitRenewal({ candidacyId, signedName: candidate.name });
    note(`Once more: ${await expectRefusal('renewals.already-submitted', twice)}`);
  });
  return true;
};
