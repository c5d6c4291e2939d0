import { isIPv6 } from 'node:net';
import { minuteMs, Problem } from '../../kernel/index.ts';

/** An office checks a pile of certificates; nobody checks one a second for long. */
const mostInAMinute = 60;
const mostAddresses = 20_000;

export interface Rate {
  /** @throws Problem `registry.too-many-tries` for the sixty-first check of an address within a minute. */
  count(ip: string, now: Date): void;
}

/** A home or an office has a whole network of IPv6 addresses. */
const networkOf = (ip: string): string => (isIPv6(ip) ? ip.split(':').slice(0, 4).join(':') : ip);

/** Slows down whoever has this installation check, and ask others, without end. In memory: each process counts its own. */
export const createRate = (): Rate => {
  const windows = new Map<string, { readonly since: number; count: number }>();
  return {
    count: (ip, now) => {
      const network = networkOf(ip);
      const known = windows.get(network);
      const window = known && now.getTime() - known.since < minuteMs ? known : { since: now.getTime(), count: 0 };
      window.count += 1;
      // Set anew, so that the map stays in the order of the latest.
      windows.delete(network);
      windows.set(network, window);
      const [oldest] = windows.keys();
      if (windows.size > mostAddresses && oldest !== undefined) windows.delete(oldest);
      if (window.count > mostInAMinute) {
        const message = `More than ${mostInAMinute} checks came from your address within a minute. Wait a minute, then go on.`;
        throw new Problem('forbidden', 'registry.too-many-tries', message);
      }
    },
  };
};
