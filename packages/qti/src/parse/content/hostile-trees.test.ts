import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContentNode } from '../../model/content.ts';
import { readBodyXml } from '../../testing/body-xml.ts';

const SVG = ' xmlns="http://www.w3.org/2000/svg"';
const MATH = ' xmlns="http://www.w3.org/1998/Math/MathML"';
const NAMES = ['p', 'div', 'b', 'span', 'table', 'tr', 'td', 'ul', 'li', 'a', 'img', 'object', 'video', 'picture']
  .concat([
    'svg',
    'math',
    'mi',
    'mtext',
    'semantics',
    'annotation-xml',
    'use',
    'rect',
    'text',
    'foreignObject',
    'image',
  ])
  .concat(['script', 'style', 'iframe', 'form', 'input', 'meta', 'base', 'link', 'embed', 'animate', 'set', 'maction'])
  .concat(['qti-content-body', 'qti-prompt', 'qti-feedback-block', 'qti-choice-interaction', 'qti-unknown']);
const ATTRIBUTES = [
  'href',
  'src',
  'data',
  'srcset',
  'poster',
  'action',
  'style',
  'onclick',
  'onload',
  'class',
  'id',
  'fill',
].concat([
  'type',
  'data-x',
  'xml:base',
  'formaction',
  'background',
  'content',
  'values',
  'clip-path',
  'longdesc',
  'cite',
]);
const VALUES = ['javascript:alert(1)', ' java&#9;script:alert(1)', 'https://example.org/x', '//example.org/x', 'a.png']
  .concat(['data:text/html,x', 'data:image/svg+xml;base64,AAAA', 'text/html', 'image/png', 'url(https://example.org)'])
  .concat(['url(#a)', '#a', 'vbscript:x', 'a.png 1x, https://example.org/b 2x', 'expression(alert(1))', 'x']);

const attributes = fc.uniqueArray(fc.tuple(fc.constantFrom(...ATTRIBUTES), fc.constantFrom(...VALUES)), {
  selector: ([name]) => name,
  maxLength: 3,
});
const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom('words', ' ', '&lt;script&gt;'),
    fc
      .tuple(
        fc.constantFrom(...NAMES),
        fc.constantFrom('', '', SVG, MATH),
        attributes,
        fc.array(tie('tree'), { maxLength: 3 }),
      )
      .map(([name, uri, given, children]) => {
        const written = given.map(([key, value]) => ` ${key}="${value}"`).join('');
        return `<${name}${uri}${written}>${children.join('')}</${name}>`;
      }),
  ),
}));

const NEVER =
  /^(script|style|iframe|form|input|meta|base|link|embed|animate|set|maction|foreignobject|image|annotation-xml|object)$/i;
const ADDRESSES = /^(href|src|srcset|poster|cite|longdesc|action|formaction|background|data|xlink:href)$/;

/** What is wrong in what a browser would be given; told without the tables that the reader goes by. */
function faults(nodes: readonly ContentNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return 'content' in node ? faults(node.content) : [];
    const inner = faults(node.children);
    if (NEVER.test(node.name) || node.name.startsWith('qti-')) inner.push(`<${node.name}>`);
    for (const [name, value] of Object.entries(node.attributes)) {
      const isAddress = ADDRESSES.test(name);
      const unsafe =
        isAddress &&
        !/^(#|a\.png|x$|image\/png|text\/html|url\(#a\)|expression)/.test(value) &&
        !(name === 'href' && /^https:/.test(value));
      const elsewhere =
        isAddress && name !== 'href' && name !== 'cite' && name !== 'longdesc' && value.includes('example.org');
      const remote =
        !isAddress && !name.startsWith('data-') && name !== 'class' && /url\((?!#)|script:|expression/.test(value);
      if (/^on|^style$|^action$|^formaction$|^background$/i.test(name) || elsewhere || remote)
        inner.push(`${name}=${value}`);
      if (unsafe && name !== 'cite' && name !== 'longdesc') inner.push(`${name}=${value}`);
    }
    return inner;
  });
}

describe('any tree of hostile parts', () => {
  it('leaves nothing that could run or call elsewhere, and never fails', () => {
    fc.assert(
      fc.property(tree, (xml) => {
        const { content } = readBodyXml(`<div>${xml}</div>`);
        expect(faults(content)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is told by this check: a planted fault is found', () => {
    const plant = (name: string, given: Record<string, string>): ContentNode[] => [
      { type: 'element', namespace: 'html', name, attributes: given, children: [] },
    ];
    expect(faults(plant('script', {}))).toHaveLength(1);
    expect(faults(plant('img', { src: 'https://example.org/x' }))).not.toHaveLength(0);
    expect(faults(plant('p', { onclick: 'x' }))).toHaveLength(1);
    expect(faults(plant('a', { href: 'javascript:alert(1)' }))).toHaveLength(1);
  });
});

describe('long hostile values take no long time', () => {
  it.each([
    ['a transformation of spaces', `<svg${SVG} transform="${' '.repeat(200_000)}x"/>`],
    ['a file name of endings', `<object data="${'.a?'.repeat(60_000)}&#10;"/>`],
    ['a media type of spaces', `<object data="a.mp3" type="audio/mpeg;a=${'b '.repeat(60_000)}"/>`],
    ['many ids', `<p aria-describedby="${'a '.repeat(100_000)}">x</p>`],
    ['a path of a drawing', `<svg${SVG}><path d="${'M0 0 '.repeat(60_000)}!"/></svg>`],
    ['nested spans', `${'<span>'.repeat(90)}<div>x</div>${'</span>'.repeat(90)}`],
    [
      'many images',
      `<qti-drawing-interaction response-identifier="R">${'<img/>'.repeat(40_000)}</qti-drawing-interaction>`,
    ],
  ])('%s', (_, xml) => {
    const before = performance.now();
    expect(readBodyXml(xml).status).not.toBe('ok');
    expect(performance.now() - before).toBeLessThan(30_000);
  });
});
