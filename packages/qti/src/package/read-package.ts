import type { Manifest } from '../manifest/manifest.ts';
import { MANIFEST_XML_LIMITS, parseManifest } from '../manifest/parse-manifest.ts';
import { parseItem } from '../parse/parse-item.ts';
import { parseSection, parseStimulus, parseTest } from '../parse/parse-test.ts';
import { DEFAULT_XML_LIMITS, type XmlLimits } from '../xml/read.ts';
import { checkManifest } from './check-manifest.ts';
import { filesOf, note, type OpenDocument, openDocument, summary } from './documents.ts';
import { type FoundDocument, findDocuments, MANIFEST } from './find-documents.ts';
import { mediaOfItem, mediaOfSection, mediaOfStimulus } from './references.ts';
import { type PackageItem, PackageLog, type PackageReport } from './report.ts';
import { type FileSource, openSource, packageRoot } from './source.ts';
import { reportTest } from './test-documents.ts';
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
  const present = new Set(files.paths);
  const isFile = (path: string): boolean => present.has(path);
  const holds = (list: readonly OpenDocument<unknown>[]) => {
    const paths = new Set(list.map(({ found }) => found.file));
    return (path: string): boolean => paths.has(path);
  };
  const [isItem, isSection, isStimulus] = [holds(open.items), holds(open.sections), holds(open.stimuli)];
  noteRepeated(open.items);
  const sections = new Map(
    open.sections.flatMap(({ found, content }) => (content === null ? [] : [[found.file, content]])),
  );
  const items = open.items.map((document): PackageItem => {
    const { content } = document;
    if (content === null) return { ...summary(document), media: [], stimuli: [] };
    const used = filesOf(document, mediaOfItem(content), 'a file', isFile);
    const hrefs = content.stimulusRefs.map(({ href }) => href);
    const stimuli = filesOf(document, hrefs, 'a stimulus', isStimulus);
    return { ...summary(document), item: content, media: used, stimuli };
  });
  const tests = open.tests.map((document) =>
    reportTest(document, { isFile, isItem, isSection, section: (path) => sections.get(path) }),
  );
  const report = {
    manifest,
    items,
    tests,
    sections: open.sections.map((document) => {
      if (document.content === null) return { ...summary(document), media: [] };
      const used = filesOf(document, mediaOfSection(document.content), 'a file', isFile);
      return { ...summary(document), section: document.content, media: used };
    }),
    stimuli: open.stimuli.map((document) => {
      if (document.content === null) return { ...summary(document), media: [] };
      const used = filesOf(document, mediaOfStimulus(document.content), 'a file', isFile);
      return { ...summary(document), stimulus: document.content, media: used };
    }),
  };
  const all = [...report.items, ...report.tests, ...report.sections, ...report.stimuli];
  if (all.length === 0) log.add('', 'the package holds no item, test, section or stimulus that could be read');
  const clean = log.messages.length === 0 && all.every(({ status }) => status === 'ok');
  const read = (path: string): Uint8Array | undefined => {
    const content = files.read(path);
    return content.ok ? content.bytes : undefined;
  };
  return {
    status: all.length === 0 ? 'refused' : clean ? 'ok' : 'loss',
    ...report,
    media,
    messages: log.messages,
    read,
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
