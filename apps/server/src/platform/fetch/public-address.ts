import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** What IANA keeps from the public internet (RFC 6890 and its registry), as network and length of its prefix. */
const reservedIpv4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Inside the one block that is handed out (2000::/3): tunnels that lead to IPv4, and what stands in documentation. */
const reservedIpv6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const handedOut = new BlockList();
handedOut.addSubnet('2000::', 3, 'ipv6');
const reserved = new BlockList();
for (const [network, prefix] of reservedIpv4) reserved.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of reservedIpv6) reserved.addSubnet(network, prefix, 'ipv6');

/**
 * Whether an address belongs to the public internet: not this machine, not a network behind it, nothing that leads there
 * under another form (IPv4 inside IPv6).
 */
export const isPublicAddress = (address: string): boolean => {
  if (isIPv4(address)) return !reserved.check(address, 'ipv4');
  return isIPv6(address) && handedOut.check(address, 'ipv6') && !reserved.check(address, 'ipv6');
};
