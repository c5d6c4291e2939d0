import type { XmlElement } from '../xml/tree.ts';

/** The namespace of QTI 3 assessment items and of the HTML inside them. */
export const QTI = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';

/** The local name of a QTI element; undefined for an element of another namespace. */
export function qtiName(element: XmlElement): string | undefined {
  return element.uri === QTI ? element.local : undefined;
}
