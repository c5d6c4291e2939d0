import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { isReasonablePng } from './reasonable-png.ts';

const mostPixels = 10_000;

const chunk = (type: string, data: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

const header = (width: number, height: number, interlace = 0): Buffer => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, 0, 0, 0, interlace], 8);
  return chunk('IHDR', data);
};

const png = (...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks, chunk('IEND', Buffer.alloc(0))]);

const packed = (bytes: number): Buffer => chunk('IDAT', deflateSync(Buffer.alloc(bytes)));

describe('a PNG is unpacked', () => {
  test('when it is one that programs write, interlaced or not', () => {
    expect(isReasonablePng(PNG.sync.write(new PNG({ width: 20, height: 10 })), mostPixels)).toBe(true);
    expect(isReasonablePng(png(header(8, 8, 1), packed(200)), mostPixels)).toBe(true);
  });

  test.each([
    ['has more pixels than a photo', png(header(200, 51), packed(10))],
    ['has no side', png(header(0, 5), packed(10))],
    ['has a second header, which would count', png(header(8, 8), header(60_000, 60_000), packed(10))],
    ['has another chunk before its header', png(chunk('tEXt', Buffer.alloc(13)), header(8, 8), packed(10))],
    ['is interlaced and unpacks to far more than its pixels', png(header(8, 8, 1), packed(50_000_000))],
    ['is interlaced and damaged', png(header(8, 8, 1), chunk('IDAT', Buffer.alloc(50, 7)))],
    ['is cut off in its header', png(header(8, 8)).subarray(0, 20)],
    ['has a chunk that goes beyond its end', Buffer.concat([png(header(8, 8)).subarray(0, 33), Buffer.alloc(12, 255)])],
  ])('but not when it %s', (_, bytes) => {
    expect(isReasonablePng(bytes, mostPixels)).toBe(false);
  });
});
