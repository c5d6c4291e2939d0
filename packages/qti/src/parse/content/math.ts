import type { ContentNode, ElementNode } from '../../model/content.ts';
import { childElements, isBlank, ownText, type XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import type { Report } from '../report.ts';
import { readBodyAttributes } from './body-attributes.ts';
import { anyText, matches, type ValueCheck } from './checks.ts';

/** Elements that hold text. */
const TOKENS = new Set('mi mn mo ms mtext annotation'.split(' '));
/** Elements that hold elements: presentation MathML, without actions, glyphs by address and foreign markup. */
const LAYOUT = new Set(
  `math merror mfenced mfrac mlabeledtr mlongdiv mmultiscripts mover mpadded mphantom mprescripts mroot mrow mscarries
   mscarry msgroup msline mspace msqrt msrow mstack mstyle msub msubsup msup mtable mtd mtr munder munderover none
   semantics maligngroup malignmark menclose`.split(/\s+/),
);

/** Words, lengths and colors: nothing of which can name an address. */
const setting = matches(/^[A-Za-z0-9 .%+#-]{0,200}$/);

const ATTRIBUTES: Readonly<Record<string, ValueCheck>> = {
  ...Object.fromEntries(
    `accent accentunder align alignmentscope bevelled charalign charspacing columnalign columnlines columnspacing
     columnspan columnwidth crossout decimalpoint denomalign depth display displaystyle edge equalcolumns equalrows
     fence form frame framespacing groupalign height indentalign indentshift intent largeop leftoverhang length
     linebreak linebreakstyle linethickness location longdivstyle lspace mathbackground mathcolor mathsize mathvariant
     maxsize maxwidth minlabelspacing minsize movablelimits mslinethickness notation numalign overflow position
     rightoverhang rowalign rowlines rowspacing rowspan rspace scriptlevel scriptminsize scriptsizemultiplier selection
     separator shift side stackalign stretchy subscriptshift superscriptshift symmetric voffset width`
      .split(/\s+/)
      .map((name) => [name, setting]),
  ),
  alttext: anyText,
  arg: setting,
  close: anyText,
  encoding: matches(/^[\w.+/ -]{0,100}$/),
  lquote: anyText,
  open: anyText,
  rquote: anyText,
  separators: anyText,
};

/**
 * Reads `math` (ASI information model, class Math; MathML 3 and MathML Core). An annotation is kept as text; content MathML
 * and annotations with markup are left out, since the presentation stands beside them.
 */
export function readMath(element: XmlElement, report: Report): readonly ElementNode[] {
  const name = element.local;
  if (!TOKENS.has(name) && !LAYOUT.has(name)) {
    report.lose(element, `<${name}> is not an element of MathML that items may hold; left out with its content`);
    return [];
  }
  const attributes = readBodyAttributes(new Attributes(element, report), ATTRIBUTES, report);
  const children = TOKENS.has(name) ? readToken(element, report) : readLayout(element, report);
  return [{ type: 'element', namespace: 'math', name, attributes, children }];
}

function readToken(element: XmlElement, report: Report): ContentNode[] {
  for (const child of childElements(element)) {
    report.lose(child, `<${child.local}> cannot stand inside <${element.local}>; left out with its content`);
  }
  const text = ownText(element);
  return text === '' ? [] : [{ type: 'text', text }];
}

function readLayout(element: XmlElement, report: Report): ContentNode[] {
  if (!isBlank(ownText(element))) {
    report.lose(element, `text cannot stand directly in <${element.local}> of MathML; put it into <mtext>; left out`);
  }
  return childElements(element).flatMap((child) => readMath(child, report));
}
