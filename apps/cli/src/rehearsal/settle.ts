import { expectThat } from './unmet.ts';
import type { World } from './world.ts';

const tries = 5;

/** Waits until the background work that follows from a step is done. */
export const settle = async ({ operator, organization }: Pick<World, 'operator' | 'organization'>): Promise<void> => {
  let waiting = 0;
  for (let done = 0; done < tries; done += 1) {
    const counts = await operator.rehearsals.settle({ organization });
    expectThat(counts.failed === 0, 'all background jobs to succeed', `${counts.failed} failed`);
    waiting = counts.waiting;
    if (waiting === 0) return;
  }
  expectThat(false, 'the background jobs to come to an end', `${waiting} still wait`);
};

/** The candidacy as its candidate sees it, after everything that follows from the last step. */
export const look = async (world: World) => {
  await settle(world);
  return world.candidate.api.candidacies.getCandidacy({ candidacyId: world.candidacyId });
};

/** Moves the clock forward, and waits for what falls due on the way. */
export const moveClock = async (world: World, to: string, why: string): Promise<void> => {
  const { journal, operator, organization, clock } = world;
  await journal.step('operator', `Move the clock: ${why}`, async () => {
    const { now } = await operator.rehearsals.moveClock({ organization, to });
    expectThat(now >= to, `the clock to stand at ${to}`, now);
    clock.set(now);
    await settle(world);
  });
};
