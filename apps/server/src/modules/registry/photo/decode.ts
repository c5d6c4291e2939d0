import jpeg from 'jpeg-js';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { type Pixels, shrink } from './pixels.ts';
import { isReasonablePng } from './reasonable-png.ts';

/** More than the cameras of most phones make. */
export const mostPixels = 50_000_000;

const pixelsOf = (bytes: Uint8Array): Pixels | undefined =>
  bytes[0] === 0xff
    ? jpeg.decode(bytes, { useTArray: true, maxResolutionInMP: mostPixels / 1e6, maxMemoryUsageInMB: 700 })
    : isReasonablePng(bytes, mostPixels)
      ? PNG.sync.read(Buffer.from(bytes))
      : undefined;

/** A code that fills the picture is found in a small one; one in a corner needs more of the pixels. */
const sides = [600, 1200, 2400] as const;

/** What the QR code in a PNG or JPEG says; undefined where there is none, or no picture that can be read. */
export const decodePicture = (bytes: Uint8Array): string | undefined => {
  let pixels: Pixels | undefined;
  try {
    pixels = pixelsOf(bytes);
  } catch {
    return undefined;
  }
  if (!pixels) return undefined;
  for (const side of sides) {
    const { data, width, height } = shrink(pixels, side);
    const code = jsqr.default(new Uint8ClampedArray(data), width, height);
    if (code && code.data !== '') return code.data;
    if (side >= Math.max(pixels.width, pixels.height)) return undefined;
  }
  return undefined;
};
