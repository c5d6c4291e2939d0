/**
 * The floors of the server, from the ground up: the order is a candidate's life. A module imports from floors below
 * its own, and only through `index.ts`; contracts may also be read by their `contract.ts` or `contract/`.
 */
export const floors: readonly (readonly string[])[] = [
  ['audit', 'notifications'],
  ['identity'],
  ['programs', 'billing', 'item-bank', 'issuers'],
  ['candidacies'],
  ['scheduling'],
  ['delivery'],
  ['scoring'],
  ['credentialing'],
  ['renewals', 'registry', 'wallets'],
  ['evidence', 'guide'],
  ['rehearsals'],
];

/** Packages that are published: no I/O, no framework, no clock, and nothing of each other unless named here. */
export const purePackages: Readonly<Record<string, readonly string[]>> = {
  program: [],
  qti: [],
  credentials: [],
  psychometrics: [],
};

/** What pure packages may take from Node: computation, never the world. */
export const pureNodeModules: readonly string[] = [
  'node:zlib',
  'node:crypto',
  'node:buffer',
  'node:util',
  'node:worker_threads',
];

/** Lines that a source file of our own may have. */
export const maxLines = 300;
