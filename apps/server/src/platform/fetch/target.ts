import { lookup as lookUp } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export interface Address {
  readonly address: string;
  readonly family: number;
}

/** Every address of a name. */
export type LookUp = (host: string) => Promise<readonly Address[]>;

export const systemLookUp: LookUp = (host) => lookUp(host, { all: true });

/** Where a request goes: decided once, so that a name cannot mean another machine a moment later. */
export interface Target {
  readonly url: URL;
  readonly addresses: readonly Address[];
}

export type TargetRefusal = 'not-allowed' | 'unreachable';

export interface Reach {
  /** `host:port` of servers that are reached wherever they are, and without TLS. For tests and development. */
  readonly allowHosts: ReadonlySet<string>;
  readonly lookUp: LookUp;
}

const hostWithPort = ({ hostname, port }: URL): string => `${hostname}:${port === '' ? '443' : port}`;

/** Ports below 1024 other than that of HTTPS speak other protocols. */
const isPortOfWeb = ({ port }: URL): boolean => port === '' || Number(port) >= 1024;

const addressesOf = async (hostname: string, find: LookUp): Promise<readonly Address[]> => {
  const literal = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(literal);
  return family === 0 ? find(hostname) : [{ address: literal, family }];
};

/** A public HTTPS address with all that its name stands for, or why nothing is asked there. */
export const targetOf = async (
  address: string,
  { allowHosts, lookUp: find }: Reach,
): Promise<Target | TargetRefusal> => {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return 'not-allowed';
  const isAllowed = allowHosts.has(hostWithPort(url));
  if (!isAllowed && !isPortOfWeb(url)) return 'not-allowed';
  let addresses: readonly Address[];
  try {
    addresses = await addressesOf(url.hostname, find);
  } catch {
    return 'unreachable';
  }
  if (addresses.length === 0) return 'unreachable';
  if (isAllowed) {
    url.protocol = 'http:';
    return { url, addresses };
  }
  // One that is not public among many is reason enough: the system may choose any of them.
  return addresses.every((one) => isPublicAddress(one.address)) ? { url, addresses } : 'not-allowed';
};
