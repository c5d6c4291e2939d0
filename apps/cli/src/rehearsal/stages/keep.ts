import { credentialTerms, renewalReminders, type Standing } from '@testamur/program';
import type { Agent } from '../agent.ts';
import { justAfter } from '../clock.ts';
import { expectLetter } from '../letters.ts';
import { look, moveClock } from '../settle.ts';
import { expectThat, present } from '../unmet.ts';
import type { World } from '../world.ts';
import { expectState, type Held, holdCredential } from './hold.ts';
import { payYearly } from './yearly.ts';

const credentialOf = ({ credential }: Standing) => present(credential, 'a credential');

/** Moves the clock to a date on which the holder has to be written to. */
const moveToLetter = async (world: World, to: string, why: string, { number }: Held): Promise<void> => {
  const subject = await expectLetter(world, number, () => moveClock(world, to, why));
  await world.journal.step('candidate', 'Receive a letter', async (note) => note(subject));
};

/** Reminded, educated or examined, renewed: the second credential stands in the place of the first. */
export const renew = async (world: World, agent: Agent, first: Held): Promise<Held> => {
  const { program, journal, anyone, findings } = world;
  const [reminder] = renewalReminders(program, first.validUntil);
  await payYearly(world, agent, reminder?.at ?? first.validUntil);
  if (reminder) await moveToLetter(world, reminder.at, `a reminder, ${reminder.period} before the end`, first);
  const renewed = await agent.goOn('a renewed credential', ({ credential }) => credential?.number !== first.number);
  const credential = credentialOf(renewed);
  expectThat(credential.validUntil > first.validUntil, `a term beyond ${first.validUntil}`, credential.validUntil);
  const second = await holdCredential(world, credential);
  await journal.step('anyone', `Verify ${first.number}, which was renewed`, async (note) => {
    const found = await expectState(world, first, 'replaced', false);
    expectThat(found.credential.replacedBy === second.number, `to be sent on to ${second.number}`, found.credential);
    const { entries } = await anyone.registry.searchRegister({ query: first.number, page: 1 });
    expectThat(entries.length === 0, 'the register to list the new one alone', entries);
    note(`Replaced by ${second.number}.`);
  });
  const { cycle } = credential;
  const route = present(
    findings.list('submitted-renewal').find((submitted) => submitted.cycle === cycle)?.route,
    `a renewal that was submitted for cycle ${cycle}`,
  );
  findings.add({ kind: 'renewed', route, number: second.number, cycle });
  journal.pass(`Renewed: ${program.renewal.routes.find(({ id }) => id === route)?.title ?? route}`);
  return second;
};

interface End {
  readonly after: string;
  readonly state: 'in-grace' | 'lapsed' | 'expired';
  readonly inForce: boolean;
}

/** What verification, the standing and the register say of a credential that nobody renews. */
export const expectEnd = async (world: World, held: Held, { state, inForce }: Omit<End, 'after'>): Promise<void> => {
  const { journal, anyone } = world;
  await journal.step('anyone', `Verify ${held.number}: ${state}`, async (note) => {
    const found = await expectState(world, held, state, inForce);
    const { standing } = await look(world);
    expectThat(credentialOf(standing).status === state, `a standing that says ${state}`, credentialOf(standing));
    const { entries } = await anyone.registry.searchRegister({ query: held.number, page: 1 });
    const expected = inForce ? 1 : 0;
    expectThat(entries.length === expected, `${expected === 1 ? 'one entry' : 'no entry'} in the register`, entries);
    note(found.checks.find(({ id }) => id === 'dates')?.detail ?? '');
  });
};

/** Nothing is done any more: reminded until the end, then in grace, lapsed, expired. */
export const letEnd = async (world: World, agent: Agent, held: Held): Promise<void> => {
  const { program, journal, clock } = world;
  for (const { at, period } of renewalReminders(program, held.validUntil)) {
    await payYearly(world, agent, at);
    if (at > clock.now()) await moveToLetter(world, at, `a reminder, ${period} before the end`, held);
  }
  const { validUntil, graceUntil, reinstatementUntil } = credentialTerms(program, held.validUntil);
  await payYearly(world, agent, validUntil);
  const ends: readonly End[] = [
    { after: validUntil, state: 'in-grace', inForce: true },
    { after: graceUntil, state: 'lapsed', inForce: false },
    { after: reinstatementUntil, state: 'expired', inForce: false },
  ];
  // A period of no length leaves no time to be in its state.
  const lasting = ends.filter(({ after }, index) => ends[index + 1]?.after !== after);
  for (const { after, ...end } of lasting) {
    await moveToLetter(world, justAfter(after), `past ${after.slice(0, 10)}`, held);
    await expectEnd(world, held, end);
  }
  await journal.step('candidate', 'See that nothing is left to do', async (note) => {
    const { standing } = await look(world);
    expectThat(standing.next.length === 0, 'no next action', standing.next);
    expectThat(standing.final, 'a candidacy in which nothing more can happen', 'one that goes on');
    note(`Status: ${standing.status}.`);
  });
  journal.pass('Expired');
};
