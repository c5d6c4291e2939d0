import { Bytes } from './bytes.ts';
import { findDirectory } from './end-record.ts';
import type { ZipLimits } from './limits.ts';
import { findExtra } from './names.ts';
import { ZipRefusal } from './refusal.ts';

const CENTRAL = 0x02014b50;
const CENTRAL_SIZE = 46;
const ZIP64_EXTRA = 1;
const SEE_64 = 0xffff_ffff;

/** One entry as the central directory has it. */
export interface CentralEntry {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly stored: number;
  readonly size: number;
  readonly offset: number;
  /** Type and permissions of a Unix file; 0 when unknown. */
  readonly mode: number;
  readonly name: Uint8Array;
  readonly extra: Bytes;
}

/**
 * Reads the central directory.
 *
 * @throws {ZipRefusal} when it is damaged or passes a limit: then nothing in the archive can be trusted.
 */
export function readDirectory(
  bytes: Bytes,
  limits: ZipLimits,
): { readonly entries: readonly CentralEntry[]; readonly start: number } {
  const place = findDirectory(bytes);
  if (place.entries > limits.maxEntries) {
    throw new ZipRefusal(`the archive has ${place.entries} files; ${limits.maxEntries} are allowed`);
  }
  const entries: CentralEntry[] = [];
  const end = place.offset + place.size;
  let offset = place.offset;
  while (entries.length < place.entries) {
    if (offset + CENTRAL_SIZE > end || bytes.u32(offset) !== CENTRAL) throw damaged();
    const [nameSize, extraSize, commentSize] = [bytes.u16(offset + 28), bytes.u16(offset + 30), bytes.u16(offset + 32)];
    const next = offset + CENTRAL_SIZE + nameSize + extraSize + commentSize;
    if (next > end) throw damaged();
    entries.push(readEntry(bytes, offset, nameSize, extraSize));
    offset = next;
  }
  if (offset !== end) throw damaged();
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.maxTotalBytes) {
    throw new ZipRefusal(`the files are ${total} bytes in all; ${limits.maxTotalBytes} are allowed`);
  }
  return { entries, start: place.offset };
}

function readEntry(bytes: Bytes, offset: number, nameSize: number, extraSize: number): CentralEntry {
  const extra = new Bytes(bytes.slice(offset + CENTRAL_SIZE + nameSize, extraSize));
  const [size, stored, at, disk] = widen(
    [bytes.u32(offset + 24), bytes.u32(offset + 20), bytes.u32(offset + 42)],
    bytes.u16(offset + 34),
    extra,
  );
  if (disk !== 0) throw new ZipRefusal('the archive is one part of several; pack the files into one archive');
  return {
    flags: bytes.u16(offset + 8),
    method: bytes.u16(offset + 10),
    crc: bytes.u32(offset + 16),
    stored,
    size,
    offset: at,
    mode: bytes.u16(offset + 40),
    name: bytes.slice(offset + CENTRAL_SIZE, nameSize),
    extra,
  };
}

/** Size, stored size and offset, each taken from the ZIP64 extra field where the header says so, in that order. */
function widen(
  plain: readonly [number, number, number],
  disk: number,
  extra: Bytes,
): readonly [number, number, number, number] {
  const found = findExtra(extra, ZIP64_EXTRA);
  let used = 0;
  const wide = (value: number): number => {
    if (value !== SEE_64) return value;
    if (found === undefined || used + 8 > found.size) throw damaged();
    used += 8;
    return extra.u64(found.offset + used - 8);
  };
  const [size, stored, offset] = [wide(plain[0]), wide(plain[1]), wide(plain[2])];
  if (disk !== 0xffff) return [size, stored, offset, disk];
  if (found === undefined || used + 4 > found.size) throw damaged();
  return [size, stored, offset, extra.u32(found.offset + used)];
}

function damaged(): ZipRefusal {
  return new ZipRefusal('the list of files in the archive is damaged; pack or send the files anew');
}
