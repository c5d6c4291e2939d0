import { inflateSync } from 'node:zlib';

/** Content of every stream of the file; those that are not compressed are taken as they are. */
const streamsOf = (bytes: Buffer): readonly string[] => {
  const text = bytes.toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: opening }) => {
    if (text.slice(index - 3, index) === 'end') return [];
    const start = index + opening.length;
    const raw = bytes.subarray(start, text.indexOf('endstream', start));
    try {
      return [inflateSync(raw).toString('latin1')];
    } catch {
      return [raw.toString('latin1')];
    }
  });
};

type Glyphs = ReadonlyMap<string, string>;

const fromHex = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** The characters of a font by glyph: a ToUnicode map (ISO 32000-1, 9.10.3). */
const glyphsIn = (stream: string): Glyphs | undefined => {
  if (!stream.includes('begincmap')) return undefined;
  const glyphs = new Map<string, string>();
  for (const [, block = ''] of stream.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, glyph = '', character = ''] of block.matchAll(/<([0-9a-f]{4})>\s*<((?:[0-9a-f]{4})+)>/gi)) {
      glyphs.set(glyph.toLowerCase(), fromHex(character));
    }
  }
  return glyphs;
};

/** Strings that are shown, as hexadecimal glyph numbers: hexadecimal already, or bytes with escapes. */
const shownIn = (stream: string): readonly string[] =>
  [
    ...stream.matchAll(/\[((?:\((?:\\.|[^\\)])*\)|<[^>]*>|[^\]()<>])*)\]\s*TJ|(\((?:\\.|[^\\)])*\)|<[^>]*>)\s*Tj/gs),
  ].map(([whole]) =>
    [...whole.matchAll(/\(((?:\\.|[^\\)])*)\)|<([0-9a-f]*)>/gis)]
      .map(([, literal, hex]) => hex ?? Buffer.from(unescaped(literal ?? ''), 'latin1').toString('hex'))
      .join('')
      .toLowerCase(),
  );

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const unescaped = (literal: string): string =>
  literal.replace(/\\([0-7]{1,3}|.)/gs, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );

const decode = (hex: string, glyphs: Glyphs): string =>
  (hex.match(/.{4}/g) ?? []).map((glyph) => glyphs.get(glyph) ?? '\ufffd').join('');

/**
 * The words of a PDF, run by run in the order of its pages. A run is read by every font that knows all of its glyphs, for
 * which font it is set in is not looked up: what stands on the paper is among the readings.
 */
export const pdfText = (bytes: Buffer): string => {
  const streams = streamsOf(bytes);
  const fonts = streams.flatMap((stream) => glyphsIn(stream) ?? []);
  const readings = streams.flatMap(shownIn).map((hex) => {
    const whole = fonts.map((glyphs) => decode(hex, glyphs)).filter((text) => !text.includes('\ufffd'));
    return [...new Set(whole)].join(' ');
  });
  return readings.join('\n');
};
