import { Attributes } from '../parse/attributes.ts';
import { catchRefusal, Report } from '../parse/report.ts';
import { readXml, type XmlLimits } from '../xml/read.ts';
import { childElements, ownText, type XmlElement } from '../xml/tree.ts';
import type { Manifest, ManifestResource, ManifestResult } from './manifest.ts';
import { isPackage, nameIn, PACKAGE, schemaVersionOf } from './namespaces.ts';
import { readBase, readResource } from './read-resource.ts';
import { keep, type UnreadElement } from './unread.ts';

export {
  COGNITIVE_LEVELS,
  type CognitiveLevel,
  type Manifest,
  type ManifestResource,
  type ManifestResult,
} from './manifest.ts';

/** 16 MiB, 100 levels, 300,000 nodes: a manifest grows with its package. */
export const MANIFEST_XML_LIMITS: XmlLimits = { maxBytes: 16 * 1_048_576, maxDepth: 100, maxNodes: 300_000 };

/**
 * Reads the manifest of a content package of QTI 2.0 to 3.0 (IMS Content Packaging 1.2, class Manifest), with the LOM
 * classifications and QTI metadata of its resources. Other metadata is kept in `unread`.
 */
export function parseManifest(xml: string | Uint8Array, limits: XmlLimits = MANIFEST_XML_LIMITS): ManifestResult {
  return catchRefusal((): ManifestResult => {
    const { root, locate } = readXml(xml, limits);
    const report = new Report(locate);
    const manifest = readManifest(root, report);
    if (report.messages.length === 0) return { status: 'ok', manifest, messages: [] };
    return { status: 'loss', manifest, messages: report.messages };
  });
}

function readManifest(root: XmlElement, report: Report): Manifest {
  if (root.local !== 'manifest' || (root.uri !== '' && !isPackage(root.uri))) {
    report.refuse(root, `the root must be <manifest xmlns="${PACKAGE}">; this one is <${root.local}> of "${root.uri}"`);
  }
  if (root.uri === '') report.lose(root, `<manifest> has no namespace; read as if it had xmlns="${PACKAGE}"`);
  const attributes = new Attributes(root, report);
  const identifier = attributes.require('identifier').trim();
  attributes.take('version');
  attributes.take('xml:lang');
  const base = readBase(attributes, '', report);
  attributes.finish();
  const texts = new Map<string, string>();
  const unread: UnreadElement[] = [];
  const resources: ManifestResource[] = [];
  for (const child of childElements(root)) {
    const name = nameIn('package', child);
    if (name === 'metadata') {
      for (const entry of childElements(child)) {
        const text = nameIn('package', entry);
        if (text === 'schema' || text === 'schemaversion') texts.set(text, ownText(entry).trim());
        else unread.push(keep(entry));
      }
    } else if (name === 'resources') {
      resources.push(...readResources(child, base, report));
    } else if (name === 'manifest') {
      report.lose(child, 'a manifest inside a manifest is not read; pack what it lists as a package of its own');
    } else if (name !== 'organizations' || childElements(child).length > 0) {
      report.lose(child, `<${child.local}> of the package is not supported; left out with its content`);
    }
  }
  refuseRepeated(root, resources, report);
  const schema = texts.get('schema') ?? null;
  const schemaVersion = texts.get('schemaversion') ?? null;
  const version =
    root.uri === PACKAGE
      ? '3.0'
      : (schemaVersionOf(schema, schemaVersion) ?? resources.find((known) => known.version !== null)?.version ?? null);
  return { identifier, schema, schemaVersion, version, resources, unread };
}

function readResources(element: XmlElement, base: string, report: Report): ManifestResource[] {
  const attributes = new Attributes(element, report);
  const folder = readBase(attributes, base, report);
  attributes.finish();
  return childElements(element).flatMap((child) => {
    if (nameIn('package', child) === 'resource') return [readResource(child, folder, report)];
    report.lose(child, `<${child.local}> is not supported inside <resources>; left out with its content`);
    return [];
  });
}

function refuseRepeated(root: XmlElement, resources: readonly ManifestResource[], report: Report): void {
  const seen = new Set<string>();
  for (const { identifier } of resources) {
    if (seen.has(identifier)) {
      report.refuse(root, `the resource identifier "${identifier}" is used twice; give each its own`);
    }
    seen.add(identifier);
  }
}
