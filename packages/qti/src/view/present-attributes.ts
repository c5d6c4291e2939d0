import type { MediaObject } from '../model/content.ts';
import type { Presentation } from './presentation.ts';

/** Attributes whose value names elements of the same item by id. */
const ID_REFERENCES: readonly string[] = [
  'headers',
  'for',
  'aria-labelledby',
  'aria-describedby',
  'aria-controls',
  'aria-owns',
  'aria-flowto',
  'aria-details',
  'aria-activedescendant',
  'aria-errormessage',
];

/** Attributes whose value is a URL. */
const URL_ATTRIBUTES: readonly string[] = ['href', 'src', 'data', 'poster', 'cite', 'xlink:href'];

/**
 * The data attributes of QTI's shared vocabulary, which say how something is shown. Others are the author's or a tool's own, and may say
 * anything, the key included.
 */
const DATA_FOR_CANDIDATES = new Set([
  'catalog-idref',
  'choices-container-width',
  'col',
  'first-column-header',
  'max-selections-message',
  'min-selections-message',
  'patternmask-message',
  'prompt',
  'qti-suppress-tts',
  'source-label',
  'ssml',
  'stimulus-idref',
  'target-label',
]);

/** Whether a URL reference points into the item's package (as `images/sign.png` does), not to a site or scheme. */
export function isRelative(value: string): boolean {
  return /^[^:/?#][^:]*$/.test(value);
}

/** Classes of QTI's shared vocabulary alone: others mean something only with a style sheet, or clash with the page's. */
export function presentClasses(classes: readonly string[], how: Presentation): string[] {
  return classes.filter((name) => how.forAuthors || name.startsWith('qti-'));
}

/** `data-…` attributes, named without the prefix. */
export function presentData(data: Readonly<Record<string, string>>, how: Presentation): Record<string, string> {
  return Object.fromEntries(Object.entries(data).filter(([name]) => how.forAuthors || DATA_FOR_CANDIDATES.has(name)));
}

export function presentAttributes(attributes: Readonly<Record<string, string>>, how: Presentation) {
  const entries = Object.entries(attributes).flatMap(([name, value]): [string, string][] => {
    if (name === 'id') return [[name, how.idPrefix + value]];
    if (name === 'class') {
      const classes = presentClasses(value.split(/\s+/), how);
      return classes.length > 0 ? [[name, classes.join(' ')]] : [];
    }
    if (name.startsWith('data-')) {
      return how.forAuthors || DATA_FOR_CANDIDATES.has(name.slice(5)) ? [[name, value]] : [];
    }
    if (ID_REFERENCES.includes(name)) {
      const prefixed = value
        .split(/\s+/)
        .filter((id) => id !== '')
        .map((id) => how.idPrefix + id);
      return [[name, prefixed.join(' ')]];
    }
    if (name === 'usemap' || value.startsWith('#')) return [[name, value.replace(/^#/, `#${how.idPrefix}`)]];
    if (/^url\(#/.test(value)) return [[name, value.replace('url(#', `url(#${how.idPrefix}`)]];
    if (name === 'srcset') return presentSources(name, value, how);
    if (!URL_ATTRIBUTES.includes(name) || !isRelative(value)) return [[name, value]];
    // Left as it is, a relative reference would be a request to whatever page shows the item.
    const resolved = how.resolve(value);
    return resolved === undefined ? [] : [[name, resolved]];
  });
  return Object.fromEntries(entries);
}

function presentSources(name: string, value: string, how: Presentation): [string, string][] {
  const sources = value.split(',').flatMap((candidate) => {
    const [reference = '', ...size] = candidate.trim().split(/\s+/);
    const resolved = isRelative(reference) ? how.resolve(reference) : reference;
    return resolved === undefined ? [] : [[resolved, ...size].join(' ')];
  });
  return sources.length > 0 ? [[name, sources.join(', ')]] : [];
}

/** The media with the addresses where its files are served; files that nobody serves are left out. */
export function presentMedia(media: MediaObject, how: Presentation): MediaObject {
  const address = (reference: string) => (isRelative(reference) ? how.resolve(reference) : reference);
  const sources = media.sources.flatMap(({ data, mimeType }) => {
    const found = address(data);
    return found === undefined ? [] : [{ data: found, mimeType }];
  });
  const tracks = media.tracks.flatMap((track) => {
    const found = address(track.src);
    return found === undefined ? [] : [{ ...track, src: found }];
  });
  return { ...media, sources, tracks };
}
