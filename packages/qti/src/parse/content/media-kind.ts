import type { MediaObject } from '../../model/content.ts';

const BY_ENDING: Readonly<Record<string, MediaObject['kind']>> = {
  ...kinds('image', 'apng avif bmp gif jpeg jpg png svg webp'),
  ...kinds('audio', 'aac flac m4a mp3 oga ogg opus wav weba'),
  ...kinds('video', 'm4v mov mp4 mpeg mpg ogv webm'),
};

/** Documents that a browser shows or saves without running anything in them. */
const DOCUMENTS =
  /^(application\/(pdf|rtf|msword|vnd\.(openxmlformats-officedocument|oasis\.opendocument|ms-(excel|powerpoint))[\w.-]*)|text\/(plain|csv))$/;

function kinds(kind: MediaObject['kind'], endings: string): Record<string, MediaObject['kind']> {
  return Object.fromEntries(endings.split(' ').map((ending) => [ending, kind]));
}

/** What an `object` of this media type shows; without a type, what the file's name says. `object`: something else. */
export function mediaKind(type: string | undefined, file: string): MediaObject['kind'] {
  const [family] = (type ?? '').trim().toLowerCase().split('/');
  if (family === 'image' || family === 'audio' || family === 'video') return family;
  if (family !== '') return 'object';
  const [path = ''] = file.split(/[?#]/, 1);
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(BY_ENDING, ending) ? (BY_ENDING[ending] ?? 'object') : 'object';
}

/** Whether a link to a file of this media type is safe. */
export function isDocument(type: string | undefined): boolean {
  return DOCUMENTS.test((type ?? '').trim().toLowerCase());
}
