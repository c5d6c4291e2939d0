import { say } from '@testamur/program';
import { expectQueued } from '../queue.ts';
import { expectThat } from '../unmet.ts';
import { staffWith } from '../world.ts';
import { type Act, subjectOf } from './act.ts';

export const reviewMembership: Act = async (world, action) => {
  const { candidacyId, journal } = world;
  const payerClass = subjectOf(action);
  const finance = staffWith(world, 'finance');
  await journal.step('finance', say(action.title), async (note) => {
    await expectQueued(world, finance, 'membership');
    const reason = 'The number is on the list of members.';
    const { standing } = await finance.api.candidacies.judgeMembership({ candidacyId, verified: true, reason });
    expectThat(standing.payerClass === payerClass, `the price of "${payerClass}"`, standing.payerClass);
    note(`The price of "${payerClass}" holds.`);
  });
  return true;
};
