import { gunzipSync, gzipSync } from 'node:zlib';

/** What a set bit means: ended for good, or for a while. */
export type StatusPurpose = 'revocation' | 'suspension';

/** The smallest list allowed: smaller ones would tell too much about the single holder. */
export const MINIMUM_ENTRIES = 131_072;

const MAXIMUM_BYTES = 2 * 1024 * 1024;

/** A list of one bit an entry. The value is not changed in place; `setStatus` returns another. */
export interface StatusList {
  readonly purpose: StatusPurpose;
  /** One bit an entry, entry 0 is the highest bit of byte 0. */
  readonly bits: Uint8Array;
}

/** The number of entries of a list. */
export function entriesOf(list: StatusList): number {
  return list.bits.length * 8;
}

function checkedIndex(list: StatusList, index: number): number {
  if (!Number.isInteger(index) || index < 0 || index >= entriesOf(list)) {
    throw new RangeError(`index must be an integer from 0 to ${entriesOf(list) - 1}, not ${index}.`);
  }
  return index;
}

/**
 * A list in which no bit is set.
 *
 * @param options.entries a multiple of 8 from 131,072 (16 KiB, the default) to 16,777,216.
 * @throws {RangeError} for another number of entries.
 * @see Bitstring Status List 1.0, bitstring generation algorithm and privacy considerations.
 */
export function createStatusList(options: { purpose: StatusPurpose; entries?: number }): StatusList {
  const { purpose, entries = MINIMUM_ENTRIES } = options;
  if (!Number.isInteger(entries) || entries < MINIMUM_ENTRIES || entries % 8 !== 0 || entries / 8 > MAXIMUM_BYTES) {
    throw new RangeError(`entries must be a multiple of 8 from ${MINIMUM_ENTRIES} to ${MAXIMUM_BYTES * 8}.`);
  }
  return { purpose, bits: new Uint8Array(entries / 8) };
}

/**
 * Tells whether the bit of an entry is set.
 *
 * @throws {RangeError} when the index lies outside the list.
 */
export function getStatus(list: StatusList, index: number): boolean {
  const byte = list.bits[checkedIndex(list, index) >> 3] ?? 0;
  return (byte & (0x80 >> (index & 7))) !== 0;
}

/**
 * The list with one bit set or cleared.
 *
 * @throws {RangeError} when the index lies outside the list.
 */
export function setStatus(list: StatusList, index: number, value: boolean): StatusList {
  const mask = 0x80 >> (checkedIndex(list, index) & 7);
  const byte = list.bits[index >> 3] ?? 0;
  return { ...list, bits: list.bits.with(index >> 3, value ? byte | mask : byte & ~mask) };
}

/**
 * A list as text: multibase base64url ("u…") of the gzip of the bits.
 *
 * @see Bitstring Status List 1.0, bitstring generation algorithm.
 */
export function encodeStatusList(list: StatusList): string {
  return `u${gzipSync(list.bits, { level: 9 }).toString('base64url')}`;
}

/**
 * Reads the text of a list.
 *
 * @returns undefined when it is no such text, has fewer than 131,072 entries, or unpacks to more than 2 MiB.
 * @see Bitstring Status List 1.0, bitstring expansion algorithm.
 */
export function decodeStatusList(purpose: StatusPurpose, encoded: string): StatusList | undefined {
  if (!/^u[A-Za-z0-9_-]+$/.test(encoded)) {
    return undefined;
  }
  try {
    const packed = Buffer.from(encoded.slice(1), 'base64url');
    const bits = Uint8Array.from(gunzipSync(packed, { maxOutputLength: MAXIMUM_BYTES }));
    return bits.length * 8 < MINIMUM_ENTRIES ? undefined : { purpose, bits };
  } catch {
    return undefined;
  }
}
