import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blank, cleared, type Drawing, redo, type Stroke, undo, visible, withStroke } from './strokes.ts';

const stroke = fc
  .array(fc.record({ x: fc.nat(99), y: fc.nat(99) }), { minLength: 1, maxLength: 3 })
  .map((points): Stroke => ({ tool: 'pen', ink: 'black', width: 'thin', points }));
const act: fc.Arbitrary<(drawing: Drawing) => Drawing> = fc.oneof(
  stroke.map((each) => (drawing: Drawing) => withStroke(drawing, each)),
  fc.constantFrom(undo, redo, cleared),
);
const drawing = fc.array(act, { maxLength: 20 }).map((acts) => acts.reduce((now, each) => each(now), blank));

describe('drawing', () => {
  it('can undo every step, and redo brings it back', () => {
    fc.assert(
      fc.property(drawing, (before) => {
        if (before.done.length > 0) expect(redo(undo(before))).toEqual(before);
        expect(undo(cleared(before)).done).toEqual(before.done);
      }),
    );
  });

  it('shows what was drawn since it was cleared', () => {
    fc.assert(
      fc.property(drawing, stroke, (before, each) => {
        expect(visible(withStroke(before, each)).at(-1)).toEqual(each);
        expect(visible(withStroke(cleared(before), each))).toEqual([each]);
      }),
    );
  });

  it('forgets what was undone once something new is drawn', () => {
    fc.assert(
      fc.property(drawing, stroke, (before, each) => {
        expect(withStroke(undo(before), each).undone).toEqual([]);
      }),
    );
  });
});
