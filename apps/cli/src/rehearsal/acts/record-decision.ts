import { say } from '@testamur/program';
import { expectQueued } from '../queue.ts';
import { expectRefusal } from '../unmet.ts';
import { impartialManager, judgeWhoDecides } from '../world.ts';
import type { Act } from './act.ts';

/** First somebody who reviewed this candidate tries, and is refused; then somebody who did not decides. */
export const recordDecision: Act = async (world, action) => {
  if (action.actor === 'system') return false;
  const { candidacyId, done, journal } = world;
  const decision = {
    candidacyId,
    outcome: 'certify' as const,
    reason: 'All requirements are met, and every assessment that the program asks for is passed.',
  };
  const judge = judgeWhoDecides(world);
  if (judge && done.has('judged')) {
    await journal.step('program manager', 'Decide, having reviewed the candidate', async (note) => {
      const refused = judge.api.credentialing.recordDecision(decision);
      note(`Refused: ${await expectRefusal('credentialing.conflict', refused)}`);
    });
  }
  const manager = impartialManager(world);
  await journal.step('program manager', say(action.title), async () => {
    await expectQueued(world, manager, 'decision');
    await manager.api.credentialing.recordDecision(decision);
  });
  return true;
};
