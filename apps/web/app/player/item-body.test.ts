import type { ContentNode, InteractionNode, PlainValues } from '@testamur/qti';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../testing/render-page.ts';
import type { PlayerMode } from './interaction-props.ts';
import { ItemBody, type ItemBodyProps } from './item-body.tsx';

const text = (words: string): ContentNode => ({ type: 'text', text: words });
const element = (name: string, children: ContentNode[], attributes: Record<string, string> = {}): ContentNode => ({
  type: 'element',
  namespace: 'html',
  name,
  attributes,
  children,
});
const shown = { templateVariable: null, showHide: 'show', id: null, catalogIdref: null, fixed: false } as const;
const choice = (identifier: string, words: string) => ({ ...shown, identifier, content: [text(words)] });
const common = {
  type: 'interaction',
  responseIdentifier: 'RESPONSE',
  cardinality: 'single',
  baseType: 'identifier',
  id: null,
  label: null,
  language: null,
  classes: [],
  data: {},
  catalogIdref: null,
  prompt: [element('p', [text('Which field holds the title?')])],
} as const;
const choices: InteractionNode = {
  ...common,
  interaction: 'choice',
  shuffle: false,
  minChoices: 0,
  maxChoices: 1,
  orientation: 'vertical',
  choices: [choice('A', '100'), choice('B', '245')],
};
const entry = (responseIdentifier: string): InteractionNode => ({
  ...common,
  responseIdentifier,
  interaction: 'text-entry',
  baseType: 'string',
  base: 10,
  stringIdentifier: null,
  expectedLength: null,
  patternMask: '[a-z]+',
  placeholder: null,
  format: null,
});

const render = (body: readonly ContentNode[], given: Partial<ItemBodyProps> = {}): string => {
  const view = { identifier: 'item', language: 'de', body };
  const props: ItemBodyProps = { view, values: {}, onChange: () => undefined, mode: 'open', ...given };
  return renderPage(() => createElement(ItemBody, props));
};
const inMode = (mode: PlayerMode, values: PlainValues, correct: PlainValues = {}) =>
  render([choices], { mode, values, correct });
/** The words of a page without its tags. */
const wordsOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the body of an item', () => {
  it('is in the language of the item, in the scope of the shared vocabulary', () => {
    expect(render([text('x')])).toMatch(/<div class="qti-body [^"]*" lang="de"/);
  });

  it('names an interaction by its prompt, or else by the heading of the item', () => {
    const html = render([choices]);
    const [, id] = /role="radiogroup" aria-labelledby="([^"]+)"/.exec(html) ?? [];
    expect(html).toContain(`id="${id}"`);
    expect(id).toMatch(/-prompt$/);
    expect(render([{ ...choices, prompt: [] }], { labelledBy: 'heading' })).toContain('aria-labelledby="heading"');
  });

  it('numbers what is answered in a line of text', () => {
    const html = render([element('p', [text('From '), entry('R1'), text(' to '), entry('R2')])]);
    expect(wordsOf(html)).toContain('Answer 1 of 2');
    expect(wordsOf(html)).toContain('Answer 2 of 2');
  });

  it('shows a link of an item by its words unless links may be followed', () => {
    const link = element('a', [text('the manual')], { href: 'https://example.org/' });
    expect(render([link])).not.toContain('<a ');
    expect(render([link], { host: { links: 'links' } })).toContain('href="https://example.org/"');
  });

  it('says nothing of what an answer lacks before it is asked to', () => {
    const few: InteractionNode = { ...choices, cardinality: 'multiple', minChoices: 2, maxChoices: 0 };
    expect(wordsOf(render([few]))).not.toContain('Choose 2 more');
    expect(wordsOf(render([few], { checked: true }))).toContain('Choose 2 more');
    const own = { ...few, data: { 'min-selections-message': 'Two are needed.' } };
    expect(wordsOf(render([own], { checked: true }))).toContain('Two are needed.');
  });

  it('shows feedback that is due below', () => {
    const view = {
      identifier: 'item',
      language: null,
      body: [text('x')],
      modalFeedback: [{ title: 'Hint', content: [text('Look again.')] }],
    };
    expect(wordsOf(render([], { view }))).toContain('Hint Look again.');
  });

  it('gives rows of a table the body that a browser would add', () => {
    const html = render([element('table', [element('tr', [element('td', [text('245')])])])]);
    expect(html).toContain('<tbody><tr>');
  });
});

describe('an answer', () => {
  it('that is open or locked says nothing of the key', () => {
    for (const mode of ['open', 'locked'] as const) {
      const words = wordsOf(inMode(mode, { RESPONSE: 'A' }, { RESPONSE: 'B' }));
      expect(words).not.toMatch(/Right answer|Not right|Your answer/);
    }
    expect(inMode('locked', { RESPONSE: 'A' }).match(/<input[^>]*disabled/g)).toHaveLength(2);
  });

  it('in review is named, with what is not right and what is the key', () => {
    const words = wordsOf(inMode('review', { RESPONSE: 'A' }, { RESPONSE: 'B' }));
    expect(words).toMatch(/100 Your answer Not right/);
    expect(words).toMatch(/245 Right answer/);
  });

  it('in review without a key is named and not judged', () => {
    const words = wordsOf(inMode('review', { RESPONSE: 'A' }));
    expect(words).toContain('Your answer');
    expect(words).not.toMatch(/Right answer|Not right/);
  });
});
