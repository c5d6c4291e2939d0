import type { Message } from '../model/message.ts';
import { Attributes } from '../parse/attributes.ts';
import { catchRefusal, Report } from '../parse/report.ts';
import { DEFAULT_XML_LIMITS, readXml, type XmlLimits } from '../xml/read.ts';
import { childElements, ownText, type XmlElement } from '../xml/tree.ts';
import { type Classification, readClassifications } from './classification.ts';

const PACKAGE = 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1';

/** The levels of thinking that items are classified by, from low to high. */
export const COGNITIVE_LEVELS = ['remember', 'understand', 'apply', 'analyze'] as const;
export type CognitiveLevel = (typeof COGNITIVE_LEVELS)[number];

/**
 * A resource of a content package. `href` and `files` are paths inside the package, relative to the manifest, and never
 * climb out of it. The three after are read from its classifications: `topic` (purpose "discipline"), `cognitiveLevel`
 * ("skill level") and `objective` ("educational objective"); null when it has none.
 */
export interface ManifestResource {
  readonly identifier: string;
  readonly type: string;
  readonly href: string | null;
  readonly files: readonly string[];
  readonly dependencies: readonly string[];
  readonly topic: string | null;
  readonly cognitiveLevel: CognitiveLevel | null;
  readonly objective: string | null;
}

/** A package manifest (imsmanifest.xml). */
export interface Manifest {
  readonly identifier: string;
  readonly schema: string | null;
  readonly schemaVersion: string | null;
  readonly resources: readonly ManifestResource[];
}

/** As ItemResult: `loss` names what was left out, `refused` why nothing was read. */
export type ManifestResult =
  | { readonly status: 'ok'; readonly manifest: Manifest; readonly messages: readonly [] }
  | { readonly status: 'loss'; readonly manifest: Manifest; readonly messages: readonly Message[] }
  | { readonly status: 'refused'; readonly messages: readonly [Message] };

/** Reads the manifest of a QTI 3 content package (element manifest, with LOM classifications of its resources). */
export function parseManifest(xml: string | Uint8Array, limits: XmlLimits = DEFAULT_XML_LIMITS): ManifestResult {
  return catchRefusal((): ManifestResult => {
    const { root, locate } = readXml(xml, limits);
    const report = new Report(locate);
    const manifest = readManifest(root, report);
    if (report.messages.length === 0) return { status: 'ok', manifest, messages: [] };
    return { status: 'loss', manifest, messages: report.messages };
  });
}

function readManifest(root: XmlElement, report: Report): Manifest {
  if (root.uri !== PACKAGE || root.local !== 'manifest') {
    report.refuse(root, `the root must be <manifest xmlns="${PACKAGE}">; this one is <${root.local}> of "${root.uri}"`);
  }
  const attributes = new Attributes(root, report);
  const identifier = attributes.require('identifier').trim();
  attributes.finish();
  let schema: string | null = null;
  let schemaVersion: string | null = null;
  const resources: ManifestResource[] = [];
  for (const child of childElements(root)) {
    const name = packageName(child);
    if (name === 'metadata') {
      for (const entry of childElements(child)) {
        if (packageName(entry) === 'schema') schema = ownText(entry).trim();
        else if (packageName(entry) === 'schemaversion') schemaVersion = ownText(entry).trim();
        else report.lose(entry, `<${entry.local}> of the package's metadata is not supported; left out`);
      }
    } else if (name === 'resources') {
      resources.push(...readResources(child, report));
    } else if (name !== 'organizations' || childElements(child).length > 0) {
      report.lose(child, `<${child.local}> of the package is not supported; left out with its content`);
    }
  }
  return { identifier, schema, schemaVersion, resources };
}

function readResources(element: XmlElement, report: Report): ManifestResource[] {
  new Attributes(element, report).finish();
  const seen = new Set<string>();
  return childElements(element).flatMap((child) => {
    if (packageName(child) !== 'resource') {
      report.lose(child, `<${child.local}> is not supported inside <resources>; left out with its content`);
      return [];
    }
    const resource = readResource(child, report);
    if (seen.has(resource.identifier)) {
      report.refuse(child, `the resource identifier "${resource.identifier}" is used twice; give each its own`);
    }
    seen.add(resource.identifier);
    return [resource];
  });
}

function readResource(element: XmlElement, report: Report): ManifestResource {
  const attributes = new Attributes(element, report);
  const identifier = attributes.require('identifier').trim();
  const type = attributes.require('type').trim();
  const href = attributes.take('href');
  attributes.finish();
  const files: string[] = [];
  const dependencies: string[] = [];
  const classified: Classification[] = [];
  for (const child of childElements(element)) {
    const name = packageName(child);
    const inner = new Attributes(child, report);
    if (name === 'file') files.push(packagePath(inner.require('href'), child, report));
    else if (name === 'dependency') dependencies.push(inner.require('identifierref').trim());
    else if (name === 'metadata') classified.push(...readClassifications(child, report));
    else report.lose(child, `<${child.local}> of a resource is not supported; left out with its content`);
    if (name !== undefined) inner.finish();
  }
  const entry = (purpose: string) => classified.find((known) => known.purpose === purpose)?.entry ?? null;
  const level = entry('skill level');
  const cognitiveLevel = COGNITIVE_LEVELS.find((known) => known === level) ?? null;
  if (level !== null && cognitiveLevel === null) {
    report.lose(element, `the cognitive level "${level.slice(0, 60)}" must be one of ${COGNITIVE_LEVELS.join(', ')}`);
  }
  return {
    identifier,
    type,
    href: href === undefined ? null : packagePath(href, element, report),
    files,
    dependencies,
    topic: entry('discipline'),
    cognitiveLevel,
    objective: entry('educational objective'),
  };
}

/** Refuses a path that could leave the folder that the package is unpacked to. */
function packagePath(written: string, element: XmlElement, report: Report): string {
  const path = written.trim();
  const parts = path.split('/');
  if (/^[^\p{C}\\:?#]+$/u.test(path) && !parts.some((part) => part === '' || part === '.' || part === '..'))
    return path;
  return report.refuse(
    element,
    `${JSON.stringify(path.slice(0, 60))} must be a path inside the package, such as "items/a.xml"`,
  );
}

function packageName(element: XmlElement): string | undefined {
  return element.uri === PACKAGE ? element.local : undefined;
}
