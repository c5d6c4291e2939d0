import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceItem } from './foreign/build/choice.ts';
import { entryItem, numberEntry, textEntry } from './foreign/build/text.ts';
import { choiceIdentifier } from './foreign/identifiers.ts';
import type { PlainValue } from './model/value.ts';
import { parseItem } from './parse/parse-item.ts';
import { scoreItem } from './process/score-item.ts';
import { inQti22 } from './testing/in-qti-22.ts';
import { writeItem } from './write/item.ts';

const stem = [{ type: 'text', text: 'Which?' }] as const;
const frame = fc.constantFrom(1, 2, 0.5).map((points) => {
  return { identifier: 'i1', title: 'Title', language: 'en', stem, rationale: stem, points };
});
const fraction = fc.constantFrom(0, 1, 0.5, -0.25);
const options = fc.array(
  fraction.map((part) => ({ content: stem, fraction: part, feedback: part === 0.5 ? stem : [] })),
  { minLength: 2, maxLength: 5 },
);
const chosen = fc.uniqueArray(fc.nat(4), { maxLength: 5 });

/** Items of several kinds, each with a response to it. */
const scored = fc.oneof(
  fc
    .tuple(
      frame,
      fc.record({ several: fc.boolean(), shuffle: fc.boolean(), options, allOrNothing: fc.boolean() }),
      chosen,
    )
    .map(([head, draft, places]) => {
      const keys = places.filter((place) => place < draft.options.length).map(choiceIdentifier);
      const response: PlainValue = draft.several ? keys : (keys[0] ?? null);
      return { item: choiceItem(head, draft), response };
    }),
  fc
    .tuple(
      frame,
      fc.array(fc.record({ value: fc.integer(), tolerance: fc.constantFrom(0, 2), fraction }), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.integer({ min: -3, max: 3 }),
    )
    .map(([head, answers, off]) => {
      const response: PlainValue = (answers[0]?.value ?? 0) + off;
      return { item: entryItem(head, numberEntry('RESPONSE', 'SCORE', answers, head.points)), response };
    }),
  fc
    .tuple(
      frame,
      fc.array(fc.record({ text: fc.constantFrom('a*', 'Abc', 'b.c'), fraction }), { minLength: 1 }),
      fc.constantFrom('abc', 'Abc', 'B.C', 'x'),
    )
    .map(([head, answers, response]) => {
      return { item: entryItem(head, textEntry('RESPONSE', 'SCORE', answers, false, 1)), response };
    }),
);

describe('an item in the names of QTI 2.2', () => {
  it('is read as the same item and gives the same score', () => {
    fc.assert(
      fc.property(scored, ({ item, response }) => {
        const { xml } = writeItem(item);
        const old = inQti22(xml);
        expect(old).not.toMatch(/<qti-|imsqtiasi_v3p0|v3p0/);
        const read = parseItem(old);
        if (read.status === 'refused') throw new Error(read.messages[0].text);
        expect(read).toMatchObject({ version: '2.2' });
        expect(read.item).toEqual(item);
        const score = scoreItem(read.item, { RESPONSE: response });
        expect(score).toMatchObject({ ok: true });
        expect(score).toEqual(scoreItem(item, { RESPONSE: response }));
      }),
      { numRuns: 200 },
    );
  });
});
