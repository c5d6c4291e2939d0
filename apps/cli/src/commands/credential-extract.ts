import { formOf, openFile, textOf } from '../credentials/read.ts';
import { defineCommand } from '../shell/command.ts';
import { ok } from '../shell/errors.ts';
import { withJsonErrors } from '../shell/json-errors.ts';
import { jsonOption, writeJson } from '../shell/render.ts';
import { writeResult } from '../stats/write-result.ts';

export const credentialExtract = defineCommand({
  name: 'credential extract',
  summary: 'Take the credential out of a picture or a PDF',
  description: 'Nothing is verified. See "testamur credential verify", which reads pictures and PDFs, too.',
  arguments: [{ name: 'FILE', says: 'A baked PNG or SVG, or a PDF certificate.' }],
  options: {
    out: { type: 'string', value: 'OUT', says: 'Where the credential goes; standard output unless given.' },
    json: jsonOption,
  },
  examples: ['testamur credential extract certificate.pdf --out credential.json'],
  exits: ['The credential is written.'],
  run: ({ values, positionals: [file = ''], io }) =>
    withJsonErrors(values.json, io, async () => {
      const opened = await openFile(file);
      const text = textOf(opened, 2);
      if (values.out !== undefined) await writeResult(values.out, `${text}\n`);
      const { carrier, kind } = opened;
      const content = opened.kind === 'data-integrity' ? { credential: opened.credential } : { token: opened.token };
      if (values.json) writeJson(io, { carrier, kind, ...content });
      else io.out(values.out === undefined ? text : `${values.out}: ${formOf(opened)}.`);
      return ok;
    }),
});
