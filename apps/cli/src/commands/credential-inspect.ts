import { readCredential } from '../credentials/read.ts';
import { type Summary, summarize } from '../credentials/summary.ts';
import { defineCommand } from '../shell/command.ts';
import { ok } from '../shell/errors.ts';
import { columns, jsonOption, writeJson } from '../shell/render.ts';

const rowsOf = (summary: Summary): readonly (readonly [string, string | undefined])[] => [
  ['Title', summary.title],
  ['Holder', summary.holder],
  ['Number', summary.number],
  ['Issuer', summary.issuer],
  ['Issuer id', summary.issuerId],
  ['Valid from', summary.validFrom],
  ['Valid until', summary.validUntil],
  ['Edition', summary.edition],
  ['Types', summary.types.join(', ')],
  ['Id', summary.id],
  ['Status list', summary.statusList],
  ['Status index', summary.statusIndex],
  ['Proof', summary.proof],
  ['Signed at', summary.signedAt],
  ['Key', summary.key],
];

export const credentialInspect = defineCommand({
  name: 'credential inspect',
  summary: 'Show what a credential says',
  description: 'Nothing is verified: anyone can write such a file. See "testamur credential verify".',
  arguments: [{ name: 'FILE', says: 'A credential, JSON.' }],
  options: { json: jsonOption },
  examples: ['testamur credential inspect credential.json'],
  exits: ['What it says is shown.'],
  run: async ({ values, positionals: [file = ''], io }) => {
    const summary = summarize(await readCredential(file));
    if (values.json) writeJson(io, summary);
    else {
      const rows = rowsOf(summary).flatMap(([label, value]) => (value === undefined ? [] : [[label, value]]));
      for (const line of columns(rows, '')) io.out(line);
      io.err('Not verified. To verify it: testamur credential verify');
    }
    return ok;
  },
});
