import type { ContentNode, ElementNode } from '../../model/content.ts';
import { isBlank, type XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import type { Report } from '../report.ts';
import { readBodyAttributes } from './body-attributes.ts';
import { matches, oneOf, type ValueCheck } from './checks.ts';

/** Elements that hold text. */
const TEXTS = new Set('text tspan title desc'.split(' '));
/** Shapes and what groups and paints them; no `use`, which can multiply a drawing without end. No scripts, animations, foreign markup, pictures by address, style sheets. */
const SHAPES = new Set(
  `svg g defs symbol path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath mask
   pattern marker`.split(/\s+/),
);

const numbers = matches(/^[\d\s.,eE%+-]{0,20000}$|^auto$/);
const lengths = matches(/^[\d\s.,eE+-]*(em|ex|px|pt|pc|cm|mm|in|%)?$/);
const pathData = matches(/^[MmLlHhVvCcSsQqTtAaZz\d\s.,eE+-]{0,100000}$/);
const transform = matches(/^\s*((matrix|translate|scale|rotate|skewX|skewY)\([\d\s.,eE+-]*\)[\s,]*)*$/);
const word = matches(/^[A-Za-z0-9 .,%+-]{0,200}$/);
/** A color, or a gradient or pattern of the same drawing. */
const paint = matches(/^([A-Za-z]+|#[0-9A-Fa-f]{3,8}|(rgb|rgba|hsl|hsla)\([\d\s.,%/]+\)|url\(#[\w.-]+\))$/);
const local = matches(/^(none|url\(#[\w.-]+\))$/);
const fragment = matches(/^#[\w.-]+$/);
const fonts = matches(/^[\w\s,'-]{0,200}$/);

const of = (names: string, check: ValueCheck): Record<string, ValueCheck> =>
  Object.fromEntries(names.split(/\s+/).map((name) => [name, check]));

const ATTRIBUTES: Readonly<Record<string, ValueCheck>> = {
  ...of('x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height offset', lengths),
  ...of('points rotate viewBox stroke-dasharray stroke-dashoffset stroke-miterlimit stroke-width pathLength', numbers),
  ...of('opacity fill-opacity stroke-opacity stop-opacity refX refY markerWidth markerHeight orient', numbers),
  ...of('font-size letter-spacing word-spacing textLength baseline-shift', lengths),
  ...of('fill stroke stop-color color', paint),
  ...of('clip-path mask marker-start marker-mid marker-end', local),
  ...of('transform gradientTransform patternTransform', transform),
  ...of(
    `fill-rule clip-rule stroke-linecap stroke-linejoin vector-effect text-anchor dominant-baseline alignment-baseline
     font-style font-weight font-variant text-decoration lengthAdjust preserveAspectRatio spreadMethod gradientUnits
     patternUnits patternContentUnits clipPathUnits maskUnits maskContentUnits markerUnits visibility display
     shape-rendering text-rendering writing-mode direction version`,
    word,
  ),
  d: pathData,
  'font-family': fonts,
  focusable: oneOf('true false'),
  href: fragment,
  'xlink:href': fragment,
};

/** Reads `svg` (ASI information model, class SVG), through a narrow allow list. */
export function readSvg(element: XmlElement, report: Report): readonly ElementNode[] {
  const name = element.local;
  if (!TEXTS.has(name) && !SHAPES.has(name)) {
    report.lose(element, `<${name}> is not an element of SVG that items may hold; left out with its content`);
    return [];
  }
  const attributes = readBodyAttributes(new Attributes(element, report), ATTRIBUTES, report);
  return [{ type: 'element', namespace: 'svg', name, attributes, children: readChildren(element, report) }];
}

function readChildren(element: XmlElement, report: Report): ContentNode[] {
  const holdsText = TEXTS.has(element.local);
  const nodes: ContentNode[] = [];
  for (const child of element.children) {
    if (child.kind === 'element') nodes.push(...readSvg(child, report));
    else if (holdsText) nodes.push({ type: 'text', text: child.text });
    else if (!isBlank(child.text)) {
      report.lose(element, `text cannot stand directly in <${element.local}> of SVG; left out`);
    }
  }
  return nodes;
}
