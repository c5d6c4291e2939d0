import { resolvePath } from '../package/path.ts';
import { Attributes } from '../parse/attributes.ts';
import type { Report } from '../parse/report.ts';
import { childElements, type XmlElement } from '../xml/tree.ts';
import { type Classification, readClassifications } from './classification.ts';
import { COGNITIVE_LEVELS, type ManifestResource } from './manifest.ts';
import { nameIn, readResourceType } from './namespaces.ts';
import { type QtiMetadata, readQtiMetadata } from './qti-metadata.ts';
import { keepChildren, type UnreadElement } from './unread.ts';

/**
 * Reads one resource.
 *
 * @param base the folder that its addresses are relative to, from xml:base of what holds it.
 */
export function readResource(element: XmlElement, base: string, report: Report): ManifestResource {
  const attributes = new Attributes(element, report);
  const identifier = attributes.require('identifier').trim();
  const type = attributes.require('type').trim();
  const folder = readBase(attributes, base, report);
  const href = attributes.take('href');
  attributes.finish();
  const parts = readParts(element, folder, report);
  return {
    identifier,
    type,
    ...readResourceType(type),
    href: href === undefined ? null : packagePath(href, folder, element, report),
    files: parts.files,
    dependencies: parts.dependencies,
    variants: parts.variants,
    ...filedUnder(parts.classified, element, report),
    qti: parts.qti,
    unread: parts.unread,
  };
}

interface ResourceParts {
  readonly files: string[];
  readonly dependencies: string[];
  readonly variants: { identifier: string; resource: string }[];
  readonly classified: Classification[];
  readonly unread: UnreadElement[];
  qti: QtiMetadata | null;
}

function readParts(element: XmlElement, folder: string, report: Report): ResourceParts {
  const parts: ResourceParts = { files: [], dependencies: [], variants: [], classified: [], unread: [], qti: null };
  for (const child of childElements(element)) {
    const name = nameIn('package', child);
    const inner = new Attributes(child, report);
    if (name === 'file') {
      const path = packagePath(inner.require('href'), folder, child, report);
      if (path !== null) parts.files.push(path);
      for (const metadata of childElements(child)) readMetadata(metadata, parts, report);
    } else if (name === 'dependency') {
      parts.dependencies.push(inner.require('identifierref').trim());
    } else if (name === 'metadata') {
      readMetadata(child, parts, report);
    } else if (child.local === 'variant') {
      parts.variants.push({
        identifier: inner.require('identifier').trim(),
        resource: inner.require('identifierref').trim(),
      });
      for (const metadata of childElements(child)) readMetadata(metadata, parts, report);
    } else {
      report.lose(child, `<${child.local}> of a resource is not supported; left out with its content`);
      continue;
    }
    inner.finish();
  }
  return parts;
}

function readMetadata(metadata: XmlElement, parts: ResourceParts, report: Report): void {
  const read = new Set<XmlElement>();
  parts.classified.push(...readClassifications(metadata, read, report));
  parts.qti ??= readQtiMetadata(metadata, read);
  parts.unread.push(...keepChildren(metadata, read));
}

function filedUnder(
  classified: readonly Classification[],
  element: XmlElement,
  report: Report,
): Pick<ManifestResource, 'topic' | 'cognitiveLevel' | 'objective'> {
  const entry = (purpose: string) => classified.find((known) => known.purpose === purpose)?.entry ?? null;
  const level = entry('skill level');
  const cognitiveLevel = COGNITIVE_LEVELS.find((known) => known === level) ?? null;
  if (level !== null && cognitiveLevel === null) {
    report.lose(element, `the cognitive level "${level.slice(0, 60)}" must be one of ${COGNITIVE_LEVELS.join(', ')}`);
  }
  return { topic: entry('discipline'), cognitiveLevel, objective: entry('educational objective') };
}

/** The folder for addresses inside the element: xml:base up to its last "/", from where what holds the element is. */
export function readBase(attributes: Attributes, base: string, report: Report): string {
  const written = attributes.take('xml:base')?.trim() ?? '';
  const folder = written.slice(0, written.lastIndexOf('/') + 1).replace(/^(?:\.\/)+/, '');
  if (folder === '') return base;
  const path = packagePath(`${folder}.`, base, attributes.element, report);
  return path === null ? base : `${path}/`;
}

/** Refuses a path that could leave the folder that the package is unpacked to; null for an address on the web. */
function packagePath(written: string, folder: string, element: XmlElement, report: Report): string | null {
  const resolved = resolvePath(folder, written);
  if (resolved.kind === 'inside') return resolved.path;
  const shown = JSON.stringify(written.trim().slice(0, 60));
  if (resolved.kind === 'web') {
    report.lose(element, `${shown} is on the web, and nothing is fetched from there; put the file into the package`);
    return null;
  }
  return report.refuse(element, `${shown} must be a path inside the package, such as "items/a.xml"; ${resolved.text}`);
}
