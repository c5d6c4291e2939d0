import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAgain, marksFromText, withWords } from './kept-marks.ts';
import { isMarkedIn, type Mark, type Marks, mark, markStyles, unmark } from './marks.ts';

const LENGTH = 40;
const anyStretch = fc
  .tuple(fc.nat(LENGTH), fc.nat(LENGTH))
  .map(([one, other]) => ({ start: Math.min(one, other), end: Math.max(one, other) }));
const anyMark = fc
  .tuple(anyStretch, fc.constantFrom(...markStyles))
  .map(([stretch, style]): Mark => ({ ...stretch, style }));
const anyMarks = fc.array(anyMark, { maxLength: 12 }).map((marks) => marks.reduce<Marks>(mark, []));

/** What each place of the text looks like: what marks are about, said in another way. */
const painted = (marks: Marks): readonly (string | undefined)[] =>
  Array.from({ length: LENGTH }, (_none, at) => marks.find(({ start, end }) => start <= at && at < end)?.style);

describe('marks', () => {
  it('go over what was marked before, and leave the rest', () => {
    fc.assert(
      fc.property(anyMarks, anyMark, (marks, added) => {
        const expected = painted(marks).map((style, at) => (added.start <= at && at < added.end ? added.style : style));
        expect(painted(mark(marks, added))).toEqual(expected);
      }),
    );
  });
  it('are taken off a stretch alone', () => {
    fc.assert(
      fc.property(anyMarks, anyStretch, (marks, stretch) => {
        const expected = painted(marks).map((style, at) =>
          stretch.start <= at && at < stretch.end ? undefined : style,
        );
        expect(painted(unmark(marks, stretch))).toEqual(expected);
        expect(isMarkedIn(unmark(marks, stretch), stretch)).toBe(false);
      }),
    );
  });
  it('stand in order, apart from each other, and are as few as can be', () => {
    fc.assert(
      fc.property(anyMarks, anyStretch, (marks, stretch) => {
        for (const all of [marks, unmark(marks, stretch)]) {
          for (const [at, each] of all.entries()) {
            expect(each.end).toBeGreaterThan(each.start);
            const next = all[at + 1];
            if (next === undefined) continue;
            expect(next.start).toBeGreaterThanOrEqual(each.end);
            if (next.style === each.style) expect(next.start).toBeGreaterThan(each.end);
          }
        }
      }),
    );
  });
  it('that are split by taking off are whole again when the middle is marked again', () => {
    const marks = mark([], { start: 0, end: 10, style: 'solid' });
    const split = unmark(marks, { start: 4, end: 6 });
    expect(split).toHaveLength(2);
    expect(mark(split, { start: 4, end: 6, style: 'solid' })).toEqual(marks);
  });
});

describe('marks that were kept', () => {
  const text = 'The title proper is transcribed from the title page.';
  const kept = withWords([{ start: 4, end: 16, style: 'dotted' }], text);

  it('are found again in the same text', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const long = text.slice(0, LENGTH);
        expect(findAgain(withWords(marks, long), long)).toEqual(marks);
      }),
    );
  });
  it('follow their words where the text has moved', () => {
    expect(findAgain(kept, `New. ${text}`)).toEqual([{ start: 9, end: 21, style: 'dotted' }]);
  });
  it('take the nearest of the same words', () => {
    const title = withWords([{ start: 41, end: 46, style: 'solid' }], text);
    expect(findAgain(title, text.replace('The', 'A'))).toEqual([{ start: 39, end: 44, style: 'solid' }]);
  });
  it('are not shown on other words', () => {
    expect(findAgain(kept, 'Another text altogether.')).toEqual([]);
  });
  it('are read back as they were written', () => {
    expect(marksFromText(JSON.stringify(kept))).toEqual(kept);
  });
  it.each([
    null,
    '',
    '{',
    '7',
    '[1,null,{"start":1}]',
    '[{"start":4,"end":2,"style":"solid","words":""}]',
    '[{"start":0,"end":2,"style":"red","words":"ab"}]',
  ])('are left out when they make no sense: %s', (bad) => expect(marksFromText(bad)).toEqual([]));
});
