import { justAfter } from '../clock.ts';
import { look, moveClock } from '../settle.ts';
import { expectState, holdCredential } from '../stages/hold.ts';
import { dueYear, payYearly } from '../stages/yearly.ts';
import { expectThat, present } from '../unmet.ts';
import type { World } from '../world.ts';
import type { Failure } from './failure.ts';

const expectCause = async (world: World, status: 'in-grace' | 'lapsed'): Promise<void> => {
  const { standing } = await look(world);
  const { credential } = standing;
  expectThat(credential?.status === status, `a credential that is ${status}`, credential);
  expectThat(credential.cause === 'maintenance', 'the yearly fee to be the cause', credential);
};

export const unpaidYear: Failure = {
  id: 'unpaid-annual-fee',
  title: 'The yearly fee is not paid: the credential lapses, and comes back once it is; a referee does not answer',
  fits: ({ fees }) => fees.some(({ kind }) => kind === 'maintenance'),
  plan: (_program, plan) => ({ ...plan, mishaps: new Set(['expired-reference']) }),
  run: async (world, agent) => {
    const { journal } = world;
    const goal = 'a credential';
    const { credential } = await agent.goOn(goal, (standing) => standing.credential !== undefined);
    const held = await holdCredential(world, present(credential, goal));
    const { standing } = await look(world);
    const { year, dueAt, graceUntil } = present(dueYear(standing), 'a fee for the first year');
    await moveClock(world, justAfter(dueAt), `past the day of the fee for year ${year}`);
    await journal.step('anyone', `Verify ${held.number}: in grace`, async () => {
      await expectState(world, held, 'in-grace', true);
      await expectCause(world, 'in-grace');
    });
    await moveClock(world, justAfter(graceUntil), 'past the grace of that fee');
    await journal.step('anyone', `Verify ${held.number}: lapsed`, async (note) => {
      const found = await expectState(world, held, 'lapsed', false);
      await expectCause(world, 'lapsed');
      const { entries } = await world.anyone.registry.searchRegister({ query: held.number, page: 1 });
      expectThat(entries.length === 0, 'no entry in the register', entries);
      note(found.checks.find(({ result }) => result === 'failed')?.detail ?? '');
      journal.pass('Lapsed for a fee');
    });
    await payYearly(world, agent, graceUntil);
    await journal.step('anyone', `Verify ${held.number}: in force again`, async (note) => {
      await expectState(world, held, 'active', true);
      const { entries } = await world.anyone.registry.searchRegister({ query: held.number, page: 1 });
      expectThat(entries.length === 1, 'one entry in the register', entries);
      note(`${held.number} is the same credential as before.`);
      journal.pass('In force again');
    });
    return 'The credential lapsed for the yearly fee, and was in force again once it was paid.';
  },
};
