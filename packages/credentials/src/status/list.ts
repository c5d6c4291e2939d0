import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * What an entry that is set means: ended for good, ended for a while, a newer credential is to be had, or one of
 * several states that a message names. Only the first two say something about validity.
 *
 * @see Bitstring Status List 1.0, 2.1 (statusPurpose).
 */
export type StatusPurpose = 'revocation' | 'suspension' | 'refresh' | 'message';

/** The smallest list allowed: smaller ones would tell too much about the single holder. */
export const MINIMUM_ENTRIES = 131_072;

/** The widest entry that is made and read: 8 bits, 256 states. */
export const MAXIMUM_STATUS_SIZE = 8;

const MAXIMUM_BYTES = 2 * 1024 * 1024;

/** A list of one or a few bits an entry. The value is not changed in place; `setStatuses` returns another. */
export interface StatusList {
  readonly purpose: StatusPurpose;
  /** Bits of one entry (`statusSize`), 1 to 8. */
  readonly statusSize: number;
  /** Entry 0 begins at the highest bit of byte 0; the highest bit of an entry comes first. */
  readonly bits: Uint8Array;
}

/** The number of entries of a list. */
export function entriesOf(list: Pick<StatusList, 'bits' | 'statusSize'>): number {
  return Math.floor((list.bits.length * 8) / list.statusSize);
}

function checkIndex(list: StatusList, index: number): void {
  if (!Number.isInteger(index) || index < 0 || index >= entriesOf(list)) {
    throw new RangeError(`index must be an integer from 0 to ${entriesOf(list) - 1}, not ${index}.`);
  }
}

function checkSize(statusSize: number): void {
  if (!Number.isInteger(statusSize) || statusSize < 1 || statusSize > MAXIMUM_STATUS_SIZE) {
    throw new RangeError(`statusSize must be an integer from 1 to ${MAXIMUM_STATUS_SIZE}, not ${statusSize}.`);
  }
}

/**
 * A list in which no bit is set.
 *
 * @param options.entries at least 131,072 (the default), so that the bits fill whole bytes and at most 2 MiB.
 * @param options.statusSize bits of one entry, 1 to 8; 1 by default.
 * @throws {RangeError} for another number of entries or bits.
 * @see Bitstring Status List 1.0, 3.3 (bitstring generation algorithm) and 5.1 (group privacy).
 */
export function createStatusList(options: {
  purpose: StatusPurpose;
  entries?: number;
  statusSize?: number;
}): StatusList {
  const { purpose, entries = MINIMUM_ENTRIES, statusSize = 1 } = options;
  checkSize(statusSize);
  const bytes = (entries * statusSize) / 8;
  if (!Number.isInteger(entries) || entries < MINIMUM_ENTRIES || !Number.isInteger(bytes) || bytes > MAXIMUM_BYTES) {
    const most = Math.floor((MAXIMUM_BYTES * 8) / statusSize);
    throw new RangeError(`entries must be a multiple of 8 from ${MINIMUM_ENTRIES} to ${most}.`);
  }
  return { purpose, statusSize, bits: new Uint8Array(bytes) };
}

/**
 * The value of an entry: 0 or 1 in a list of one bit an entry, up to 255 in a wider one.
 *
 * @throws {RangeError} when the index lies outside the list.
 * @see Bitstring Status List 1.0, 3.2, step 11 (the bits at index × statusSize).
 */
export function readStatus(list: StatusList, index: number): number {
  checkIndex(list, index);
  let value = 0;
  for (let bit = index * list.statusSize; bit < (index + 1) * list.statusSize; bit += 1) {
    value = (value << 1) | (((list.bits[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
  }
  return value;
}

/**
 * Tells whether an entry is set, that is, whether any of its bits is.
 *
 * @throws {RangeError} when the index lies outside the list.
 */
export function getStatus(list: StatusList, index: number): boolean {
  return readStatus(list, index) !== 0;
}

/**
 * The list with many entries set to one value: the bits are copied once, however many entries there are.
 *
 * @param value true and false stand for 1 and 0; a number must fit into the bits of an entry.
 * @throws {RangeError} when an index lies outside the list, or the value does not fit; the list stays as it is.
 */
export function setStatuses(list: StatusList, indexes: Iterable<number>, value: boolean | number): StatusList {
  const wanted = Number(value);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted >= 2 ** list.statusSize) {
    throw new RangeError(`value must be an integer from 0 to ${2 ** list.statusSize - 1}, not ${value}.`);
  }
  const bits = Uint8Array.from(list.bits);
  for (const index of indexes) {
    checkIndex(list, index);
    for (let place = 0; place < list.statusSize; place += 1) {
      const bit = index * list.statusSize + place;
      const mask = 0x80 >> (bit & 7);
      const byte = bits[bit >> 3] ?? 0;
      bits[bit >> 3] = (wanted >> (list.statusSize - 1 - place)) & 1 ? byte | mask : byte & ~mask;
    }
  }
  return { ...list, bits };
}

/**
 * The list with one entry set. For many entries `setStatuses` copies the list only once.
 *
 * @throws {RangeError} as `setStatuses` does.
 */
export function setStatus(list: StatusList, index: number, value: boolean | number): StatusList {
  return setStatuses(list, [index], value);
}

/**
 * A list as text: multibase base64url ("u…", no padding) of the gzip of the bits.
 *
 * @see Bitstring Status List 1.0, 3.3 (bitstring generation algorithm).
 */
export function encodeStatusList(list: StatusList): string {
  return `u${gzipSync(list.bits, { level: 9 }).toString('base64url')}`;
}

/** Bits of a list of unknown origin, or why there are none: no such text, or fewer than 131,072 entries. */
export type ExpandedList =
  | { readonly ok: true; readonly list: StatusList }
  | { readonly ok: false; readonly reason: 'malformed' | 'too-short' };

/**
 * Reads the text of a list, of which at most 2 MiB are unpacked.
 *
 * @throws {RangeError} when statusSize is no integer from 1 to 8.
 * @see Bitstring Status List 1.0, 3.4 (bitstring expansion algorithm) and 3.2, step 9 (STATUS_LIST_LENGTH_ERROR).
 */
export function expandStatusList(purpose: StatusPurpose, encoded: string, statusSize = 1): ExpandedList {
  checkSize(statusSize);
  if (!/^u[A-Za-z0-9_-]+$/.test(encoded)) {
    return { ok: false, reason: 'malformed' };
  }
  try {
    const packed = Buffer.from(encoded.slice(1), 'base64url');
    const bits = Uint8Array.from(gunzipSync(packed, { maxOutputLength: MAXIMUM_BYTES }));
    const list = { purpose, statusSize, bits };
    return entriesOf(list) < MINIMUM_ENTRIES ? { ok: false, reason: 'too-short' } : { ok: true, list };
  } catch {
    return { ok: false, reason: 'malformed' };
  }
}

/**
 * As `expandStatusList`, where the reason does not matter.
 *
 * @returns undefined when it is no such text, has fewer than 131,072 entries, or unpacks to more than 2 MiB.
 */
export function decodeStatusList(purpose: StatusPurpose, encoded: string, statusSize = 1): StatusList | undefined {
  const expanded = expandStatusList(purpose, encoded, statusSize);
  return expanded.ok ? expanded.list : undefined;
}
