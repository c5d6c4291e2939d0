/** The time of the server as this device reckons it; the device's own clock has no part in it. */
export interface ServerClock {
  /** What the server's clock showed, in ms since 1970 … */
  readonly serverMs: number;
  /** … when the monotonic clock of this page showed this. */
  readonly atMs: number;
  /** How far off that may be: half of the way there and back. */
  readonly errorMs: number;
  readonly endsAtMs: number;
}

export interface Reading {
  readonly serverNow: string;
  readonly endsAt: string;
}

/** The server's time now. `nowMs` is `performance.now()`, which no change of the device's clock moves. */
export const serverTime = (clock: ServerClock, nowMs: number): number => clock.serverMs + (nowMs - clock.atMs);

/** Time left, in ms; never below zero. */
export const remainingMs = (clock: ServerClock, nowMs: number): number =>
  Math.max(0, clock.endsAtMs - serverTime(clock, nowMs));

/**
 * Sets the clock by an answer of the server. Its stamp was made somewhere between asking and hearing; the better known
 * of the old and the new reckoning is kept, unless the old one contradicts the stamp (the device slept).
 */
export const setClock = (
  before: ServerClock | undefined,
  { serverNow, endsAt }: Reading,
  askedMs: number,
  heardMs: number,
): ServerClock => {
  const stampMs = Date.parse(serverNow);
  const endsAtMs = Date.parse(endsAt);
  const errorMs = (heardMs - askedMs) / 2;
  const fresh: ServerClock = { serverMs: stampMs, atMs: askedMs + errorMs, errorMs, endsAtMs };
  if (!before || errorMs <= before.errorMs) return fresh;
  const earliest = serverTime(before, askedMs) - before.errorMs;
  const latest = serverTime(before, heardMs) + before.errorMs;
  const agrees = earliest <= stampMs && stampMs <= latest;
  return agrees ? { ...before, endsAtMs } : fresh;
};

/** Minutes left at which a candidate is told, politely. */
export const warningMinutes = [20, 5, 1] as const;

/** The warning that is due when the time left falls from one value to another; the most urgent one. */
export const warningBetween = (beforeMs: number, afterMs: number): number | undefined =>
  warningMinutes.findLast((minutes) => beforeMs > minutes * 60_000 && afterMs <= minutes * 60_000);

export type TimeShown =
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'seconds'; readonly minutes: number; readonly seconds: number };

/** Whole minutes that are left for sure; minutes and seconds in the last five. */
export const timeShown = (leftMs: number): TimeShown => {
  const seconds = Math.ceil(leftMs / 1000);
  if (seconds > 300) return { unit: 'minutes', minutes: Math.floor(leftMs / 60_000) };
  return { unit: 'seconds', minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
};
