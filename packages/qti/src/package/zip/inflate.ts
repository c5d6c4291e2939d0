import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import { ZipRefusal } from './refusal.ts';

/** DEFLATE grows a byte to 1032 at most, so what one push can give stays below 17 MiB, and near what is still to come. */
const pushSize = (toCome: number): number => Math.min(16_384, Math.max(256, Math.ceil(toCome / 32)));

/** What the archive says about the data of one file. */
export interface Packed {
  readonly data: Uint8Array;
  readonly deflated: boolean;
  readonly size: number;
  readonly crc: number;
}

/**
 * Unpacks a file piece by piece and stops as soon as there is more than the declared size, so that no more memory is used
 * than the archive has owned up to.
 *
 * @param take gets the pieces, in order; a piece lives only as long as the call.
 * @throws {ZipRefusal} when the data is damaged, or size or checksum are not the declared ones.
 */
export function unpack(packed: Packed, take: (piece: Uint8Array) => void): void {
  let size = 0;
  let crc = 0;
  const add = (piece: Uint8Array): void => {
    size += piece.length;
    if (size > packed.size) throw new ZipRefusal(`it holds more than the ${packed.size} bytes that the archive says`);
    crc = crc32(piece, crc);
    take(piece);
  };
  if (packed.deflated) inflate(packed.data, add, () => packed.size - size);
  else add(packed.data);
  if (size < packed.size) throw new ZipRefusal(`it holds ${size} bytes, and the archive says ${packed.size}`);
  if (crc !== packed.crc) throw new ZipRefusal('it is damaged: its checksum is not the one in the archive');
}

function inflate(data: Uint8Array, add: (piece: Uint8Array) => void, toCome: () => number): void {
  const stream = new Inflate(add);
  let offset = 0;
  do {
    const end = offset + pushSize(toCome());
    try {
      stream.push(data.subarray(offset, end), end >= data.length);
    } catch (error) {
      if (error instanceof ZipRefusal || !(error instanceof Error)) throw error;
      throw new ZipRefusal(`it is damaged: ${error.message}`);
    }
    offset = end;
  } while (offset < data.length);
}
