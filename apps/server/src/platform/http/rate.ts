import { isIPv6 } from 'node:net';
import { minuteMs } from '../../kernel/index.ts';

const mostAddresses = 20_000;

export interface Rate {
  /** Counts one more request of an address; whether it may be answered. */
  allows(ip: string, now: Date): boolean;
}

/** A home or an office has a whole network of IPv6 addresses. */
const networkOf = (ip: string): string => (isIPv6(ip) ? ip.split(':').slice(0, 4).join(':') : ip);

/**
 * Slows down whoever asks without end: so many requests of one network within a minute of its first. In memory: each
 * process counts its own, and of the latest 20,000 networks alone; what must hold everywhere is a constraint.
 */
export const createRate = ({ mostInAMinute }: { readonly mostInAMinute: number }): Rate => {
  const windows = new Map<string, { readonly since: number; count: number }>();
  return {
    allows: (ip, now) => {
      const network = networkOf(ip);
      const known = windows.get(network);
      const window = known && now.getTime() - known.since < minuteMs ? known : { since: now.getTime(), count: 0 };
      window.count += 1;
      // Set anew, so that the map stays in the order of the latest.
      windows.delete(network);
      windows.set(network, window);
      const [oldest] = windows.keys();
      if (windows.size > mostAddresses && oldest !== undefined) windows.delete(oldest);
      return window.count <= mostInAMinute;
    },
  };
};
