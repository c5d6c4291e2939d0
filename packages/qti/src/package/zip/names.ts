import type { Bytes } from './bytes.ts';
import { crc32 } from './crc32.ts';

/** The upper half of IBM code page 437, the charset of ZIP names without a word on theirs. */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0';

const UNICODE_PATH = 0x7075;

/**
 * The name of an entry: UTF-8 where the archive says so, else the name that an extra field gives in Unicode, else UTF-8 where
 * the bytes are good UTF-8 (as macOS writes without saying so), else code page 437. In Unicode's composed form, so that names
 * match references whatever system packed them.
 *
 * @param extra the extra field of the central directory.
 * @returns undefined when the archive says UTF-8 and the bytes are none.
 */
export function decodeName(bytes: Uint8Array, saysUtf8: boolean, extra: Bytes): string | undefined {
  const unicode = saysUtf8 ? undefined : unicodePath(bytes, extra);
  const utf8 = decodeUtf8(unicode ?? bytes);
  if (utf8 === undefined && saysUtf8) return undefined;
  return (utf8 ?? decodeCp437(bytes)).normalize('NFC');
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return undefined;
  }
}

function decodeCp437(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CP437.charAt(byte - 0x80))).join('');
}

/** The name of the extra field "Unicode path", as long as it belongs to the name in the header. */
function unicodePath(name: Uint8Array, extra: Bytes): Uint8Array | undefined {
  const at = findExtra(extra, UNICODE_PATH);
  if (at === undefined || at.size < 6 || extra.all[at.offset] !== 1) return undefined;
  return extra.u32(at.offset + 1) === crc32(name) ? extra.slice(at.offset + 5, at.size - 5) : undefined;
}

/** Where the content of an extra field lies. */
export function findExtra(extra: Bytes, id: number): { offset: number; size: number } | undefined {
  let offset = 0;
  while (extra.holds(offset, 4)) {
    const size = extra.u16(offset + 2);
    if (!extra.holds(offset + 4, size)) return undefined;
    if (extra.u16(offset) === id) return { offset: offset + 4, size };
    offset += 4 + size;
  }
  return undefined;
}
