import { say } from '@testamur/program';
import { expectQueued } from '../queue.ts';
import { expectRefusal } from '../unmet.ts';
import { impartialManager, judgeWhoDecides } from '../world.ts';
import type { Act } from './act.ts';

/** As with the first decision: nobody decides on what they judged. */
export const approveRenewal: Act = async (world, action) => {
  const { candidacyId, done, journal } = world;
  const decision = {
    candidacyId,
    reason: 'Everything that the program asks for is there, and the code of conduct is signed again.',
  };
  const judge = judgeWhoDecides(world);
  if (judge && done.has('judged education')) {
    await journal.step('program manager', 'Decide, having judged the education', async (note) => {
      const refused = judge.api.renewals.approveRenewal(decision);
      note(`Refused: ${await expectRefusal('renewals.conflict', refused)}`);
    });
  }
  const manager = impartialManager(world);
  await journal.step('program manager', say(action.title), async () => {
    await expectQueued(world, manager, 'renewal');
    await manager.api.renewals.approveRenewal(decision);
  });
  return true;
};
