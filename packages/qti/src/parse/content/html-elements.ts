import {
  anyText,
  flag,
  id,
  ids,
  integer,
  length,
  matches,
  mediaQuery,
  mediaType,
  oneOf,
  type ValueCheck,
  wholeNumber,
} from './checks.ts';
import { link, packageFile, pictureFile, pictureSet } from './urls.ts';

/**
 * What an element may be and hold. `group`: where it may stand (`part`: only where a parent lists it). `holds`: free
 * content (`none`: only `parts`; `same`: what its own place holds). `attributes`: each with the check of its value.
 * `needs`: the attribute without which it says nothing.
 */
export interface HtmlElement {
  readonly group: 'block' | 'inline' | 'part';
  readonly holds: 'flow' | 'phrasing' | 'none' | 'same';
  readonly parts?: readonly string[];
  readonly attributes?: Readonly<Record<string, ValueCheck>>;
  readonly needs?: string;
}

const block = { group: 'block', holds: 'flow' } as const;
const paragraph = { group: 'block', holds: 'phrasing' } as const;
const inline = { group: 'inline', holds: 'phrasing' } as const;
const part = { group: 'part', holds: 'none' } as const;
const cell = { colspan: wholeNumber, rowspan: wholeNumber, headers: ids, abbr: anyText };
const size = { width: length, height: length };
const player = {
  src: packageFile,
  controls: flag,
  autoplay: flag,
  loop: flag,
  muted: flag,
  preload: oneOf('none metadata auto'),
};
const list = (names: string, element: HtmlElement): Record<string, HtmlElement> =>
  Object.fromEntries(names.split(' ').map((name) => [name, element]));

/** The elements of QTI 3's HTML5 subset, and those few of HTML5 that are as harmless and often met (u, s, mark, time, …). */
export const HTML_ELEMENTS: Readonly<Record<string, HtmlElement>> = {
  ...list('address article aside div footer header nav section', block),
  ...list('h1 h2 h3 h4 h5 h6 p pre', paragraph),
  ...list('abbr acronym b bdi bdo big cite code dfn em i kbd mark s samp small span strong sub sup tt u var', inline),
  blockquote: { ...block, attributes: { cite: link } },
  figure: { ...block, parts: ['figcaption'] },
  figcaption: { ...part, holds: 'flow' },
  details: { ...block, parts: ['summary'], attributes: { open: flag } },
  summary: { ...part, holds: 'phrasing' },
  hr: { group: 'block', holds: 'none' },
  ul: { group: 'block', holds: 'none', parts: ['li'] },
  ol: {
    group: 'block',
    holds: 'none',
    parts: ['li'],
    attributes: { start: integer, type: matches(/^[1aAiI]$/), reversed: flag },
  },
  li: { ...part, holds: 'flow', attributes: { value: integer } },
  dl: { group: 'block', holds: 'none', parts: ['dt', 'dd'] },
  dt: { ...part, holds: 'phrasing' },
  dd: { ...part, holds: 'flow' },
  table: {
    group: 'block',
    holds: 'none',
    parts: ['caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr'],
    attributes: { summary: anyText },
  },
  caption: { ...part, holds: 'flow' },
  colgroup: { ...part, parts: ['col'], attributes: { span: wholeNumber } },
  col: { ...part, attributes: { span: wholeNumber } },
  ...list('thead tbody tfoot', { ...part, parts: ['tr'] }),
  tr: { ...part, parts: ['th', 'td'] },
  th: {
    ...part,
    holds: 'flow',
    attributes: { ...cell, axis: anyText, scope: oneOf('row col rowgroup colgroup') },
  },
  td: { ...part, holds: 'flow', attributes: { ...cell, axis: anyText, scope: oneOf('row col rowgroup colgroup') } },
  a: { group: 'inline', holds: 'same', attributes: { href: link, type: mediaType } },
  ...list('ins del', { group: 'inline', holds: 'same' }),
  ...list('br wbr', { group: 'inline', holds: 'none' }),
  q: { ...inline, attributes: { cite: link } },
  time: { ...inline, attributes: { datetime: anyText } },
  label: { ...inline, attributes: { for: id } },
  ruby: { ...inline, parts: ['rb', 'rt', 'rp', 'rtc'] },
  ...list('rb rt rp', { ...part, holds: 'phrasing' }),
  rtc: { ...part, holds: 'phrasing', parts: ['rt', 'rp'] },
  img: {
    group: 'inline',
    holds: 'none',
    attributes: {
      ...size,
      src: pictureFile,
      srcset: pictureSet,
      sizes: mediaQuery,
      alt: anyText,
      longdesc: link,
    },
  },
  picture: { group: 'inline', holds: 'none', parts: ['source', 'img'] },
  source: {
    ...part,
    attributes: { src: packageFile, srcset: pictureSet, sizes: mediaQuery, media: mediaQuery, type: mediaType },
  },
  audio: { ...inline, parts: ['source', 'track'], attributes: player },
  video: { ...inline, parts: ['source', 'track'], attributes: { ...player, ...size, poster: pictureFile } },
  track: {
    ...part,
    needs: 'src',
    attributes: {
      src: packageFile,
      kind: oneOf('subtitles captions descriptions chapters metadata'),
      srclang: matches(/^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/),
      label: anyText,
      default: flag,
    },
  },
};

/** Outdated elements that only say how their content looks. */
export const MERE_LOOKS = new Set('basefont blink center font hgroup main marquee nobr strike'.split(' '));
