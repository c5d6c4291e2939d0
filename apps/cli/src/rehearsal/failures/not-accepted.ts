import type { Agent } from '../agent.ts';
import { look } from '../settle.ts';
import { expectThat } from '../unmet.ts';
import type { World } from '../world.ts';
import type { Failure } from './failure.ts';
import { giveBack } from './give-back.ts';

/** The application ends, by the standing and for everybody. */
const endRefused = async (world: World, agent: Agent): Promise<string> => {
  await agent.goOn('an application that is not accepted', ({ status }) => status === 'not-accepted');
  const { standing } = await look(world);
  await world.journal.step('candidate', 'Read that the application is not accepted', async (note) => {
    world.journal.pass('Not accepted');
    expectThat(standing.next.length === 0, 'no next action', standing.next);
    expectThat(standing.credential === undefined, 'no credential', standing.credential);
    note(
      standing.steps
        .flatMap(({ lines }) => lines)
        .filter(({ state }) => state === 'not-met')
        .map(({ id }) => id)
        .join(', '),
    );
  });
  const words = await giveBack(world);
  return `The application was not accepted. ${words}`;
};

export const refusedBackgroundCheck: Failure = {
  id: 'refused-background-check',
  title: 'The background check is not clear',
  fits: ({ requirements }) => requirements.some(({ kind }) => kind === 'background-check'),
  plan: (_program, plan) => ({ ...plan, mishaps: new Set(['refused-background-check']) }),
  run: endRefused,
};

export const notEligible: Failure = {
  id: 'not-eligible',
  title: 'The experience is first not of the kind that is asked for, and then not shown',
  fits: ({ requirements }) =>
    requirements.some((requirement) => requirement.kind === 'experience' && requirement.ofWhich !== undefined),
  plan: (_program, plan) => ({ ...plan, mishaps: new Set(['experience-not-shown']) }),
  run: endRefused,
};
