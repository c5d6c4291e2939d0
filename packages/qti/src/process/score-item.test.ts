import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentItem } from '../model/item.ts';
import type { PlainValue } from '../model/value.ts';
import { parseItem } from '../parse/parse-item.ts';
import { itemXml, MULTIPLE, okItem } from '../testing/item-xml.ts';
import { scoreItem } from './score-item.ts';

const MAPPING = `<qti-mapping lower-bound="0" upper-bound="2" default-value="-2">
  <qti-map-entry map-key="A" mapped-value="1"/><qti-map-entry map-key="C" mapped-value="1.5"/>
  <qti-map-entry map-key="D" mapped-value="-1"/></qti-mapping>`;
const MAP_RESPONSE =
  '<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml"/>';
const RULES = (body: string) => `<qti-response-processing>${body}</qti-response-processing>`;
const SET = (value: string) => `<qti-set-outcome-value identifier="SCORE">${value}</qti-set-outcome-value>`;

const score = (item: AssessmentItem, answer: PlainValue) => {
  const scored = scoreItem(item, { RESPONSE: answer });
  return scored.ok ? [scored.score, scored.correct] : scored.reason;
};

describe('scoring', () => {
  it('gives 1 for the key and 0 for anything else, no answer among it', () => {
    expect(['B', 'A', null].map((answer) => score(okItem(), answer))).toEqual([
      [1, true],
      [0, false],
      [0, false],
    ]);
    expect(scoreItem(okItem(), null)).toEqual(scoreItem(okItem(), {}));
  });

  it('by match_correct is 1 for a set of choices exactly when it equals the set of keys, in whatever order', () => {
    const subset = fc.subarray(['A', 'B', 'C', 'D']);
    fc.assert(
      fc.property(subset, fc.shuffledSubarray(['A', 'B', 'C', 'D']), (keys, answer) => {
        fc.pre(keys.length > 0);
        const equal = [...answer].sort().join() === keys.join();
        expect(score(okItem({ ...MULTIPLE, keys }), answer)).toEqual([equal ? 1 : 0, equal]);
      }),
    );
  });

  const mapped = okItem({ ...MULTIPLE, mapping: MAPPING, processing: MAP_RESPONSE });
  it.each([
    [['A'], 1],
    [['C'], 1.5],
    [['A', 'C'], 2],
    [['A', 'C', 'D'], 1.5],
    [['B'], 0],
    [[], 0],
  ])('by map_response of %j is the sum within the bounds: %d', (answer, points) => {
    expect(score(mapped, answer)).toEqual([points, answer.join() === 'A,C']);
  });

  it('is the same every time, and the same whatever the order of the choices in the item', () => {
    const choice = (id: string) => `<qti-simple-choice identifier="${id}">Choice ${id}</qti-simple-choice>`;
    const all = ['A', 'B', 'C', 'D'];
    const order = fc.shuffledSubarray(all, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(order, fc.shuffledSubarray(all), fc.maxSafeInteger(), (shown, answer, seed) => {
        const parts = { ...MULTIPLE, mapping: MAPPING, processing: MAP_RESPONSE };
        const shuffled = okItem({ ...parts, choices: shown.map(choice).join('') });
        const once = scoreItem(shuffled, { RESPONSE: answer }, { seed });
        expect(once).toEqual(scoreItem(shuffled, { RESPONSE: answer }, { seed }));
        expect(score(shuffled, answer)).toEqual(score(mapped, answer));
      }),
    );
  });

  it('takes the session of random items from its seed alone', () => {
    const item = okItem({ processing: RULES(SET('<qti-random-float min="0" max="1"/>')) });
    const [one, again, other] = [1, 1, 2].map((seed) => scoreItem(item, null, { seed }));
    expect(one).toEqual(again);
    expect(one).not.toEqual(other);
  });
});

describe('what cannot be scored says so', () => {
  it('an item without processing, and one whose processing is not understood', () => {
    expect(scoreItem(okItem({ processing: '' }), { RESPONSE: 'B' })).toMatchObject({
      ok: false,
      reason: 'not-scorable',
      why: 'the item declares no response processing',
    });
    const result = parseItem(itemXml({ processing: RULES('<qti-unheard-of/>') }));
    expect(result.status).toBe('loss');
    if (result.status === 'loss') expect(score(result.item, 'B')).toBe('not-scorable');
  });

  it('an invalid response is no score of 0', () => {
    expect(score(okItem(), 'E')).toBe('invalid-response');
  });

  it('an item without a key is neither right nor wrong', () => {
    const one = '<qti-base-value base-type="float">1</qti-base-value>';
    expect(score(okItem({ keys: [], processing: RULES(SET(one)) }), 'A')).toEqual([1, null]);
  });
});

describe('the trace', () => {
  it('says each rule before what it evaluates, and which branch was taken', () => {
    const scored = scoreItem(okItem(), { RESPONSE: 'A' }, { trace: true });
    expect(scored.ok && scored.trace?.map(({ depth, kind, what }) => [depth, kind, what])).toEqual([
      [0, 'rule', 'response-if'],
      [1, 'expression', 'match'],
      [2, 'expression', 'variable'],
      [2, 'expression', 'correct'],
      [0, 'rule', 'response-else'],
      [1, 'rule', 'set-outcome-value'],
      [2, 'expression', 'base-value'],
    ]);
  });

  it('is not there unless asked for', () => {
    expect(scoreItem(okItem(), { RESPONSE: 'A' })).not.toHaveProperty('trace');
  });

  it('notes a value that does not fit its outcome, which becomes NULL', () => {
    const item: AssessmentItem = {
      ...okItem(),
      processing: {
        type: 'rules',
        template: null,
        rules: [
          {
            rule: 'set-outcome-value',
            identifier: 'SCORE',
            value: { op: 'base-value', baseType: 'identifier', value: 'A' },
          },
        ],
      },
    };
    const scored = scoreItem(item, null, { trace: true });
    expect(scored).toMatchObject({ ok: true, outcomes: { SCORE: null }, score: null });
    expect(scored.ok && scored.trace?.filter(({ kind }) => kind === 'note').map(({ detail }) => detail)).toEqual([
      'SCORE is single float and cannot hold identifier values, so it is NULL',
    ]);
  });
});
