import { describe, expect, it } from 'vitest';
import { firstInteraction, readBodyXml, response } from '../../testing/body-xml.ts';

const single = [response('R', 'single', 'identifier')];
const multiple = [response('R', 'multiple', 'identifier')];
const ordered = [response('R', 'ordered', 'identifier')];
const AB =
  '<qti-simple-choice identifier="A">a</qti-simple-choice><qti-simple-choice identifier="B">b</qti-simple-choice>';
const PAIRS = ['A', 'B'].map(
  (id) => `<qti-simple-associable-choice identifier="${id}" match-max="1">${id}</qti-simple-associable-choice>`,
);

const choice = (attributes: string, inner = AB) =>
  `<qti-choice-interaction response-identifier="R" ${attributes}>\n${inner}</qti-choice-interaction>`;
const order = (attributes: string) =>
  `<qti-order-interaction response-identifier="R" ${attributes}>${AB}</qti-order-interaction>`;

describe('a choice interaction', () => {
  it('is read in full', () => {
    const { status, content } = readBodyXml(
      `<qti-choice-interaction response-identifier="R" id="q" label="L" xml:lang="fr" class="qti-labels-none own" shuffle="true"
        max-choices="2" min-choices="1" orientation="horizontal" data-min-selections-message="One!" data-catalog-idref="c" dir="rtl">
        <qti-simple-choice identifier="A" fixed="true" id="a" template-identifier="TEMPLATE" show-hide="hide" data-catalog-idref="d"><p>a</p></qti-simple-choice>
        <qti-simple-choice identifier="B" xml:lang="de">b <qti-feedback-inline outcome-identifier="FEEDBACK" identifier="x">no</qti-feedback-inline></qti-simple-choice>
        <qti-prompt>Which <b>two</b>?</qti-prompt>
      </qti-choice-interaction>`,
      multiple,
    );
    expect(status).toBe('ok');
    expect(firstInteraction(content, 'choice')).toEqual({
      type: 'interaction',
      interaction: 'choice',
      responseIdentifier: 'R',
      cardinality: 'multiple',
      baseType: 'identifier',
      id: 'q',
      label: 'L',
      language: 'fr',
      classes: ['qti-labels-none', 'own'],
      data: { 'min-selections-message': 'One!' },
      catalogIdref: 'c',
      attributes: { dir: 'rtl' },
      shuffle: true,
      minChoices: 1,
      maxChoices: 2,
      orientation: 'horizontal',
      prompt: [{ type: 'text', text: 'Which ' }, expect.objectContaining({ name: 'b' }), { type: 'text', text: '?' }],
      choices: [
        {
          identifier: 'A',
          fixed: true,
          id: 'a',
          catalogIdref: 'd',
          templateVariable: 'TEMPLATE',
          showHide: 'hide',
          content: [expect.objectContaining({ name: 'p' })],
        },
        {
          identifier: 'B',
          fixed: false,
          id: null,
          catalogIdref: null,
          templateVariable: null,
          showHide: 'show',
          content: [expect.objectContaining({ name: 'div', attributes: { lang: 'de' } })],
        },
      ],
    });
  });

  it('by default lets one be chosen, none needed, in a column, unshuffled', () => {
    const { content } = readBodyXml(choice(''), single);
    const defaults = { minChoices: 0, maxChoices: 1, orientation: 'vertical', shuffle: false, prompt: [] };
    expect(firstInteraction(content, 'choice')).toMatchObject({ ...defaults, data: {}, id: null, label: null });
    expect(firstInteraction(content, 'choice')).not.toHaveProperty('attributes');
  });

  it.each([
    ['without its response', choice(''), [], 'no response "R" is declared'],
    ['bound to strings', choice(''), [response('R', 'single', 'string')], 'base type identifier'],
    ['bound to an ordered response', choice(''), ordered, 'single or multiple cardinality'],
    ['bound to a record', choice(''), [response('R', 'record', null)], 'single or multiple cardinality'],
    ['without choices', choice('', ''), single, 'at least one <qti-simple-choice>'],
    [
      'with a response identifier that is none',
      `<qti-choice-interaction response-identifier="1 2">${AB}</qti-choice-interaction>`,
      single,
      'identifier',
    ],
    [
      'without a response identifier',
      `<qti-choice-interaction>${AB}</qti-choice-interaction>`,
      single,
      'needs the attribute',
    ],
  ])('%s is refused, at its line', (_, inner, responses, text) => {
    const { status, messages } = readBodyXml(inner, responses);
    expect(status).toBe('refused');
    expect(messages).toMatchObject([{ line: 2, text: expect.stringContaining(text) }]);
  });

  it('with an identifier used twice is refused, at the line of the second', () => {
    const { status, messages } = readBodyXml(choice('', `${AB}\n<qti-simple-choice identifier="A"/>`), single);
    expect(status).toBe('refused');
    expect(messages).toMatchObject([{ line: 4, text: expect.stringContaining('"A" is used twice') }]);
  });

  it.each([
    ['a single response with no limit', 'max-choices="0"', single, { maxChoices: 1 }],
    ['a single response with a limit of 2', 'max-choices="2"', single, { maxChoices: 1 }],
    ['more needed than there are', 'max-choices="0" min-choices="3"', multiple, { minChoices: 2, maxChoices: 0 }],
    ['more needed than allowed', 'max-choices="1" min-choices="2"', multiple, { minChoices: 1, maxChoices: 1 }],
    ['a number that is none', 'max-choices="many"', multiple, { maxChoices: 1 }],
    ['a word that is none', 'orientation="diagonal"', single, { orientation: 'vertical' }],
    ['a yes that is none', 'shuffle="yes"', single, { shuffle: false }],
    ['an unknown attribute', 'color="red"', single, {}],
  ])('with %s is read with a message', (_, attributes, responses, read) => {
    const { status, texts, content } = readBodyXml(choice(attributes), responses);
    expect(status).toBe('loss');
    expect(texts).toHaveLength(1);
    expect(firstInteraction(content, 'choice')).toMatchObject(read);
  });

  it('whose limit is left out, but whose key has more, is read without a limit', () => {
    const { texts, content } = readBodyXml(choice(''), [response('R', 'multiple', 'identifier', ['A', 'B'])]);
    expect(texts).toEqual([expect.stringContaining('read as no limit')]);
    expect(firstInteraction(content, 'choice').maxChoices).toBe(0);
  });

  it('reports text between its choices, a second prompt and interactions inside choices', () => {
    const nested = `<qti-simple-choice identifier="C"><p><qti-text-entry-interaction response-identifier="R"/></p></qti-simple-choice>`;
    const { texts } = readBodyXml(
      choice('', `words ${AB}<qti-prompt>p</qti-prompt><qti-prompt>q</qti-prompt>${nested}`),
      single,
    );
    expect(texts).toHaveLength(3);
  });

  it('whose choice depends on an undeclared template variable shows it always, with a message', () => {
    const inner = '<qti-simple-choice identifier="A" template-identifier="NONE">a</qti-simple-choice>';
    const { texts, content } = readBodyXml(choice('', inner), single);
    expect(texts).toEqual([expect.stringContaining('no template variable "NONE"')]);
    expect(firstInteraction(content, 'choice').choices[0]?.templateVariable).toBeNull();
  });

  it('stands in tables, lists, figures and feedback, and makes its paragraph a div', () => {
    const place = (before: string, after: string) => readBodyXml(`${before}${choice('')}${after}`, single);
    expect(place('<table><tr><td>', '</td></tr></table>').status).toBe('ok');
    expect(place('<ul><li>', '</li></ul>').status).toBe('ok');
    const feedback = '<qti-feedback-block outcome-identifier="FEEDBACK" identifier="x"><qti-content-body>';
    expect(place(feedback, '</qti-content-body></qti-feedback-block>').status).toBe('ok');
    const { texts, content } = place('<p>', '</p>');
    expect(texts).toEqual([expect.stringContaining('read as <div>')]);
    expect(firstInteraction(content, 'choice').choices).toHaveLength(2);
  });
});

describe('an order interaction', () => {
  it('without bounds has all choices ordered', () => {
    const { status, content } = readBodyXml(order(''), ordered);
    expect(status).toBe('ok');
    expect(firstInteraction(content, 'order')).toMatchObject({
      minChoices: null,
      maxChoices: null,
      orientation: 'vertical',
    });
  });

  it.each([
    ['min-choices="1" max-choices="2"', 'ok', { minChoices: 1, maxChoices: 2 }],
    ['min-choices="0" max-choices="0"', 'loss', { minChoices: null, maxChoices: null }],
    ['min-choices="3"', 'loss', { minChoices: 2, maxChoices: null }],
  ])('with %s is %s', (attributes, status, read) => {
    const result = readBodyXml(order(attributes), ordered);
    expect(result.status).toBe(status);
    expect(firstInteraction(result.content, 'order')).toMatchObject(read);
  });

  it('bound to a multiple response is refused', () => {
    expect(readBodyXml(order(''), multiple)).toMatchObject({ status: 'refused', messages: [{ line: 2 }] });
  });
});

describe('an associate interaction', () => {
  const xml = (attributes: string, inner = PAIRS.join('')) =>
    `<qti-associate-interaction response-identifier="R" ${attributes}>${inner}</qti-associate-interaction>`;

  it('is read in full, one association by default', () => {
    const group =
      '<qti-simple-associable-choice identifier="C" match-max="3" match-min="1" match-group="A B">c</qti-simple-associable-choice>';
    const { status, content } = readBodyXml(xml('', PAIRS.join('') + group), [response('R', 'multiple', 'pair')]);
    expect(status).toBe('ok');
    expect(firstInteraction(content, 'associate')).toMatchObject({
      associations: { min: 0, max: 1 },
      choices: [
        { identifier: 'A', matchMin: 0, matchMax: 1, matchGroup: [] },
        { identifier: 'B' },
        { matchMin: 1, matchMax: 3, matchGroup: ['A', 'B'] },
      ],
    });
  });

  it('bound to directed pairs is refused', () => {
    expect(readBodyXml(xml(''), [response('R', 'multiple', 'directedPair')]).status).toBe('refused');
  });

  it('with a choice without match-max, or with too large a match-min, is read with a message', () => {
    const bare = '<qti-simple-associable-choice identifier="A">a</qti-simple-associable-choice>';
    const most =
      '<qti-simple-associable-choice identifier="B" match-max="1" match-min="2">b</qti-simple-associable-choice>';
    const { texts, content } = readBodyXml(xml('', bare + most), [response('R', 'single', 'pair')]);
    expect(texts).toHaveLength(2);
    expect(firstInteraction(content, 'associate').choices).toMatchObject([
      { matchMax: 0 },
      { matchMin: 1, matchMax: 1 },
    ]);
  });
});

describe('a match interaction', () => {
  const set = (...ids: string[]) =>
    `<qti-simple-match-set>${ids.map((id) => `<qti-simple-associable-choice identifier="${id}" match-max="1"/>`).join('')}</qti-simple-match-set>`;
  const xml = (inner: string) =>
    `<qti-match-interaction response-identifier="R" max-associations="0" class="qti-match-tabular">${inner}</qti-match-interaction>`;
  const pairs = [response('R', 'multiple', 'directedPair')];

  it('is read in full', () => {
    const { status, content } = readBodyXml(xml(set('A', 'B') + set('C')), pairs);
    expect(status).toBe('ok');
    expect(firstInteraction(content, 'match')).toMatchObject({
      associations: { min: 0, max: 0 },
      classes: ['qti-match-tabular'],
      sets: [[{ identifier: 'A' }, { identifier: 'B' }], [{ identifier: 'C' }]],
    });
  });

  it.each([
    ['one set', set('A'), pairs],
    ['three sets', set('A') + set('B') + set('C'), pairs],
    ['an empty set', set('A') + set(), pairs],
    ['an identifier twice in a set', set('A', 'A') + set('B'), pairs],
    ['undirected pairs', set('A') + set('B'), [response('R', 'multiple', 'pair')]],
  ])('with %s is refused', (_, inner, responses) => {
    expect(readBodyXml(xml(inner), responses)).toMatchObject({ status: 'refused', messages: [{ line: 2 }] });
  });

  it('with an identifier on both sides is read with a message', () => {
    expect(readBodyXml(xml(set('A') + set('A')), pairs).texts).toEqual([expect.stringContaining('on both sides')]);
  });
});

describe('an inline choice interaction', () => {
  const xml = (attributes: string, inner: string) =>
    `<p>The <qti-inline-choice-interaction response-identifier="R" ${attributes}>${inner}</qti-inline-choice-interaction> end</p>`;
  const options =
    '<qti-inline-choice identifier="A">a</qti-inline-choice><qti-inline-choice identifier="B">b</qti-inline-choice>';

  it('is read in full, with the spaces around it', () => {
    const { status, content } = readBodyXml(
      xml('required="true" shuffle="true"', `<qti-label>Choose</qti-label>${options}`),
      single,
    );
    expect(status).toBe('ok');
    expect(content).toMatchObject([{ children: [{ text: 'The ' }, { type: 'interaction' }, { text: ' end' }] }]);
    const read = { required: true, shuffle: true, placeholder: 'Choose', choices: [{ content: [{ text: 'a' }] }, {}] };
    expect(firstInteraction(content, 'inline-choice')).toMatchObject(read);
  });

  it('takes its empty option from data-prompt as well, and needs no answer by default', () => {
    const { content } = readBodyXml(xml('data-prompt="Pick"', options), single);
    expect(firstInteraction(content, 'inline-choice')).toMatchObject({ placeholder: 'Pick', required: false });
  });

  it.each([
    ['a multiple response', options, multiple],
    ['no choices', '', single],
  ])('with %s is refused', (_, inner, responses) => {
    expect(readBodyXml(xml('', inner), responses).status).toBe('refused');
  });
});
