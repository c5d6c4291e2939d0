/**
 * What an element may be and hold. `group`: where it may stand (`part`: only where a parent lists it). `holds`: free
 * content (`none`: only `parts`). Attributes are named with the check that their value must pass.
 */
export interface HtmlElement {
  readonly group: 'block' | 'inline' | 'part';
  readonly holds: 'flow' | 'phrasing' | 'none';
  readonly parts?: readonly string[];
  readonly attributes?: Readonly<Record<string, ValueCheck>>;
}

/** A value is kept when the check says true, and reported otherwise. */
export type ValueCheck = (value: string) => boolean;

const anyText: ValueCheck = () => true;
const wholeNumber: ValueCheck = (value) => /^\d{1,4}$/.test(value);
const word = (pattern: RegExp): ValueCheck => pattern.test.bind(pattern);
const names = word(/^[\p{L}_][\p{L}\p{N}_.-]*( [\p{L}_][\p{L}\p{N}_.-]*)*$/u);

/** Safe in a page of its own: package-relative, https, mailto. Control characters hide schemes from a naive check. */
const link: ValueCheck = (value) =>
  isPlainUrl(value) && (isRelative(value) || /^(https:\/\/|mailto:)[^/]/i.test(value));
const media: ValueCheck = (value) => isPlainUrl(value) && (isRelative(value) || /^https:\/\/[^/]/i.test(value));

/** Whether a URL reference points into the item's package (as `images/sign.png` does), not to a site or scheme. */
export function isRelative(value: string): boolean {
  return /^[^:/?#][^:]*$/.test(value);
}

function isPlainUrl(value: string): boolean {
  return /^[^\p{C}\s\\<>"]+$/u.test(value);
}

const block = { group: 'block', holds: 'flow' } as const;
const paragraph = { group: 'block', holds: 'phrasing' } as const;
const inline = { group: 'inline', holds: 'phrasing' } as const;
const cell = { colspan: wholeNumber, rowspan: wholeNumber, headers: names, abbr: anyText };
const columns = { span: wholeNumber };

/** The elements of QTI's HTML5 subset that are read; audio, video, picture and object are not yet. */
export const HTML_ELEMENTS: Readonly<Record<string, HtmlElement>> = {
  address: block,
  article: block,
  aside: block,
  blockquote: block,
  div: block,
  footer: block,
  header: block,
  nav: block,
  section: block,
  figure: { ...block, parts: ['figcaption'] },
  figcaption: { group: 'part', holds: 'flow' },
  details: { ...block, parts: ['summary'], attributes: { open: anyText } },
  summary: { group: 'part', holds: 'phrasing' },
  h1: paragraph,
  h2: paragraph,
  h3: paragraph,
  h4: paragraph,
  h5: paragraph,
  h6: paragraph,
  p: paragraph,
  pre: paragraph,
  hr: { group: 'block', holds: 'none' },
  ul: { group: 'block', holds: 'none', parts: ['li'] },
  ol: {
    group: 'block',
    holds: 'none',
    parts: ['li'],
    attributes: { start: wholeNumber, type: word(/^[1aAiI]$/), reversed: anyText },
  },
  li: { group: 'part', holds: 'flow', attributes: { value: wholeNumber } },
  dl: { group: 'block', holds: 'none', parts: ['dt', 'dd'] },
  dt: { group: 'part', holds: 'phrasing' },
  dd: { group: 'part', holds: 'flow' },
  table: { group: 'block', holds: 'none', parts: ['caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr'] },
  caption: { group: 'part', holds: 'flow' },
  colgroup: { group: 'part', holds: 'none', parts: ['col'], attributes: columns },
  col: { group: 'part', holds: 'none', attributes: columns },
  thead: { group: 'part', holds: 'none', parts: ['tr'] },
  tbody: { group: 'part', holds: 'none', parts: ['tr'] },
  tfoot: { group: 'part', holds: 'none', parts: ['tr'] },
  tr: { group: 'part', holds: 'none', parts: ['th', 'td'] },
  th: { group: 'part', holds: 'flow', attributes: { ...cell, scope: word(/^(row|col|rowgroup|colgroup)$/) } },
  td: { group: 'part', holds: 'flow', attributes: cell },
  a: { ...inline, attributes: { href: link, type: anyText } },
  abbr: inline,
  b: inline,
  bdi: inline,
  bdo: inline,
  br: { group: 'inline', holds: 'none' },
  cite: inline,
  code: inline,
  dfn: inline,
  em: inline,
  i: inline,
  img: {
    group: 'inline',
    holds: 'none',
    attributes: { src: media, alt: anyText, width: wholeNumber, height: wholeNumber },
  },
  kbd: inline,
  q: inline,
  ruby: { ...inline, parts: ['rb', 'rt', 'rp'] },
  rb: { group: 'part', holds: 'phrasing' },
  rt: { group: 'part', holds: 'phrasing' },
  rp: { group: 'part', holds: 'phrasing' },
  samp: inline,
  small: inline,
  span: inline,
  strong: inline,
  sub: inline,
  sup: inline,
  var: inline,
};

/** Attributes that every element may have; `class` and `xml:lang` are treated apart. */
export const GLOBAL_ATTRIBUTES: Readonly<Record<string, ValueCheck>> = {
  id: word(/^[\p{L}_][\p{L}\p{N}_.-]*$/u),
  dir: word(/^(ltr|rtl|auto)$/),
  title: anyText,
  role: word(/^(presentation|none|note|group|img|region|list|listitem|math)$/),
  'aria-label': anyText,
  'aria-labelledby': names,
  'aria-describedby': names,
  'aria-hidden': word(/^(true|false)$/),
  'aria-level': word(/^[1-6]$/),
};

/** Attributes whose value names elements of the same item by id. */
export const ID_REFERENCES: readonly string[] = ['headers', 'aria-labelledby', 'aria-describedby'];

/** Attributes whose value is a URL. */
export const URL_ATTRIBUTES: readonly string[] = ['href', 'src'];

/** A BCP 47 language tag in its usual shape. */
export const isLanguageTag: ValueCheck = word(/^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/);
