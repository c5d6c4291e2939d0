import type { Assessment, RenewalRoute } from '@testamur/program';

/** What a candidate of a rehearsal chooses where the program leaves a choice, and what goes wrong on the way. */
export interface Plan {
  /** One of the program's regions, where it has any. */
  readonly region?: string;
  /** The option of each axis, where the program has tracks. */
  readonly track?: Readonly<Record<string, string>>;
  /** A payer class that is proved by a membership, where prices differ by it. */
  readonly payerClass?: string;
  readonly bundle?: string;
  /** Whether vouchers are redeemed where fees take them. */
  readonly paysByVoucher: boolean;
  /** Of two assessments that could be taken now, the one that comes first here is. */
  readonly order: readonly Assessment['id'][];
  /** Assessments of which the first attempt fails. */
  readonly fails: ReadonlySet<Assessment['id']>;
  /** The way of each renewal, the first one first; the last one holds for all that follow. */
  readonly routes: readonly RenewalRoute['id'][];
  /** What else goes wrong, each once. */
  readonly mishaps: ReadonlySet<Mishap>;
}

/** Things that happen to people who apply. */
export type Mishap = 'expired-reference' | 'denied-attestation' | 'refused-background-check' | 'experience-not-shown';

/** The way of the renewal that begins a cycle; cycle 2 is the first renewal. */
export const routeFor = ({ routes }: Pick<Plan, 'routes'>, cycle: number): string | undefined =>
  routes[Math.min(cycle - 2, routes.length - 1)];
