import { type Check, didWebUrl, keyFromDidDocument, statusListUrls, verifyCredential } from '@testamur/credentials';
import { readCredential } from '../credentials/read.ts';
import { addressOf, summarize } from '../credentials/summary.ts';
import { defineCommand } from '../shell/command.ts';
import { failed, ok } from '../shell/errors.ts';
import { type Io, styled } from '../shell/io.ts';
import { readJson } from '../shell/read-file.ts';
import { readInstant } from '../shell/read-instant.ts';
import { jsonOption, writeJson } from '../shell/render.ts';

const signs = { passed: 'passed         ', failed: 'failed         ', 'could-not-check': 'could not check' } as const;
const colors = { passed: 'green', failed: 'red', 'could-not-check': 'dim' } as const;

const checkLine = ({ id, result, detail }: Check, color: boolean): string =>
  `${styled(colors[result], signs[result], color)}  ${id.padEnd(9)}  ${detail}`;

/** Where the keys of an issuer are served; its name where that is no address. */
const placeOf = (did: string): string => {
  try {
    return didWebUrl(did);
  } catch (error) {
    // The name comes from the credential, and may be anything.
    if (error instanceof RangeError) return did;
    throw error;
  }
};

/** What would have helped, for checks that found no answer. */
const hintsFor = (io: Io, checks: readonly Check[], credential: object): void => {
  const codes = new Set(checks.map(({ code }) => code));
  if (codes.has('key-unknown') || codes.has('key-unavailable')) {
    const did = summarize(credential).key?.split('#')[0];
    io.err(`Give the DID document of the issuer${did ? ` (${placeOf(did)})` : ''} with --keys.`);
  }
  if (codes.has('status-list-missing')) {
    io.err(`Give the status list, fetched from ${statusListUrls(credential).join(' and ')}, with --status.`);
  }
};

const readLists = async (file: string | undefined): Promise<ReadonlyMap<string, unknown>> => {
  if (file === undefined) return new Map();
  const list = await readJson(file);
  return new Map([[addressOf(list) ?? '', list]]);
};

export const credentialVerify = defineCommand({
  name: 'credential verify',
  summary: 'Verify a credential from files alone',
  description:
    'Checks the form, contexts, signature, issuer, dates and status of an Open Badges 3.0 credential. Nothing is\n' +
    'fetched: the keys and the status list of an issuer that is no did:key are given as files. Whether the issuer is one\n' +
    'to be trusted is yours to say.',
  arguments: [{ name: 'FILE', says: 'A credential, JSON.' }],
  options: {
    at: {
      type: 'string',
      value: 'DATE',
      says: 'The day or instant (UTC) for which the answer holds; now unless given.',
    },
    keys: { type: 'string', value: 'FILE', says: 'The DID document of the issuer (did.json).' },
    status: { type: 'string', value: 'FILE', says: 'The status list credential that the credential names.' },
    json: jsonOption,
  },
  examples: ['testamur credential verify credential.json --at 2027-03-31 --keys did.json --status list.json'],
  exits: ['Every check passed.', 'A check failed, or found no answer.'],
  run: async ({ values, positionals: [file = ''], io }) => {
    const at = values.at === undefined ? new Date().toISOString() : readInstant(values.at, '--at');
    const credential = await readCredential(file);
    const issuer = values.keys === undefined ? undefined : await readJson(values.keys);
    const statusLists = await readLists(values.status);
    const { verified, checks } = await verifyCredential({
      credential,
      at,
      statusLists,
      resolveKey: (method) => keyFromDidDocument(issuer, method),
    });
    if (values.json) writeJson(io, { verified, at, checks });
    else {
      for (const check of checks) io.out(checkLine(check, io.color.out));
      io.out(verified ? `Verified, as of ${at}.` : `Not verified, as of ${at}.`);
      hintsFor(io, checks, credential);
    }
    return verified ? ok : failed;
  },
});
