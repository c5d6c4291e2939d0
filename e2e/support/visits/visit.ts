import type { World } from '../world.ts';

/** Who looks at an address of the site, and where it is. */
export interface Visit {
  /** A mailbox of the demonstration, or the candidate of the world (`own`); absent: nobody is signed in. */
  readonly as?: string;
  readonly at: (world: World) => Promise<string>;
  readonly status: number;
}

/** By the patterns of the routes. */
export type Visits = Readonly<Record<string, Visit>>;

type Below = string | ((world: World) => Promise<string>);

const pathOf = async (below: Below, world: World): Promise<string> =>
  typeof below === 'string' ? below : below(world);

export const anyone = (path: Below, status = 200): Visit => ({ at: (world) => pathOf(path, world), status });

export const as = (mailbox: string, path: Below): Visit => ({
  as: mailbox,
  at: (world) => pathOf(path, world),
  status: 200,
});

/** Somebody at their own candidacy. */
export const candidate = (mailbox: string, below: Below): Visit =>
  as(mailbox, async (world) => `/me/candidacies/${await world.candidacyOf(mailbox)}${await pathOf(below, world)}`);

/** Somebody at their own credential. */
export const holder = (mailbox: string, below: Below): Visit =>
  as(mailbox, async (world) => `/me/credentials/${await world.credentialOf(mailbox)}${await pathOf(below, world)}`);

export const staff = (role: string, below: Below): Visit =>
  as(role, async (world) => `/staff/ala${await pathOf(below, world)}`);

/** Staff at somebody's candidacy. */
export const about = (role: string, mailbox: string, below: Below): Visit =>
  staff(role, async (world) => `/candidacies/${await world.candidacyOf(mailbox)}${await pathOf(below, world)}`);

/** Staff at somebody's credential. */
export const credentialOf = (mailbox: string, below: Below): Visit =>
  staff(
    'program-manager',
    async (world) => `/credentials/${await world.credentialOf(mailbox)}${await pathOf(below, world)}`,
  );
