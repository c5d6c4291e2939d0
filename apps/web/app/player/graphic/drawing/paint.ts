import type { Size } from '../geometry.ts';
import { inks, type Stroke, widths } from './strokes.ts';

/** Paints strokes on a transparent canvas, in the pixels of the image; an eraser takes strokes away, never the image. */
export const paint = (context: CanvasRenderingContext2D, strokes: readonly Stroke[], size: Size): void => {
  const unit = Math.max(1, size.width / 800);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const { tool, ink, width, points } of strokes) {
    const [first, ...rest] = points;
    if (first === undefined) continue;
    context.globalCompositeOperation = tool === 'eraser' ? 'destination-out' : 'source-over';
    context.strokeStyle = inks[ink];
    context.lineWidth = widths[width] * unit * (tool === 'eraser' ? 3 : 1);
    context.beginPath();
    context.moveTo(first.x, first.y);
    // A line without length is a dot, for round ends.
    if (rest.length === 0) context.lineTo(first.x + 0.01, first.y);
    for (const { x, y } of rest) context.lineTo(x, y);
    context.stroke();
  }
  context.globalCompositeOperation = 'source-over';
};

const surface = ({ width, height }: Size): CanvasRenderingContext2D | null => {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  return canvas.getContext('2d');
};

/**
 * The drawing on its image as a data URL of a PNG; large ones are made smaller until they fit. null: not even a small one
 * does. At once, unlike toBlob, which waits until the page has nothing else to do: an answer must not wait for that.
 */
export const flatten = (
  ground: CanvasImageSource | null,
  strokes: readonly Stroke[],
  size: Size,
  maxLength: number,
): string | null => {
  const lines = surface(size);
  if (lines === null) return null;
  paint(lines, strokes, size);
  for (const scale of [1, 0.75, 0.5, 0.35, 0.25]) {
    const small = { width: size.width * scale, height: size.height * scale };
    const whole = surface(small);
    if (whole === null) return null;
    if (ground !== null) whole.drawImage(ground, 0, 0, small.width, small.height);
    whole.drawImage(lines.canvas, 0, 0, small.width, small.height);
    const made = whole.canvas.toDataURL('image/png');
    if (made.length <= maxLength) return made;
  }
  return null;
};

export const fileOf = (dataUrl: string): File => {
  const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (sign) => sign.charCodeAt(0));
  return new File([bytes], 'drawing.png', { type: 'image/png' });
};
