import { describe, expect, it } from 'vitest';
import type { CustomOperator } from '../evaluate/environment.ts';
import type { AssessmentItem } from '../model/item.ts';
import { parseItem } from '../parse/parse-item.ts';
import { itemXml, okItem } from '../testing/item-xml.ts';
import { writeItem } from '../write/item.ts';
import { missingOperator } from './custom-operators.ts';
import { scoreItem } from './score-item.ts';

const RESPONSE = '<qti-variable identifier="RESPONSE"/>';
const KEY = '<qti-base-value base-type="identifier">B</qti-base-value>';
const ONE = '<qti-base-value base-type="float">1</qti-base-value>';
const scoredBy = (operator: string) =>
  okItem({
    processing: `<qti-response-processing><qti-response-condition><qti-response-if><qti-match>${operator}${KEY}</qti-match>
      <qti-set-outcome-value identifier="SCORE">${ONE}</qti-set-outcome-value></qti-response-if></qti-response-condition></qti-response-processing>`,
  });
const named = (attributes: string) => scoredBy(`<qti-custom-operator ${attributes}>${RESPONSE}</qti-custom-operator>`);
const same: CustomOperator = ([value = null]) => value;

describe('an item that is scored by a custom operator', () => {
  it('is not scorable without the operator, instead of wrong for everybody', () => {
    expect(scoreItem(named('class="org.example.same"'), { RESPONSE: 'B' })).toEqual({
      ok: false,
      reason: 'not-scorable',
      why: 'it needs the custom operator "org.example.same", which is not known here',
    });
  });

  it.each([
    ['class', 'class="org.example.same"', 'org.example.same'],
    ['definition, where it has no class', 'definition="example:same"', 'example:same'],
  ])('is scored with the operator, found by its %s', (_, attributes, name) => {
    const custom = { [name]: same };
    expect(scoreItem(named(attributes), { RESPONSE: 'B' }, { custom })).toMatchObject({ ok: true, score: 1 });
    expect(scoreItem(named(attributes), { RESPONSE: 'A' }, { custom })).toMatchObject({ ok: true, score: 0 });
  });

  it('needs those of template processing, too, and those inside of others', () => {
    const outer = named('class="a"');
    const inner = scoredBy(
      `<qti-custom-operator class="a"><qti-custom-operator class="b">${RESPONSE}</qti-custom-operator></qti-custom-operator>`,
    );
    const template: AssessmentItem = {
      ...okItem(),
      templateProcessing: [{ rule: 'constraint', condition: operatorOf(outer) }],
    };
    expect(missingOperator(inner, { a: same })).toBe('b');
    expect(missingOperator(template, {})).toBe('a');
    expect(missingOperator(template, { a: same })).toBeUndefined();
    expect(missingOperator(okItem(), {})).toBeUndefined();
  });

  it('keeps attributes of other namespaces, with what their prefixes mean, when it is written and read again', () => {
    const processing = `<qti-response-processing><qti-set-outcome-value identifier="SCORE"><qti-custom-operator
      xmlns:v="urn:example:vendor" class="a" v:syntax="plain" xml:lang="en"/></qti-set-outcome-value></qti-response-processing>`;
    const item = parseItem(itemXml({ processing }));
    if (item.status === 'refused') throw new Error(item.messages[0].text);
    expect(item.item.processing).toMatchObject({
      rules: [{ value: { attributes: { 'xmlns:v': 'urn:example:vendor', 'v:syntax': 'plain', 'xml:lang': 'en' } } }],
    });
    expect(parseItem(writeItem(item.item).xml)).toMatchObject({
      status: 'ok',
      item: { processing: item.item.processing },
    });
  });
});

function operatorOf({ processing }: AssessmentItem) {
  const rule = processing.type === 'rules' ? processing.rules[0] : undefined;
  if (rule?.rule !== 'condition' || rule.branches[0] === undefined) throw new Error('no condition');
  return rule.branches[0].condition;
}
