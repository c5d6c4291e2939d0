import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeItem } from '../write/item.ts';
import { readCsv } from './csv/read-csv.ts';
import { readGift } from './gift/read-gift.ts';
import { readMoodleXml } from './moodle/read-moodle.ts';
import { readAiken } from './read-aiken.ts';
import type { ForeignResult } from './result.ts';

const gift = [
  '{',
  '}',
  '=',
  '~',
  '#',
  '####',
  '%50%',
  '%',
  '->',
  '::',
  '\n',
  '\n\n',
  '\\',
  'T',
  '1..2',
  '[html]',
  '<b>',
  '&lt;',
  '\u0000',
  'word',
  '$CATEGORY: x',
];
const aiken = ['A. x\n', 'B) y\n', 'ANSWER: A\n', 'ANSWER:', 'stem\n', '\n', '\uD800', 'z'];
const table = ['stem,A,B,key\n', '"', ',', ';', '\n', 'A', 'B', '=1', '\t', '\u0007', 'word'];
const moodle = [
  '<p>',
  '</p>',
  '{1:SA:=x}',
  '{1:MC:=x~y}',
  '{2:NM:=1:0}',
  '[[1]]',
  '[[9]]',
  '<script>',
  '<img src=',
  '"',
  "'",
  '<!--',
  '&#0;',
  '&amp;',
  '<table><tr>',
  '<svg>',
  '<math>',
  'word',
];
const types = [
  'multichoice',
  'shortanswer',
  'numerical',
  'cloze',
  'gapselect',
  'ddwtos',
  'essay',
  'ordering',
  'matching',
  'other',
];

const some = (words: readonly string[]) =>
  fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => parts.join(''));

function isWhole({ items }: ForeignResult): void {
  expect(new Set(items.map(({ identifier }) => identifier)).size).toBe(items.length);
  for (const { status, item, messages, identifier } of items) {
    expect(identifier).toMatch(/^[\p{L}_][\p{L}\p{N}_.-]*$/u);
    expect(item === undefined).toBe(status === 'refused');
    expect(messages.length === 0).toBe(status === 'ok');
    if (item !== undefined) expect(writeItem(item)).toMatchObject({ losses: [] });
  }
}

describe('whatever a file of another format holds, each item is read and can be written, or says why not', () => {
  it('GIFT', () => fc.assert(fc.property(some(gift), (source) => isWhole(readGift(source)))));
  it('Aiken', () => fc.assert(fc.property(some(aiken), (source) => isWhole(readAiken(source)))));
  it('CSV', () => fc.assert(fc.property(some(table), (source) => isWhole(readCsv(`stem,A,B,key\n${source}`)))));
  it('Moodle XML', () =>
    fc.assert(
      fc.property(fc.constantFrom(...types), some(moodle), some(moodle), (type, stem, option) => {
        const text = (words: string) => `<text>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
        const answers = `<answer fraction="100">${text(option)}</answer><answer fraction="0">${text('1')}</answer>`;
        const boxes = `<dragbox>${text(option)}</dragbox><selectoption>${text(option)}</selectoption>`;
        const pairs = `<subquestion>${text(stem)}<answer>${text('x')}</answer></subquestion>`.repeat(2);
        isWhole(
          readMoodleXml(
            `<quiz><question type="${type}"><questiontext>${text(stem)}</questiontext>${answers}${boxes}${pairs}</question></quiz>`,
          ),
        );
      }),
    ));
  it.each([
    ['GIFT braces', () => readGift(`x${'{'.repeat(200_000)}`)],
    ['GIFT closing braces', () => readGift(`x{${'}'.repeat(200_000)}`)],
    ['CSV quotes', () => readCsv('"'.repeat(200_001))],
    [
      'cloze holes that never close',
      () =>
        readMoodleXml(
          `<quiz><question type="cloze"><questiontext><text>${'{1:SA:='.repeat(50_000)}</text></questiontext></question></quiz>`,
        ),
    ],
    ['tags that never close', () => readGift(`[html]${'<a "'.repeat(50_000)}{}`)],
    ['elements nested deeply', () => readGift(`[html]${'<div>'.repeat(50_000)}{}`)],
  ])('hostile input takes no long time: %s', (_, read) => {
    const start = performance.now();
    read();
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});
