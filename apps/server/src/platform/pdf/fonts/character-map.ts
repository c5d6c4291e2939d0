/** Inclusive code point ranges, in the order of the font's table. */
export type CharacterRange = readonly [first: number, last: number];

const collectionTag = 0x74746366; // 'ttcf'
const characterMapTag = 0x636d6170; // 'cmap'

/**
 * The code points that an OpenType file (TTF, OTF, or a collection of them) has a glyph for, by its `cmap` tables of
 * the formats 4 and 12, the two that Unicode text needs.
 *
 * @throws {RangeError} when the bytes are no OpenType file or end early.
 * @see https://learn.microsoft.com/typography/opentype/spec/cmap
 */
export function readCharacterMap(file: Buffer): CharacterRange[] {
  const isCollection = file.readUInt32BE(0) === collectionTag;
  const starts = isCollection
    ? Array.from({ length: file.readUInt32BE(8) }, (_, index) => file.readUInt32BE(12 + 4 * index))
    : [0];
  // The fonts of a collection usually share one table.
  const tables = new Set(starts.map((start) => findTable(file, start)));
  return [...tables].flatMap((table) => readTable(file, table));
}

function findTable(file: Buffer, fontStart: number): number {
  const count = file.readUInt16BE(fontStart + 4);
  for (let index = 0; index < count; index += 1) {
    const record = fontStart + 12 + 16 * index;
    if (file.readUInt32BE(record) === characterMapTag) return file.readUInt32BE(record + 8);
  }
  throw new RangeError('This is not an OpenType font: it has no character map.');
}

function readTable(file: Buffer, table: number): CharacterRange[] {
  const count = file.readUInt16BE(table + 2);
  const offsets = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    const record = table + 4 + 8 * index;
    const platform = file.readUInt16BE(record);
    const encoding = file.readUInt16BE(record + 2);
    // Unicode (0), or Windows (3) with the Unicode encodings 1 and 10.
    if (platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))) {
      offsets.add(table + file.readUInt32BE(record + 4));
    }
  }
  return [...offsets].flatMap((offset) => {
    const format = file.readUInt16BE(offset);
    if (format === 4) return readSegments(file, offset);
    return format === 12 ? readGroups(file, offset) : [];
  });
}

/** Format 4: segments of 16-bit characters; glyph 0 inside a segment means that the character is missing. */
function readSegments(file: Buffer, offset: number): CharacterRange[] {
  const ranges: CharacterRange[] = [];
  const bytes = file.readUInt16BE(offset + 6);
  const ends = offset + 14;
  const firsts = ends + bytes + 2;
  const deltas = firsts + bytes;
  const rangeOffsets = deltas + bytes;
  for (let at = 0; at < bytes; at += 2) {
    const first = file.readUInt16BE(firsts + at);
    const last = Math.min(file.readUInt16BE(ends + at), 0xfffe);
    const rangeOffset = file.readUInt16BE(rangeOffsets + at);
    const delta = file.readUInt16BE(deltas + at);
    for (let code = first; code <= last; code += 1) {
      const raw = rangeOffset === 0 ? code : file.readUInt16BE(rangeOffsets + at + rangeOffset + 2 * (code - first));
      const missing = rangeOffset !== 0 && raw === 0;
      if (missing || ((raw + delta) & 0xffff) === 0) continue;
      const previous = ranges.at(-1);
      if (previous !== undefined && previous[1] === code - 1) ranges[ranges.length - 1] = [previous[0], code];
      else ranges.push([code, code]);
    }
  }
  return ranges;
}

/** Format 12: groups of consecutive characters with consecutive glyphs. */
function readGroups(file: Buffer, offset: number): CharacterRange[] {
  const count = file.readUInt32BE(offset + 12);
  return Array.from({ length: count }, (_, index) => {
    const group = offset + 16 + 12 * index;
    const firstGlyph = file.readUInt32BE(group + 8);
    const first = file.readUInt32BE(group) + (firstGlyph === 0 ? 1 : 0);
    return [first, file.readUInt32BE(group + 4)] as const;
  }).filter(([first, last]) => first <= last);
}
