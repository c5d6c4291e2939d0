import type { Io } from '../shell/io.ts';

/** How long work stays silent, and between two lines of it, in ms. */
const PAUSE = 1000;

/** Says on standard error how far long work has come, a line a second at most; short work stays silent. */
export function progress(io: Io, what: string, clock: () => number = () => performance.now()) {
  let last = clock();
  return (detail: string): void => {
    const now = clock();
    if (now - last < PAUSE) return;
    last = now;
    io.err(`${what}: ${detail}`);
  };
}
