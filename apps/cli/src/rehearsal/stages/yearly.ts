import type { MaintenanceStanding, NextActionKind, Standing } from '@testamur/program';
import type { Agent } from '../agent.ts';
import { look, moveClock } from '../settle.ts';
import { expectThat } from '../unmet.ts';
import type { World } from '../world.ts';

const paying: ReadonlySet<NextActionKind> = new Set(['issue-invoice', 'pay-fee']);

/** The first year that is not paid for. */
export const dueYear = ({ maintenance }: Pick<Standing, 'maintenance'>): MaintenanceStanding | undefined =>
  maintenance.find(({ state }) => state !== 'settled');

const isSettled = ({ maintenance }: Pick<Standing, 'maintenance'>, { fee, year }: MaintenanceStanding): boolean =>
  maintenance.some((one) => one.fee === fee && one.year === year && one.state === 'settled');

/** Pays what keeping the credential costs each year, as it falls due until an instant. */
export const payYearly = async (world: World, agent: Agent, until: string): Promise<void> => {
  const { clock, journal } = world;
  for (;;) {
    const { standing } = await look(world);
    const due = dueYear(standing);
    if (due === undefined || due.dueAt > until) return;
    const { year, dueAt } = due;
    // The whole of its day is still in time.
    if (dueAt > clock.now()) await moveClock(world, startOf(dueAt), `the fee for year ${year}`);
    const paid = await agent.goOn(`a paid fee for year ${year}`, (then) => isSettled(then, due), paying);
    expectThat(paid.credential?.cause === undefined, 'a credential that the fee does not hold up', paid.credential);
    journal.pass(`Fee for year ${year} paid`);
  }
};

const startOf = (dueAt: string): string => `${dueAt.slice(0, 10)}T00:00:00.000Z`;
