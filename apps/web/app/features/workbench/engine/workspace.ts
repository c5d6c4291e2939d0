import {
  type AssessmentItem,
  type AssessmentStimulus,
  type AssessmentTest,
  folderOf,
  readPackage,
  resolvePath,
  writeItem,
} from '@testamur/qti';
import { type ChosenFile, textOf } from './format.ts';
import type { DocumentSummary, ItemSummary, Report } from './summaries.ts';
import { documentSummary, summarize } from './summarize.ts';

export interface OpenItem {
  readonly summary: ItemSummary;
  /** Undefined where it was refused. */
  readonly item: AssessmentItem | undefined;
  readonly stimuli: ReadonlyMap<string, AssessmentStimulus>;
  /** The folders that references of the item and of its shared texts are relative to. */
  readonly folders: readonly string[];
  /** The document as it was given, or as it is written where it came in another format. */
  source(): string;
}

export interface OpenTest {
  readonly summary: DocumentSummary;
  readonly test: AssessmentTest | undefined;
  /** The folders that references of the test are relative to. */
  readonly folders: readonly string[];
  /** The item that a reference of the test names. */
  itemAt(href: string): OpenItem | undefined;
}

/** All that is open at a time. */
export interface Workspace {
  readonly report: Report;
  readonly items: readonly OpenItem[];
  readonly tests: readonly OpenTest[];
  readonly stimuli: readonly { readonly file: string; readonly stimulus: AssessmentStimulus }[];
  readonly paths: ReadonlySet<string>;
  read(path: string): Uint8Array | undefined;
}

const MANIFEST = 'imsmanifest.xml';

/** A package, or the files of one: a document alone is a package without a manifest, which is then nothing to remark. */
export const openPackage = (files: readonly ChosenFile[], isArchive: boolean): Workspace => {
  const [first] = files;
  const bytes = first?.bytes ?? new Uint8Array();
  const found = readPackage(isArchive ? bytes : new Map(files.map((file) => [file.name, file.bytes])));
  const stimuliAt = new Map(found.stimuli.map((one) => [one.file, one.stimulus]));
  const items = found.items.map((read, index): OpenItem => {
    const folder = folderOf(read.file);
    const refs = (read.item?.stimulusRefs ?? []).flatMap(({ identifier, href }) => {
      const resolved = resolvePath(folder, href);
      const stimulus = resolved.kind === 'inside' ? stimuliAt.get(resolved.path) : undefined;
      return resolved.kind === 'inside' && stimulus !== undefined
        ? [{ identifier, stimulus, folder: folderOf(resolved.path) }]
        : [];
    });
    const { resource } = read;
    return {
      summary: summarize({
        index,
        file: read.file,
        identifier: read.identifier,
        title: read.item?.title ?? '',
        version: read.version,
        status: read.status,
        messages: read.messages,
        item: read.item,
        topic: resource?.topic ?? null,
        cognitiveLevel: resource?.cognitiveLevel ?? null,
        objective: resource?.objective ?? null,
      }),
      item: read.item,
      stimuli: new Map(refs.map(({ identifier, stimulus }) => [identifier, stimulus])),
      folders: [folder, ...refs.map((ref) => ref.folder)],
      source: () => textOf(found.read(read.file) ?? new Uint8Array()),
    };
  });
  const byFile = new Map(items.map((item) => [item.summary.file, item]));
  const tests = found.tests.map(
    (read, index): OpenTest => ({
      summary: documentSummary('test', index, read, read.test?.title),
      test: read.test,
      folders: [folderOf(read.file)],
      itemAt: (href) => {
        const resolved = resolvePath(folderOf(read.file), href);
        return resolved.kind === 'inside' ? byFile.get(resolved.path) : undefined;
      },
    }),
  );
  const documents = [
    ...tests.map(({ summary }) => summary),
    ...found.sections.map((read, index) => documentSummary('section', index, read, read.section?.title)),
    ...found.stimuli.map((read, index) => documentSummary('stimulus', index, read, read.stimulus?.title)),
  ];
  return {
    report: {
      name: first?.name ?? '',
      format: isArchive ? 'package' : 'document',
      items: items.map(({ summary }) => summary),
      documents,
      media: found.media,
      messages: found.messages.filter(({ file }) => isArchive || file !== MANIFEST),
    },
    items,
    tests,
    stimuli: found.stimuli.flatMap(({ file, stimulus }) => (stimulus === undefined ? [] : [{ file, stimulus }])),
    paths: new Set(found.media),
    read: found.read,
  };
};

/** Items of a file of another format; their source is what they are in QTI 3. */
export const written = (item: AssessmentItem | undefined, original: string): (() => string) =>
  item === undefined ? () => original : () => writeItem(item).xml;
