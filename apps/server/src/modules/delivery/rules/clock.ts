import { minuteMs } from '../../../kernel/index.ts';

/** What was answered in time may arrive this much later: the way over the network is not the candidate's time. */
export const networkGraceMs = 5_000;

/** Silent for this long while working, a candidate may need help. */
export const offlineAfterMs = 30_000;

/** The time an attempt is granted, accommodations included. */
export const grantedMs = (minutes: number, timeMultiplier: number): number =>
  Math.round(minutes * timeMultiplier * minuteMs);

/** Entries that arrive before this instant count, by the server's clock alone. */
export const acceptedUntil = (endsAt: Date): Date => new Date(endsAt.getTime() + networkGraceMs);

/** Nothing more is accepted, and the attempt has to be sealed. */
export const isOver = (endsAt: Date, now: Date): boolean => now > acceptedUntil(endsAt);

/** What ended before this instant is over now. */
export const lastAccepted = (now: Date): Date => new Date(now.getTime() - networkGraceMs);

export interface Signs {
  readonly now: Date;
  readonly begunAt: Date;
  readonly lastSavedAt: Date | undefined;
  /** When the player last asked for the time. */
  readonly lastSeenAt: Date | undefined;
}

export const isOffline = ({ now, begunAt, lastSavedAt, lastSeenAt }: Signs): boolean => {
  const heard = [begunAt, lastSavedAt, lastSeenAt].map((at) => at?.getTime() ?? 0);
  return now.getTime() - Math.max(...heard) > offlineAfterMs;
};
