import { describe, expect, it } from 'vitest';
import { firstInteraction, readBodyXml, response } from '../../testing/body-xml.ts';

const string = response('R', 'single', 'string');

describe('a text entry interaction', () => {
  const xml = (attributes: string) => `<p>x <qti-text-entry-interaction response-identifier="R" ${attributes}/></p>`;

  it('is read in full', () => {
    const all =
      'base="16" string-identifier="S" expected-length="5" pattern-mask="[0-9A-F]+" placeholder-text="hex" format="%x" data-patternmask-message="Hex!"';
    const { status, content } = readBodyXml(xml(all), [
      response('R', 'single', 'integer'),
      response('S', 'single', 'string'),
    ]);
    expect(status).toBe('ok');
    expect(firstInteraction(content, 'text-entry')).toMatchObject({
      baseType: 'integer',
      base: 16,
      stringIdentifier: 'S',
      expectedLength: 5,
      patternMask: '[0-9A-F]+',
      placeholder: 'hex',
      format: '%x',
      data: { 'patternmask-message': 'Hex!' },
    });
  });

  it('by default reads decimal numbers and expects nothing', () => {
    const none = { base: 10, stringIdentifier: null, expectedLength: null, patternMask: null, placeholder: null };
    expect(firstInteraction(readBodyXml(xml(''), [string]).content, 'text-entry')).toMatchObject({
      ...none,
      format: null,
    });
  });

  it.each([
    ['a string', string],
    ['a float', response('R', 'single', 'float')],
    ['a record', response('R', 'record', null)],
  ])('may be bound to %s', (_, declared) => {
    expect(readBodyXml(xml(''), [declared]).status).toBe('ok');
  });

  it.each([
    ['identifiers', response('R', 'single', 'identifier')],
    ['several strings', response('R', 'multiple', 'string')],
  ])('bound to %s is refused', (_, declared) => {
    expect(readBodyXml(xml(''), [declared])).toMatchObject({ status: 'refused', messages: [{ line: 2 }] });
  });

  it.each([
    ['a base that no digits are for', 'base="37"'],
    ['a string response that is none', 'string-identifier="NONE"'],
    ['a length that is none', 'expected-length="long"'],
  ])('with %s is read with a message', (_, attributes) => {
    const { status, texts, content } = readBodyXml(xml(attributes), [string]);
    expect([status, texts.length]).toEqual(['loss', 1]);
    expect(firstInteraction(content, 'text-entry')).toMatchObject({
      base: 10,
      stringIdentifier: null,
      expectedLength: null,
    });
  });
});

describe('an extended text interaction', () => {
  const xml = (attributes: string, inner = '') =>
    `<qti-extended-text-interaction response-identifier="R" ${attributes}>${inner}</qti-extended-text-interaction>`;

  it('is read in full', () => {
    const all = 'min-strings="1" max-strings="3" expected-lines="4" expected-length="200" format="preformatted"';
    const { status, content } = readBodyXml(xml(all, '<qti-prompt>Why?</qti-prompt>'), [
      response('R', 'ordered', 'string'),
    ]);
    expect(status).toBe('ok');
    const read = { strings: { min: 1, max: 3 }, expectedLines: 4, expectedLength: 200, format: 'preformatted' };
    expect(firstInteraction(content, 'extended-text')).toMatchObject({ ...read, prompt: [{ text: 'Why?' }] });
  });

  it('by default is plain text without bounds', () => {
    const defaults = { strings: { min: 0, max: null }, expectedLines: null, format: 'plain' };
    expect(firstInteraction(readBodyXml(xml(''), [string]).content, 'extended-text')).toMatchObject(defaults);
  });

  it('bound to a file is refused; with more texts needed than allowed it is read with a message', () => {
    expect(readBodyXml(xml(''), [response('R', 'single', 'file')]).status).toBe('refused');
    const { texts, content } = readBodyXml(xml('min-strings="3" max-strings="2"'), [
      response('R', 'multiple', 'string'),
    ]);
    expect(texts).toHaveLength(1);
    expect(firstInteraction(content, 'extended-text').strings).toEqual({ min: 2, max: 2 });
  });
});

describe('a hottext interaction', () => {
  const xml = (attributes: string, inner: string) =>
    `<qti-hottext-interaction response-identifier="R" ${attributes}>${inner}</qti-hottext-interaction>`;
  const words =
    '<p>One <qti-hottext identifier="A">two</qti-hottext> <qti-hottext identifier="B">three</qti-hottext></p>';
  const single = [response('R', 'single', 'identifier')];

  it('is read in full, one to be chosen by default', () => {
    const { status, content } = readBodyXml(xml('', `<qti-prompt>p</qti-prompt>${words}`), single);
    expect(status).toBe('ok');
    expect(firstInteraction(content, 'hottext')).toMatchObject({
      minChoices: 0,
      maxChoices: 1,
      prompt: [{ text: 'p' }],
      content: [
        { children: [{ text: 'One ' }, { type: 'hottext', identifier: 'A' }, { text: ' ' }, { identifier: 'B' }] },
      ],
    });
  });

  it.each([
    ['no hottext', '<p>x</p>', single],
    ['an identifier twice', words + words, single],
    ['an ordered response', words, [response('R', 'ordered', 'identifier')]],
  ])('with %s is refused', (_, inner, responses) => {
    expect(readBodyXml(xml('', inner), responses)).toMatchObject({ status: 'refused', messages: [{ line: 2 }] });
  });
});

describe('a gap match interaction', () => {
  const xml = (inner: string, attributes = '') =>
    `<qti-gap-match-interaction response-identifier="R" ${attributes}>${inner}</qti-gap-match-interaction>`;
  const text = '<qti-gap-text identifier="A" match-max="1">an <b>a</b></qti-gap-text>';
  const image =
    '<qti-gap-img identifier="B" match-max="0" object-label="b" top="3" left="4"><object type="image/png" data="b.png" width="9" height="8">B</object></qti-gap-img>';
  const gap = '<p>Fill <qti-gap class="qti-input-width-15" identifier="G" required="true" match-group="A"/>.</p>';
  const pairs = [response('R', 'multiple', 'directedPair')];

  it('is read in full, one association by default', () => {
    const { status, content } = readBodyXml(xml(text + image + gap), pairs);
    expect(status).toBe('ok');
    const picture = {
      kind: 'image',
      sources: [{ data: 'b.png', mimeType: 'image/png' }],
      width: 9,
      height: 8,
      alt: 'B',
      tracks: [],
    };
    expect(firstInteraction(content, 'gap-match')).toMatchObject({
      associations: { min: 0, max: 1 },
      shuffle: false,
      choices: [
        { kind: 'text', identifier: 'A', image: null, content: [{ text: 'an ' }, { name: 'b' }] },
        { kind: 'image', identifier: 'B', image: picture, objectLabel: 'b', top: 3, left: 4, matchMax: 0, content: [] },
      ],
      content: [
        {
          children: [
            {},
            { type: 'gap', identifier: 'G', classes: ['qti-input-width-15'], required: true, matchGroup: ['A'] },
            {},
          ],
        },
      ],
    });
  });

  it.each([
    ['no gap', text, pairs],
    ['nothing to fill it', gap, pairs],
    ['a gap twice', text + gap + gap, pairs],
    ['a choice twice', text + text + gap, pairs],
    ['an image without a picture', `<qti-gap-img identifier="B" match-max="1"/>${gap}`, pairs],
    ['identifiers', text + gap, [response('R', 'multiple', 'identifier')]],
  ])('with %s is refused', (_, inner, responses) => {
    expect(readBodyXml(xml(inner), responses)).toMatchObject({ status: 'refused', messages: [{ line: 2 }] });
  });

  it('may be bound to a single pair', () => {
    expect(readBodyXml(xml(text + gap), [response('R', 'single', 'directedPair')]).status).toBe('ok');
  });
});
