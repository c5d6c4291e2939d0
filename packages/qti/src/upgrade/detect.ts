import type { QtiVersion } from '../model/item.ts';
import type { XmlElement } from '../xml/tree.ts';

/** What a document of QTI is about. */
export type DocumentKind = 'item' | 'test' | 'section' | 'stimulus' | 'manifest' | 'result';

/** The kind of a document by the local name of its root, in the names of QTI 2 and 3. */
export const ROOTS: Readonly<Record<string, DocumentKind>> = {
  assessmentItem: 'item',
  assessmentTest: 'test',
  assessmentSection: 'section',
  assessmentStimulus: 'stimulus',
  'qti-assessment-item': 'item',
  'qti-assessment-test': 'test',
  'qti-assessment-section': 'section',
  'qti-assessment-stimulus': 'stimulus',
  manifest: 'manifest',
  assessmentResult: 'result',
};

/** The namespaces of documents: those of IMS, 1EdTech and APIP, such as …/xsd/imsqti_v2p1 and …/xsd/imsqtiasi_v3p0. */
const VERSIONED = /(?:imsqti|imscp|apip|qtiv|imsmd|imspci)[a-z_/]*?(?:_v|v|_)?([23])p([012])/i;

/** Whether the namespace is one of QTI itself, of any version. */
export function isQtiNamespace(uri: string): boolean {
  return /^https?:\/\/[^/]*(?:imsglobal|1edtech)\.org\/.*(?:imsqti|\bqti)/i.test(uri);
}

/**
 * The version that a namespace, or a list of schema locations, names; undefined where it names none.
 */
export function versionIn(text: string): QtiVersion | undefined {
  // What names a version is short; a name of a megabyte would be searched for minutes.
  const match = VERSIONED.exec(text.slice(0, 4096));
  if (match === null) return undefined;
  if (match[1] === '3') return '3.0';
  return match[2] === '0' ? '2.0' : match[2] === '1' ? '2.1' : '2.2';
}

/** The version that the root tells by its namespace, else by its schema locations, else by the form of its name. */
export function versionOf(root: XmlElement): QtiVersion {
  const hints = root.attributes.find(({ local }) => local === 'schemaLocation')?.value ?? '';
  return versionIn(root.uri) ?? versionIn(hints) ?? (root.local.includes('-') ? '3.0' : '2.1');
}
