import type { Manifest } from '../manifest/manifest.ts';
import { MANIFEST_XML_LIMITS, parseManifest } from '../manifest/parse-manifest.ts';
import type { Section } from '../model/test.ts';
import { parseItem } from '../parse/parse-item.ts';
import { parseSection, parseStimulus, parseTest } from '../parse/parse-test.ts';
import { DEFAULT_XML_LIMITS, type XmlLimits } from '../xml/read.ts';
import { checkManifest } from './check-manifest.ts';
import { note, type OpenDocument, openDocument } from './documents.ts';
import { type FoundDocument, findDocuments, MANIFEST } from './find-documents.ts';
import { PackageLog, type PackageReport } from './report.ts';
import { reportItem, reportSection, reportStimulus, reportTest, type Surroundings } from './report-documents.ts';
import { type FileSource, openSource, packageRoot } from './source.ts';
import { DEFAULT_ZIP_LIMITS, type ZipLimits } from './zip/limits.ts';
import { ZipRefusal } from './zip/refusal.ts';

/** What a package may cost: its archive, and each of its documents. */
export interface PackageLimits {
  readonly zip: ZipLimits;
  readonly xml: XmlLimits;
}

/** The defaults of both. */
export const DEFAULT_PACKAGE_LIMITS: PackageLimits = { zip: DEFAULT_ZIP_LIMITS, xml: DEFAULT_XML_LIMITS };

/**
 * Reads a content package of QTI 2.0 to 3.0: a ZIP archive that nobody vouches for, or its files by path. It never throws for what
 * it is given. Every document has its own report; one that is broken does not keep the others out. Without a manifest, every
 * XML file that is an item, test, section or stimulus is read.
 */
export function readPackage(
  source: Uint8Array | ReadonlyMap<string, Uint8Array>,
  limits: PackageLimits = DEFAULT_PACKAGE_LIMITS,
): PackageReport {
  const log = new PackageLog();
  try {
    const { source: files, folder } = packageRoot(openSource(source, limits.zip));
    for (const { name, text } of files.problems) log.add(name, text);
    if (folder !== '') log.add('', `everything is in the folder "${folder}"; read as if its content had been packed`);
    return readFiles(files, limits, log);
  } catch (error) {
    if (!(error instanceof ZipRefusal)) throw error;
    log.add('', error.message);
    const nothing = { manifest: null, items: [], tests: [], sections: [], stimuli: [], media: [] };
    return { status: 'refused', ...nothing, messages: log.messages, read: () => undefined };
  }
}

function readFiles(files: FileSource, limits: PackageLimits, log: PackageLog): PackageReport {
  const manifest = readManifest(files, log);
  const documents = findDocuments(files, manifest, log);
  const claimed = new Set([MANIFEST, ...documents.map(({ file }) => file)]);
  const media = files.paths.filter((path) => !claimed.has(path) && isWhole(files, path, log));
  if (manifest !== null) checkManifest(manifest, files.paths, claimed, log);
  const ofKind = (kind: FoundDocument['kind']) => documents.filter((found) => found.kind === kind);
  const open = {
    items: ofKind('item').map((found) => openDocument(found, limits.xml, parseItem, itemOf)),
    tests: ofKind('test').map((found) => openDocument(found, limits.xml, parseTest, testOf)),
    sections: ofKind('section').map((found) => openDocument(found, limits.xml, parseSection, sectionOf)),
    stimuli: ofKind('stimulus').map((found) => openDocument(found, limits.xml, parseStimulus, stimulusOf)),
  };
  noteRepeated(open.items);
  const around = surroundings(files, open);
  const report = {
    items: open.items.map((document) => reportItem(document, around)),
    tests: open.tests.map((document) => reportTest(document, around)),
    sections: open.sections.map((document) => reportSection(document, around)),
    stimuli: open.stimuli.map((document) => reportStimulus(document, around)),
  };
  const all = [...report.items, ...report.tests, ...report.sections, ...report.stimuli];
  if (all.length === 0) log.add('', 'the package holds no item, test, section or stimulus that could be read');
  const nothing = all.every(({ status }) => status === 'refused');
  const clean = log.messages.length === 0 && all.every(({ status }) => status === 'ok');
  return {
    status: nothing ? 'refused' : clean ? 'ok' : 'loss',
    manifest,
    ...report,
    media,
    messages: log.messages,
    read: (path) => {
      const content = files.read(path);
      return content.ok ? content.bytes : undefined;
    },
  };
}

type OpenDocuments = Readonly<Record<'items' | 'tests' | 'stimuli', readonly OpenDocument<unknown>[]>> & {
  readonly sections: readonly OpenDocument<Section>[];
};

function surroundings(files: FileSource, open: OpenDocuments): Surroundings {
  const pathsOf = (documents: readonly OpenDocument<unknown>[]) => new Set(documents.map(({ found }) => found.file));
  const present = new Set(files.paths);
  const [items, stimuli] = [pathsOf(open.items), pathsOf(open.stimuli)];
  const sections = new Map(open.sections.map(({ found, content }) => [found.file, content]));
  return {
    isFile: (path) => present.has(path),
    isItem: (path) => items.has(path),
    isSection: (path) => sections.has(path),
    isStimulus: (path) => stimuli.has(path),
    section: (path) => sections.get(path) ?? undefined,
  };
}

const itemOf = (result: ReturnType<typeof parseItem>) => (result.status === 'refused' ? null : result.item);
const testOf = (result: ReturnType<typeof parseTest>) => (result.status === 'refused' ? null : result.test);
const sectionOf = (result: ReturnType<typeof parseSection>) => (result.status === 'refused' ? null : result.section);
const stimulusOf = (result: ReturnType<typeof parseStimulus>) => (result.status === 'refused' ? null : result.stimulus);

function readManifest(files: FileSource, log: PackageLog): Manifest | null {
  if (!files.paths.includes(MANIFEST)) {
    log.add(MANIFEST, 'the package has no manifest; all documents in it are read');
    return null;
  }
  const content = files.read(MANIFEST);
  if (!content.ok) {
    log.add(MANIFEST, `the manifest cannot be read: ${content.text}`);
    return null;
  }
  const result = parseManifest(content.bytes, MANIFEST_XML_LIMITS);
  for (const message of result.messages) log.add(MANIFEST, message.text, message);
  return result.status === 'refused' ? null : result.manifest;
}

function isWhole(files: FileSource, path: string, log: PackageLog): boolean {
  const problem = files.check(path);
  if (problem !== undefined) log.add(path, `the file is left out: ${problem}`);
  return problem === undefined;
}

function noteRepeated(items: readonly OpenDocument<{ readonly identifier: string }>[]): void {
  const seen = new Map<string, string>();
  for (const document of items) {
    if (document.content === null) continue;
    const { identifier } = document.content;
    const other = seen.get(identifier);
    if (other === undefined) seen.set(identifier, document.found.file);
    else
      note(document, identifier, `the identifier "${identifier}" is also that of "${other}"; give each item its own`);
  }
}
