import { say } from '@testamur/program';
import { expectQueued } from '../queue.ts';
import { expectThat, present } from '../unmet.ts';
import { impartialManager } from '../world.ts';
import type { Act } from './act.ts';

/** What an operation can grant, the wished one first. */
const multipliers = [1.5, 1.25, 2] as const;

export const decideAccommodation: Act = async (world, action) => {
  const { candidacyId, program, journal } = world;
  const manager = impartialManager(world);
  const offered = program.accommodations.timeMultipliers;
  await journal.step('program manager', say(action.title), async (note) => {
    await expectQueued(world, manager, 'accommodation');
    const timeMultiplier = present(
      multipliers.find((one) => offered.includes(one)),
      `the program to offer one of ${multipliers.join(', ')} times the time`,
    );
    const { standing } = await manager.api.candidacies.decideAccommodation({
      candidacyId,
      granted: true,
      timeMultiplier,
      reason: 'The need is documented, and the time asked for meets it.',
    });
    expectThat(standing.timeMultiplier === timeMultiplier, `${timeMultiplier} times the time`, standing.timeMultiplier);
    note(`Granted: ${timeMultiplier} times the time.`);
  });
  return true;
};
