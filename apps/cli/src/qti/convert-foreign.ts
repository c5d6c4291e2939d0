import path from 'node:path';
import {
  type ForeignResult,
  kindOf,
  readAiken,
  readCsv,
  readGift,
  readMoodleXml,
  readPackage,
  writeCsv,
  writeItem,
  writePackage,
} from '@testamur/qti';
import { failed } from '../shell/errors.ts';
import { DetailedError } from '../shell/json-errors.ts';
import type { Conversion, Converted } from './convert.ts';

type Reader = (bytes: Uint8Array) => ForeignResult;

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Aiken names its key on a line of its own, and knows no braces. */
const looksLikeAiken = (text: string): boolean => /^ANSWER:\s*\w\s*$/m.test(text) && !/[{}]/.test(text);

/**
 * The reader of a format other than QTI, by the ending and the beginning of the file: Moodle XML (`<quiz>`), GIFT (.gift), Aiken
 * (.aiken), either of them in .txt, CSV (.csv, .tsv); undefined for all else.
 */
export const foreignReader = (file: string, bytes: Uint8Array): Reader | undefined => {
  switch (path.extname(file).toLowerCase()) {
    case '.csv':
    case '.tsv':
      return (source) => readCsv(textOf(source));
    case '.gift':
      return (source) => readGift(textOf(source));
    case '.aiken':
      return (source) => readAiken(textOf(source));
    case '.txt':
      return looksLikeAiken(textOf(bytes))
        ? (source) => readAiken(textOf(source))
        : (source) => readGift(textOf(source));
    case '.xml':
      return kindOf(bytes).kind === undefined && /<quiz[\s>]/.test(textOf(bytes.subarray(0, 4096)))
        ? readMoodleXml
        : undefined;
    default:
      return undefined;
  }
};

const reportOf = (file: string, { items, messages }: ForeignResult): readonly Converted[] => {
  const at = (all: ForeignResult['messages']) => all.map(({ line, text }) => ({ line, column: 1, text }));
  const whole: Converted[] = messages.length > 0 ? [{ file, status: 'loss', messages: at(messages) }] : [];
  return [...whole, ...items.map((item): Converted => ({ file, status: item.status, messages: at(item.messages) }))];
};

/** Puts the items of a file of another format into a QTI 3.0 package. @throws DetailedError where none can be read. */
export const convertForeign = (
  file: string,
  bytes: Uint8Array,
  read: Reader,
): Conversion & { readonly archive: Uint8Array } => {
  const result = read(bytes);
  const items = result.items.flatMap(({ item, topic }) => (item === undefined ? [] : [{ item, topic }]));
  if (items.length === 0) {
    const all = [...result.messages, ...result.items.flatMap(({ messages }) => messages)];
    const why = all.map(({ line, text }) => `line ${line}: ${text}`).join('; ') || 'it holds no items';
    throw new DetailedError(`${file}: ${why}`, { file, messages: all }, failed);
  }
  const written = writePackage({
    identifier: path.parse(file).name,
    items: items.map(({ item }) => ({ file: `${item.identifier}.xml`, item })),
    media: result.media,
    classifications: new Map(
      items.map(({ item, topic }) => [item.identifier, { topic, cognitiveLevel: null, objective: null }]),
    ),
  });
  const again = readPackage(written.bytes);
  const files = ['imsmanifest.xml', ...again.items.map((item) => item.file), ...again.media];
  return {
    archive: written.bytes,
    files: new Map(files.map((name) => [name, again.read(name) ?? new Uint8Array()])),
    documents: reportOf(file, result),
  };
};

/** The one item of a file of another format, as a document. @throws DetailedError where it holds none, or several. */
export const convertForeignItem = (file: string, bytes: Uint8Array, read: Reader): Conversion => {
  const converted = convertForeign(file, bytes, read);
  const [only, ...more] = read(bytes).items.flatMap(({ item }) => item ?? []);
  if (only === undefined || more.length > 0) {
    const message = `${file} holds ${more.length + 1} items: let OUT end in .zip, or be a folder.`;
    throw new DetailedError(message, { file }, failed);
  }
  const xml = new TextEncoder().encode(writeItem(only).xml);
  return { files: new Map([[`${only.identifier}.xml`, xml]]), documents: converted.documents };
};

/** The choice items of a package as a table; the others are named. */
export const tableOf = (archive: Uint8Array): { readonly csv: string; readonly left: readonly Converted[] } => {
  const sources = readPackage(archive).items.flatMap(({ item, resource, file }) =>
    item === undefined ? [] : [{ item, file, topic: resource?.topic ?? null }],
  );
  const { csv, left } = writeCsv(sources);
  const fileOf = new Map(sources.map(({ item, file }) => [item.identifier, file]));
  return {
    csv,
    left: left.map(({ identifier, text }) => ({
      file: fileOf.get(identifier) ?? identifier,
      status: 'refused',
      messages: [{ line: 1, column: 1, text: `${text}; left out of the table` }],
    })),
  };
};
