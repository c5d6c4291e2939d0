/** Runs the jobs that are due, for several who wait for theirs at the same time. */
export type Drain = () => Promise<void>;

/**
 * One run at a time for all: whoever asks while one is going on waits for the next, which begins after they asked and so
 * finds their jobs.
 */
export const shareDrain = (drain: Drain): Drain => {
  let current: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= current
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        current = drain();
        return current;
      });
    return next;
  };
};
