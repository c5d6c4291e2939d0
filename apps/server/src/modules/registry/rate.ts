import { Problem } from '../../kernel/index.ts';
import type { Config } from '../../platform/config/index.ts';
import { createRate } from '../../platform/http/index.ts';

/** An office checks a pile of certificates; nobody checks one a second for long. */
const usual = 60;
/** A demonstration is rehearsed from one place: whole lives of all its programs, one after another. */
const inDemonstrations = 1_000;

export interface Rate {
  /** @throws Problem `registry.too-many-tries` when an address has checked too many within a minute. */
  count(ip: string, now: Date): void;
}

/** Slows down whoever has this installation check, and ask others, without end. */
export const createCheckRate = ({ DEMO }: Pick<Config, 'DEMO'>): Rate => {
  const mostInAMinute = DEMO ? inDemonstrations : usual;
  const rate = createRate({ mostInAMinute });
  return {
    count: (ip, now) => {
      if (rate.allows(ip, now)) return;
      const message = `More than ${mostInAMinute} checks came from your address within a minute. Wait a minute, then go on.`;
      throw new Problem('forbidden', 'registry.too-many-tries', message);
    },
  };
};
