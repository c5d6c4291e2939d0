import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentItem } from '../model/item.ts';
import { parseItem } from '../parse/parse-item.ts';
import { type ItemParts, itemXml, MULTIPLE, okItem } from '../testing/item-xml.ts';
import { maxScore } from './max-score.ts';
import { scoreItem } from './score-item.ts';

const MAPPING = `<qti-mapping lower-bound="0" upper-bound="2" default-value="-2">
  <qti-map-entry map-key="A" mapped-value="1"/><qti-map-entry map-key="C" mapped-value="1.5"/>
  <qti-map-entry map-key="D" mapped-value="-1"/></qti-mapping>`;
const MAP_RESPONSE =
  '<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml"/>';

const score = (item: AssessmentItem, answer: string | string[] | null) => {
  const scored = scoreItem(item, { RESPONSE: answer });
  return scored.ok ? [scored.score, scored.correct] : scored.reason;
};

describe('match_correct', () => {
  it('gives 1 for the key, 0 for a distractor and 0 for no answer', () => {
    const item = okItem();
    expect(score(item, 'B')).toEqual([1, true]);
    expect(score(item, 'A')).toEqual([0, false]);
    expect(score(item, null)).toEqual([0, false]);
    expect(scoreItem(item, null)).toEqual({ ok: true, outcomes: { SCORE: 0 }, score: 0, correct: false });
    expect(scoreItem(item, {})).toEqual(scoreItem(item, null));
  });

  it('of multiple cardinality wants exactly the keys, in any order', () => {
    const item = okItem(MULTIPLE);
    expect(score(item, ['C', 'A'])).toEqual([1, true]);
    expect(score(item, ['A'])).toEqual([0, false]);
    expect(score(item, ['A', 'B', 'C'])).toEqual([0, false]);
    expect(score(item, [])).toEqual([0, false]);
  });

  it('sets the score whatever default it had', () => {
    const outcomes =
      '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"><qti-default-value><qti-value>1</qti-value></qti-default-value></qti-outcome-declaration>';
    expect(score(okItem({ outcomes }), null)).toEqual([0, false]);
  });

  it('is 1 for a set of choices exactly when it equals the set of keys', () => {
    const subset = fc.subarray(['A', 'B', 'C', 'D']);
    fc.assert(
      fc.property(subset, fc.shuffledSubarray(['A', 'B', 'C', 'D']), (keys, answer) => {
        fc.pre(keys.length > 0);
        const equal = [...answer].sort().join() === keys.join();
        expect(score(okItem({ ...MULTIPLE, keys }), answer)).toEqual([equal ? 1 : 0, equal]);
      }),
    );
  });
});

describe('map_response', () => {
  const item = okItem({ ...MULTIPLE, mapping: MAPPING, processing: MAP_RESPONSE });
  it.each([
    [['A'], 1],
    [['C'], 1.5],
    [['A', 'C'], 2],
    [['A', 'C', 'D'], 1.5],
    [['B'], 0],
    [[], 0],
  ])('%j is the sum of the mapped values, default for others, within the bounds: %d', (answer, points) => {
    expect(score(item, answer)).toEqual([points, answer.join() === 'A,C']);
  });
});

const RULES = (body: string) => `<qti-response-processing>${body}</qti-response-processing>`;
const VARIABLE = '<qti-variable identifier="RESPONSE"/>';
const SET = (value: string) => `<qti-set-outcome-value identifier="SCORE">${value}</qti-set-outcome-value>`;
const FLOAT = (value: number) => `<qti-base-value base-type="float">${value}</qti-base-value>`;
const ID = (value: string) => `<qti-base-value base-type="identifier">${value}</qti-base-value>`;
const IF = (condition: string, then: string, rest = '') =>
  `<qti-response-condition><qti-response-if>${condition}${then}</qti-response-if>${rest}</qti-response-condition>`;

const SCORE = '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>';

describe('explicit rules', () => {
  it('that spell out match_correct give the same scores', () => {
    const spelled = okItem({
      processing: RULES(
        IF(
          `<qti-match>${VARIABLE}<qti-correct identifier="RESPONSE"/></qti-match>`,
          SET(FLOAT(1)),
          `<qti-response-else>${SET(FLOAT(0))}</qti-response-else>`,
        ),
      ),
    });
    for (const answer of ['A', 'B', 'C', 'D', null]) expect(score(spelled, answer)).toEqual(score(okItem(), answer));
  });

  it('add up partial credit by membership', () => {
    const point = (id: string) =>
      IF(
        `<qti-member>${ID(id)}${VARIABLE}</qti-member>`,
        SET(
          `<qti-sum><qti-variable identifier="SCORE"/><qti-base-value base-type="integer">1</qti-base-value></qti-sum>`,
        ),
      );
    const item = okItem({ ...MULTIPLE, processing: RULES(point('A') + point('C')) });
    expect(score(item, ['A', 'B'])).toEqual([1, false]);
    expect(score(item, ['A', 'C'])).toEqual([2, true]);
    expect(score(item, null)).toEqual([0, false]);
    expect(maxScore(item)).toBe(2);
  });

  it('take the first true branch, and exit-response ends the processing', () => {
    const match = (id: string) => `<qti-match>${VARIABLE}${ID(id)}</qti-match>`;
    const item = okItem({
      processing: RULES(
        IF(
          match('A'),
          `${SET(FLOAT(3))}<qti-exit-response/>`,
          `<qti-response-else-if><qti-or>${match('B')}${match('C')}</qti-or>${SET(FLOAT(2))}</qti-response-else-if>`,
        ) +
          IF(`<qti-is-null>${VARIABLE}</qti-is-null>`, SET(FLOAT(-1))) +
          SET(`<qti-sum><qti-variable identifier="SCORE"/>${FLOAT(10)}</qti-sum>`),
      ),
    });
    const scores = ['A', 'B', 'C', 'D', null].map((answer) => score(item, answer)[0]);
    expect(scores).toEqual([3, 12, 12, 10, 9]);
    expect(maxScore(item)).toBe(12);
  });

  it.each([
    ['not of NULL is NULL', `<qti-not><qti-match>${VARIABLE}${ID('A')}</qti-match></qti-not>`, 0],
    [
      'false and NULL is false',
      `<qti-not><qti-and><qti-match>${VARIABLE}${ID('A')}</qti-match><qti-not><qti-is-null>${VARIABLE}</qti-is-null></qti-not></qti-and></qti-not>`,
      1,
    ],
    [
      'true or NULL is true',
      `<qti-or><qti-match>${VARIABLE}${ID('A')}</qti-match><qti-is-null>${VARIABLE}</qti-is-null></qti-or>`,
      1,
    ],
    [
      'true and NULL is NULL',
      `<qti-and><qti-match>${VARIABLE}${ID('A')}</qti-match><qti-is-null>${VARIABLE}</qti-is-null></qti-and>`,
      0,
    ],
    ['NULL matches nothing, not even NULL', `<qti-match>${VARIABLE}<qti-null/></qti-match>`, 0],
  ])('%s, for a candidate who gave no answer', (_, condition, points) => {
    expect(score(okItem({ processing: RULES(IF(condition, SET(FLOAT(1)))) }), null)[0]).toBe(points);
  });

  it.each<[string, string]>([
    ['an unknown rule', '<qti-lookup-outcome-value identifier="SCORE"/>'],
    ['an unknown expression', SET('<qti-random-float min="0" max="1"/>')],
    [
      'one deep inside',
      IF(`<qti-and><qti-is-null>${VARIABLE}</qti-is-null><qti-custom-operator/></qti-and>`, SET(FLOAT(1))),
    ],
    ['operands of different types', IF(`<qti-match>${VARIABLE}${FLOAT(1)}</qti-match>`, SET(FLOAT(1)))],
    ['a condition that is no boolean', IF(FLOAT(1), SET(FLOAT(1)))],
    ['an outcome of another type', SET(ID('A'))],
    ['an undeclared variable', SET('<qti-variable identifier="NONE"/>')],
    ['an else before the if', '<qti-response-condition><qti-response-else/></qti-response-condition>'],
  ])('with %s are reported and never half run', (_, body) => {
    const result = parseItem(itemXml({ processing: RULES(SET(FLOAT(5)) + body) }));
    expect(result.status).toBe('loss');
    if (result.status !== 'loss') return;
    expect(result.messages.map(({ text }) => text)).toEqual([
      expect.stringContaining('response processing cannot be run'),
    ]);
    expect(scoreItem(result.item, { RESPONSE: 'B' })).toEqual({ ok: false, reason: 'not-scorable' });
    expect(maxScore(result.item)).toBeNull();
  });
});

describe('what cannot be scored says so', () => {
  it.each<[string, ItemParts]>([
    ['adaptive', { root: 'identifier="i" title="t" adaptive="true"' }],
    ['whose key a template sets', { outcomes: `<qti-template-processing/>${SCORE}` }],
    [
      'with a response that cannot be given',
      { outcomes: `${SCORE}<qti-response-declaration identifier="R2" cardinality="single" base-type="string"/>` },
    ],
    [
      'with an attribute of a rule that is not understood',
      { processing: RULES(SET(FLOAT(1)).replace('identifier', 'unless="x" identifier')) },
    ],
  ])('an item %s is read with loss and not scored', (_, parts) => {
    const result = parseItem(itemXml(parts));
    expect(result.status).toBe('loss');
    if (result.status === 'loss') expect(score(result.item, 'B')).toBe('not-scorable');
  });

  it.each<[string, ItemParts, string | string[]]>([
    ['an unknown choice', {}, 'E'],
    ['a list for a single response', {}, ['B']],
    ['a string for a multiple response', MULTIPLE, 'A'],
    ['too many choices', { ...MULTIPLE, interaction: 'max-choices="2"' }, ['A', 'B', 'C']],
    ['a choice twice', MULTIPLE, ['A', 'A']],
  ])('%s is an invalid response, not a score of 0', (_, parts, answer) => {
    expect(score(okItem(parts), answer)).toBe('invalid-response');
  });

  it('an item without processing is not scorable here', () => {
    expect(score(okItem({ processing: '' }), 'B')).toBe('not-scorable');
  });

  it('an item without a key is neither right nor wrong', () => {
    const item = okItem({ keys: [], processing: RULES(SET(FLOAT(1))) });
    expect(score(item, 'A')).toEqual([1, null]);
  });
});

describe('the maximum score', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => `<qti-simple-choice identifier="A${index}">x</qti-simple-choice>`).join(
      '',
    );

  it('is 1 under match_correct, by trial or, for many choices, by the key', () => {
    expect(maxScore(okItem())).toBe(1);
    expect(maxScore(okItem(MULTIPLE))).toBe(1);
    expect(maxScore(okItem({ ...MULTIPLE, keys: ['A1', 'A29'], choices: many(30) }))).toBe(1);
  });

  it('under map_response is what an allowed answer can earn', () => {
    expect(maxScore(okItem({ ...MULTIPLE, mapping: MAPPING, processing: MAP_RESPONSE }))).toBe(2);
    const single = { keys: ['A'], mapping: MAPPING, processing: MAP_RESPONSE };
    expect(maxScore(okItem(single))).toBe(1.5);
  });

  it('of many choices under other rules is the declared normal-maximum, or unknown', () => {
    const parts = { ...MULTIPLE, keys: ['A1'], choices: many(30), processing: RULES(SET(FLOAT(1))) };
    const outcome = (extra: string) =>
      `<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" ${extra}/>`;
    expect(maxScore(okItem({ ...parts, outcomes: outcome('') }))).toBeNull();
    expect(maxScore(okItem({ ...parts, outcomes: outcome('normal-maximum="4"') }))).toBe(4);
  });
});
