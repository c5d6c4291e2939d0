import qrcode from 'qrcode';
import { expect, test } from 'vitest';
import { qrCodeSvg } from './qr-code.ts';

test('the drawing has exactly the dark modules of the code, inside a border of four', () => {
  const url = 'https://testamur.example.org/c/7KQ2-M9XD-41FA';
  const { modules } = qrcode.create(url, { errorCorrectionLevel: 'M' });
  const svg = qrCodeSvg(url);
  const drawn = new Set<string>();
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1/gu)) {
    for (let step = 0; step < Number(length); step += 1) drawn.add(`${Number(x) + step - 4},${Number(y) - 4}`);
  }
  const dark = new Set<string>();
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) !== 0) dark.add(`${column},${row}`);
    }
  }
  expect(drawn).toEqual(dark);
  expect(svg).toContain(`viewBox="0 0 ${modules.size + 8} ${modules.size + 8}"`);
});

test('a text too long for a code is refused', () => {
  expect(() => qrCodeSvg('x'.repeat(3000))).toThrow();
});
