import { isAccepted } from '../standings.ts';
import { expectThat } from '../unmet.ts';
import type { Failure } from './failure.ts';
import { giveBack } from './give-back.ts';

export const withdrawn: Failure = {
  id: 'withdrawn',
  title: 'The candidate withdraws after paying, and asks for the money back',
  // Where a tax is levied it has to come back with the price.
  fits: ({ policies, taxes }) => policies.refund.rules !== undefined && taxes !== undefined,
  plan: (_program, plan) => plan,
  run: async (world, agent) => {
    const { journal, candidate, candidacyId } = world;
    await agent.goOn(
      'a paid fee',
      (standing) =>
        isAccepted(standing) && standing.owed.length === 0 && standing.paid.some(({ amountMinor }) => amountMinor > 0),
    );
    await journal.step('candidate', 'Withdraw', async (note) => {
      const reason = 'I have taken another position and do not need the certification.';
      const { standing } = await candidate.api.candidacies.withdrawCandidacy({ candidacyId, reason });
      expectThat(standing.status === 'withdrawn', 'a candidacy that is withdrawn', standing.status);
      expectThat(standing.next.length === 0, 'no next action', standing.next);
      note(reason);
      journal.pass('Withdrawn');
    });
    const words = await giveBack(world);
    return `Withdrawn after paying. ${words}`;
  },
};
