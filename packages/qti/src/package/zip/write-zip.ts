import { zipSync } from 'fflate';
import { nameProblem } from '../path.ts';
import { quoted } from './refusal.ts';

/** Packed already: packing them again costs time and gains nothing. */
const PACKED = /\.(?:aac|gif|jpe?g|m4[av]|mp[34]|og[agv]|opus|pdf|png|web[mp]|woff2?|zip)$/i;

/**
 * A ZIP archive of the files, the same bytes for the same files on every system: sorted by path, with a fixed date.
 *
 * @param files content by path inside the archive.
 * @throws {RangeError} for a path that is not safe to unpack, or two that differ in capitals alone.
 */
export function writeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const seen = new Map<string, string>();
  const entries = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [path] of entries) {
    const problem = path === '__proto__' ? 'it is reserved' : nameProblem(path);
    if (problem !== undefined) throw new RangeError(`${quoted(path)} is no path for an archive: ${problem}`);
    const known = seen.get(path.toLowerCase());
    if (known !== undefined) {
      throw new RangeError(`${quoted(path)} and ${quoted(known)} differ in capitals alone; rename one`);
    }
    seen.set(path.toLowerCase(), path);
  }
  // Written as local time: the same digits in every zone, and the earliest year that ZIP knows.
  const mtime = new Date(1980, 0, 1, 12);
  return zipSync(
    Object.fromEntries(
      entries.map(([path, bytes]) => [path, [bytes, { level: PACKED.test(path) ? 0 : 6, mtime }] as const]),
    ),
  );
}
