import { inflateSync } from 'node:zlib';
import { damaged, entryOf, isList, nameOf, type PdfDictionary, PdfRefusal, type PdfValue } from './value.ts';

/** What all streams of one file may unpack to together, in bytes. */
export interface Budget {
  left: number;
}

function inflate(packed: Uint8Array, budget: Budget): Uint8Array {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(budget.left, 1) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw code === 'ERR_BUFFER_TOO_LARGE'
      ? new PdfRefusal('too-large', 'This PDF unpacks to more than can be read here.')
      : damaged('a part of it cannot be unpacked');
  }
}

const whole = (value: PdfValue, otherwise: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 65_536 ? value : otherwise;

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [a, b, c] = [left, above, corner].map((value) => Math.abs(estimate - value)) as [number, number, number];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

function predicted(type: number, left: number, above: number, corner: number): number {
  if (type === 0) return 0;
  if (type === 1) return left;
  if (type === 2) return above;
  if (type === 3) return (left + above) >> 1;
  if (type === 4) return paeth(left, above, corner);
  throw damaged('a part of it is packed in an unknown way');
}

/** Undoes the row filters of PNG (predictors 10 to 15). */
function unpredict(bytes: Uint8Array, parameters: PdfValue): Uint8Array {
  const predictor = whole(entryOf(parameters, 'Predictor'), 1);
  if (predictor === 1) return bytes;
  if (predictor < 10) throw damaged('a part of it is packed in an unknown way');
  const bits = whole(entryOf(parameters, 'Colors'), 1) * whole(entryOf(parameters, 'BitsPerComponent'), 8);
  const step = Math.ceil(bits / 8);
  const width = Math.ceil((bits * whole(entryOf(parameters, 'Columns'), 1)) / 8);
  const rows = Math.floor(bytes.length / (width + 1));
  const out = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const type = bytes[row * (width + 1)] ?? 0;
    const start = row * width;
    for (let column = 0; column < width; column += 1) {
      const left = column >= step ? (out[start + column - step] ?? 0) : 0;
      const above = row > 0 ? (out[start - width + column] ?? 0) : 0;
      const corner = row > 0 && column >= step ? (out[start - width + column - step] ?? 0) : 0;
      out[start + column] = (bytes[row * (width + 1) + 1 + column] ?? 0) + predicted(type, left, above, corner);
    }
  }
  return out;
}

const listed = (value: PdfValue): readonly PdfValue[] => (value === null ? [] : isList(value) ? value : [value]);

/**
 * The bytes of a stream. Only FlateDecode is undone, the one filter that files of our time are packed with, and never
 * beyond the budget.
 *
 * @throws {PdfRefusal} for another filter, for broken bytes and beyond the budget.
 */
export function unpack(raw: Uint8Array, dictionary: PdfDictionary, budget: Budget): Uint8Array {
  const filters = listed(entryOf(dictionary, 'Filter')).map(nameOf);
  const parameters = listed(entryOf(dictionary, 'DecodeParms'));
  if (filters.length > 2) throw damaged('a part of it is packed in an unknown way');
  let bytes = raw;
  for (const [index, filter] of filters.entries()) {
    if (filter !== 'FlateDecode' && filter !== 'Fl') throw damaged('a part of it is packed in an unknown way');
    bytes = inflate(bytes, budget);
    budget.left -= bytes.length;
    bytes = unpredict(bytes, parameters[index] ?? null);
  }
  if (filters.length === 0) budget.left -= bytes.length;
  if (budget.left < 0) throw new PdfRefusal('too-large', 'This PDF unpacks to more than can be read here.');
  return bytes;
}
