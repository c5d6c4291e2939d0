import { describe, expect, it } from 'vitest';
import { firstInteraction, readBodyXml, response } from '../../testing/body-xml.ts';

const IMAGE = '<img src="map.png" alt="A map" width="200" height="100"/>';
const PICTURE = {
  kind: 'image',
  sources: [{ data: 'map.png', mimeType: null }],
  width: 200,
  height: 100,
  alt: 'A map',
  tracks: [],
};
const hotspot = (id: string, area = 'shape="circle" coords="10,20,5"', more = '') =>
  `<qti-hotspot-choice identifier="${id}" ${area} ${more}/>`;
const target = (id: string, more = 'match-max="1"') =>
  `<qti-associable-hotspot identifier="${id}" shape="rect" coords="0,0,10,10" ${more}/>`;
const xml = (kind: string, inner: string, attributes = '') =>
  `<qti-${kind}-interaction response-identifier="R" ${attributes}>${inner}</qti-${kind}-interaction>`;

const one = [response('R', 'single', 'identifier')];
const many = [response('R', 'multiple', 'identifier')];
const pairs = [response('R', 'multiple', 'pair')];
const directed = [response('R', 'multiple', 'directedPair')];

describe('a hotspot interaction', () => {
  it('is read in full, with each shape', () => {
    const inner = `<qti-prompt>Where?</qti-prompt>${IMAGE}
      ${hotspot('A', undefined, 'hotspot-label="north" template-identifier="TEMPLATE" show-hide="hide"')}
      ${hotspot('B', 'shape="rect" coords="0, 0, 10, 10"', 'aria-label="south"')}
      ${hotspot('C', 'shape="ellipse" coords="5,5,3,2"')}${hotspot('D', 'shape="poly" coords="0,0,5,0,5,5"')}
      ${hotspot('E', 'shape="default"')}`;
    const { status, content } = readBodyXml(xml('hotspot', inner, 'max-choices="0" min-choices="1"'), many);
    expect(status).toBe('ok');
    expect(firstInteraction(content, 'hotspot')).toMatchObject({
      prompt: [{ text: 'Where?' }],
      image: PICTURE,
      minChoices: 1,
      maxChoices: 0,
      hotspots: [
        {
          identifier: 'A',
          area: { shape: 'circle', coords: [10, 20, 5] },
          label: 'north',
          templateVariable: 'TEMPLATE',
          showHide: 'hide',
        },
        { identifier: 'B', area: { shape: 'rect', coords: [0, 0, 10, 10] }, label: 'south' },
        { area: { shape: 'ellipse', coords: [5, 5, 3, 2] }, label: null },
        { area: { shape: 'poly', coords: [0, 0, 5, 0, 5, 5] } },
        { area: { shape: 'default', coords: [] } },
      ],
    });
  });

  it('by default lets one be chosen', () => {
    const { content } = readBodyXml(xml('hotspot', IMAGE + hotspot('A')), one);
    expect(firstInteraction(content, 'hotspot')).toMatchObject({ minChoices: 0, maxChoices: 1 });
  });

  it.each([
    ['no image', hotspot('A'), one],
    ['no hotspots', IMAGE, one],
    ['an identifier twice', IMAGE + hotspot('A') + hotspot('A'), one],
    ['a circle of two numbers', IMAGE + hotspot('A', 'shape="circle" coords="1,2"'), one],
    ['a polygon of two points', IMAGE + hotspot('A', 'shape="poly" coords="1,2,3,4"'), one],
    ['coordinates that are words', IMAGE + hotspot('A', 'shape="rect" coords="a,b,c,d"'), one],
    ['a shape that is none', IMAGE + hotspot('A', 'shape="star" coords="1,2,3"'), one],
    ['points', IMAGE + hotspot('A'), [response('R', 'multiple', 'point')]],
  ])('with %s is refused', (_, inner, responses) => {
    expect(readBodyXml(xml('hotspot', inner), responses)).toMatchObject({ status: 'refused', messages: [{ line: 2 }] });
  });

  it('with coordinates in percent is read in pixels of the image, with a message', () => {
    const { texts, content } = readBodyXml(
      xml('hotspot', IMAGE + hotspot('A', 'shape="circle" coords="50%,50%,10%"')),
      one,
    );
    expect(texts).toEqual([expect.stringContaining('read as the pixels 100,50,10')]);
    expect(firstInteraction(content, 'hotspot').hotspots).toMatchObject([{ area: { coords: [100, 50, 10] } }]);
  });

  it('with coordinates in percent of an image without a size leaves the hotspot out', () => {
    const inner = `<img src="map.png" alt=""/>${hotspot('A', 'shape="rect" coords="0%,0%,5%,5%"')}${hotspot('B')}`;
    const { status, content } = readBodyXml(xml('hotspot', inner), one);
    expect(status).toBe('loss');
    expect(firstInteraction(content, 'hotspot').hotspots).toMatchObject([{ identifier: 'B' }]);
  });

  it.each([
    ['an object', '<object data="map.png" type="image/png" width="200" height="100">A map</object>', 'image/png'],
    ['a picture', `<picture><source srcset="map.webp 2x" type="image/webp"/>${IMAGE}</picture>`, null],
  ])('takes %s as its image', (_, image, mimeType) => {
    const { status, content } = readBodyXml(xml('hotspot', image + hotspot('A')), one);
    expect(status).toBe('ok');
    const read = firstInteraction(content, 'hotspot').image;
    expect(read).toMatchObject({ kind: 'image', width: 200, height: 100, alt: 'A map' });
    expect(read.sources[0]).toEqual({ data: 'map.png', mimeType });
  });

  it('with an image from elsewhere is read without it, with a message', () => {
    const { texts, content } = readBodyXml(
      xml('hotspot', `<img src="https://example.org/a.png" alt="x"/>${hotspot('A')}`),
      one,
    );
    expect(texts).toEqual([expect.stringContaining('put the file into the package')]);
    expect(firstInteraction(content, 'hotspot').image.sources).toEqual([]);
  });
});

describe('the other graphic interactions are read in full, with their defaults', () => {
  const filler = `<qti-gap-img identifier="F" match-max="1">${IMAGE}</qti-gap-img><qti-gap-text identifier="T" match-max="2">t</qti-gap-text>`;

  it('graphic order', () => {
    const { status, content } = readBodyXml(xml('graphic-order', IMAGE + hotspot('A') + hotspot('B')), [
      response('R', 'ordered', 'identifier'),
    ]);
    expect(status).toBe('ok');
    expect(firstInteraction(content, 'graphic-order')).toMatchObject({
      minChoices: null,
      maxChoices: null,
      hotspots: [{}, {}],
      image: PICTURE,
    });
  });

  it('graphic associate', () => {
    const { status, content } = readBodyXml(
      xml('graphic-associate', IMAGE + target('A') + target('B', 'match-max="0" match-min="1" match-group="A"')),
      pairs,
    );
    expect(status).toBe('ok');
    const hotspots = [
      { matchMax: 1, matchMin: 0, matchGroup: [] },
      { matchMax: 0, matchMin: 1, matchGroup: ['A'] },
    ];
    expect(firstInteraction(content, 'graphic-associate')).toMatchObject({
      associations: { min: 0, max: 1 },
      hotspots,
    });
  });

  it('graphic gap match', () => {
    const { status, content } = readBodyXml(xml('graphic-gap-match', IMAGE + filler + target('A')), directed);
    expect(status).toBe('ok');
    const choices = [
      { kind: 'image', image: PICTURE },
      { kind: 'text', content: [{ text: 't' }] },
    ];
    expect(firstInteraction(content, 'graphic-gap-match')).toMatchObject({
      associations: { min: 0, max: 1 },
      choices,
      hotspots: [{ identifier: 'A' }],
    });
  });

  it('select point, without a limit', () => {
    const { status, content } = readBodyXml(xml('select-point', IMAGE), [response('R', 'multiple', 'point')]);
    expect(status).toBe('ok');
    expect(firstInteraction(content, 'select-point')).toMatchObject({ minChoices: 0, maxChoices: 0, image: PICTURE });
  });

  it('select point with a single response, which takes one', () => {
    const { status, content } = readBodyXml(xml('select-point', IMAGE), [response('R', 'single', 'point')]);
    expect([status, firstInteraction(content, 'select-point').maxChoices]).toEqual(['ok', 1]);
  });

  it.each([
    ['graphic-order', IMAGE + hotspot('A'), many],
    ['graphic-associate', IMAGE + target('A'), directed],
    ['graphic-gap-match', IMAGE + filler + target('A'), pairs],
    ['graphic-gap-match', IMAGE + target('A'), directed],
    ['select-point', IMAGE, many],
    ['select-point', '', [response('R', 'single', 'point')]],
    ['drawing', IMAGE, one],
  ])('%s bound wrongly, or without what it needs, is refused', (kind, inner, responses) => {
    expect(readBodyXml(xml(kind, inner), responses)).toMatchObject({ status: 'refused', messages: [{ line: 2 }] });
  });
});

describe('a position object stage', () => {
  const place = (id: string, attributes = '') =>
    `<qti-position-object-interaction response-identifier="${id}" ${attributes}><img src="pin.png" alt="Pin" width="8" height="9"/></qti-position-object-interaction>`;
  const stage = (inner: string) => `<qti-position-object-stage>${IMAGE}${inner}</qti-position-object-stage>`;
  const points = [response('R', 'multiple', 'point'), response('S', 'single', 'point')];

  it('gives its image to each of its interactions', () => {
    const { status, content } = readBodyXml(
      stage(place('R', 'max-choices="3" min-choices="1" center-point="4 9"') + place('S')),
      points,
    );
    expect(status).toBe('ok');
    expect(content).toMatchObject([
      {
        interaction: 'position-object',
        stage: PICTURE,
        image: { width: 8 },
        minChoices: 1,
        maxChoices: 3,
        centerPoint: [4, 9],
      },
      { responseIdentifier: 'S', stage: PICTURE, minChoices: 0, maxChoices: 1, centerPoint: null },
    ]);
  });

  it.each([
    ['an interaction without a stage', place('R')],
    ['a stage without an interaction', stage('')],
    ['a stage without an image', `<qti-position-object-stage>${place('R')}</qti-position-object-stage>`],
  ])('%s is refused', (_, inner) => {
    expect(readBodyXml(inner, points)).toMatchObject({ status: 'refused', messages: [{ line: 2 }] });
  });
});
