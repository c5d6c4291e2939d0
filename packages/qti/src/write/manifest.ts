import { part, writeXml, type XmlPart } from './xml.ts';

/** A resource of a package; paths are relative to the manifest. Classifications that are null are left out. */
export interface WritableResource {
  readonly identifier: string;
  readonly type: string;
  readonly href: string | null;
  readonly files: readonly string[];
  readonly dependencies: readonly string[];
  readonly topic: string | null;
  readonly cognitiveLevel: string | null;
  readonly objective: string | null;
}

/** What a manifest says of its package. */
export interface WritableManifest {
  readonly identifier: string;
  readonly resources: readonly WritableResource[];
}

const PACKAGE = 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1';
const LOM = 'http://ltsc.ieee.org/xsd/LOM';

/**
 * Writes the manifest of a QTI 3.0 package (imsmanifest.xml), each resource classified by topic, cognitive level and
 * objective as `parseManifest` reads them.
 *
 * @throws {RangeError} for characters that XML 1.0 cannot hold.
 */
export function writeManifest({ identifier, resources }: WritableManifest): string {
  return writeXml(
    part('manifest', { xmlns: PACKAGE, 'xmlns:lom': LOM, identifier }, [
      part('metadata', {}, [part('schema', {}, ['QTI Package']), part('schemaversion', {}, ['3.0.0'])]),
      part('organizations'),
      part('resources', {}, resources.map(resourcePart)),
    ]),
  );
}

function resourcePart(resource: WritableResource): XmlPart {
  const { identifier, type, href, files, dependencies } = resource;
  return part('resource', { identifier, type, href }, [
    ...metadataPart(resource),
    ...files.map((file) => part('file', { href: file })),
    ...dependencies.map((other) => part('dependency', { identifierref: other })),
  ]);
}

function metadataPart({ topic, cognitiveLevel, objective }: WritableResource): XmlPart[] {
  const classifications = [
    ...classification('discipline', 'Testamur topic', topic),
    ...classification('skill level', 'Testamur cognitive level', cognitiveLevel),
    ...classification('educational objective', 'Testamur sub-skill', objective),
  ];
  return classifications.length === 0 ? [] : [part('metadata', {}, [part('lom:lom', {}, classifications)])];
}

function classification(purpose: string, source: string, entry: string | null): XmlPart[] {
  if (entry === null) return [];
  const words = (name: string, text: string) => part(name, {}, [part('lom:string', {}, [text])]);
  return [
    part('lom:classification', {}, [
      part('lom:purpose', {}, [part('lom:source', {}, ['LOMv1.0']), part('lom:value', {}, [purpose])]),
      part('lom:taxonPath', {}, [
        words('lom:source', source),
        part('lom:taxon', {}, [part('lom:id', {}, [taxonId(entry)]), words('lom:entry', entry)]),
      ]),
    ]),
  ];
}

/** The entry as a word in lower case, as taxonomies name their members. */
function taxonId(entry: string): string {
  const word = entry.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
  return word.replace(/^-|-$/g, '') || entry;
}
