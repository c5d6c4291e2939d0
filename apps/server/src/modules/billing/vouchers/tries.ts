import { minuteMs, Problem } from '../../../kernel/index.ts';

export const mostTries = 10;
const withinMs = 15 * minuteMs;
/** People whose tries are remembered at once; beyond that, those of longest ago are forgotten. */
const mostPeople = 10_000;

export interface Tries {
  /** Counts one more try of this person. @throws Problem `billing.too-many-tries` for the eleventh in fifteen minutes. */
  count(who: string, now: Date): void;
  forget(who: string): void;
}

/**
 * Slows down whoever tries codes. It is kept in memory, a process at a time: with eighty random bits in a code it
 * protects against noise, not against guessing.
 */
export const createTries = (): Tries => {
  const tries = new Map<string, readonly number[]>();
  return {
    count: (who, now) => {
      const recent = (tries.get(who) ?? []).filter((at) => at > now.getTime() - withinMs);
      if (recent.length >= mostTries) {
        const message = 'These were too many tries. Wait fifteen minutes, and have the voucher before you.';
        throw new Problem('forbidden', 'billing.too-many-tries', message);
      }
      // Set anew, so that the map stays in the order of the latest tries.
      tries.delete(who);
      tries.set(who, [...recent, now.getTime()]);
      const [oldest] = tries.keys();
      if (tries.size > mostPeople && oldest !== undefined) tries.delete(oldest);
    },
    forget: (who) => {
      tries.delete(who);
    },
  };
};
