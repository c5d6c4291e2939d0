import { crc32, inflateSync } from 'node:zlib';
import { type BakedText, formOf, MAXIMUM_PICTURE_BYTES, MAXIMUM_TEXT_BYTES, OLDER_BADGE, refuse } from './payload.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const KEYWORD = 'openbadgecredential';
const OLDER_KEYWORD = 'openbadges';
const MAXIMUM_CHUNKS = 20_000;
const TEXT_CHUNKS = new Set(['iTXt', 'zTXt', 'tEXt']);

/** A chunk and its place: length, type, data, CRC (PNG, 5.3). */
interface Chunk {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly data: Uint8Array;
  readonly intact: boolean;
}

/** Tells whether bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** The chunks from IHDR to IEND; undefined when one is cut off, the ends are others, or there are more than 20,000. */
function chunksOf(png: Uint8Array): readonly Chunk[] | undefined {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let start = SIGNATURE.length; start + 12 <= png.length; ) {
    const length = view.getUint32(start);
    const end = start + 12 + length;
    if (end > png.length || chunks.length >= MAXIMUM_CHUNKS) {
      return undefined;
    }
    const type = Buffer.from(png.subarray(start + 4, start + 8)).toString('latin1');
    // The CRC of picture data says nothing about the credential, and is the greatest part of the work.
    const checked = TEXT_CHUNKS.has(type) || type === 'IHDR';
    const intact = !checked || crc32(png.subarray(start + 4, end - 4)) === view.getUint32(end - 4);
    chunks.push({ type, start, end, data: png.subarray(start + 8, end - 4), intact });
    if (type === 'IEND') {
      return chunks[0]?.type === 'IHDR' && chunks[0].intact ? chunks : undefined;
    }
    start = end;
  }
  return undefined;
}

function keywordOf({ type, data }: Chunk): string | undefined {
  const end = data.subarray(0, 80).indexOf(0);
  return TEXT_CHUNKS.has(type) && end > 0 ? Buffer.from(data.subarray(0, end)).toString('latin1') : undefined;
}

function inflate(packed: Uint8Array): Uint8Array | 'too-large' | 'damaged' {
  try {
    return inflateSync(packed, { maxOutputLength: MAXIMUM_TEXT_BYTES });
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged';
  }
}

/** The bytes of a text chunk, unpacked where they are packed; undefined when its parts are not there. */
function contentOf({ type, data }: Chunk): Uint8Array | 'too-large' | 'damaged' {
  const keyword = data.indexOf(0);
  if (type === 'tEXt') {
    return data.subarray(keyword + 1);
  }
  if (type === 'zTXt') {
    return inflate(data.subarray(keyword + 2));
  }
  const language = data.indexOf(0, keyword + 3);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  const packed = data[keyword + 1];
  if (translated < 0 || (packed !== 0 && packed !== 1) || data[keyword + 2] !== 0) {
    return 'damaged';
  }
  const content = data.subarray(translated + 1);
  return packed === 1 ? inflate(content) : content;
}

function textChunk(text: string): Uint8Array {
  const data = Buffer.concat([Buffer.from(`iTXt${KEYWORD}\0\0\0\0\0`, 'latin1'), Buffer.from(text, 'utf8')]);
  const chunk = Buffer.alloc(data.length + 8);
  chunk.writeUInt32BE(data.length - 4, 0);
  data.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(data), data.length + 4);
  return chunk;
}

/**
 * Bakes a credential into a PNG: one uncompressed iTXt chunk with the keyword `openbadgecredential`, right behind the
 * header of the picture. Nothing else of the picture is touched.
 *
 * @param png at most 10 MiB.
 * @param text the JSON of a signed credential, or a compact JWS.
 * @param options.replace puts the credential in the place of one that is there already; without it such a picture is
 *   refused.
 * @throws {RangeError} when the bytes are no whole PNG, hold a credential already, or the text is no credential.
 * @see Open Badges 3.0, 5.3.1 (PNG); Portable Network Graphics, 11.3.3.4 (iTXt).
 */
export function bakePng(png: Uint8Array, text: string, options: { replace?: boolean } = {}): Uint8Array {
  formOf(text);
  const chunks = isPng(png) && png.length <= MAXIMUM_PICTURE_BYTES ? chunksOf(png) : undefined;
  const [header, ...others] = chunks ?? [];
  if (header === undefined) {
    throw new RangeError('png must be a whole PNG of at most 10 MB.');
  }
  const kept = others.filter((chunk) => keywordOf(chunk) !== KEYWORD);
  if (kept.length < others.length && options.replace !== true) {
    throw new RangeError('png holds a credential already. Set replace to put the new one in its place.');
  }
  const parts = kept.map((chunk) => png.subarray(chunk.start, chunk.end));
  return Uint8Array.from(Buffer.concat([png.subarray(0, header.end), textChunk(text), ...parts]));
}

/**
 * Reads the credential that is baked into a PNG. A compressed chunk is read, too, up to a million bytes.
 *
 * @param png bytes of unknown origin; never throws.
 * @see Open Badges 3.0, 5.3.1.2 (extracting). The standard lets a reader stop at the first chunk; a picture with two is
 *   refused here, because two readers could see two credentials.
 */
export function readBakedPng(png: Uint8Array): BakedText {
  if (!isPng(png)) {
    return refuse('not-this-format', 'This is no PNG picture.');
  }
  if (png.length > MAXIMUM_PICTURE_BYTES) {
    return refuse('too-large', 'This picture is larger than 10 MB, which no badge is.');
  }
  const chunks = chunksOf(png);
  if (chunks === undefined) {
    return refuse('damaged', 'This PNG picture is damaged or was cut off. Download it again.');
  }
  const [chunk, ...more] = chunks.filter((one) => keywordOf(one) === KEYWORD);
  if (chunk === undefined) {
    return chunks.some((one) => keywordOf(one) === OLDER_KEYWORD)
      ? refuse('open-badges-2', OLDER_BADGE)
      : refuse(
          'no-credential',
          'There is no credential in this picture. Many programs leave it out when they save or send a picture: ' +
            'use the file as it was downloaded.',
        );
  }
  if (more.length > 0) {
    return refuse('several-credentials', 'There are two credentials in this picture, and it must hold only one.');
  }
  const content = chunk.intact ? contentOf(chunk) : 'damaged';
  if (content === 'too-large' || content.length > MAXIMUM_TEXT_BYTES) {
    return refuse('too-large', 'The credential in this picture is longer than a million bytes, which none is.');
  }
  try {
    if (content !== 'damaged') {
      return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(content) };
    }
  } catch {
    // Said below: bytes that are no UTF-8 are damage, too.
  }
  return refuse('damaged', 'The credential in this picture is damaged: its bytes are not as they were written.');
}
