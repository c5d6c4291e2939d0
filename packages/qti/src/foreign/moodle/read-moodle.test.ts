import { describe, expect, it } from 'vitest';
import { interactionsOf } from '../../model/walk.ts';
import { readMoodleXml } from './read-moodle.ts';

const quiz = (...entries: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${entries.join('\n')}\n</quiz>`;
const entry = (type: string, inner: string, stem = '<p>Which shelf?</p>', extra = '') =>
  `<question type="${type}"><name><text>Shelving ${type}</text></name>
  <questiontext format="html"><text><![CDATA[${stem}]]></text>${extra}</questiontext>
  <generalfeedback format="html"><text><![CDATA[<p>By call number.</p>]]></text></generalfeedback>${inner}</question>`;
const answer = (fraction: number, text: string, more = '') =>
  `<answer fraction="${fraction}" format="html"><text><![CDATA[${text}]]></text>${more}</answer>`;

const only = (xml: string) => {
  const { items } = readMoodleXml(quiz(xml));
  expect(items).toHaveLength(1);
  const item = items[0]?.item;
  if (item === undefined) throw new Error(JSON.stringify(items));
  return { ...items[0], item, interactions: interactionsOf(item.body) };
};

describe('Moodle XML', () => {
  it('multichoice with one key of 100 is scored by match_correct, its general feedback being the rationale', () => {
    const read = only(
      entry(
        'multichoice',
        `<single>true</single><shuffleanswers>1</shuffleanswers>${answer(0, 'A')}${answer(100, 'B')}`,
      ),
    );
    expect(read).toMatchObject({ identifier: 'Shelving-multichoice', status: 'ok', title: 'Shelving multichoice' });
    expect(read.interactions).toMatchObject([{ interaction: 'choice', maxChoices: 1, shuffle: true }]);
    expect(read.item.responses).toMatchObject([{ cardinality: 'single', correct: 'B', mapping: null }]);
    expect(read.item.processing).toMatchObject({ template: 'match_correct' });
    expect(read.item.body[0]).toMatchObject({ type: 'rubric', use: 'scoring', view: ['author', 'scorer'] });
  });

  it('multichoice with fractions maps them to points, between nothing and all when several may be chosen', () => {
    const answers = answer(50, 'A') + answer(50, 'B') + answer(-50, 'C');
    const read = only(entry('multichoice', `<defaultgrade>2</defaultgrade><single>false</single>${answers}`));
    expect(read.item.responses[0]).toMatchObject({
      cardinality: 'multiple',
      correct: ['A', 'B'],
      mapping: {
        lowerBound: 0,
        upperBound: 2,
        entries: [
          { key: 'A', value: 1 },
          { key: 'B', value: 1 },
          { key: 'C', value: -1 },
        ],
      },
    });
    expect(read.item.processing).toMatchObject({ template: 'map_response' });
  });

  it('feedback on a choice is shown when it is chosen', () => {
    const feedback = '<feedback format="html"><text>Not this one.</text></feedback>';
    const read = only(entry('multichoice', `<single>true</single>${answer(0, 'A', feedback)}${answer(100, 'B')}`));
    expect(read.item.modalFeedback).toMatchObject([{ variable: 'FEEDBACK', identifier: 'A', showHide: 'show' }]);
    expect(read.item.outcomes.map(({ identifier }) => identifier)).toEqual(['SCORE', 'FEEDBACK']);
  });

  it('truefalse is a choice of two', () => {
    const read = only(entry('truefalse', answer(0, 'true') + answer(100, 'false')));
    expect(read.item.responses[0]).toMatchObject({ correct: 'B' });
  });

  it('shortanswer matches in order, with wildcards as patterns of both cases', () => {
    const read = only(entry('shortanswer', `<usecase>0</usecase>${answer(100, 'Dewey')}${answer(50, 'de*y')}`));
    expect(read.item.processing).toMatchObject({
      rules: [
        {
          branches: [
            { condition: { op: 'string-match', caseSensitive: false } },
            { condition: { op: 'pattern-match', pattern: '[dD][eE][\\s\\S]*[yY]' } },
          ],
        },
      ],
    });
    expect(read.item.responses[0]).toMatchObject({ baseType: 'string', correct: 'Dewey' });
  });

  it('numerical takes a tolerance and says that units are left out', () => {
    const units = '<units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit></units>';
    const read = only(entry('numerical', `${answer(100, '020', '<tolerance>0.5</tolerance>')}${units}`));
    expect(read.status).toBe('loss');
    expect(read.messages?.map(({ text }) => text)).toEqual([expect.stringContaining('the unit "km"')]);
    expect(read.item.processing).toMatchObject({
      rules: [{ branches: [{ condition: { op: 'equal', toleranceMode: 'absolute', tolerance: [0.5] } }] }],
    });
  });

  it('matching shares the points among the pairs; an answer without a partner is a distractor', () => {
    const pair = (left: string, right: string) =>
      `<subquestion format="html"><text>${left}</text><answer><text>${right}</text></answer></subquestion>`;
    const read = only(entry('matching', pair('020', 'Libraries') + pair('500', 'Science') + pair('', 'Art')));
    expect(read.item.responses[0]).toMatchObject({
      correct: ['S1 T1', 'S2 T2'],
      mapping: { entries: [{ value: 0.5 }, { value: 0.5 }] },
    });
    expect(read.interactions[0]).toMatchObject({ interaction: 'match', sets: [{ length: 2 }, { length: 3 }] });
  });

  it('essay is scored by a person, with the notes for graders as rationale', () => {
    const read = only(
      entry(
        'essay',
        '<defaultgrade>10</defaultgrade><graderinfo format="html"><text>Look for two.</text></graderinfo>',
      ),
    );
    expect(read.item.processing).toEqual({ type: 'none' });
    expect(read.item.outcomes[0]).toMatchObject({ externalScored: 'human', normalMaximum: 10 });
    expect(JSON.stringify(read.item.body[0])).toContain('Look for two.');
  });

  it('cloze holds texts, numbers and menus in a line and sums their weighed points', () => {
    const stem =
      '<p>{1:SHORTANSWER:=Dewey~%50%Melvil} shelves {2:NUMERICAL:=020:1} by {1:MULTICHOICE:=number~color#no}.</p>';
    const read = only(entry('cloze', '<defaultgrade>4</defaultgrade>', stem));
    expect(read.interactions.map(({ interaction }) => interaction)).toEqual([
      'text-entry',
      'text-entry',
      'inline-choice',
    ]);
    expect(read.item.responses.map(({ baseType }) => baseType)).toEqual(['string', 'float', 'identifier']);
    expect(JSON.stringify(read.item.processing)).toContain('"value":2');
    expect(read.messages?.map(({ text }) => text)).toEqual(['the feedback of hole 3 is left out']);
  });

  it('gapselect gives each gap the menu of its group', () => {
    const option = (text: string, group: number) =>
      `<selectoption><text>${text}</text><group>${group}</group></selectoption>`;
    const read = only(
      entry('gapselect', option('in', 1) + option('on', 1) + option('x', 2), '<p>Put it [[2]] the shelf.</p>'),
    );
    expect(read.interactions).toMatchObject([
      { interaction: 'inline-choice', choices: [{ identifier: 'A' }, { identifier: 'B' }] },
    ]);
    expect(read.item.responses[0]).toMatchObject({ correct: 'B' });
  });

  it('ddwtos is a gap match whose gaps take their group alone', () => {
    const box = (text: string, group: number, more = '') =>
      `<dragbox><text>${text}</text><group>${group}</group>${more}</dragbox>`;
    const read = only(entry('ddwtos', box('cat', 1, '<infinite/>') + box('sat', 2), '<p>The [[1]] has [[2]].</p>'));
    expect(read.item.responses[0]).toMatchObject({ baseType: 'directedPair', correct: ['D1 G1', 'D2 G2'] });
    expect(read.interactions[0]).toMatchObject({ choices: [{ matchMax: 0 }, { matchMax: 1 }] });
    expect(JSON.stringify(read.item.body)).toContain('"matchGroup":["D1"]');
  });

  it('ordering keeps the order as the key', () => {
    const read = only(entry('ordering', `<gradingtype>-1</gradingtype>${answer(100, 'one')}${answer(100, 'two')}`));
    expect(read).toMatchObject({
      status: 'ok',
      item: { responses: [{ cardinality: 'ordered', correct: ['O1', 'O2'] }] },
    });
  });

  it('a category is the topic of what follows', () => {
    const category =
      '<question type="category"><category><text>$course$/top/Cataloging/MARC</text></category></question>';
    const { items } = readMoodleXml(quiz(category, entry('truefalse', answer(0, 'true') + answer(100, 'false'))));
    expect(items).toMatchObject([{ topic: 'Cataloging/MARC' }]);
  });

  it('embedded files become media beside the item', () => {
    const file = '<file name="a b.png" path="/" encoding="base64">AQID</file>';
    const xml = entry(
      'truefalse',
      answer(0, 'true') + answer(100, 'false'),
      '<p><img src="@@PLUGINFILE@@/a%20b.png" alt="A sign"></p>',
      file,
    );
    const { media, items } = readMoodleXml(quiz(xml));
    expect([...media]).toEqual([['media/Shelving-truefalse/a_b.png', new Uint8Array([1, 2, 3])]]);
    expect(JSON.stringify(items[0]?.item?.body)).toContain('"src":"media/Shelving-truefalse/a_b.png"');
  });

  it('scripts, handlers and other sites are left out and named with the line', () => {
    const stem = '<p onclick="x()">Safe<script>alert(1)</script><img src="http://example.org/spy.gif" alt="x"><b>bold';
    const read = only(entry('truefalse', answer(0, 'true') + answer(100, 'false'), stem));
    expect(read.status).toBe('loss');
    expect(JSON.stringify(read.item)).not.toMatch(/alert|onclick|example\.org/);
    expect(read.messages?.every(({ line }) => line === 4)).toBe(true);
    expect(JSON.stringify(read.item)).toContain('"name":"b"');
  });

  it.each([
    ['an unknown type', entry('drawing', ''), 'items of the type "drawing" are not read'],
    ['no key', entry('multichoice', answer(0, 'A') + answer(0, 'B')), 'no answer earns points'],
    ['one answer', entry('multichoice', answer(100, 'A')), 'needs two answers'],
    ['a cloze text without holes', entry('cloze', ''), 'has no holes'],
    ['a gap without a choice', entry('gapselect', '', '<p>[[3]]</p>'), 'the gap [[3]] names no choice'],
  ])('%s refuses that item with its line and reads the others', (_, xml, text) => {
    const { items } = readMoodleXml(quiz(xml, entry('truefalse', answer(0, 'true') + answer(100, 'false'))));
    expect(items.map(({ status }) => status)).toEqual(['refused', 'ok']);
    expect(items[0]?.messages.at(-1)).toMatchObject({ line: 3, text: expect.stringContaining(text) });
  });

  it.each([['<quiz><question></quiz>'], ['<lesson/>'], ['not XML'], ['<!DOCTYPE quiz><quiz/>']])(
    '%s is refused as a whole',
    (xml) => {
      const { items, messages } = readMoodleXml(xml);
      expect(items).toEqual([]);
      expect(messages).toHaveLength(1);
    },
  );

  it('equal names give identifiers of their own', () => {
    const one = entry('truefalse', answer(0, 'true') + answer(100, 'false'));
    expect(readMoodleXml(quiz(one, one)).items.map(({ identifier }) => identifier)).toEqual([
      'Shelving-truefalse',
      'Shelving-truefalse-2',
    ]);
  });
});
