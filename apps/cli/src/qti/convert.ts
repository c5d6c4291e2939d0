import path from 'node:path';
import {
  kindOf,
  type Message,
  type PackageReport,
  parseItem,
  parseSection,
  parseStimulus,
  parseTest,
  readPackage,
  writeItem,
  writePackage,
  writeSection,
  writeStimulus,
  writeTest,
} from '@testamur/qti';
import { failed } from '../shell/errors.ts';
import { DetailedError } from '../shell/json-errors.ts';

/** What is to be said about a document that was converted. */
export interface Converted {
  readonly file: string;
  readonly status: 'ok' | 'loss' | 'refused';
  readonly messages: readonly Pick<Message, 'line' | 'column' | 'text'>[];
}

/** Files by path, and what became of the documents among them. */
export interface Conversion {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly documents: readonly Converted[];
}

/** Puts one document into QTI 3.0. @throws DetailedError where it is refused. */
export const convertDocument = (file: string, bytes: Uint8Array): Conversion => {
  const { kind } = kindOf(bytes);
  const { written, messages } = rewrite(file, kind, bytes);
  const losses = written.losses.map((text) => ({ line: 1, column: 1, text }));
  const all = [...messages, ...losses];
  const document: Converted = { file, status: all.length === 0 ? 'ok' : 'loss', messages: all };
  return { files: new Map([[path.basename(file), new TextEncoder().encode(written.xml)]]), documents: [document] };
};

const rewrite = (file: string, kind: string | undefined, bytes: Uint8Array) => {
  if (kind === 'test') {
    const read = parseTest(bytes);
    if (read.status === 'refused') throw refusal(file, read.messages);
    return { written: writeTest(read.test), messages: read.messages };
  }
  if (kind === 'section') {
    const read = parseSection(bytes);
    if (read.status === 'refused') throw refusal(file, read.messages);
    return { written: writeSection(read.section), messages: read.messages };
  }
  if (kind === 'stimulus') {
    const read = parseStimulus(bytes);
    if (read.status === 'refused') throw refusal(file, read.messages);
    return { written: writeStimulus(read.stimulus), messages: read.messages };
  }
  const read = parseItem(bytes);
  if (read.status === 'refused') throw refusal(file, read.messages);
  return { written: writeItem(read.item), messages: read.messages };
};

const refusal = (file: string, [first]: readonly Message[]): DetailedError =>
  new DetailedError(
    `${file}:${first?.line}:${first?.column}: ${first?.text}`,
    { file, line: first?.line, column: first?.column },
    failed,
  );

/** Puts a package into QTI 3.0: an archive, or files by path. @throws DetailedError where nothing of it can be read. */
export const convertPackage = (
  name: string,
  source: Uint8Array | ReadonlyMap<string, Uint8Array>,
): Conversion & { readonly archive: Uint8Array } => {
  const report = readPackage(source);
  if (report.status === 'refused') {
    const all = [...report.messages, ...[...report.items, ...report.tests].flatMap(({ messages }) => messages)];
    throw new DetailedError(
      `${name}: ${all.map(({ text }) => text).join('; ')}`,
      { file: name, messages: all },
      failed,
    );
  }
  const media = new Map(report.media.flatMap((file) => entry(file, report.read(file))));
  const written = writePackage({
    identifier: report.manifest?.identifier ?? 'package',
    items: report.items.flatMap(({ file, item }) => (item === undefined ? [] : [{ file, item }])),
    tests: report.tests.flatMap(({ file, test }) => (test === undefined ? [] : [{ file, test }])),
    sections: report.sections.flatMap(({ file, section }) => (section === undefined ? [] : [{ file, section }])),
    stimuli: report.stimuli.flatMap(({ file, stimulus }) => (stimulus === undefined ? [] : [{ file, stimulus }])),
    media,
    classifications: new Map(
      report.items.flatMap(({ identifier, resource }) =>
        identifier === null || resource === undefined ? [] : [[identifier, resource]],
      ),
    ),
  });
  const again = readPackage(written.bytes);
  const documents = documentsOf(again);
  const files = ['imsmanifest.xml', ...documents.map(({ file }) => file), ...again.media];
  return {
    archive: written.bytes,
    files: new Map(files.flatMap((file) => entry(file, again.read(file)))),
    documents: reportOf(report, written.losses),
  };
};

const documentsOf = (report: PackageReport) => [
  ...report.items,
  ...report.tests,
  ...report.sections,
  ...report.stimuli,
];

const entry = (file: string, bytes: Uint8Array | undefined): [string, Uint8Array][] => (bytes ? [[file, bytes]] : []);

const reportOf = (report: PackageReport, losses: readonly { file: string; text: string }[]): readonly Converted[] => {
  const documents = documentsOf(report).map(({ file, status, messages }): Converted => {
    const lost = losses.filter((loss) => loss.file === file).map(({ text }) => ({ line: 1, column: 1, text }));
    return { file, status: status === 'ok' && lost.length > 0 ? 'loss' : status, messages: [...messages, ...lost] };
  });
  const whole = report.messages.map(({ file, ...message }) => ({ file, status: 'loss' as const, messages: [message] }));
  return [...whole, ...documents];
};
