import { isIPv6 } from 'node:net';
import { minuteMs } from '../../kernel/index.ts';

const mostAddresses = 20_000;

export interface Rate {
  /** Counts one more request of an address; whether it may be answered. */
  allows(ip: string, now: Date): boolean;
}

const groups = (part: string): readonly string[] => (part === '' ? [] : part.split(':'));

/** A home or an office has a whole network of IPv6 addresses: its first four groups of eight. */
const networkOf = (ip: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped !== undefined || !isIPv6(ip)) return mapped ?? ip;
  const [before = '', after] = ip.toLowerCase().split('::');
  const [head, tail] = [groups(before), groups(after ?? '')];
  const left = after === undefined ? 0 : 8 - head.length - tail.length;
  const all = [...head, ...Array.from({ length: Math.max(0, left) }, () => '0'), ...tail];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
};

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
