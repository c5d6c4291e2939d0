import type { Mark } from './entry.ts';
import type { Surroundings } from './port.ts';

/** Typing rests this long before it goes into the log … */
const restMs = 600;
/** … and what is typed without a rest goes there this often. */
const longestMs = 10_000;

export interface Draft {
  /** A change that more may follow: it replaces the one before, of the same item. */
  write(mark: Mark): void;
  /** Hands over what is waiting, now. */
  settle(): void;
}

/** Holds what is being typed or slid until it rests, so that the log has no line per stroke. */
export const createDraft = (surroundings: Surroundings, settled: (mark: Mark) => void): Draft => {
  let waiting: Mark | undefined;
  let sinceMs = 0;
  let cancel = () => {};

  const settle = (): void => {
    cancel();
    const mark = waiting;
    waiting = undefined;
    if (mark) settled(mark);
  };

  return {
    write: (mark) => {
      if (waiting && waiting.itemId !== mark.itemId) settle();
      cancel();
      if (!waiting) sinceMs = surroundings.now();
      waiting = mark;
      const left = Math.max(0, longestMs - (surroundings.now() - sinceMs));
      cancel = surroundings.after(Math.min(restMs, left), settle);
    },
    settle,
  };
};
