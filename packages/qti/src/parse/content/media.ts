import type { MediaObject } from '../../model/content.ts';
import { childElements, type XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import type { Report } from '../report.ts';
import { readBodyAttributes } from './body-attributes.ts';
import { anyText, mediaType } from './checks.ts';
import { HTML_ELEMENTS } from './html-elements.ts';
import { isDocument, mediaKind } from './media-kind.ts';
import { vocabularyOf } from './namespaces.ts';
import { packageFile, pictureFile } from './urls.ts';
import { wordsOf } from './words.ts';

const MEDIA = ['img', 'picture', 'object', 'audio', 'video'];

/** The media that an interaction is about, and the elements that it was read from. */
export interface ReadMedia {
  readonly found: MediaObject | null;
  readonly used: ReadonlySet<XmlElement>;
}

/**
 * Reads the first img, picture, object, audio or video among the elements (ASI information model, choice of class Object,
 * Img, Picture); a second one is reported. A file that is none of the package is reported and left out of `sources`.
 */
export function readMedia(parent: XmlElement, among: readonly XmlElement[], report: Report): ReadMedia {
  const used = new Set(among.filter((child) => vocabularyOf(child) === 'html' && MEDIA.includes(child.local)));
  const [first, ...more] = used;
  for (const one of more) report.lose(one, `<${parent.local}> has one medium; this <${one.local}> is left out`);
  return { found: first === undefined ? null : readOne(first, report), used };
}

type Source = MediaObject['sources'][number];

/** What an interaction settles itself: how the medium is played, and that the attribute type repeats a source's. */
const SETTLED = ['autoplay', 'controls', 'loop', 'muted', 'preload', 'type'];

function readOne(element: XmlElement, report: Report): MediaObject {
  switch (element.local) {
    case 'object':
      return readObjectMedia(element, report);
    case 'picture':
      return readPicture(element, report);
    case 'audio':
    case 'video':
      return readPlayer(element, element.local, report);
    default: {
      const kept = attributesOf(element, ['src', 'alt', 'width', 'height', 'aria-label'], report);
      return { kind: 'image', sources: source(kept.src, kept.type), ...sizeOf(kept), alt: altOf(kept), tracks: [] };
    }
  }
}

function readPicture(element: XmlElement, report: Report): MediaObject {
  attributesOf(element, [], report);
  const image = childElements(element).find(({ local }) => local === 'img');
  const read = image === undefined ? null : readOne(image, report);
  const sources = partsNamed(element, 'source', ['srcset'], report).flatMap(({ srcset, type }) =>
    source(srcset?.trim().split(/[\s,]/)[0], type),
  );
  const bare = { kind: 'image', width: null, height: null, alt: '', tracks: [] } as const;
  return { ...(read ?? bare), sources: [...(read?.sources ?? []), ...sources] };
}

function readPlayer(element: XmlElement, kind: 'audio' | 'video', report: Report): MediaObject {
  const kept = attributesOf(element, ['src', 'width', 'height', 'aria-label'], report);
  const sources = partsNamed(element, 'source', ['src'], report).flatMap(({ src, type }) => source(src, type));
  const tracks = partsNamed(element, 'track', ['src', 'kind', 'srclang', 'label'], report).flatMap((track) => {
    if (track.src === undefined) return [];
    const { src, kind: purpose = 'subtitles', srclang = null, label = null } = track;
    return [{ src, kind: purpose, language: srclang, label }];
  });
  const alt = kept['aria-label'] ?? wordsOf(element);
  return { kind, sources: [...source(kept.src, kept.type), ...sources], ...sizeOf(kept), alt, tracks };
}

function readObjectMedia(element: XmlElement, report: Report): MediaObject {
  const data = element.attributes.find(({ name }) => name === 'data')?.value.trim() ?? '';
  const type = element.attributes.find(({ name }) => name === 'type')?.value.trim();
  const kept = attributesOf(element, ['data', 'alt', 'width', 'height', 'aria-label'], report);
  const kind = mediaKind(type, data);
  const verdict = (kind === 'image' ? pictureFile : packageFile)(data);
  const safe = verdict === true && (kind !== 'object' || isDocument(type));
  if (!safe) {
    const why = typeof verdict === 'string' ? verdict : `is not a picture, sound, film or document`;
    report.lose(element, `data="${data.slice(0, 60)}" of <object> ${why}; left out`);
  }
  const sources = safe ? source(data, type) : [];
  return { kind, sources, ...sizeOf(kept), alt: altOf(kept) || wordsOf(element), tracks: [] };
}

function source(data: string | undefined, mimeType: string | undefined): Source[] {
  return data === undefined || data === '' ? [] : [{ data, mimeType: mimeType ?? null }];
}

function partsNamed(element: XmlElement, name: string, wanted: readonly string[], report: Report) {
  return childElements(element)
    .filter((child) => child.local === name)
    .map((child) => attributesOf(child, wanted, report));
}

/** The attributes that pass their checks; those that a medium of an interaction has no place for are reported. */
function attributesOf(element: XmlElement, wanted: readonly string[], report: Report): Record<string, string> {
  const checks = { ...HTML_ELEMENTS[element.local === 'object' ? 'img' : element.local]?.attributes };
  const own = { ...checks, type: mediaType, data: anyText };
  const kept = readBodyAttributes(new Attributes(element, report), own, report);
  const lost = Object.keys(kept).filter((name) => !wanted.includes(name) && !SETTLED.includes(name));
  if (lost.length > 0) {
    report.lose(element, `<${element.local}> of an interaction does not keep ${lost.join(', ')}; left out`);
  }
  return kept;
}

function altOf(kept: Readonly<Record<string, string>>): string {
  return kept.alt ?? kept['aria-label'] ?? '';
}

function sizeOf(kept: Readonly<Record<string, string>>): Pick<MediaObject, 'width' | 'height'> {
  const pixels = (value: string | undefined) => (value === undefined || value.endsWith('%') ? null : Number(value));
  return { width: pixels(kept.width), height: pixels(kept.height) };
}
