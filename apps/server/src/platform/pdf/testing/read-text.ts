import { mustMatch, type PdfFile, readPdf } from './read-pdf.ts';
import { type Token, tokenize } from './tokenize.ts';

/** A run of text in one font, and where its two ends lie on the page, in points from the lower left corner. */
export interface TextRun {
  readonly text: string;
  readonly page: number;
  readonly size: number;
  readonly start: Point;
  readonly end: Point;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Every run of text, in the order of the content, and the size of each page. */
export function readText(bytes: Buffer): { runs: TextRun[]; pages: { width: number; height: number }[] } {
  const pdf = readPdf(bytes);
  const kids = mustMatch(pdf.object('1'), /\/Kids \[([^\]]*)\]/u).matchAll(/(\d+) 0 R/gu);
  const pageIds = [...kids].map(([, id = '']) => id);
  const sizes = pageIds.map((id) => {
    const [, , width = 0, height = 0] = mustMatch(pdf.object(id), /\/MediaBox \[([^\]]*)\]/u)
      .split(' ')
      .map(Number);
    return { width, height };
  });
  return { runs: pageIds.flatMap((id, page) => readPage(pdf, id, page)), pages: sizes };
}

interface Font {
  readonly characters: ReadonlyMap<number, string>;
  readonly widths: ReadonlyMap<number, number>;
  /** Of the glyphs that `widths` leaves out. */
  readonly usualWidth: number;
}

function readFont(pdf: PdfFile, id: string): Font {
  const font = pdf.object(id);
  const map = pdf.stream(mustMatch(font, /\/ToUnicode (\d+) 0 R/u));
  const characters = new Map<number, string>();
  for (const [, glyph = '', unicode = ''] of map.matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>\n(?!.*endcodespace)/gu)) {
    characters.set(Number.parseInt(glyph, 16), Buffer.from(unicode, 'hex').swap16().toString('utf16le'));
  }
  const descendant = pdf.object(mustMatch(font, /\/DescendantFonts \[(\d+) 0 R\]/u));
  const usualWidth = Number(/\/DW ([\d.]+)/u.exec(descendant)?.[1] ?? 1000);
  return { characters, widths: readWidths(mustMatch(descendant, /\/W \[([^\n]*)\]\n/u)), usualWidth };
}

/** `first last width` for a range, or `first [width width …]`. */
function readWidths(list: string): Map<number, number> {
  const widths = new Map<number, number>();
  for (const [, first, last, width, each] of list.matchAll(/(\d+) (?:(\d+) ([\d.]+)|\[([^\]]*)\])/gu)) {
    const from = Number(first);
    if (each !== undefined) each.split(' ').forEach((value, index) => void widths.set(from + index, Number(value)));
    else for (let glyph = from; glyph <= Number(last); glyph += 1) widths.set(glyph, Number(width));
  }
  return widths;
}

type Matrix = readonly [number, number, number, number, number, number];
const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
];

function readPage(pdf: PdfFile, id: string, page: number): TextRun[] {
  const object = pdf.object(id);
  const named = object.matchAll(/\/(f\d+) (\d+) 0 R/gu);
  const fonts = new Map([...named].map(([, name = '', font = '']) => [name, readFont(pdf, font)]));
  const runs: TextRun[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let line: Matrix = matrix;
  let font: Font | undefined;
  let size = 0;
  let operands: Token[] = [];
  for (const token of tokenize(pdf.stream(mustMatch(object, /\/Contents (\d+) 0 R/u)))) {
    if (token.kind !== 'operator') {
      operands.push(token);
      continue;
    }
    const numbers = operands.flatMap((operand) => (operand.kind === 'number' ? [operand.value] : []));
    if (token.name === 'q') saved.push(matrix);
    else if (token.name === 'Q') matrix = saved.pop() ?? matrix;
    else if (token.name === 'cm') matrix = times(toMatrix(numbers), matrix);
    else if (token.name === 'Tm') line = toMatrix(numbers);
    else if (token.name === 'Tf') {
      const [name] = operands;
      font = name?.kind === 'name' ? fonts.get(name.name) : undefined;
      size = numbers[0] ?? 0;
    } else if (font !== undefined && (token.name === 'TJ' || token.name === 'Tj')) {
      const { text, width } = measure(operands, font);
      const [, , , , x, y] = times(line, matrix);
      line = times([1, 0, 0, 1, (width * size) / 1000, 0], line);
      const [, , , , endX, endY] = times(line, matrix);
      runs.push({ text, page, size, start: { x, y }, end: { x: endX, y: endY } });
    }
    operands = [];
  }
  return runs;
}

const toMatrix = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[]): Matrix => [a, b, c, d, e, f];

/** The characters of strings of two-byte glyph numbers, and their width in thousandths of the size, kerning taken off. */
function measure(shown: readonly Token[], font: Font): { text: string; width: number } {
  let text = '';
  let width = 0;
  for (const token of shown) {
    if (token.kind === 'number') width -= token.value;
    if (token.kind !== 'string') continue;
    for (let at = 0; at + 1 < token.bytes.length; at += 2) {
      const glyph = token.bytes.charCodeAt(at) * 256 + token.bytes.charCodeAt(at + 1);
      text += font.characters.get(glyph) ?? '';
      width += font.widths.get(glyph) ?? font.usualWidth;
    }
  }
  return { text, width };
}
