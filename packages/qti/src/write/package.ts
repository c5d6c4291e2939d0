import type { AssessmentItem, AssessmentStimulus } from '../model/item.ts';
import type { AssessmentTest, Section } from '../model/test.ts';
import { folderOf, relativeAddress, resolvePath } from '../package/path.ts';
import { writeZip } from '../package/zip/write-zip.ts';
import { itemRoot, stimulusRoot } from './item.ts';
import { type WritableResource, writeManifest } from './manifest.ts';
import { addressesIn } from './references.ts';
import { sectionRoot, testRoot } from './test.ts';
import { writeXml, type XmlPart } from './xml.ts';

/** How an item is classified; all may be null. */
export type Classifications = Pick<WritableResource, 'topic' | 'cognitiveLevel' | 'objective'>;

/** What a package is made of; `file` and the keys of `media` are paths inside the package. */
export interface PackageContent {
  readonly identifier: string;
  readonly items: readonly { readonly file: string; readonly item: AssessmentItem }[];
  readonly tests?: readonly { readonly file: string; readonly test: AssessmentTest }[];
  readonly sections?: readonly { readonly file: string; readonly section: Section }[];
  readonly stimuli?: readonly { readonly file: string; readonly stimulus: AssessmentStimulus }[];
  readonly media?: ReadonlyMap<string, Uint8Array>;
  /** By the identifier of the item. */
  readonly classifications?: ReadonlyMap<string, Classifications>;
}

/** A package as bytes of a ZIP archive, and what has no form in QTI, by the file that lacks it. */
export interface WrittenPackage {
  readonly bytes: Uint8Array;
  readonly losses: readonly { readonly file: string; readonly text: string }[];
}

interface Document {
  readonly file: string;
  readonly identifier: string;
  readonly type: string;
  readonly root: XmlPart;
  readonly losses: readonly string[];
  readonly classifications: Classifications;
}

const UNCLASSIFIED: Classifications = { topic: null, cognitiveLevel: null, objective: null };

/**
 * Writes a QTI 3.0 package: documents, media and a manifest that names what each document depends on. The same content
 * gives the same bytes.
 *
 * @throws {RangeError} for a path that leaves the package or is used twice, and as writeItem.
 */
export function writePackage(content: PackageContent): WrittenPackage {
  const documents = documentsOf(content);
  const media = content.media ?? new Map<string, Uint8Array>();
  const files = new Map<string, Uint8Array>();
  const add = (path: string, bytes: Uint8Array) => {
    if (files.has(path))
      throw new RangeError(`the path "${path}" is used twice in the package; rename one of the files`);
    files.set(path, bytes);
  };
  const encoder = new TextEncoder();
  const manifest = { identifier: content.identifier, resources: resourcesOf(documents, media) };
  add('imsmanifest.xml', encoder.encode(writeManifest(manifest)));
  for (const { file, root } of documents) add(file, encoder.encode(writeXml(root)));
  for (const [path, bytes] of media) add(path, bytes);
  const losses = documents.flatMap(({ file, losses }) => losses.map((text) => ({ file, text })));
  return { bytes: writeZip(files), losses };
}

function documentsOf({ items, tests, sections, stimuli, classifications }: PackageContent): Document[] {
  const document = (file: string, identifier: string, type: string, write: (losses: string[]) => XmlPart): Document => {
    const losses: string[] = [];
    const root = write(losses);
    const known = type === 'imsqti_item_xmlv3p0' ? classifications?.get(identifier) : undefined;
    return { file, identifier, type, root, losses, classifications: known ?? UNCLASSIFIED };
  };
  return [
    ...(tests ?? []).map(({ file, test }) =>
      document(file, test.identifier, 'imsqti_test_xmlv3p0', (losses) => testRoot(test, losses)),
    ),
    ...(sections ?? []).map(({ file, section }) =>
      document(file, section.identifier, 'imsqti_section_xmlv3p0', () => sectionRoot(section)),
    ),
    ...items.map(({ file, item }) =>
      document(file, item.identifier, 'imsqti_item_xmlv3p0', (losses) => itemRoot(item, losses)),
    ),
    ...(stimuli ?? []).map(({ file, stimulus }) =>
      document(file, stimulus.identifier, 'imsqti_stimulus_xmlv3p0', () => stimulusRoot(stimulus)),
    ),
  ];
}

function resourcesOf(documents: readonly Document[], media: ReadonlyMap<string, unknown>): WritableResource[] {
  const taken = new Set<string>();
  const identify = (wanted: string): string => {
    const base = /^[\p{L}_]/u.test(wanted) ? wanted.replace(/[^\p{L}\p{N}_.-]/gu, '_') : `_${wanted}`;
    let identifier = base;
    for (let count = 2; taken.has(identifier); count += 1) identifier = `${base}-${count}`;
    taken.add(identifier);
    return identifier;
  };
  const identifiers = new Map(documents.map(({ file, identifier }) => [file, identify(identifier)]));
  const listed = new Set<string>();
  const written = documents.map((document): WritableResource => {
    const folder = folderOf(document.file);
    const paths = addressesIn(document.root).flatMap((address) => {
      const resolved = resolvePath(folder, address);
      return resolved.kind === 'inside' ? [resolved.path] : [];
    });
    const files = [...new Set(paths)].filter((path) => media.has(path)).sort();
    for (const file of files) listed.add(file);
    const others = new Set(paths.flatMap((path) => (path === document.file ? [] : (identifiers.get(path) ?? []))));
    return {
      identifier: identifiers.get(document.file) ?? document.identifier,
      type: document.type,
      href: relativeAddress('', document.file),
      files: [document.file, ...files].map((file) => relativeAddress('', file)),
      dependencies: [...others],
      ...document.classifications,
    };
  });
  const loose = [...media.keys()].filter((path) => !listed.has(path)).sort();
  return [
    ...written,
    ...loose.map((path) => {
      const href = relativeAddress('', path);
      const identifier = identify(`file-${path}`);
      return { identifier, type: 'webcontent', href, files: [href], dependencies: [], ...UNCLASSIFIED };
    }),
  ];
}
