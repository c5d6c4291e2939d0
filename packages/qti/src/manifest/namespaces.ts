import type { QtiVersion } from '../model/item.ts';
import type { XmlElement } from '../xml/tree.ts';

/** The namespace of the manifests of QTI 3.0 packages (IMS Content Packaging 1.2, profile of QTI 3.0). */
export const PACKAGE = 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1';

/** Content Packaging as QTI 2.x, APIP, Common Cartridge and older tools name it. */
const PACKAGES = /^http:\/\/www\.ims(?:global|project)\.org\/xsd\/(?:[\w/]+\/)?imscp_(?:v1p[1-4]|rootv1p1p[1-4])$/;

/** IEEE LOM, by itself and in the profiles of QTI, APIP and Common Cartridge. */
const LOM =
  /^http:\/\/(?:ltsc\.ieee\.org\/xsd\/(?:[\w/]+\/)?(?:LOM|LOMv1p0|imsmd_v1p[23])(?:\/\w+)?|www\.imsglobal\.org\/xsd\/imsmd_(?:root)?v1p[23](?:p\d)?)$/;

/** QTI's own metadata; some tools write it under the namespace of items. */
const QTI_METADATA =
  /^http:\/\/www\.imsglobal\.org\/xsd\/(?:[\w/]+\/)?imsqti(?:asi)?_(?:metadata_)?v(?:2p[012]|3p0)(?:p\d)?$/;

/** What an element of a manifest belongs to. */
export type Vocabulary = 'package' | 'lom' | 'qti-metadata';

/** Whether the namespace is one of Content Packaging. */
export function isPackage(uri: string): boolean {
  return PACKAGES.test(uri);
}

/** The local name of an element of that vocabulary; undefined for any other. */
export function nameIn(vocabulary: Vocabulary, element: XmlElement): string | undefined {
  const { uri, local } = element;
  const known = { package: uri === '' || isPackage(uri), lom: LOM.test(uri), 'qti-metadata': QTI_METADATA.test(uri) };
  return known[vocabulary] ? local : undefined;
}

/** What the type of a resource says about it (attribute type, such as `imsqti_item_xmlv2p1`). */
export interface ResourceType {
  readonly kind: 'item' | 'test' | 'section' | 'stimulus' | 'other';
  readonly version: QtiVersion | null;
}

const VERSIONS: Readonly<Record<string, QtiVersion>> = { '2p0': '2.0', '2p1': '2.1', '2p2': '2.2', '3p0': '3.0' };
const TYPE = /^imsqti_(?:apip)?(item|test|section|stimulus)_xmlv(\dp\d)$/;

/** Takes the type of a resource apart; whatever is no QTI document is `other`. */
export function readResourceType(type: string): ResourceType {
  const [, kind, version = ''] = TYPE.exec(type) ?? [];
  const known = (['item', 'test', 'section', 'stimulus'] as const).find((word) => word === kind);
  return known === undefined ? { kind: 'other', version: null } : { kind: known, version: VERSIONS[version] ?? null };
}

/** The version that the schema of a package names, such as "QTIv2.1 Package"; null when it names none. */
export function schemaVersionOf(schema: string | null, schemaVersion: string | null): QtiVersion | null {
  const [, named] = /QTI\s*v?\s*(2\.[012]|3\.0)/i.exec(schema ?? '') ?? [];
  const [, numbered] = /^(2\.[012]|3\.0)/.exec(/QTI/i.test(schema ?? '') ? (schemaVersion ?? '') : '') ?? [];
  return Object.values(VERSIONS).find((version) => version === (named ?? numbered)) ?? null;
}
