import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCharacterMap } from './character-map.ts';
import { Coverage } from './coverage.ts';
import { shippedFontFiles } from './shipped.ts';

/** The bytes of every font of the documents, and the characters that they cover together. */
export interface FontSet {
  readonly blobs: readonly Buffer[];
  readonly coverage: Coverage;
}

const fontFile = /\.(ttf|otf|ttc|otc)$/iu;

/**
 * @param fontDirs directories with further fonts, searched with their subdirectories.
 * @throws {RangeError} naming the directory that cannot be read or holds no font, or the file that is none.
 */
export function loadFonts(fontDirs: readonly string[]): FontSet {
  const coverage = new Coverage();
  const blobs: Buffer[] = [];
  for (const file of [...shippedFontFiles, ...fontDirs.flatMap(listFonts)]) {
    const bytes = readFileSync(file);
    try {
      coverage.add(readCharacterMap(bytes));
    } catch (cause) {
      throw new RangeError(`${file} is not a font that can be read. Remove it, or replace it with a whole copy.`, {
        cause,
      });
    }
    blobs.push(bytes);
  }
  return { blobs, coverage };
}

function listFonts(directory: string): string[] {
  const files = listFiles(directory).filter((file) => fontFile.test(file));
  if (files.length === 0) {
    throw new RangeError(
      `The font directory ${directory} holds no font. Put .ttf, .otf or .ttc files in it, or take it out of fontDirs.`,
    );
  }
  // The order of a directory is the file system's; the order of the fonts must not be.
  return files.sort().map((file) => join(directory, file));
}

function listFiles(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, encoding: 'utf8' });
  } catch (cause) {
    throw new RangeError(`The font directory ${directory} cannot be read. Check that it exists and is a directory.`, {
      cause,
    });
  }
}
