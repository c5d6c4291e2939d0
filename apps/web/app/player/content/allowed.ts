import type { ElementNode } from '@testamur/qti';
import { measuresOf } from './measures.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What may be shown, whatever the server sends, by the namespace of the element. */
const ELEMENTS: Readonly<Record<ElementNode['namespace'], ReadonlySet<string>>> = {
  html: words(`address article aside blockquote div footer header nav section main figure figcaption details summary h1 h2
    h3 h4 h5 h6 p pre hr ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td a abbr b bdi bdo br cite
    code del dfn em i img ins kbd label mark q ruby rb rt rtc rp s samp small span strong sub sup time u var wbr
    audio video source track picture object`),
  math: words(`math maction menclose merror mfenced mfrac mi mlabeledtr mmultiscripts mn mo mover mpadded mphantom
    mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none
    semantics mlongdiv mscarries mscarry msgroup msline msrow mstack`),
  svg: words(`svg g path rect circle ellipse line polyline polygon text tspan title desc defs marker linearGradient
    radialGradient stop clipPath mask pattern symbol`),
};

/** Attributes by the names that React gives them. */
const HTML_ATTRIBUTES: Readonly<Record<string, string>> = Object.fromEntries(
  `id lang dir title role alt src width height start type reversed open value colSpan rowSpan span headers scope abbr cite
  dateTime controls loop muted poster preload srcLang kind label media srcSet sizes default htmlFor`
    .split(/\s+/)
    .map((name) => [name === 'htmlFor' ? 'for' : name.toLowerCase(), name]),
);

const MATH_ATTRIBUTES =
  words(`accent accentunder align alttext close columnalign columnlines columnspacing columnspan depth
  dir display displaystyle encoding fence form frame height href id indentalign linebreak linethickness lspace mathbackground
  mathcolor mathsize mathvariant maxsize minsize movablelimits notation numalign open overflow rowalign rowlines rowspacing
  rowspan rspace scriptlevel separator separators stretchy symmetric voffset width`);

const SVG_ATTRIBUTES =
  words(`id viewBox preserveAspectRatio x y x1 y1 x2 y2 cx cy r rx ry d points width height transform
  fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-dashoffset
  stroke-opacity stroke-miterlimit opacity font-family font-size font-weight font-style text-anchor dominant-baseline dx dy
  rotate textLength lengthAdjust marker-start marker-mid marker-end markerWidth markerHeight markerUnits orient refX refY
  offset stop-color stop-opacity gradientUnits gradientTransform fx fy spreadMethod clip-path clip-rule mask pathLength
  patternUnits vector-effect visibility role`);

const TRUTHS = words('reversed open controls loop muted default');
const ADDRESSES = words('src poster href data');
const EMPTY = words('br hr img col source track wbr');

/** Addresses of pictures and sounds: of this site or a safe scheme, never one that could run. */
export const isSafeAddress = (address: string): boolean =>
  /^(https?:|blob:|data:(image|audio|video)\/(?!svg))/i.test(address) || /^[^:\s]*$/.test(address);

const isAria = (name: string): boolean => /^aria-[a-z]+$/.test(name);
/** What the candidate's tools read: catalogs, media controls. Other data is not for the page. */
const isKeptData = (name: string): boolean => /^data-(catalog-idref|qti-[a-z-]+|ssml[a-z-]*)$/.test(name);

const camelCase = (name: string): string => name.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());

/** A reference inside a drawing is fine; one that leads out of it would be a request. */
const isLocal = (value: string): boolean => !/url\s*\(/i.test(value) || /^\s*url\(\s*['"]?#[^)]*\)\s*$/i.test(value);

const propertyOf = (namespace: ElementNode['namespace'], name: string, value: string): string | undefined => {
  if (isAria(name) || isKeptData(name)) return name;
  if (namespace === 'math') return MATH_ATTRIBUTES.has(name) && name !== 'href' ? name : undefined;
  if (namespace === 'svg') return SVG_ATTRIBUTES.has(name) && isLocal(value) ? camelCase(name) : undefined;
  if (ADDRESSES.has(name) && !isSafeAddress(value)) return undefined;
  return HTML_ATTRIBUTES[name.toLowerCase()];
};

type ElementProps = Record<string, string | true | Record<string, string>>;

/** The properties of an element; everything that is not listed is left out. */
export const propsOf = ({ namespace, attributes }: Pick<ElementNode, 'namespace' | 'attributes'>): ElementProps => {
  const props: ElementProps = {};
  for (const [name, value] of Object.entries(attributes)) {
    const property = propertyOf(namespace, name, value);
    if (property !== undefined) props[property] = TRUTHS.has(name) ? true : value;
  }
  // Classes of QTI's shared vocabulary alone: an item has no business with those of the page.
  const classes = (attributes.class ?? '').split(/\s+/).filter((name) => name.startsWith('qti-'));
  if (classes.length === 0) return props;
  const style = measuresOf(classes);
  return { ...props, className: classes.join(' '), ...(style === undefined ? {} : { style }) };
};

/** Headings of an item stand below that of the page. */
const lowered = (name: string): string => {
  const [, level] = /^h([1-6])$/.exec(name) ?? [];
  return level === undefined ? name : `h${Math.min(6, Number(level) + 1)}`;
};

/** The element to make; undefined when only its content may be shown. */
export const elementName = ({ namespace, name }: ElementNode): string | undefined => {
  if (!ELEMENTS[namespace].has(name)) return undefined;
  if (namespace !== 'html') return name;
  // The page has its own main part.
  return name === 'main' ? 'div' : lowered(name);
};

/** Elements whose text was never meant to be read. */
export const isSilent = (name: string): boolean =>
  /^(script|style|template|noscript|iframe|annotation(-xml)?|foreignObject)$/i.test(name);

/** Elements that hold nothing. */
export const isEmptyElement = (name: string): boolean => EMPTY.has(name);

/** Where white space between the parts would be a text where none may stand. */
export const holdsNoText = (name: string): boolean =>
  /^(table|thead|tbody|tfoot|tr|colgroup|ul|ol|dl|picture|audio|video)$/.test(name);
