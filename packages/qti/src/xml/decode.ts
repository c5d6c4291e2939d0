import { XmlRefusal } from './refusal.ts';

/** The encodings that are read. UTF-16 has a byte order mark, as XML 1.0 (4.3.3) wants it. */
export type XmlEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * The text of an XML document given as text or as bytes in UTF-8 or, with a byte order mark, UTF-16; without that mark.
 *
 * @throws {XmlRefusal} above `maxBytes` bytes (of UTF-8, when given as text), or when bytes are in another encoding.
 */
export function decodeXml(source: string | Uint8Array, maxBytes: number): string {
  if (byteLength(source, maxBytes) > maxBytes) {
    throw new XmlRefusal(`the document is larger than ${maxBytes} bytes; split it into smaller documents`, 1, 1);
  }
  if (typeof source === 'string') return source.startsWith('\uFEFF') ? source.slice(1) : source;
  const encoding = encodingOf(source);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(source);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const name = encoding === 'utf-8' ? 'UTF-8' : 'UTF-16';
    throw new XmlRefusal(`the document is not valid ${name}; save it in UTF-8`, 1, 1);
  }
}

/**
 * The encoding that the first bytes show.
 *
 * @throws {XmlRefusal} for UTF-32, and for UTF-16 without a byte order mark.
 */
export function encodingOf(bytes: Uint8Array): XmlEncoding {
  const [a, b, c, d] = bytes;
  const utf32 = (a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0);
  if (utf32) throw new XmlRefusal('the document is in UTF-32; save it in UTF-8', 1, 1);
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 || (a !== undefined && b === 0)) {
    throw new XmlRefusal('the document is in UTF-16 without a byte order mark; save it in UTF-8', 1, 1);
  }
  return 'utf-8';
}

/** Whether a document in that encoding may declare itself by that name. */
export function declaresEncoding(declared: string, encoding: XmlEncoding): boolean {
  const name = declared.toLowerCase();
  if (encoding === 'utf-8') return name === 'utf-8' || name === 'us-ascii';
  return name === 'utf-16' || name === encoding;
}

function byteLength(source: string | Uint8Array, maxBytes: number): number {
  if (typeof source !== 'string') return source.byteLength;
  // One UTF-16 unit is at least one and at most three bytes of UTF-8: measure only when that leaves a doubt.
  if (source.length > maxBytes || source.length * 3 <= maxBytes) return source.length;
  return new TextEncoder().encode(source).byteLength;
}
