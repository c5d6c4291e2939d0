import { Bytes } from './bytes.ts';
import type { CentralEntry } from './directory.ts';
import { findExtra } from './names.ts';

const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const ZIP64_EXTRA = 1;
const SEE_64 = 0xffff_ffff;
/** Sizes and checksum come after the data; here they are 0. */
const DESCRIPTOR = 0x0008;
/** Encryption, descriptor and charset: the flags that change what is read. */
const TELLING = 0x2849;

/** Where the header and the data of an entry lie, or what is wrong with them. */
export type LocalPlace =
  | { readonly ok: true; readonly start: number; readonly data: number; readonly end: number }
  | { readonly ok: false; readonly text: string };

/**
 * Compares an entry's own header with the central directory: where they differ, two readers see two files.
 *
 * @param directory where the central directory begins; all data lies before it.
 */
export function compareLocal(bytes: Bytes, entry: CentralEntry, directory: number): LocalPlace {
  const start = entry.offset;
  if (start + LOCAL_SIZE > directory || bytes.u32(start) !== LOCAL) return bad('it is not where the archive says');
  const nameSize = bytes.u16(start + 26);
  const extraSize = bytes.u16(start + 28);
  const data = start + LOCAL_SIZE + nameSize + extraSize;
  const end = data + entry.stored;
  if (end > directory) return bad('it is longer than the archive');
  const name = bytes.slice(start + LOCAL_SIZE, nameSize);
  if (!equal(name, entry.name)) return bad('it has another name inside the archive');
  const flags = bytes.u16(start + 6);
  if (((flags ^ entry.flags) & TELLING) !== 0 || bytes.u16(start + 8) !== entry.method) return contradicts();
  const [stored, size] = sizes(bytes, start, new Bytes(bytes.slice(data - extraSize, extraSize)));
  const crc = bytes.u32(start + 14);
  const later = (flags & DESCRIPTOR) !== 0;
  const agrees = (here: number, there: number) => here === there || (later && here === 0);
  if (!agrees(crc, entry.crc) || !agrees(stored, entry.stored) || !agrees(size, entry.size)) return contradicts();
  return { ok: true, start, data, end };
}

function sizes(bytes: Bytes, start: number, extra: Bytes): readonly [number, number] {
  const [stored, size] = [bytes.u32(start + 18), bytes.u32(start + 22)];
  const found = findExtra(extra, ZIP64_EXTRA);
  if (found === undefined) return [stored, size];
  const wide = size === SEE_64 && found.size >= 8 ? extra.u64(found.offset) : size;
  const after = size === SEE_64 ? 8 : 0;
  return [stored === SEE_64 && found.size >= after + 8 ? extra.u64(found.offset + after) : stored, wide];
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function contradicts(): LocalPlace {
  return bad('what the archive says about it in two places is not the same');
}

function bad(text: string): LocalPlace {
  return { ok: false, text };
}
