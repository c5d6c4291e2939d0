import { describe, expect, it } from 'vitest';
import { completenessOf } from './completeness.ts';
import { blanksItem, choiceItem, examItem } from './testing/items.ts';

describe('how far an item is answered', () => {
  it('is answered or not where it asks one thing', () => {
    const item = choiceItem('one');
    expect(completenessOf(item, undefined)).toBe('unanswered');
    expect(completenessOf(item, null)).toBe('unanswered');
    expect(completenessOf(item, 'B')).toBe('answered');
  });
  it('is answered in part with fewer choices than it asks for', () => {
    const item = choiceItem('two', 'min-choices="2" max-choices="3"', 'multiple');
    expect(completenessOf(item, [])).toBe('unanswered');
    expect(completenessOf(item, ['A'])).toBe('partly');
    expect(completenessOf(item, ['A', 'C'])).toBe('answered');
  });
  it('is answered in part while one of its blanks is empty; zero fills a blank', () => {
    const item = blanksItem('blanks');
    expect(completenessOf(item, {})).toBe('unanswered');
    expect(completenessOf(item, { FIRST: 'field' })).toBe('partly');
    expect(completenessOf(item, { FIRST: 'field', SECOND: 0 })).toBe('answered');
  });
  it('is a whole answer although its form is another than the asked one', () => {
    expect(completenessOf(blanksItem('blanks'), { FIRST: 'FIELD 245', SECOND: 2 })).toBe('answered');
  });
  it('is answered in part while a gap that needs a choice is empty', () => {
    const gap = (identifier: string) => `<qti-gap identifier="${identifier}" required="true"/>`;
    const item = examItem(
      'gaps',
      { RESPONSE: ['multiple', 'directedPair'] },
      `<qti-gap-match-interaction response-identifier="RESPONSE">
        <qti-gap-text identifier="W" match-max="2">word</qti-gap-text><p>${gap('G1')} ${gap('G2')}</p>
      </qti-gap-match-interaction>`,
    );
    expect(completenessOf(item, ['W G1'])).toBe('partly');
    expect(completenessOf(item, ['W G1', 'W G2'])).toBe('answered');
  });
  it('takes no account of what is only listened to', () => {
    const item = examItem(
      'heard',
      { PLAYS: ['single', 'integer'], RESPONSE: ['single', 'string'] },
      `<qti-media-interaction response-identifier="PLAYS" autostart="false"><audio src="a.mp3"/></qti-media-interaction>
      <p><qti-text-entry-interaction response-identifier="RESPONSE"/></p>`,
    );
    expect(completenessOf(item, { PLAYS: 2 })).toBe('unanswered');
    expect(completenessOf(item, { RESPONSE: 'a bell' })).toBe('answered');
  });
});
