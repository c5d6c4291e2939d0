import { crc32, deflateSync } from 'node:zlib';

/** One chunk of a PNG, with a CRC that fits unless another is given. */
export function pngChunk(type: string, data: Uint8Array | string, crc?: number): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc ?? crc32(body), body.length + 4);
  return chunk;
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/** A picture of one gray point, with further chunks before its data. */
export function pngWith(...chunks: readonly Uint8Array[]): Uint8Array {
  const header = pngChunk('IHDR', Buffer.from('00000001000000010800000000', 'hex'));
  const data = pngChunk('IDAT', deflateSync(Buffer.from([0, 128])));
  return Uint8Array.from(Buffer.concat([signature, header, ...chunks, data, pngChunk('IEND', '')]));
}
