import type { MediaObject } from '../model/content.ts';
import { part, type XmlPart } from './xml.ts';

/**
 * Writes a picture, sound, film or document as HTML has it. A picture of one source whose type is known is an object, since
 * img names no type; one of several sources is a picture.
 */
export function mediaPart(media: MediaObject): XmlPart {
  const { kind, sources, width, height, alt, tracks } = media;
  const [first, ...others] = sources;
  const size = { width, height };
  if (kind === 'image' && (others.length > 0 || (first?.mimeType ?? null) === null)) {
    const image = part('img', { src: first?.data, type: first?.mimeType, alt, ...size }, [], 'inline');
    const alternatives = others.map(({ data, mimeType }) =>
      part('source', { srcset: data, type: mimeType }, [], 'inline'),
    );
    return others.length === 0 ? image : part('picture', {}, [...alternatives, image], 'inline');
  }
  if (kind === 'image' || kind === 'object') {
    const attributes = { data: first?.data, type: first?.mimeType, ...size };
    return part('object', attributes, alt === '' ? [] : [alt], 'inline');
  }
  const inner = [
    ...sources.map(({ data, mimeType }) => part('source', { src: data, type: mimeType }, [], 'inline')),
    ...tracks.map(({ src, kind: purpose, language, label }) =>
      part('track', { src, kind: purpose, srclang: language, label }, [], 'inline'),
    ),
  ];
  return part(kind, size, alt === '' ? inner : [...inner, alt], 'inline');
}
