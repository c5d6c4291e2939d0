import type { Bytes } from './bytes.ts';
import { ZipRefusal } from './refusal.ts';

const END = 0x06054b50;
const END_SIZE = 22;
const LOCATOR = 0x07064b50;
const LOCATOR_SIZE = 20;
const ZIP64_END = 0x06064b50;
const ZIP64_END_SIZE = 56;

/** Where the central directory lies, and how many entries it says it has. */
export interface DirectoryPlace {
  readonly offset: number;
  readonly size: number;
  readonly entries: number;
}

/**
 * Finds the one end record; the central directory must reach right up to it, so that two readers cannot see two archives.
 *
 * @throws {ZipRefusal} without one, with several, or with data around the archive.
 */
export function findDirectory(bytes: Bytes): DirectoryPlace {
  const end = findEnd(bytes);
  const place = zip64Place(bytes, end) ?? plainPlace(bytes, end);
  if (place.offset + place.size !== place.until) {
    throw new ZipRefusal(
      'the archive does not begin where it says: there is data before it or inside it that belongs to no file; pack the files anew',
    );
  }
  return place;
}

type PlaceUntil = DirectoryPlace & { readonly until: number };

function findEnd(bytes: Bytes): number {
  let found: number | undefined;
  let seen = false;
  const first = Math.max(0, bytes.length - END_SIZE - 0xffff);
  for (let offset = bytes.length - END_SIZE; offset >= first; offset--) {
    if (bytes.u32(offset) !== END) continue;
    seen = true;
    if (offset + END_SIZE + bytes.u16(offset + 20) !== bytes.length) continue;
    if (found !== undefined) throw new ZipRefusal('the archive has two ends, so two readings; pack the files anew');
    found = offset;
  }
  if (found !== undefined) return found;
  if (seen) throw new ZipRefusal('there is data after the end of the archive; pack the files anew');
  throw new ZipRefusal('this is no ZIP archive, or its end is missing; pack or send the files anew');
}

function plainPlace(bytes: Bytes, end: number): PlaceUntil {
  const disks = [bytes.u16(end + 4), bytes.u16(end + 6)];
  const entries = bytes.u16(end + 10);
  if (disks.some((disk) => disk !== 0) || bytes.u16(end + 8) !== entries) throw severalDisks();
  return { offset: bytes.u32(end + 16), size: bytes.u32(end + 12), entries, until: end };
}

/** The place that a ZIP64 end record gives; it must agree with all that the plain record says in full. */
function zip64Place(bytes: Bytes, end: number): PlaceUntil | undefined {
  const locator = end - LOCATOR_SIZE;
  if (locator < 0 || bytes.u32(locator) !== LOCATOR) return undefined;
  const at = bytes.u64(locator + 8);
  if (!bytes.holds(at, ZIP64_END_SIZE) || bytes.u32(at) !== ZIP64_END) {
    throw new ZipRefusal('the ZIP64 end record is not where the archive says; pack the files anew');
  }
  if (at + 12 + bytes.u64(at + 4) !== locator) {
    throw new ZipRefusal('there is data between the ends of the archive that belongs to no file; pack the files anew');
  }
  const disks = [bytes.u32(locator + 4), bytes.u32(at + 16), bytes.u32(at + 20)];
  const entries = bytes.u64(at + 32);
  if (disks.some((disk) => disk !== 0) || bytes.u64(at + 24) !== entries) throw severalDisks();
  const place = { offset: bytes.u64(at + 48), size: bytes.u64(at + 40), entries, until: at };
  const agrees =
    same(bytes.u16(end + 10), entries, 0xffff) &&
    same(bytes.u32(end + 12), place.size, 0xffff_ffff) &&
    same(bytes.u32(end + 16), place.offset, 0xffff_ffff);
  if (!agrees) throw new ZipRefusal('the two ends of the archive contradict each other; pack the files anew');
  return place;
}

function same(plain: number, full: number, see64: number): boolean {
  return plain === see64 || plain === full;
}

function severalDisks(): ZipRefusal {
  return new ZipRefusal('the archive is one part of several; pack the files into one archive');
}
