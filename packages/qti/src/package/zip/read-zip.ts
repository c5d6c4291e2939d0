import { nameProblem } from '../path.ts';
import { Bytes } from './bytes.ts';
import { type CentralEntry, readDirectory } from './directory.ts';
import { type Packed, unpack } from './inflate.ts';
import { DEFAULT_ZIP_LIMITS, type ZipLimits } from './limits.ts';
import { compareLocal, type LocalPlace } from './local-header.ts';
import { decodeName } from './names.ts';
import { quoted, ZipRefusal } from './refusal.ts';

const ENCRYPTED = 0x2041;
const PATCH = 0x0020;
const UTF8 = 0x0800;
const METHODS: ReadonlyMap<number, boolean> = new Map([
  [0, false],
  [8, true],
]);

/** A file that cannot be taken from the archive, and why. */
export interface ZipProblem {
  readonly name: string;
  readonly text: string;
}

/** A ZIP archive whose directory has been checked; files are unpacked when they are asked for. */
export interface ZipArchive {
  /** Files in the order of the archive, folders left out, names in Unicode's composed form. */
  readonly paths: readonly string[];
  /** Files that are left out. */
  readonly problems: readonly ZipProblem[];
  /**
   * Unpacks a file.
   *
   * @returns its bytes; undefined without such a path.
   * @throws {ZipRefusal} when it is damaged or is not what the archive says.
   */
  read(path: string): Uint8Array | undefined;
  /** What is wrong with the data of a file, found without keeping it; undefined when all is well. */
  check(path: string): string | undefined;
}

/**
 * Opens a ZIP archive (APPNOTE 6.3: stored and deflated entries, ZIP64) that nobody vouches for.
 *
 * @throws {ZipRefusal} when the archive as a whole contradicts itself or passes a limit. Single files that are unsafe or
 *   cannot be read are left out and listed in `problems`.
 */
export function readZip(source: Uint8Array, limits: ZipLimits = DEFAULT_ZIP_LIMITS): ZipArchive {
  const bytes = new Bytes(source);
  const { entries, start } = readDirectory(bytes, limits);
  const places = entries.map((entry) => compareLocal(bytes, entry, start));
  checkLayout(places, entries, start);
  const files = new Map<string, Packed>();
  const problems: ZipProblem[] = [];
  const seen = new Map<string, string>();
  for (const [index, entry] of entries.entries()) {
    const name = decodeName(entry.name, (entry.flags & UTF8) !== 0, entry.extra);
    const place = places[index];
    if (place === undefined || name === undefined) {
      problems.push({
        name: `entry ${index + 1}`,
        text: 'its name is not valid UTF-8, as the archive says; rename it',
      });
      continue;
    }
    const known = seen.get(name.toLowerCase());
    if (known === name) throw new ZipRefusal(`${quoted(name)} comes twice in the archive; pack the files anew`);
    const problem =
      entryProblem(name, entry, limits) ??
      (place.ok ? undefined : place.text) ??
      (known === undefined ? undefined : `its name differs from ${quoted(known)} in capitals alone; rename one`);
    if (known === undefined) seen.set(name.toLowerCase(), name);
    if (problem !== undefined) problems.push({ name, text: problem });
    else if (place.ok && !name.endsWith('/')) files.set(name, packedOf(bytes, entry, place.data));
  }
  const unpacked = (path: string, take: (piece: Uint8Array) => void): void => {
    const packed = files.get(path);
    if (packed !== undefined) unpack(packed, take);
  };
  return {
    paths: [...files.keys()],
    problems,
    read: (path) => {
      const packed = files.get(path);
      if (packed === undefined) return undefined;
      const whole = new Uint8Array(packed.size);
      let filled = 0;
      unpacked(path, (piece) => {
        whole.set(piece, filled);
        filled += piece.length;
      });
      return whole;
    },
    check: (path) => {
      try {
        unpacked(path, () => {});
        return undefined;
      } catch (error) {
        if (error instanceof ZipRefusal) return error.message;
        throw error;
      }
    },
  };
}

function packedOf(bytes: Bytes, entry: CentralEntry, data: number): Packed {
  return {
    data: bytes.slice(data, entry.stored),
    deflated: METHODS.get(entry.method) === true,
    size: entry.size,
    crc: entry.crc,
  };
}

function entryProblem(name: string, entry: CentralEntry, limits: ZipLimits): string | undefined {
  const folder = name.endsWith('/');
  const unsafe = nameProblem(folder ? name.slice(0, -1) : name);
  if (unsafe !== undefined) return `its name is not safe: ${unsafe}; rename it`;
  const type = entry.mode & 0xf000;
  if (type === 0xa000) return 'it is a symbolic link; pack the file that it points at';
  if (type !== 0 && type !== 0x8000 && type !== 0x4000) return 'it is no file but a device or a pipe; leave it out';
  if ((entry.flags & ENCRYPTED) !== 0) return 'it is encrypted; pack it without a password';
  if (!METHODS.has(entry.method) || (entry.flags & PATCH) !== 0) {
    return `it is packed by a method (${entry.method}) that is not read; use "deflate"`;
  }
  if (entry.method === 0 && entry.stored !== entry.size) return 'it is stored, and its two sizes differ';
  if (folder && entry.size > 0) return 'it is a folder, and has content';
  if (entry.size > limits.maxEntryBytes) return `it is ${entry.size} bytes; ${limits.maxEntryBytes} are allowed`;
  const ratio = entry.size / Math.max(1, entry.stored);
  if (entry.size > 1_048_576 && ratio > limits.maxRatio) {
    return `it grows ${Math.round(ratio)} times when unpacked; ${limits.maxRatio} times are allowed`;
  }
  return undefined;
}

/** The files must begin the archive and must not lie in one another. */
function checkLayout(places: readonly LocalPlace[], entries: readonly CentralEntry[], directory: number): void {
  const spans = places.flatMap((place, index) => (place.ok ? [{ ...place, entry: entries[index] }] : []));
  spans.sort((one, other) => one.start - other.start);
  const starts = entries.map(({ offset }) => offset);
  if ((entries.length === 0 ? directory : starts.reduce((least, start) => Math.min(least, start), directory)) !== 0) {
    throw new ZipRefusal('there is data before the files of the archive; pack the files anew');
  }
  let end = 0;
  for (const span of spans) {
    if (span.start < end) {
      const name = span.entry === undefined ? undefined : decodeName(span.entry.name, false, span.entry.extra);
      throw new ZipRefusal(`${quoted(name ?? '')} overlaps another file of the archive; pack the files anew`);
    }
    end = span.end;
  }
}
