import { SaxesParser } from 'saxes';
import { textWidth } from '../grammar/text.ts';

/** A text of a drawing with its box; estimated as the plots estimate it. */
export interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** What a drawing holds, read as XML; reading throws where it is not well formed. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly role: string;
  /** All points of all marks. */
  readonly points: readonly (readonly [number, number])[];
  readonly texts: readonly DrawnText[];
  /** How often each element stands. */
  readonly elements: ReadonlyMap<string, number>;
}

/** Reads an SVG document. @throws {Error} where it is not well-formed XML, or a number is none. */
export function readDrawing(svg: string): Drawing {
  const parser = new SaxesParser();
  const points: (readonly [number, number])[] = [];
  const texts: DrawnText[] = [];
  const elements = new Map<string, number>();
  const named: Record<string, string> = {};
  let root: Record<string, string> = {};
  let open: { name: string; attributes: Record<string, string>; text: string } = { name: '', attributes: {}, text: '' };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const plain = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, `${value}`]));
    if (name === 'svg') root = plain;
    elements.set(name, (elements.get(name) ?? 0) + 1);
    open = { name, attributes: plain, text: '' };
    const number = (key: string): number => {
      const value = Number(plain[key] ?? '0');
      if (!Number.isFinite(value)) throw new Error(`${name} ${key}="${plain[key]}"`);
      return value;
    };
    if (name === 'rect')
      points.push([number('x'), number('y')], [number('x') + number('width'), number('y') + number('height')]);
    if (name === 'line') points.push([number('x1'), number('y1')], [number('x2'), number('y2')]);
    if (name === 'circle') points.push([number('cx'), number('cy')]);
    if (name === 'polygon') points.push(...pairsOf(plain.points ?? ''));
    if (name === 'path' && !/[HV]/.test(plain.d ?? '')) points.push(...pairsOf(plain.d ?? ''));
  });
  parser.on('text', (text) => {
    open.text += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'title' || name === 'desc') named[name] = open.text;
    if (name === 'text' && open.name === 'text') {
      const size = Number(open.attributes['font-size']);
      // Text that stands upright is as wide as its letters are high.
      const width = open.attributes.transform?.startsWith('rotate(-90') ? size : textWidth(open.text, size);
      const anchor = open.attributes['text-anchor'] ?? 'start';
      const x = Number(open.attributes.x);
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      texts.push({ text: open.text, left, right: left + width, y: Number(open.attributes.y) });
    }
    open = { name: '', attributes: {}, text: '' };
  });
  parser.write(svg).close();
  const [, , width = 0, height = 0] = (root.viewBox ?? '').split(' ').map(Number);
  return {
    width,
    height,
    title: named.title ?? '',
    description: named.desc ?? '',
    role: root.role ?? '',
    points,
    texts,
    elements,
  };
}

function pairsOf(text: string): (readonly [number, number])[] {
  const numbers = [...text.matchAll(/-?[\d.]+(?:e-?\d+)?|NaN|Infinity/g)].map(([number]) => Number(number));
  if (numbers.some((number) => !Number.isFinite(number))) throw new Error(`no number in "${text.slice(0, 80)}"`);
  return numbers.flatMap((x, at) => (at % 2 === 0 ? [[x, numbers[at + 1] ?? 0] as const] : []));
}
