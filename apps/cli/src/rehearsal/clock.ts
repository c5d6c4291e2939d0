/** The time of the rehearsal, as the server set it: it runs on with real time, and is moved forward by hand. */
export interface Clock {
  now(): string;
  /** As the server said it just now. */
  set(at: string): void;
}

export const createClock = (): Clock => {
  let offsetMs = 0;
  return {
    now: () => new Date(Date.now() + offsetMs).toISOString(),
    set: (at) => {
      offsetMs = Date.parse(at) - Date.now();
    },
  };
};

/** The first millisecond after an instant, in which a deadline has passed. */
export const justAfter = (instant: string): string => new Date(Date.parse(instant) + 1).toISOString();
