import fc from 'fast-check';
import { expect } from 'vitest';
import type { Figure } from '../../presentation/index.ts';
import { type Drawing, readDrawing } from './drawing.ts';

// Data as bad as they come: missing, not a number, infinite, huge, tiny, equal.

/** Numbers, some of them none. */
export const number = fc.oneof(
  { weight: 5, arbitrary: fc.double({ min: -50, max: 200, noNaN: true }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 5 }) },
  fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -0, 1e-300, 1e11, -1e11, Number.MAX_VALUE),
);
export const nullable = fc.option(number, { nil: null });
/** Names that break XML, fonts and widths. */
export const id = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom('<b>&"\'', 'a\u0000b', '\uD800', 'Prüfling 1', '得点', 'x'.repeat(200)),
);
export const list = <T>(of: fc.Arbitrary<T>, maxLength = 25): fc.Arbitrary<T[]> => fc.array(of, { maxLength });
export const flag = fc.boolean();

/** Half a pixel for rounding and for lines along an edge; marks stand out by their radius. */
const inFrame = ({ points, width, height }: Drawing): boolean =>
  points.every(([x, y]) => x >= -8 && x <= width + 8 && y >= -8 && y <= height + 8);

/** Well-formed, with title and description, without NaN, and within its frame. */
export function expectSound({ svg, caption, description }: Figure): void {
  const drawing = readDrawing(svg);
  expect(drawing.role).toBe('img');
  expect(drawing.title).not.toBe('');
  expect(drawing.description.length).toBeGreaterThan(10);
  expect(caption).not.toBe('');
  // Ids may say what they like; numbers must not be written as words.
  expect(svg.replace(/<(title|desc|text)[^>]*>[^<]*/g, '')).not.toMatch(/NaN|Infinity|undefined/);
  expect(`${caption}${description}`).not.toMatch(/NaN|Infinity|undefined/);
  expect(inFrame(drawing)).toBe(true);
  for (const text of drawing.texts) {
    expect(text.left).toBeGreaterThan(-12);
    expect(text.right).toBeLessThan(drawing.width + 12);
  }
}
