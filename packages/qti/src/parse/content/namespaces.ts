import type { XmlElement } from '../../xml/tree.ts';
import { qtiName } from '../namespace.ts';

const MATH = 'http://www.w3.org/1998/Math/MathML';
const SVG = 'http://www.w3.org/2000/svg';
const INCLUDE = 'http://www.w3.org/2001/XInclude';

/** HTML by a namespace of its own: XHTML, and the HTML5 elements of QTI 2.2. QTI 3 has them in its own namespace. */
const HTML = [
  'http://www.w3.org/1999/xhtml',
  'http://www.imsglobal.org/xsd/imsqtiv2p2_html5_v1p0',
  'http://www.imsglobal.org/xsd/imsqti_v2p2_html5_v1p0',
];
const SPEECH = ['http://www.w3.org/2010/10/synthesis', 'http://www.w3.org/2001/10/synthesis'];

/**
 * Which language an element of content is of. A `math` or `svg` that lacks its namespace still is what it is called, as in
 * HTML.
 */
export type Vocabulary = 'qti' | 'html' | 'math' | 'svg' | 'speech' | 'include' | 'unknown';

export function vocabularyOf(element: XmlElement): Vocabulary {
  const { uri, local } = element;
  if (uri === MATH) return 'math';
  if (uri === SVG) return 'svg';
  if (uri === INCLUDE) return 'include';
  if (SPEECH.includes(uri)) return 'speech';
  const name = qtiName(element);
  if (name === undefined && !HTML.includes(uri)) return 'unknown';
  if (local === 'math' || local === 'svg') return local;
  return name?.startsWith('qti-') === true ? 'qti' : 'html';
}
