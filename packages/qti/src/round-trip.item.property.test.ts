import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseItem } from './parse/parse-item.ts';
import { INTERACTIONS } from './testing/arbitrary-interaction.ts';
import { itemWith } from './testing/arbitrary-item.ts';
import { writeItem } from './write/item.ts';

const KINDS = Object.keys(INTERACTIONS).filter((kind): kind is keyof typeof INTERACTIONS => kind in INTERACTIONS);

describe('an item is the same after writing and reading', () => {
  it.each(KINDS)('with the interaction %s, and all else that an item may have', (kind) => {
    fc.assert(
      fc.property(itemWith(kind), (item) => {
        const { xml, losses } = writeItem(item);
        expect(losses).toEqual([]);
        const read = parseItem(xml);
        if (read.status === 'refused') throw new Error(read.messages[0].text);
        expect(read.item).toEqual(item);
      }),
      { numRuns: 30 },
    );
  });
});
