import { credentialTerms } from '@testamur/program';
import { justAfter } from '../clock.ts';
import { moveClock } from '../settle.ts';
import { holdCredential } from '../stages/hold.ts';
import { expectEnd } from '../stages/keep.ts';
import { expectThat, present } from '../unmet.ts';
import type { Failure } from './failure.ts';

export const lapsedCredential: Failure = {
  id: 'lapsed-credential',
  title: 'The credential is not renewed in time: it lapses, and is brought back',
  // The letters after the name are what is lost first.
  fits: ({ credential }) => credential.postnominal !== undefined,
  plan: (_program, plan) => plan,
  run: async (world, agent) => {
    const { program, journal, clock } = world;
    const goal = 'a credential';
    const { credential } = await agent.goOn(goal, (standing) => standing.credential !== undefined);
    const held = await holdCredential(world, present(credential, goal));
    const { validUntil, graceUntil } = credentialTerms(program, held.validUntil);
    await moveClock(world, justAfter(validUntil), 'past the expiry date');
    await expectEnd(world, held, { state: 'in-grace', inForce: true });
    await moveClock(world, justAfter(graceUntil), 'past the grace');
    await expectEnd(world, held, { state: 'lapsed', inForce: false });
    journal.pass('Lapsed');
    const lapsedAt = clock.now();
    const back = await agent.goOn(
      'a credential that is brought back',
      (standing) => standing.credential?.number !== held.number,
    );
    const renewed = present(back.credential, 'a credential');
    await journal.step('rehearsal', 'Compare the terms', async (note) => {
      expectThat(renewed.validFrom >= lapsedAt, 'a new term that begins now, and leaves a gap', renewed.validFrom);
      note(
        `${renewed.validFrom.slice(0, 10)} to ${renewed.validUntil.slice(0, 10)}, after ${held.validUntil.slice(0, 10)}.`,
      );
    });
    await holdCredential(world, renewed);
    return 'The credential lapsed, and was renewed within the time for bringing it back; the gap stays visible.';
  },
};
