import { describe, expect, it } from 'vitest';
import { interactionsOf } from '../../model/walk.ts';
import { readGift } from './read-gift.ts';

const only = (gift: string) => {
  const { items } = readGift(gift);
  const [read] = items;
  if (items.length !== 1 || read?.item === undefined) throw new Error(JSON.stringify(items));
  return { ...read, item: read.item, interaction: interactionsOf(read.item.body)[0] };
};

describe('GIFT', () => {
  it('a choice with = and ~ is scored by its key', () => {
    const read = only('::Shelves::Where is 020?{=Libraries ~Science ~Art}');
    expect(read).toMatchObject({ identifier: 'Shelves', title: 'Shelves', status: 'ok' });
    expect(read.interaction).toMatchObject({ interaction: 'choice', maxChoices: 1, choices: { length: 3 } });
    expect(read.item.responses[0]?.correct).toBe('A');
  });

  it('weights without = make several keys', () => {
    const read = only('Which two?{~%50%one ~%50%two ~%-100%three}');
    expect(read.item.responses[0]).toMatchObject({
      cardinality: 'multiple',
      correct: ['A', 'B'],
      mapping: { lowerBound: 0, entries: [{ value: 0.5 }, { value: 0.5 }, { value: -1 }] },
    });
  });

  it.each([
    ['{T}', 'A'],
    ['{FALSE#no, it is true#right}', 'B'],
  ])('true and false: %s has the key %s', (block, key) => {
    expect(only(`The sun is a star.${block}`).item.responses[0]?.correct).toBe(key);
  });

  it('the feedback of {F} is first that of the wrong answer', () => {
    const { modalFeedback } = only('It is.{F#wrong#right}').item;
    expect(
      modalFeedback.map(({ identifier, content }) => [identifier, JSON.stringify(content).includes('wrong')]),
    ).toEqual([
      ['A', true],
      ['B', false],
    ]);
  });

  it('only = gives a written answer, with its weights', () => {
    const read = only('Who?{=Dewey =%50%Melvil}');
    expect(read.interaction).toMatchObject({ interaction: 'text-entry' });
    expect(JSON.stringify(read.item.processing)).toContain('"value":0.5');
  });

  it.each([
    ['{#1822:5}', 1822, 5],
    ['{#3.1..3.3}', 3.2, 0.1],
    ['{#=42:2}', 42, 2],
  ])('numbers: %s is %d within %d', (block, value, tolerance) => {
    const text = JSON.stringify(only(`When?${block}`).item.processing);
    expect(text).toContain(`"value":${value}`);
    expect(Number(/"tolerance":\[([\d.]+)\]/.exec(text)?.[1])).toBeCloseTo(tolerance, 9);
  });

  it('-> makes pairs', () => {
    const read = only('Match.{=020 -> Libraries =500 -> Science}');
    expect(read.item.responses[0]?.correct).toEqual(['S1 T1', 'S2 T2']);
  });

  it('empty braces make an essay, no braces a description, text after the braces a missing word', () => {
    expect(only('Tell.{}').interaction).toMatchObject({ interaction: 'extended-text' });
    expect(only('Just read this.')).toMatchObject({ status: 'loss', item: { processing: { type: 'none' } } });
    expect(JSON.stringify(only('The {=cat ~dog} sat.').item)).toContain('The _____ sat.');
  });

  it('escaped characters stand for themselves', () => {
    const read = only('What is \\{1\\=1\\}\\: \\~?{=yes\\#1 ~no}');
    expect(JSON.stringify(read.item)).toContain('What is {1=1}: ~?');
    expect(JSON.stringify(read.item)).toContain('yes#1');
  });

  it('formats are read, each answer in its own; general feedback is the rationale', () => {
    const read = only('[html]<b>Bold</b> &amp; safe<script>x()</script>{=[markdown]*a* ~[plain]<b> ####Because.}');
    expect(read.status).toBe('loss');
    const text = JSON.stringify(read.item);
    expect(text).toContain('"name":"em"');
    expect(text).toContain('"text":"<b>"');
    expect(text).not.toContain('x()');
    expect(read.item.body[0]).toMatchObject({ type: 'rubric' });
  });

  it('categories, comments and identifiers in comments are read', () => {
    const { items } = readGift(
      '// a comment\n$CATEGORY: $course$/top/MARC\n\n// [id:marc-245]\n::Title::Which tag?{=245 ~100}\n',
    );
    expect(items).toMatchObject([{ identifier: 'marc-245', topic: 'MARC', title: 'Title' }]);
  });

  it.each([
    ['Open {=a ~b', 'is not closed'],
    ['Close =a}', 'has no {'],
    ['None {~a ~b}', 'no answer is right'],
    ['Words {hello}', 'is no answer'],
    ['Number {#twelve}', 'is no number'],
    ['{=a ~b}', 'no text before'],
    ['Pair {=a -> b}', 'two pairs'],
  ])('%s is refused with its line; the others are read', (gift, text) => {
    const { items } = readGift(`\n${gift}\n\nFine?{T}\n`);
    expect(items.map(({ status }) => status)).toEqual(['refused', 'ok']);
    expect(items[0]?.messages).toMatchObject([{ line: 2, text: expect.stringContaining(text) }]);
  });
});
