import { bakePng, bakeSvg } from '@testamur/credentials';
import { openFile, textOf } from '../credentials/read.ts';
import { defineCommand } from '../shell/command.ts';
import { CommandError, ok } from '../shell/errors.ts';
import { withJsonErrors } from '../shell/json-errors.ts';
import { readBytes } from '../shell/read-file.ts';
import { jsonOption, writeJson } from '../shell/render.ts';
import { writeResult } from '../stats/write-result.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

const decode = (file: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandError(`${file} is neither a PNG nor an SVG picture.`);
  }
};

/** The picture with the credential in it, by what the picture is. */
const bake = (file: string, bytes: Uint8Array, text: string, replace: boolean): Uint8Array | string => {
  try {
    return PNG.equals(bytes.subarray(0, PNG.length))
      ? bakePng(bytes, text, { replace })
      : bakeSvg(decode(file, bytes), text, { replace });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CommandError(`${file}: ${error.message.replace('Set replace', 'Give --replace')}`);
  }
};

export const credentialBake = defineCommand({
  name: 'credential bake',
  summary: 'Put a credential into a PNG or SVG picture',
  description:
    'As Open Badges 3.0 wants it: one text chunk of a PNG, one element of an SVG. The picture looks as before, and whoever\n' +
    'has it can take the credential out again and verify it.',
  arguments: [{ name: 'FILE', says: 'A signed credential: JSON, a JSON Web Token, or a file that holds one.' }],
  options: {
    into: { type: 'string', value: 'PICTURE', required: true, says: 'The picture, PNG or SVG. It is left as it is.' },
    out: { type: 'string', value: 'OUT', required: true, says: 'Where the picture with the credential goes.' },
    replace: { type: 'boolean', says: 'Put it in the place of a credential that the picture holds already.' },
    json: jsonOption,
  },
  examples: ['testamur credential bake credential.json --into badge.png --out ana.png'],
  exits: ['The picture is written.'],
  run: ({ values, positionals: [file = ''], io }) =>
    withJsonErrors(values.json, io, async () => {
      const opened = await openFile(file);
      if (opened.kind === 'sd-jwt') {
        throw new CommandError(
          `${file}: An SD-JWT is for wallets. Bake the credential as JSON or as a JSON Web Token.`,
        );
      }
      const baked = bake(values.into, await readBytes(values.into), textOf(opened), values.replace === true);
      await writeResult(values.out, baked);
      if (values.json) writeJson(io, { file: values.out, kind: opened.kind, bytes: Buffer.byteLength(baked) });
      else io.out(`${values.out}: written.`);
      return ok;
    }),
});
