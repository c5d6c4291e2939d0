import { describe, expect, it } from 'vitest';
import { readBodyXml } from '../../testing/body-xml.ts';

const MATH = 'xmlns="http://www.w3.org/1998/Math/MathML"';
const SVG = 'xmlns="http://www.w3.org/2000/svg"';

describe('content is kept as a tree', () => {
  it('with its structure and its attributes', () => {
    const { status, content } = readBodyXml(
      `<p xml:lang="de" id="p1" class="qti-align-center own" data-catalog-idref="c1" aria-describedby="a b" dir="ltr">Read
         <code>650 _0</code> and <a href="https://example.org/a?b=c">this</a> <img src="images/my sign.png" alt="A sign" width="40"/></p>`,
    );
    expect(status).toBe('ok');
    const attributes = { lang: 'de', id: 'p1', class: 'qti-align-center own', dir: 'ltr' };
    expect(content).toMatchObject([
      {
        namespace: 'html',
        name: 'p',
        attributes: { ...attributes, 'data-catalog-idref': 'c1', 'aria-describedby': 'a b' },
        children: [
          { type: 'text' },
          { name: 'code', children: [{ text: '650 _0' }] },
          { text: ' and ' },
          { name: 'a', attributes: { href: 'https://example.org/a?b=c' } },
          { text: ' ' },
          { name: 'img', attributes: { src: 'images/my sign.png', alt: 'A sign', width: '40' }, children: [] },
        ],
      },
    ]);
  });

  it('without the layout of the source between blocks, with the spaces between words', () => {
    const { content } = readBodyXml(`
      <table> <caption>Loans</caption> <tr> <th scope="col">Day</th> </tr> </table>
      <p> <b>a</b> <i>b</i><span> </span><u>c</u> </p>`);
    expect(content).toMatchObject([
      { name: 'table', children: [{ name: 'caption' }, { name: 'tr', children: [{ name: 'th' }] }] },
      {
        name: 'p',
        children: [
          { name: 'b' },
          { text: ' ' },
          { name: 'i' },
          { name: 'span', children: [{ text: ' ' }] },
          { name: 'u' },
        ],
      },
    ]);
  });

  it.each([
    ['a definition list', '<dl><dt>a</dt><dd><p>b</p></dd></dl>'],
    ['ruby', '<p><ruby>東<rp>(</rp><rt>tō</rt><rp>)</rp></ruby></p>'],
    ['a figure', '<figure><img src="a.png" alt="a"/><figcaption>c</figcaption></figure>'],
    ['details', '<details open="open"><summary>s</summary><p>t</p></details>'],
    ['a table with groups', '<table><colgroup><col span="2"/></colgroup><thead><tr><th>a</th></tr></thead></table>'],
    ['a list that counts down', '<ol reversed="true" start="-1" type="A"><li value="3">a</li></ol>'],
    [
      'a picture',
      '<p><picture><source srcset="a.webp 1x, b.webp 2x" type="image/webp"/><img src="a.png" alt=""/></picture></p>',
    ],
    [
      'a film with captions',
      '<video width="320" controls="controls"><source src="a.mp4" type="video/mp4"/><track src="a.vtt" kind="captions" srclang="en"/></video>',
    ],
    ['directions', '<p><bdo dir="rtl">a</bdo><bdi>b</bdi></p>'],
    ['a line within the text', '<p>a<br/>b</p>'],
    ['a place in the text', '<p><a href="#p2">a</a></p>'],
    ['outdated words', '<p><acronym title="x">a</acronym><big>b</big><tt>c</tt></p>'],
  ])('%s is read in full', (_, inner) => {
    const { status, texts } = readBodyXml(inner);
    expect(texts).toEqual([]);
    expect(status).toBe('ok');
  });

  it.each([
    ['a row outside a table', '<tr><td>y</td></tr>', '<tr> cannot stand inside <qti-item-body>'],
    ['text in a row', '<table><tr>y</tr></table>', 'text cannot stand directly in <tr>'],
    ['a list inside words', '<p><b><ul><li>y</li></ul></b></p>', '<ul> cannot stand inside <b>'],
    ['a choice outside an interaction', '<qti-simple-choice identifier="A"/>', '<qti-simple-choice> is not supported'],
    ['a too long text', `<p data-x="${'x'.repeat(2_001)}">y</p>`, 'must not be longer than 2000'],
  ])('%s is reported', (_, inner, text) => {
    expect(readBodyXml(inner).texts).toEqual([expect.stringContaining(text)]);
  });

  it('a paragraph that holds a block is read as a div, so that nothing of it is lost', () => {
    const { texts, content } = readBodyXml('<p>x<span>y<div>z</div></span></p>');
    expect(texts[0]).toContain('<div> cannot stand inside <p>, which is read as <div>');
    expect(content).toMatchObject([
      { name: 'div', children: [{ text: 'x' }, { name: 'div', children: [{}, { name: 'div' }] }] },
    ]);
  });

  it('a block inside words, and elements of mere looks, leave their words', () => {
    const { texts, content } = readBodyXml('<p><b>a<div>b</div></b> <font color="red">c</font></p>');
    expect(texts).toHaveLength(2);
    const words = [{ text: 'a' }, { text: ' ' }, { text: 'b' }, { text: ' ' }];
    expect(content).toMatchObject([{ children: [{ name: 'b', children: words }, { text: ' ' }, { text: 'c' }] }]);
  });
});

describe('objects become what they show', () => {
  it.each([
    ['image/png', 'a.png', { name: 'img', attributes: { src: 'a.png', alt: 'A map', width: '20' } }],
    ['audio/mpeg', 'a.mp3', { name: 'audio', children: [{ name: 'source', attributes: { src: 'a.mp3' } }, {}] }],
    ['video/mp4', 'a.mp4', { name: 'video', attributes: { width: '20' } }],
    ['application/pdf', 'a.pdf', { name: 'a', attributes: { href: 'a.pdf' }, children: [{ text: 'A map' }] }],
  ])('%s', (type, data, node) => {
    const { content } = readBodyXml(`<p><object type="${type}" data="${data}" width="20">A map</object></p>`);
    expect(content).toMatchObject([{ children: [node] }]);
  });

  it('of another type they leave their words', () => {
    const { status, content } = readBodyXml(
      '<div><object type="text/html" data="a.html">In <b>words</b></object></div>',
    );
    expect(status).toBe('loss');
    expect(content).toMatchObject([{ children: [{ text: 'In ' }, { name: 'b' }] }]);
  });
});

describe('MathML and SVG', () => {
  it('presentation MathML is kept, with its annotation as text', () => {
    const { status, content } = readBodyXml(
      `<p><math ${MATH} display="block"><semantics><mrow> <mi mathvariant="bold">x</mi> <mo>=</mo> <mfrac linethickness="2px"><mn>1</mn><mn>2</mn></mfrac> </mrow>
        <annotation encoding="application/x-tex">x=\\frac12</annotation></semantics></math></p>`,
    );
    expect(status).toBe('ok');
    const row = { namespace: 'math', name: 'mrow', children: [{ name: 'mi' }, { name: 'mo' }, { name: 'mfrac' }] };
    const semantics = {
      name: 'semantics',
      children: [row, { name: 'annotation', children: [{ text: 'x=\\frac12' }] }],
    };
    expect(content).toMatchObject([{ children: [{ namespace: 'math', name: 'math', children: [semantics] }] }]);
  });

  it('a math element without its namespace is what it is called', () => {
    const { content } = readBodyXml('<p><math><mi>x</mi></math></p>');
    expect(content).toMatchObject([{ children: [{ namespace: 'math', children: [{ name: 'mi' }] }] }]);
  });

  it('a drawing keeps its shapes, gradients and references within itself', () => {
    const { status, texts } = readBodyXml(
      `<p><svg ${SVG} viewBox="0 0 10 10" role="img" aria-label="A dot"><title>Dot</title><defs><linearGradient id="g"><stop offset="50%" stop-color="#f00"/></linearGradient></defs>
        <g transform="translate(1, 2) rotate(-45)"><circle cx="5" cy="5" r="2.5" fill="url(#g)" stroke-width="0.5"/><path d="M0 0 L1.5,-2e3 Z"/><text x="1" y="2" font-family="Arial, sans-serif">a<tspan dx="1">b</tspan></text></g></svg></p>`,
    );
    expect(texts).toEqual([]);
    expect(status).toBe('ok');
  });
});

describe('speech markup', () => {
  it('leaves its words, and is reported', () => {
    const { texts, content } = readBodyXml(
      '<p>The <s:say-as xmlns:s="http://www.w3.org/2010/10/synthesis" interpret-as="date">1st</s:say-as> day</p>',
    );
    expect(texts).toEqual([expect.stringContaining('markup for speech')]);
    expect(content).toMatchObject([{ children: [{ text: 'The ' }, { text: '1st' }, { text: ' day' }] }]);
  });
});
