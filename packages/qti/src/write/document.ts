import { type AttributeValue, part, type XmlPart } from './xml.ts';

/** A document, and what of the model has no form in it, one sentence each. */
export interface Written {
  readonly xml: string;
  readonly losses: readonly string[];
}

const ASI = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
const SCHEMA = 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd';

/** The root of a document of the QTI 3.0 ASI schema: with namespace, schema location and attributes. */
export function asiRoot(
  root: string,
  attributes: Readonly<Record<string, AttributeValue>>,
  children: readonly XmlPart[],
): XmlPart {
  const namespaces = {
    xmlns: ASI,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': `${ASI} ${SCHEMA}`,
  };
  return part(root, { ...namespaces, ...attributes }, children);
}
