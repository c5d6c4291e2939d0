import path from 'node:path';
import {
  type DocumentKind,
  kindOf,
  type Message,
  maxScore,
  type PackageDocument,
  type PackageReport,
  parseItem,
  parseManifest,
  parseSection,
  parseStimulus,
  parseTest,
  readPackage,
} from '@testamur/qti';

type Kind = Exclude<DocumentKind, 'result'> | 'package';

/** What became of one document. */
export interface Checked {
  readonly file: string;
  readonly kind: Kind;
  readonly identifier: string | null;
  readonly version: string | null;
  readonly status: 'ok' | 'loss' | 'refused';
  /** Score points; null when the item cannot be scored. */
  readonly maxScore?: number | null;
  readonly messages: readonly Message[];
}

/** Whether the bytes are a ZIP archive, by how they begin. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * Checks one file: a package, or a document.
 *
 * @param isNamed the file was asked for by its own name: then it has to be a document, while a folder may hold others.
 */
export const checkFile = (file: string, bytes: Uint8Array, isNamed: boolean): readonly Checked[] => {
  if (isZip(bytes)) return checkPackage(file, readPackage(bytes));
  const { kind } = kindOf(bytes);
  if (!isNamed && (kind === undefined || kind === 'result')) return [];
  return [checkDocument(file, kind, bytes)];
};

const checkDocument = (file: string, kind: DocumentKind | undefined, bytes: Uint8Array): Checked => {
  switch (kind) {
    case 'manifest': {
      const found = parseManifest(bytes);
      const identifier = found.status === 'refused' ? null : found.manifest.identifier;
      return { file, kind, identifier, version: null, status: found.status, messages: found.messages };
    }
    case 'test': {
      const found = parseTest(bytes);
      return { file, kind, identifier: found.status === 'refused' ? null : found.test.identifier, ...rest(found) };
    }
    case 'section': {
      const found = parseSection(bytes);
      return { file, kind, identifier: found.status === 'refused' ? null : found.section.identifier, ...rest(found) };
    }
    case 'stimulus': {
      const found = parseStimulus(bytes);
      return { file, kind, identifier: found.status === 'refused' ? null : found.stimulus.identifier, ...rest(found) };
    }
    default: {
      const found = parseItem(bytes);
      if (found.status === 'refused') return { file, kind: 'item', identifier: null, ...rest(found) };
      const points = maxScore(found.item);
      return { file, kind: 'item', identifier: found.item.identifier, maxScore: points, ...rest(found) };
    }
  }
};

const rest = ({ version, status, messages }: Pick<Checked, 'version' | 'status' | 'messages'>) => {
  return { version, status, messages };
};

/** The documents of a package, each under the path of the package with its own behind it. */
const checkPackage = (file: string, report: PackageReport): readonly Checked[] => {
  const document = (kind: Kind, found: PackageDocument): Checked => ({
    file: path.posix.join(file, found.file),
    kind,
    identifier: found.identifier,
    ...rest(found),
  });
  const messages = report.messages.map((message) => ({
    ...message,
    text: message.file === '' ? message.text : `${message.file}: ${message.text}`,
  }));
  const whole = { file, kind: 'package' as const, identifier: report.manifest?.identifier ?? null, version: null };
  return [
    { ...whole, status: report.status === 'loss' && messages.length === 0 ? 'ok' : report.status, messages },
    ...report.items.map((found) => ({
      ...document('item', found),
      ...(found.item === undefined ? {} : { maxScore: maxScore(found.item) }),
    })),
    ...report.tests.map((found) => document('test', found)),
    ...report.sections.map((found) => document('section', found)),
    ...report.stimuli.map((found) => document('stimulus', found)),
  ];
};
