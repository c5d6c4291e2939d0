/** A picture as rows of RGBA. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The same picture in gray at no more than so many pixels a side, each the mean of those it stands for. */
export const shrink = ({ width, height, data }: Pixels, longestSide: number): Pixels => {
  const step = Math.max(1, Math.max(width, height) / longestSide);
  const [columns, rows] = [Math.max(1, Math.floor(width / step)), Math.max(1, Math.floor(height / step))];
  const small = new Uint8Array(columns * rows * 4);
  for (let row = 0; row < rows; row += 1) {
    const [top, bottom] = [
      Math.floor(row * step),
      Math.min(height, Math.max(Math.floor((row + 1) * step), Math.floor(row * step) + 1)),
    ];
    for (let column = 0; column < columns; column += 1) {
      const left = Math.floor(column * step);
      const right = Math.min(width, Math.max(Math.floor((column + 1) * step), left + 1));
      let sum = 0;
      for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < right; x += 1) {
          const at = (y * width + x) * 4;
          const alpha = data[at + 3] ?? 255;
          const gray = (data[at] ?? 0) * 0.299 + (data[at + 1] ?? 0) * 0.587 + (data[at + 2] ?? 0) * 0.114;
          // What can be seen through lies on white.
          sum += 255 + ((gray - 255) * alpha) / 255;
        }
      }
      const mean = sum / ((bottom - top) * (right - left));
      small.set([mean, mean, mean, 255], (row * columns + column) * 4);
    }
  }
  return { width: columns, height: rows, data: small };
};
