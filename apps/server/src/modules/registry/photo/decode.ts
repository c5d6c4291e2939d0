import jpeg from 'jpeg-js';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { type Pixels, shrink } from './pixels.ts';

/** More than the cameras of most phones make. */
export const mostPixels = 50_000_000;

/** The sides that a PNG claims for itself: unpacked only where they are reasonable (PNG, 11.2.1). */
const pngSides = (bytes: Uint8Array): readonly [number, number] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.length < 24 ? [0, 0] : [view.getUint32(16), view.getUint32(20)];
};

const pixelsOf = (bytes: Uint8Array): Pixels | undefined => {
  if (bytes[0] === 0xff) {
    return jpeg.decode(bytes, { useTArray: true, maxResolutionInMP: mostPixels / 1e6, maxMemoryUsageInMB: 700 });
  }
  const [width, height] = pngSides(bytes);
  return width * height > mostPixels ? undefined : PNG.sync.read(Buffer.from(bytes));
};

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
