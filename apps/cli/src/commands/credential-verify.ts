import { type Check, keyFromDidDocument } from '@testamur/credentials';
import { check, hintsFor } from '../credentials/check.ts';
import { formOf, openFile } from '../credentials/read.ts';
import { addressOf, summarize, summarizeClaims } from '../credentials/summary.ts';
import { defineCommand } from '../shell/command.ts';
import { failed, ok } from '../shell/errors.ts';
import { styled } from '../shell/io.ts';
import { withJsonErrors } from '../shell/json-errors.ts';
import { readJson } from '../shell/read-file.ts';
import { readInstant } from '../shell/read-instant.ts';
import { jsonOption, writeJson } from '../shell/render.ts';

const signs = { passed: 'passed         ', failed: 'failed         ', 'could-not-check': 'could not check' } as const;
const colors = { passed: 'green', failed: 'red', 'could-not-check': 'dim' } as const;

const checkLine = ({ id, result, detail }: Check, color: boolean): string =>
  `${styled(colors[result], signs[result], color)}  ${id.padEnd(9)}  ${detail}`;

const readLists = async (files: readonly string[] = []): Promise<ReadonlyMap<string, unknown>> => {
  const lists = await Promise.all(files.map(readJson));
  return new Map(lists.map((list) => [addressOf(list) ?? '', list]));
};

export const credentialVerify = defineCommand({
  name: 'credential verify',
  summary: 'Verify a credential from files alone',
  description:
    'Checks the form, contexts, signature, issuer, dates and status of a verifiable credential: JSON with its proof, a JSON\n' +
    'Web Token or an SD-JWT, as it is or inside a PNG, SVG or PDF. Nothing is fetched: the keys and the status list of an\n' +
    'issuer that is no did:key are given as files. Whether the issuer is one to be trusted is yours to say.',
  arguments: [{ name: 'FILE', says: 'A credential: JSON, a token, a baked PNG or SVG, or the PDF certificate.' }],
  options: {
    at: {
      type: 'string',
      value: 'DATE',
      says: 'The day or instant (UTC) for which the answer holds; now unless given.',
    },
    keys: { type: 'string', value: 'FILE', says: 'The DID document of the issuer (did.json).' },
    status: {
      type: 'string',
      value: 'FILE',
      multiple: true,
      says: 'A status list credential that the credential names; once for each.',
    },
    json: jsonOption,
  },
  examples: [
    'testamur credential verify credential.json --at 2027-03-31 --keys did.json --status list.json',
    'testamur credential verify certificate.pdf --keys did.json --status list.json',
  ],
  exits: ['Every check passed.', 'A check failed, or found no answer.'],
  run: ({ values, positionals: [file = ''], io }) =>
    withJsonErrors(values.json, io, async () => {
      const at = values.at === undefined ? new Date().toISOString() : readInstant(values.at, '--at');
      const opened = await openFile(file);
      const issuer = values.keys === undefined ? undefined : await readJson(values.keys);
      const { report, document } = await check(opened, {
        at,
        statusLists: await readLists(values.status),
        resolveKey: (method) => keyFromDidDocument(issuer, method),
      });
      const { verified, checks } = report;
      if (values.json) writeJson(io, { verified, at, carrier: opened.carrier, kind: opened.kind, checks });
      else {
        for (const one of checks) io.out(checkLine(one, io.color.out));
        io.out(`${verified ? 'Verified' : 'Not verified'}, as of ${at}.`);
        if (opened.carrier !== 'json') io.err(`Read: ${formOf(opened)}.`);
        const said = opened.kind === 'sd-jwt' ? summarizeClaims(document ?? {}) : summarize(document ?? {});
        hintsFor(io, checks, said.key?.split('#')[0] ?? said.issuerId, document);
      }
      return verified ? ok : failed;
    }),
});
