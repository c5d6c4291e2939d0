import fc from 'fast-check';
import type { ContentNode, MediaObject, RubricNode } from '../model/content.ts';
import { VIEWS } from '../model/declarations.ts';
import { identifier, words } from './arbitrary-value.ts';

const text = words.map((content): ContentNode => ({ type: 'text', text: content }));

/** An element of content. */
export function element(
  name: string,
  children: readonly ContentNode[],
  attributes: Readonly<Record<string, string>> = {},
  namespace: 'html' | 'math' | 'svg' = 'html',
): ContentNode {
  return { type: 'element', namespace, name, attributes, children };
}

const attributes = fc.oneof(
  fc.constant({}),
  fc.record({ lang: fc.constant('de-AT'), class: fc.constant('qti-bordered own'), title: words }),
  fc.record({ 'data-note': words, 'aria-label': words }),
);

const formula = fc.constant(
  element(
    'math',
    [element('mrow', [element('mi', [{ type: 'text', text: 'x' }], {}, 'math')], {}, 'math')],
    {},
    'math',
  ),
);
const drawing = fc.constant(
  element(
    'svg',
    [element('circle', [], { cx: '5', cy: '5', r: '4', fill: 'red' }, 'svg')],
    { viewBox: '0 0 10 10' },
    'svg',
  ),
);
const picture = words.map((alt) => element('img', [], { src: 'images/sign.png', alt, width: '20' }));
const emphasis = fc
  .tuple(fc.constantFrom('em', 'strong', 'code', 'span', 'sub'), attributes, text)
  .map(([name, given, child]) => element(name, [child], given));

/** What stands in a line; no two texts beside one another. */
export const line: fc.Arbitrary<readonly ContentNode[]> = fc
  .tuple(text, fc.array(fc.oneof(emphasis, picture, formula, drawing), { maxLength: 3 }), fc.option(text))
  .map(([first, middle, last]) => [first, ...middle, ...(last === null || middle.length === 0 ? [] : [last])]);

const paragraph = fc.tuple(attributes, line).map(([given, children]) => element('p', children, given));
const item = (name: string) => line.map((children) => element(name, children));

/** Blocks: paragraphs, lists, tables and what nests them. */
export const blocks: fc.Arbitrary<readonly ContentNode[]> = fc.array(
  fc.oneof(
    paragraph,
    line.map((children) => element('pre', children)),
    fc.array(item('li'), { minLength: 1, maxLength: 2 }).map((children) => element('ul', children)),
    fc
      .array(item('td'), { minLength: 1, maxLength: 2 })
      .map((cells) => element('table', [element('tbody', [element('tr', cells)])])),
    fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((children) => element('div', children)),
    fc.constant(element('hr', [])),
  ),
  { minLength: 1, maxLength: 3 },
);

/** Content of a choice: a line or blocks. */
export const flow = fc.oneof(line, blocks);

export const rubric: fc.Arbitrary<RubricNode> = fc.record({
  type: fc.constant('rubric' as const),
  id: fc.option(identifier),
  use: fc.constantFrom('instructions' as const, 'scoring' as const, 'ext:rationale' as const, null),
  view: fc.uniqueArray(fc.constantFrom(...VIEWS), { minLength: 1, maxLength: 3 }),
  classes: fc.uniqueArray(fc.constantFrom('qti-rubric-inline', 'own'), { maxLength: 2 }),
  catalogIdref: fc.constant(null),
  content: blocks,
});

const size = fc.option(fc.integer({ min: 1, max: 900 }));

/** A picture in the package. */
export const image: fc.Arbitrary<MediaObject> = fc.record({
  kind: fc.constant('image' as const),
  sources: fc.constantFrom(
    [{ data: 'images/map.png', mimeType: null }],
    [{ data: 'images/map.png', mimeType: 'image/png' }],
    [
      { data: 'images/map.png', mimeType: null },
      { data: 'images/map.webp', mimeType: 'image/webp' },
    ],
  ),
  width: size,
  height: size,
  alt: fc.oneof(
    words.map((alt) => alt.replace(/\s+/g, '')),
    fc.constant(''),
  ),
  tracks: fc.constant([]),
});

/** A sound or film with captions. */
export const player: fc.Arbitrary<MediaObject> = fc.constantFrom('audio' as const, 'video' as const).map((kind) => ({
  kind,
  sources: [
    { data: 'media/one.mp4', mimeType: 'video/mp4' },
    { data: 'media/one.webm', mimeType: null },
  ],
  width: kind === 'video' ? 320 : null,
  height: null,
  alt: 'A talk',
  tracks: [{ src: 'media/one.vtt', kind: 'captions', language: 'en', label: 'English' }],
}));
