import { interactionsOf } from '@testamur/qti';
import { describe, expect, it } from 'vitest';
import { messages } from './messages.ts';
import { practiceItems } from './practice-items.ts';

describe('the practice before an exam', () => {
  it('has an item of each way of answering that exams use most', () => {
    const kinds = practiceItems((key) => messages[key]).flatMap(({ view }) =>
      interactionsOf(view.body).map(({ interaction }) => interaction),
    );
    expect(new Set(kinds)).toEqual(new Set(['choice', 'text-entry', 'order', 'match', 'hotspot']));
  });
  it('names the response variables of each item, which its answers go by', () => {
    for (const { view, responseIdentifiers } of practiceItems((key) => messages[key])) {
      expect(interactionsOf(view.body).map(({ responseIdentifier }) => responseIdentifier)).toEqual(
        responseIdentifiers,
      );
    }
  });
  it('is read in every language, whatever signs its words have', () => {
    const items = practiceItems((key) => `<${key}> & "more"`);
    const [first] = interactionsOf(items[0]?.view.body ?? []);
    expect(first).toMatchObject({ prompt: [{ type: 'text', text: '<firstStem> & "more"' }] });
  });
});
