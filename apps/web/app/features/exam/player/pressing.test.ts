import { interactionsOf } from '@testamur/qti';
import { describe, expect, it } from 'vitest';
import { chosenNames, pressedBy, struckByResponse, struckName } from './pressing.ts';
import { blanksItem, choiceItem, examItem } from './testing/items.ts';

const interactions = (item: ReturnType<typeof choiceItem>) => interactionsOf(item.view.body);
const several = choiceItem('several', 'max-choices="2"', 'multiple');

describe('what digits press', () => {
  it('is the options in the order and by the letters shown', () => {
    const pressed = pressedBy(interactions(choiceItem('one')), undefined);
    expect(pressed?.options.map(({ identifier, label }) => `${identifier} ${label}`)).toEqual(['A A', 'B B', 'C C']);
    expect(pressed?.press('A', 'C')).toEqual({ ok: true, value: 'C' });
  });
  it('adds, takes back, and takes no more than the item allows', () => {
    const pressed = pressedBy(interactions(several), undefined);
    expect(pressed?.press(['C'], 'A')).toEqual({ ok: true, value: ['A', 'C'] });
    expect(pressed?.press(['C'], 'C')).toEqual({ ok: true, value: null });
    expect(pressed?.press(['A', 'B'], 'C')).toMatchObject({ ok: false, most: 2 });
  });
  it('is the interaction with the focus where an item has several, otherwise the first that has options', () => {
    const choice = (identifier: string) =>
      `<qti-choice-interaction response-identifier="${identifier}" max-choices="1">
        <qti-simple-choice identifier="A">a</qti-simple-choice></qti-choice-interaction>`;
    const item = examItem(
      'mixed',
      { TEXT: ['single', 'string'], ONE: ['single', 'identifier'], TWO: ['single', 'identifier'] },
      `<p><qti-text-entry-interaction response-identifier="TEXT"/></p>${choice('ONE')}${choice('TWO')}`,
    );
    const all = interactions(item);
    const [text, , two] = all;
    expect(pressedBy(all, undefined)?.responseIdentifier).toBe('ONE');
    expect(pressedBy(all, text)?.responseIdentifier).toBe('ONE');
    expect(pressedBy(all, two)?.responseIdentifier).toBe('TWO');
  });
  it('is nothing where answers are no options', () => {
    expect(pressedBy(interactions(blanksItem('blanks')), undefined)).toBeUndefined();
  });
});

describe('options that are struck out', () => {
  it('are told apart by the interaction that they stand in', () => {
    const struck = new Set([struckName('ONE', 'A'), struckName('TWO', 'B'), struckName('ONE', 'C')]);
    expect(struckByResponse(struck)).toEqual({ ONE: new Set(['A', 'C']), TWO: new Set(['B']) });
  });
  it('are named by an answer that holds them, so that choosing one takes the line away', () => {
    expect(chosenNames('ONE', ['A', 'C'])).toEqual([struckName('ONE', 'A'), struckName('ONE', 'C')]);
    expect(chosenNames('ONE', null)).toEqual([]);
  });
});
