import { inflateSync } from 'node:zlib';

const signatureBytes = 8;
/** Length, type and check sum around the data of a chunk. */
const chunkFrame = 12;
/** Four channels of two bytes. */
const mostBytesAPixel = 8;

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/** The chunks of a PNG; undefined where one goes beyond the end. */
const chunksOf = (bytes: Uint8Array): readonly Chunk[] | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = signatureBytes; at + chunkFrame <= bytes.length; ) {
    const end = at + chunkFrame + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4) });
    if (type === 'IEND') break;
    at = end;
  }
  return chunks;
};

/** Whether what is packed stays below so many bytes: the library unpacks interlaced pictures without an end. */
const unpacksWithin = (chunks: readonly Chunk[], maxOutputLength: number): boolean => {
  try {
    inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)), {
      maxOutputLength,
    });
    return true;
  } catch {
    return false;
  }
};

/**
 * Whether a PNG can be unpacked without taking more memory than its pixels: one header that stands first, sides that a
 * camera makes, and no more data than they need (PNG, 11.2.1).
 */
export const isReasonablePng = (bytes: Uint8Array, mostPixels: number): boolean => {
  const chunks = chunksOf(bytes) ?? [];
  const [header] = chunks;
  if (header?.type !== 'IHDR' || header.data.length !== 13) return false;
  // The library believes the last of several.
  if (chunks.filter(({ type }) => type === 'IHDR').length > 1) return false;
  const view = new DataView(header.data.buffer, header.data.byteOffset, header.data.byteLength);
  const [width, height, interlace] = [view.getUint32(0), view.getUint32(4), view.getUint8(12)];
  if (width === 0 || height === 0 || width * height > mostPixels) return false;
  // Each of its seven passes begins every row with a byte.
  return interlace === 0 || unpacksWithin(chunks, width * height * mostBytesAPixel + 7 * (height + 7));
};
