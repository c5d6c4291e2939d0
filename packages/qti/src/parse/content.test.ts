import { describe, expect, it } from 'vitest';
import type { ContentNode } from '../model/content.ts';
import { interactionsOf, plainText } from '../model/walk.ts';
import { itemXml } from '../testing/item-xml.ts';
import { parseItem } from './parse-item.ts';

function readPrompt(prompt: string): {
  status: string;
  nodes: readonly ContentNode[];
  json: string;
  messages: string[];
} {
  const result = parseItem(itemXml({ prompt }));
  if (result.status === 'refused')
    return { status: 'refused', nodes: [], json: '', messages: [result.messages[0].text] };
  const nodes = interactionsOf(result.item.body)[0]?.prompt ?? [];
  return {
    status: result.status,
    nodes,
    json: JSON.stringify(result.item),
    messages: result.messages.map(({ text }) => text),
  };
}

describe('hostile content is left out and reported', () => {
  it.each([
    ['a script', '<script>alert("evil")</script>'],
    ['a script in a namespace', '<svg xmlns="http://www.w3.org/2000/svg"><script>evil</script></svg>'],
    ['XHTML by its own namespace', '<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x" onerror="evil"/>'],
    ['an event handler', '<p onclick="evil">x</p>'],
    ['an event handler in capitals', '<p onClick="evil">x</p>'],
    ['a style', '<p style="background:url(https://evil)">x</p>'],
    ['a style element', '<style>evil</style>'],
    ['an iframe', '<iframe src="https://evil"/>'],
    ['an object', '<object data="evil.swf"/>'],
    ['a form', '<form action="https://evil"><input name="x"/></form>'],
    ['a base', '<base href="https://evil"/>'],
    ['a meta refresh', '<meta http-equiv="refresh" content="0;url=https://evil"/>'],
    ['a javascript link', '<a href="javascript:evil()">x</a>'],
    ['one in odd capitals', '<a href="JaVaScRiPt:evil()">x</a>'],
    ['one behind spaces', '<a href=" &#32; javascript:evil()">x</a>'],
    ['one with a tab inside', '<a href="java&#9;script:evil()">x</a>'],
    ['one with a line feed inside', '<a href="java&#10;script:evil()">x</a>'],
    ['a vbscript link', '<a href="vbscript:evil">x</a>'],
    ['a data link', '<a href="data:text/html,evil">x</a>'],
    ['an image of data', '<img src="data:image/svg+xml,evil" alt="x"/>'],
    ['an image without a scheme', '<img src="//evil/x.png" alt="x"/>'],
    ['an image by backslashes', '<img src="\\\\evil\\x.png" alt="x"/>'],
    ['an image by http', '<img src="http://evil/x.png" alt="x"/>'],
    ['an image of the app', '<img src="/evil/logout" alt="x"/>'],
    ['a srcset', '<img src="a.png" srcset="https://evil 2x" alt="x"/>'],
    ['a class of the app', '<p class="evil-overlay">x</p>'],
    ['a data attribute', '<p data-evil="1">x</p>'],
    ['a name of Object.prototype', '<constructor>evil</constructor>'],
    ['an attribute of Object.prototype', '<p __proto__="evil" constructor="evil">x</p>'],
  ])('%s', (_, prompt) => {
    const { status, json, messages } = readPrompt(prompt);
    expect(status).toBe('loss');
    expect(messages.length).toBeGreaterThan(0);
    expect(json).not.toContain('evil');
  });

  it.each([
    ['an unescaped tag in text is text', 'a &lt;script&gt; b', 'a <script> b'],
    ['CDATA is text', '<![CDATA[<img src=x onerror=evil()>]]>', '<img src=x onerror=evil()>'],
  ])('%s', (_, prompt, text) => {
    expect(readPrompt(prompt)).toMatchObject({ status: 'ok', nodes: [{ type: 'text', text }] });
  });

  it('nesting beyond the limit is refused', () => {
    expect(readPrompt('<span>'.repeat(200) + '</span>'.repeat(200)).status).toBe('refused');
  });
});

describe('content of QTI is kept as a tree', () => {
  it('with its structure and safe attributes', () => {
    const prompt = `<p xml:lang="de" id="p1" class="qti-align-center">Read <code>650 _0</code> and
      <a href="https://example.org/a?b=c">this</a> <img src="images/sign.png" alt="A sign" width="40"/></p>`;
    const { status, nodes } = readPrompt(prompt);
    expect(status).toBe('ok');
    expect(nodes).toMatchObject([
      {
        name: 'p',
        attributes: { lang: 'de', id: 'p1', class: 'qti-align-center' },
        children: [
          { text: 'Read ' },
          { name: 'code', children: [{ text: '650 _0' }] },
          { type: 'text' },
          { name: 'a', attributes: { href: 'https://example.org/a?b=c' } },
          { text: ' ' },
          { name: 'img', attributes: { src: 'images/sign.png', alt: 'A sign', width: '40' }, children: [] },
        ],
      },
    ]);
    expect(plainText(nodes)).toBe('Read 650 _0 and this A sign');
  });

  it('a table and a list without the layout of the source between their parts', () => {
    const prompt = `<table> <caption>Loans</caption>
        <tr> <th scope="col">Day</th> </tr> <tr><td colspan="2">Monday</td></tr> </table>
      <ol start="2"> <li>One</li> <li>Two</li> </ol>`;
    const { status, nodes } = readPrompt(prompt);
    expect(status).toBe('ok');
    expect(nodes.map((node) => node.type)).toEqual(['element', 'element']);
    expect(nodes[0]).toMatchObject({ children: [{ name: 'caption' }, { name: 'tr' }, { name: 'tr' }] });
    expect(nodes[1]).toMatchObject({ attributes: { start: '2' }, children: [{ name: 'li' }, { name: 'li' }] });
    expect(plainText(nodes)).toBe('Loans Day Monday One Two');
  });

  it.each([
    ['a block inside a paragraph', '<p>x<div>y</div></p>', '<div> cannot stand inside <p>'],
    ['a block inside a paragraph, deep', '<p><span><ul><li>y</li></ul></span></p>', '<ul> cannot stand inside <span>'],
    ['a row outside a table', '<tr><td>y</td></tr>', '<tr> cannot stand inside <qti-prompt>'],
    ['text in a row', '<table><tr>y</tr></table>', 'text cannot stand directly in <tr>'],
    [
      'an interaction inside a prompt',
      '<qti-choice-interaction response-identifier="RESPONSE"/>',
      'is not supported inside <qti-prompt>',
    ],
  ])('%s, which browsers would move, is reported', (_, prompt, text) => {
    const { status, messages } = readPrompt(prompt);
    expect(status).toBe('loss');
    expect(messages).toEqual([expect.stringContaining(text)]);
  });
});
