/** Minutes left at which a timer says so, politely. */
export const warningMinutes = [5, 1] as const;

/** The warning that is due when the time left falls from one value to another; the most urgent one. */
export const warningBetween = (
  beforeMs: number,
  afterMs: number,
  minutes: readonly number[] = warningMinutes,
): number | undefined => minutes.findLast((each) => beforeMs > each * 60_000 && afterMs <= each * 60_000);

export type TimeShown =
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'seconds'; readonly clock: string };

const clockOf = (seconds: number): string => {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const end = String(seconds % 60).padStart(2, '0');
  return hours === 0 ? `${minutes}:${end}` : `${hours}:${String(minutes).padStart(2, '0')}:${end}`;
};

/** Whole minutes that are left for sure; minutes and seconds in the last five, where every second counts. */
export const timeLeft = (leftMs: number): TimeShown => {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return seconds > 300
    ? { unit: 'minutes', minutes: Math.floor(seconds / 60) }
    : { unit: 'seconds', clock: clockOf(seconds) };
};

/** Time that has gone by, in whole seconds that are over. */
export const timeGone = (goneMs: number): TimeShown => ({
  unit: 'seconds',
  clock: clockOf(Math.max(0, Math.floor(goneMs / 1000))),
});
