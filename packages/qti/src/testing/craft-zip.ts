import { deflateSync } from 'fflate';
import { crc32 } from '../package/zip/crc32.ts';

/** One entry of an archive; everything but name and data is worked out unless it is given, so that it can lie. */
export interface CraftedEntry {
  readonly name: string | Uint8Array;
  readonly data?: Uint8Array | string;
  /** Data that is deflated already, with `size` and `crc` to go with it. */
  readonly packed?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly mode?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly stored?: number;
  readonly offset?: number;
  readonly extra?: Uint8Array;
  /** What the entry's own header says instead. */
  readonly local?: { readonly name?: string; readonly flags?: number; readonly size?: number; readonly crc?: number };
}

export interface CraftedArchive {
  readonly before?: Uint8Array;
  readonly after?: Uint8Array;
  readonly comment?: Uint8Array;
  readonly count?: number;
  readonly disk?: number;
  readonly zip64?: boolean;
}

const encoder = new TextEncoder();
const bytesOf = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? encoder.encode(text) : text);

/** Little-endian fields: [bytes, value]. */
function fields(...parts: readonly (readonly [2 | 4 | 8, number])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap(([size, value]) =>
      Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** index) % 256),
    ),
  );
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

const FULL = 0xffff_ffff;

/** An archive of these entries, byte by byte (APPNOTE 4.3). Data is deflated where the method is 8. */
export function craftZip(entries: readonly CraftedEntry[], archive: CraftedArchive = {}): Uint8Array {
  const before = archive.before ?? new Uint8Array();
  const locals: Uint8Array[] = [before];
  const central: Uint8Array[] = [];
  let at = before.length;
  for (const entry of entries) {
    const data = bytesOf(entry.data ?? '');
    const method = entry.method ?? 0;
    const packed = entry.packed ?? (method === 8 ? deflateSync(data) : data);
    const name = bytesOf(entry.name);
    const [flags, crc, size] = [entry.flags ?? 0x0800, entry.crc ?? crc32(data), entry.size ?? data.length];
    const stored = entry.stored ?? packed.length;
    const localName = bytesOf(entry.local?.name ?? entry.name);
    const local = join([
      fields([4, 0x04034b50], [2, 20], [2, entry.local?.flags ?? flags], [2, method], [4, 0]),
      fields([4, entry.local?.crc ?? crc], [4, stored], [4, entry.local?.size ?? size], [2, localName.length], [2, 0]),
      localName,
      packed,
    ]);
    locals.push(local);
    const offset = entry.offset ?? at;
    const wide = archive.zip64 === true;
    const extra = wide
      ? fields([2, 1], [2, 24], [8, size], [8, stored], [8, offset])
      : (entry.extra ?? new Uint8Array());
    central.push(
      fields([4, 0x02014b50], [2, 0x0314], [2, 20], [2, flags], [2, method], [4, 0], [4, crc]),
      fields([4, wide ? FULL : stored], [4, wide ? FULL : size], [2, name.length], [2, extra.length], [2, 0], [2, 0]),
      fields([2, 0], [4, (entry.mode ?? 0o100644) * 65_536], [4, wide ? FULL : offset]),
      name,
      extra,
    );
    at += local.length;
  }
  const directory = join(central);
  return join([
    ...locals,
    directory,
    endOf(entries.length, directory.length, at, archive),
    archive.after ?? new Uint8Array(),
  ]);
}

function endOf(entries: number, size: number, offset: number, archive: CraftedArchive): Uint8Array {
  const comment = archive.comment ?? new Uint8Array();
  const count = archive.count ?? entries;
  const [disk, wide] = [archive.disk ?? 0, archive.zip64 === true];
  const wideEnd = join([
    fields([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count], [8, size], [8, offset]),
    fields([4, 0x07064b50], [4, 0], [8, offset + size], [4, 1]),
  ]);
  const shown = wide ? 0xffff : count;
  return join([
    wide ? wideEnd : new Uint8Array(),
    fields(
      [4, 0x06054b50],
      [2, disk],
      [2, disk],
      [2, shown],
      [2, shown],
      [4, wide ? FULL : size],
      [4, wide ? FULL : offset],
    ),
    fields([2, comment.length]),
    comment,
  ]);
}
