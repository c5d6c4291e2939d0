import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inBatches, type KeyedItem, planAnswers } from './answers.ts';

const items = (count: number): readonly KeyedItem[] =>
  Array.from({ length: count }, (_, index) => ({
    itemId: `item-${index}`,
    choices: ['A', 'B', 'C', 'D'],
    keys: [['A', 'B', 'C', 'D'][index % 4] ?? 'A'],
    cardinality: 'single',
  }));

test('the plan passes, with half of the mistakes that the pass mark allows', () => {
  const plan = planAnswers(items(100), 70, 1);
  expect(plan.right).toBe(85);
  const wrong = items(100).filter(({ itemId, keys }) => plan.responses[itemId] !== keys[0]);
  expect(wrong).toHaveLength(15);
});

test('whatever the form and the pass mark: the log gives the planned answers, passes, and changes one', () => {
  const forms = fc.integer({ min: 1, max: 120 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      passMark: fc.integer({ min: 0, max: count }),
      nextSeq: fc.integer({ min: 1, max: 500 }),
    }),
  );
  fc.assert(
    fc.property(forms, ({ count, passMark, nextSeq }) => {
      const form = items(count);
      const { entries, responses, right, changed, flagged } = planAnswers(form, passMark, nextSeq);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => nextSeq + index));
      const last = Object.fromEntries(
        entries.flatMap((entry) => (entry.kind === 'response' ? [[entry.itemId, entry.value]] : [])),
      );
      expect(last).toEqual(responses);
      const score = form.filter(({ itemId, keys }) => responses[itemId] === keys[0]).length;
      expect(score).toBe(right);
      expect(score).toBeGreaterThanOrEqual(passMark);
      expect(entries.filter((entry) => entry.kind === 'response' && entry.itemId === changed)).toHaveLength(2);
      expect(entries.filter(({ kind }) => kind === 'flag').map(({ itemId }) => itemId)).toEqual([flagged]);
    }),
  );
});

test('an item with several keys is answered with all of them', () => {
  const item: KeyedItem = { itemId: 'x', choices: ['A', 'B', 'C'], keys: ['A', 'C'], cardinality: 'multiple' };
  expect(planAnswers([item], 1, 1).responses).toEqual({ x: ['A', 'C'] });
});

test('an item without a key cannot be planned', () => {
  const item: KeyedItem = { itemId: 'x', choices: ['A', 'B'], keys: [], cardinality: 'single' };
  expect(() => planAnswers([item], 1, 1)).toThrow('The item x has no key.');
});

test('batches hold every entry once, in order, and none is too large', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 900 }), fc.integer({ min: 1, max: 200 }), (entries, largest) => {
      const batches = inBatches(entries, largest);
      expect(batches.flat()).toEqual(entries);
      expect(batches.every((batch) => batch.length > 0 && batch.length <= largest)).toBe(true);
    }),
  );
  expect(inBatches([1, 2, 3, 4, 5, 6, 7, 8], 200)).toHaveLength(4);
});
