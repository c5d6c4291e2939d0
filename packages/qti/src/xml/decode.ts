import { XmlRefusal } from './refusal.ts';

/**
 * The text of an XML document given as text or as UTF-8 bytes, without a byte order mark.
 *
 * @throws {XmlRefusal} above `maxBytes` bytes of UTF-8, or when bytes are not UTF-8.
 */
export function decodeXml(source: string | Uint8Array, maxBytes: number): string {
  if (byteLength(source, maxBytes) > maxBytes) {
    throw new XmlRefusal(`the document is larger than ${maxBytes} bytes; split it into smaller documents`, 1, 1);
  }
  if (typeof source === 'string') return source.startsWith('\uFEFF') ? source.slice(1) : source;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new XmlRefusal('the document is not valid UTF-8; save it in UTF-8', 1, 1);
  }
}

function byteLength(source: string | Uint8Array, maxBytes: number): number {
  if (typeof source !== 'string') return source.byteLength;
  // One UTF-16 unit is at least one and at most three bytes of UTF-8: measure only when that leaves a doubt.
  if (source.length > maxBytes || source.length * 3 <= maxBytes) return source.length;
  return new TextEncoder().encode(source).byteLength;
}
