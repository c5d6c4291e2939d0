import { Problem } from '../../kernel/index.ts';
import { createRate } from '../../platform/http/index.ts';

/** An office checks a pile of certificates; nobody checks one a second for long. */
const mostInAMinute = 60;

export interface Rate {
  /** @throws Problem `registry.too-many-tries` for the sixty-first check of an address within a minute. */
  count(ip: string, now: Date): void;
}

/** Slows down whoever has this installation check, and ask others, without end. */
export const createCheckRate = (): Rate => {
  const rate = createRate({ mostInAMinute });
  return {
    count: (ip, now) => {
      if (rate.allows(ip, now)) return;
      const message = `More than ${mostInAMinute} checks came from your address within a minute. Wait a minute, then go on.`;
      throw new Problem('forbidden', 'registry.too-many-tries', message);
    },
  };
};
