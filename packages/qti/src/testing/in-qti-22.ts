import { QTI } from '../parse/namespace.ts';
import { part, writeXml, type XmlPart } from '../write/xml.ts';
import { readXml } from '../xml/read.ts';
import type { XmlElement } from '../xml/tree.ts';

const V22 = 'http://www.imsglobal.org/xsd/imsqti_v2p2';
const camel = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A document of QTI 3.0 in the names of QTI 2.2: elements and attributes in camel case, no content bodies. */
export function inQti22(xml: string): string {
  const { root } = readXml(xml);
  const { name, attributes, children } = converted(root);
  return writeXml({ name, attributes: [['xmlns', V22], ...attributes], children, layout: 'block' });
}

function converted(element: XmlElement): XmlPart {
  const isQti = element.uri === QTI && element.local.startsWith('qti-');
  const name = isQti ? camel(element.local.slice(4)) : element.local;
  const attributes = element.attributes
    .filter((attribute) => !attribute.name.startsWith('xsi:'))
    .map(({ name: key, value }): [string, string] => {
      if (!isQti || /^(data-|aria-|xml:)/.test(key)) return [key, value];
      const old = value.replace(
        'https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/',
        'http://www.imsglobal.org/question/qti_v2p2/rptemplates/',
      );
      return [camel(key), old];
    });
  const children = element.children.flatMap((child) => {
    if (child.kind === 'text') return [child.text];
    return child.local === 'qti-content-body' ? converted(child).children : [converted(child)];
  });
  return { ...part(name, {}, children, 'inline'), attributes };
}
