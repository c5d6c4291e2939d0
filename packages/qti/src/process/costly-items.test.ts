import { describe, expect, it } from 'vitest';
import { parseItem } from '../parse/parse-item.ts';
import { itemXml } from '../testing/item-xml.ts';
import { maxScore } from './max-score.ts';
import { scoreItem } from './score-item.ts';
import { startItem } from './start-item.ts';
import { submitResponses } from './submit-responses.ts';
import { checkResponses } from './validate-response.ts';

const IN_TIME = 5000;
const base = (type: string, value: string) => `<qti-base-value base-type="${type}">${value}</qti-base-value>`;
const setScore = (expression: string) =>
  `<qti-set-outcome-value identifier="SCORE">${expression}</qti-set-outcome-value>`;
const processing = (rules: string) => `<qti-response-processing>${rules}</qti-response-processing>`;
const when = (condition: string) =>
  `<qti-response-condition><qti-response-if>${condition}${setScore(base('float', '2'))}</qti-response-if></qti-response-condition>`;
const repeated = (times: number, value: string) =>
  `<qti-repeat number-repeats="${times}">${base('integer', value)}</qti-repeat>`;

function read(xml: string) {
  const result = parseItem(xml);
  if (result.status === 'refused') throw new Error(result.messages[0].text);
  return result.item;
}

/** Rules that would take minutes, in a document of usual size. */
const COSTLY: Readonly<Record<string, string>> = {
  'patterns with many ways through many classes': when(
    `<qti-pattern-match pattern="([${'bcdefghijklm'.repeat(100)}a]?){1500}">${base('string', 'a'.repeat(4000))}</qti-pattern-match>`,
  ).repeat(50),
  'long sequences that are looked for in long ones': when(
    `<qti-contains>${repeated(2000, '1')}<qti-ordered>${repeated(1000, '1')}${base('integer', '2')}</qti-ordered></qti-contains>`,
  ).repeat(1200),
};

describe('an item made to be slow', () => {
  it.each(Object.entries(COSTLY))(
    'is not scored by half where it has %s: it is not scorable',
    (_, rules) => {
      const item = read(itemXml({ processing: processing(setScore(base('float', '1')) + rules) }));
      expect(scoreItem(item, { RESPONSE: 'A' })).toEqual({
        ok: false,
        reason: 'not-scorable',
        why: 'its processing takes too long; it has been ended',
      });
      const session = startItem(item);
      const came = submitResponses(item, session, { RESPONSE: 'A' });
      expect(came.errors).toMatchObject([{ reason: 'too-much-work' }]);
      expect(came.session).toBe(session);
      expect(maxScore(item)).toBeNull();
    },
    IN_TIME,
  );

  it(
    'has the defaults of its template variables when its constraints take too long',
    () => {
      const declared =
        '<qti-template-declaration identifier="T" cardinality="ordered" base-type="float"><qti-default-value><qti-value>7</qti-value></qti-default-value></qti-template-declaration>';
      const draws =
        '<qti-set-template-value identifier="T"><qti-repeat number-repeats="1900"><qti-random-float min="0" max="1"/></qti-repeat></qti-set-template-value>';
      const never = `<qti-template-constraint><qti-is-null>${base('integer', '1')}</qti-is-null></qti-template-constraint>`;
      const template = `<qti-template-processing>${draws.repeat(3000)}${never}</qti-template-processing>`;
      expect(startItem(read(itemXml({ outcomes: `${declared}${template}` }))).templates).toEqual({ T: [7] });
    },
    IN_TIME,
  );

  it(
    'is mapped by an index of its keys, and no further than processing may go',
    () => {
      const entries = Array.from(
        { length: 9000 },
        (_, at) => `<qti-map-entry map-key="c${at}" mapped-value="1" case-sensitive="false"/>`,
      ).join('');
      const choices = Array.from(
        { length: 1000 },
        (_, at) => `<qti-simple-choice identifier="c${at + 8000}">x</qti-simple-choice>`,
      ).join('');
      const item = (times: number) =>
        read(
          itemXml({
            cardinality: 'multiple',
            keys: [],
            interaction: 'max-choices="0"',
            mapping: `<qti-mapping>${entries}</qti-mapping>`,
            choices,
            processing: processing(
              setScore(`<qti-sum>${'<qti-map-response identifier="RESPONSE"/>'.repeat(times)}</qti-sum>`),
            ),
          }),
        );
      const RESPONSE = Array.from({ length: 1000 }, (_, at) => `c${at + 8000}`);
      expect(scoreItem(item(100), { RESPONSE })).toMatchObject({ ok: true, score: 100_000 });
      expect(scoreItem(item(5000), { RESPONSE })).toMatchObject({ ok: false, reason: 'not-scorable' });
    },
    IN_TIME,
  );

  it(
    'has no maximum by trial where thousands of choices can be paired',
    () => {
      const choices = Array.from(
        { length: 6000 },
        (_, at) => `<qti-simple-associable-choice identifier="c${at}" match-max="0">x</qti-simple-associable-choice>`,
      ).join('');
      const xml = itemXml({ cardinality: 'multiple', keys: [], interaction: 'max-associations="0"', choices })
        .replaceAll('choice-interaction', 'associate-interaction')
        .replace('base-type="identifier"', 'base-type="pair"');
      expect(maxScore(read(xml))).toBe(0);
    },
    IN_TIME,
  );

  it(
    'takes texts as they are when its pattern-mask takes too long to try on all of them',
    () => {
      const declared = Array.from(
        { length: 60 },
        (_, at) => `<qti-response-declaration identifier="R${at}" cardinality="single" base-type="string"/>`,
      ).join('');
      const entries = Array.from(
        { length: 60 },
        (_, at) => `<qti-text-entry-interaction response-identifier="R${at}" pattern-mask="(a?){2000}b"/>`,
      ).join('');
      const item = read(itemXml({ outcomes: declared, before: `<p>${entries}</p>` }));
      const texts = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`R${at}`, 'a'.repeat(2000)]));
      const check = checkResponses(item, { RESPONSE: 'A', ...texts });
      expect(check).toMatchObject({ ok: true, complete: false });
      expect(check.ok && check.hints?.length).toBeLessThan(60);
    },
    IN_TIME,
  );
});

describe('a variable named as what every object has', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s is answered and scored as any other',
    (name) => {
      const key = `<qti-match><qti-variable identifier="${name}"/><qti-correct identifier="${name}"/></qti-match>`;
      const item = read(itemXml({ processing: processing(when(key)) }).replaceAll('"RESPONSE"', `"${name}"`));
      const check = checkResponses(item, Object.fromEntries([[name, 'B']]));
      expect(check.ok && Object.entries(check.responses)).toEqual([[name, 'B']]);
      expect(scoreItem(item, Object.fromEntries([[name, 'B']]))).toMatchObject({ score: 2, correct: true });
      expect(Object.prototype).not.toHaveProperty('B');
    },
  );
});
