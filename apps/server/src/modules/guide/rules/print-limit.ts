import { minuteMs, Problem } from '../../../kernel/index.ts';

/** Takes one of the prints that are there for this minute. */
export interface PrintLimit {
  /** @throws Problem `guide.too-many-prints` where none is left for this caller, or for all. */
  take(ip: string): void;
}

/**
 * Anyone may have a plan set as a PDF, which takes tenths of a second in which the server does nothing else: candidates
 * in an exam shall not wait for it. Counted in the memory of one server.
 */
export const createPrintLimit = ({
  each = 20,
  all = 60,
  clock = () => performance.now(),
}: {
  /** A caller, in a minute. */
  readonly each?: number;
  /** All together, in a minute. */
  readonly all?: number;
  readonly clock?: () => number;
} = {}): PrintLimit => {
  let until = 0;
  let total = 0;
  const taken = new Map<string, number>();
  return {
    take: (ip) => {
      if (clock() >= until) {
        until = clock() + minuteMs;
        total = 0;
        taken.clear();
      }
      const own = taken.get(ip) ?? 0;
      if (own >= each || total >= all) {
        const message =
          'Too many plans are being printed. Wait a minute and try again; the page itself shows the same.';
        throw new Problem('forbidden', 'guide.too-many-prints', message);
      }
      taken.set(ip, own + 1);
      total += 1;
    },
  };
};
