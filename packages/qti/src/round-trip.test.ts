import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseItem } from './parse/parse-item.ts';
import { writeItem } from './write/item.ts';

const PROGRAMS = new URL('../../../programs/', import.meta.url).pathname;
/** Every item is tried with QTI_ALL_ITEMS=1. */
const EACH = process.env.QTI_ALL_ITEMS === '1' ? Number.POSITIVE_INFINITY : 3;

const FILES = readdirSync(PROGRAMS, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isDirectory() && /\/items\/[^/]+$/.test(join(entry.parentPath, entry.name)))
  .flatMap((entry) => {
    const folder = join(entry.parentPath, entry.name);
    const items = readdirSync(folder).filter((file) => file.endsWith('.xml') && file !== 'imsmanifest.xml');
    return items
      .sort()
      .slice(0, EACH)
      .map((file) => join(folder, file));
  });

describe('the items of the programs', () => {
  it('are found', () => {
    expect(FILES.length).toBeGreaterThan(100);
  });

  it.each(FILES.map((file) => [file.slice(PROGRAMS.length), file]))(
    '%s is the same item after writing and reading',
    (_, file) => {
      const read = parseItem(readFileSync(file));
      expect(read).toMatchObject({ status: 'ok', messages: [] });
      if (read.status === 'refused') return;
      const { xml, losses } = writeItem(read.item);
      expect(losses).toEqual([]);
      expect(parseItem(xml)).toEqual(read);
      expect(writeItem(read.item).xml).toBe(xml);
    },
  );
});
