import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isZip } from '../qti/check-documents.ts';
import { type Conversion, convertDocument, convertPackage } from '../qti/convert.ts';
import { convertForeign, convertForeignItem, foreignReader, tableOf } from '../qti/convert-foreign.ts';
import { defineCommand } from '../shell/command.ts';
import { CommandError, failed, ok, UsageError } from '../shell/errors.ts';
import { withJsonErrors } from '../shell/json-errors.ts';
import { filesIn, readBytes } from '../shell/read-file.ts';
import { counted, jsonOption, writeJson } from '../shell/render.ts';

type Converted = Conversion & { readonly archive?: Uint8Array };

const isFolder = async (file: string): Promise<boolean> =>
  (await stat(file).catch(() => undefined))?.isDirectory() === true;

const convert = async (from: string, into: string): Promise<Converted> => {
  const converted = await toQti(from, into);
  if (!/\.csv$/i.test(into) || converted.archive === undefined) return converted;
  const { csv, left } = tableOf(converted.archive);
  const files = new Map([[path.basename(into), new TextEncoder().encode(csv)]]);
  return { files, documents: [...converted.documents, ...left] };
};

const toQti = async (from: string, into: string): Promise<Converted> => {
  const isXml = /\.xml$/i.test(into);
  if (await isFolder(from)) {
    if (isXml) throw new UsageError('A folder becomes a package: let OUT end in .zip, or be a folder.');
    const files = new Map<string, Uint8Array>();
    for (const file of await filesIn(from)) {
      files.set(path.relative(from, file).split(path.sep).join('/'), await readBytes(file));
    }
    return convertPackage(from, files);
  }
  const bytes = await readBytes(from);
  if (isZip(bytes)) {
    if (isXml) throw new UsageError('A package becomes a package: let OUT end in .zip, or be a folder.');
    return convertPackage(from, bytes);
  }
  const foreign = foreignReader(from, bytes);
  if (foreign !== undefined)
    return isXml ? convertForeignItem(from, bytes, foreign) : convertForeign(from, bytes, foreign);
  return isXml ? convertDocument(from, bytes) : convertPackage(from, new Map([[path.basename(from), bytes]]));
};

const write = async (into: string, { archive, files }: Converted): Promise<void> => {
  if (/\.(xml|csv)$/i.test(into)) {
    for (const bytes of files.values()) await writeFile(into, bytes);
    return;
  }
  if (/\.zip$/i.test(into) && archive !== undefined) {
    await writeFile(into, archive);
    return;
  }
  for (const [file, bytes] of files) {
    // Paths inside a package never lead out of it: the reader refuses those that do.
    const target = path.join(into, ...file.split('/'));
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
};

export const qtiConvert = defineCommand({
  name: 'qti convert',
  summary: 'Convert QTI 2, Moodle XML, GIFT, Aiken and CSV to QTI 3.0, and QTI to CSV',
  description:
    'Reads QTI 2.0 to 3.0, Moodle XML, GIFT, Aiken and CSV, and writes QTI 3.0 or a table of its choice items. What has no\n' +
    'place in it, or is not understood, is said on standard error as FILE:LINE:COLUMN. Identifiers and paths stay as they are.',
  arguments: [
    {
      name: 'IN',
      says: 'A document (.xml), a package (.zip), a folder, or items of another format (.xml, .gift, .txt, .csv).',
    },
    { name: 'OUT', says: 'Where it goes: .xml for a document, .zip or a folder for a package, .csv for a table.' },
  ],
  options: { json: jsonOption },
  examples: ['testamur qti convert old.xml new.xml', 'testamur qti convert old-package.zip new-package.zip'],
  exits: ['Everything is converted, though something may be left out.', 'A document is refused.'],
  run: ({ values, positionals: [from = '', into = ''], io }) =>
    withJsonErrors(values.json, io, async () => {
      const converted = await convert(from, into);
      try {
        await write(into, converted);
      } catch (error) {
        throw new CommandError(`${into} cannot be written: ${error instanceof Error ? error.message : String(error)}.`);
      }
      const { documents, files } = converted;
      for (const { file, messages } of documents) {
        for (const { line, column, text } of messages) io.err(`${file || from}:${line}:${column}: ${text}`);
      }
      const refused = documents.filter(({ status }) => status === 'refused').length;
      if (values.json) writeJson(io, { ok: refused === 0, files: [...files.keys()], documents });
      else io.out(`${into}: ${counted(files.size, 'file')} written${refused === 0 ? '' : `, ${refused} refused`}.`);
      return refused === 0 ? ok : failed;
    }),
});
