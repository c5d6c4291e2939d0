import { createAgent } from '../agent.ts';
import { otherTrack } from '../plan/choose.ts';
import type { Plan } from '../plan/plan.ts';
import { present } from '../unmet.ts';
import type { World } from '../world.ts';
import { begin } from './enter.ts';
import { holdCredential } from './hold.ts';

/** The same person in another track of the program: a candidacy and a credential of its own, beside the first. */
export const certifyInOtherTrack = async (world: World): Promise<void> => {
  const track = otherTrack(world.program, world.plan);
  if (track === undefined) return;
  const plan: Plan = { ...world.plan, track, paysByVoucher: false };
  const { candidacyId, number } = await begin(world, plan);
  world.journal.pass('Application in another track begun');
  // What was shown once, such as a declined card, is not shown again; what belongs to a candidacy begins anew.
  const second: World = { ...world, plan, candidacyId, number, expectedScores: new Map(), asked: [], done: new Set() };
  const goal = 'a credential in another track';
  const { credential } = await createAgent(second).goOn(goal, (standing) => standing.credential !== undefined);
  await holdCredential(second, present(credential, goal));
};
