import { check } from '../credentials/check.ts';
import { formOf, type Opened, openFile } from '../credentials/read.ts';
import { type Summary, summarize, summarizeClaims } from '../credentials/summary.ts';
import { defineCommand } from '../shell/command.ts';
import { CommandError, ok } from '../shell/errors.ts';
import { withJsonErrors } from '../shell/json-errors.ts';
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

/** Tokens are opened by their verifiers; what these find out about them is of no interest here. */
const summaryOf = async (file: string, opened: Opened): Promise<Summary> => {
  const { document } = await check(opened, { at: new Date(0) });
  if (document === undefined) throw new CommandError(`${file}: The token in it cannot be read.`);
  return opened.kind === 'sd-jwt' ? summarizeClaims(document) : summarize(document);
};

export const credentialInspect = defineCommand({
  name: 'credential inspect',
  summary: 'Show what a credential says',
  description: 'Nothing is verified: anyone can write such a file. See "testamur credential verify".',
  arguments: [{ name: 'FILE', says: 'A credential: JSON, a token, a baked PNG or SVG, or the PDF certificate.' }],
  options: { json: jsonOption },
  examples: ['testamur credential inspect credential.json', 'testamur credential inspect badge.png'],
  exits: ['What it says is shown.'],
  run: ({ values, positionals: [file = ''], io }) =>
    withJsonErrors(values.json, io, async () => {
      const opened = await openFile(file);
      const summary = await summaryOf(file, opened);
      if (values.json) writeJson(io, { ...summary, carrier: opened.carrier, kind: opened.kind });
      else {
        const rows = [...rowsOf(summary), ['Form', formOf(opened)] as const];
        const known = rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]]));
        for (const line of columns(known, '')) io.out(line);
        io.err('Not verified. To verify it: testamur credential verify');
      }
      return ok;
    }),
});
