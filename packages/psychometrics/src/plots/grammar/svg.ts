import type { Figure } from '../../presentation/index.ts';
import { colors, sizes } from './theme.ts';

/** Attributes of an element; undefined ones are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

// XML 1.0 has no place for control characters and lone surrogates, not even escaped.
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in XML. */
export const escapeXml = (text: string): string =>
  text.replace(forbidden, '').replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** A coordinate to a hundredth of a pixel. @throws {RangeError} of what is no finite number: the plot has a fault. */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no coordinate`);
  return `${Math.round(value * 100) / 100 || 0}`;
}

/** An element of SVG; text among the children must be escaped. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? coordinate(value) : escapeXml(value)}"`],
  );
  return children.length === 0
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${children.join('')}</${name}>`;
}

/** A line between two points. */
export const line = (x1: number, y1: number, x2: number, y2: number, attributes: Attributes = {}): string =>
  element('line', { x1, y1, x2, y2, stroke: colors.axis, ...attributes });

/** A rectangle, whichever corners are given. */
export const rectangle = (x1: number, y1: number, x2: number, y2: number, attributes: Attributes = {}): string =>
  element('rect', {
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
    ...attributes,
  });

/** A line through points. */
export const path = (points: readonly (readonly [number, number])[], attributes: Attributes = {}): string =>
  points.length === 0
    ? ''
    : element('path', {
        d: `M${points.map(([x, y]) => `${coordinate(x)} ${coordinate(y)}`).join('L')}`,
        fill: 'none',
        stroke: colors.ink,
        'stroke-width': 2,
        'stroke-linejoin': 'round',
        ...attributes,
      });

/** Text at a point; `halo` sets it apart from what lies below. */
export function label(
  text: string,
  x: number,
  y: number,
  attributes: Attributes & { readonly halo?: 'yes' } = {},
): string {
  const { halo, ...rest } = attributes;
  const around: Attributes =
    halo === undefined
      ? {}
      : { stroke: colors.surface, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' };
  return element('text', { x, y, fill: colors.ink, 'font-size': sizes.text, ...around, ...rest }, escapeXml(text));
}

/** The shapes of points. */
export type Shape = 'circle' | 'ring' | 'triangle' | 'square' | 'diamond' | 'cross';

/** A point as a shape of about `radius`. */
export function mark(shape: Shape, x: number, y: number, radius: number, color: string): string {
  const r = radius;
  if (shape === 'circle') return element('circle', { cx: x, cy: y, r, fill: color });
  if (shape === 'ring')
    return element('circle', { cx: x, cy: y, r, fill: colors.surface, stroke: color, 'stroke-width': 1.5 });
  if (shape === 'square') return rectangle(x - r * 0.9, y - r * 0.9, x + r * 0.9, y + r * 0.9, { fill: color });
  if (shape === 'cross') {
    const d = `M${coordinate(x - r)} ${coordinate(y - r)}L${coordinate(x + r)} ${coordinate(y + r)}M${coordinate(x - r)} ${coordinate(y + r)}L${coordinate(x + r)} ${coordinate(y - r)}`;
    return element('path', { d, stroke: color, 'stroke-width': 2, fill: 'none' });
  }
  const corners: readonly (readonly [number, number])[] =
    shape === 'triangle'
      ? [
          [0, -1.2],
          [1.1, 0.8],
          [-1.1, 0.8],
        ]
      : [
          [0, -1.3],
          [1.3, 0],
          [0, 1.3],
          [-1.3, 0],
        ];
  return element('polygon', {
    points: corners.map(([dx, dy]) => `${coordinate(x + dx * r)},${coordinate(y + dy * r)}`).join(' '),
    fill: color,
  });
}

/** What a figure says besides its drawing. */
export interface FigureText {
  /** What it shows, a few words. */
  readonly title: string;
  /** The same in sentences, with the main numbers, for those who do not see it. */
  readonly description: string;
  readonly caption: string;
}

/** A standalone SVG document with its caption. */
export function figure(text: FigureText, width: number, height: number, ...children: readonly string[]): Figure {
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${coordinate(width)} ${coordinate(height)}`,
      width,
      height,
      role: 'img',
      'font-family': "'Source Sans 3', system-ui, sans-serif",
      'font-size': sizes.text,
    },
    element('title', {}, escapeXml(text.title)),
    element('desc', {}, escapeXml(text.description)),
    rectangle(0, 0, width, height, { fill: colors.surface }),
    ...children,
  );
  return { svg, caption: text.caption, description: text.description };
}

/** The figure of data that there are none of. */
export const emptyFigure = (title: string, why: string, width: number): Figure =>
  figure(
    { title, description: why, caption: `${title}: ${why}` },
    width,
    120,
    label(why, width / 2, 64, { 'text-anchor': 'middle', fill: colors.inkSoft }),
  );
