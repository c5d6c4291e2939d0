import { describe, expect, it } from 'vitest';
import { readBodyXml } from '../../testing/body-xml.ts';

const SVG = 'xmlns="http://www.w3.org/2000/svg"';
const MATH = 'xmlns="http://www.w3.org/1998/Math/MathML"';
const XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"';

describe('nothing hostile survives, and each is reported with its line', () => {
  it.each([
    ['a script', '<script>alert("evil")</script>'],
    ['a script inside words', '<p>a<b><script src="evil.js"/></b></p>'],
    ['a script in SVG', `<svg ${SVG}><script>evil</script></svg>`],
    ['a script in MathML', `<math ${MATH}><mtext><script>evil</script></mtext></math>`],
    ['XHTML by its own namespace', '<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x" onerror="evil"/>'],
    ['a script by the namespace of XHTML', '<h:script xmlns:h="http://www.w3.org/1999/xhtml">evil</h:script>'],
    ['another namespace', '<e:p xmlns:e="urn:example">evil</e:p>'],
    ['an event handler', '<p onclick="evil">x</p>'],
    ['an event handler in capitals', '<p onClick="evil">x</p>'],
    ['an event handler of SVG', `<svg ${SVG} onload="evil"/>`],
    ['an event handler of MathML', `<math ${MATH} onfocus="evil"><mi>x</mi></math>`],
    ['an event handler of media', '<video src="a.mp4" onerror="evil"/>'],
    ['a style', '<p style="background:url(https://evil)">x</p>'],
    ['a style element', '<style>evil</style>'],
    ['a style element in SVG', `<svg ${SVG}><style>evil</style></svg>`],
    ['a style sheet', '<link rel="stylesheet" href="evil.css"/>'],
    ['an iframe', '<iframe src="https://evil"/>'],
    ['an embed', '<embed src="evil.swf"/>'],
    ['an applet', '<applet code="evil"/>'],
    ['a form', '<form action="https://evil"><input name="evil"/></form>'],
    ['a button', '<button formaction="https://evil">evil</button>'],
    ['a base', '<base href="https://evil"/>'],
    ['a meta refresh', '<meta http-equiv="refresh" content="0;url=https://evil"/>'],
    ['a template', '<template><img src="evil"/></template>'],
    ['a noscript', '<noscript>evil</noscript>'],
    ['an object of HTML', '<object type="text/html" data="evil.html"/>'],
    ['an object of Flash', '<object data="evil.swf" type="application/x-shockwave-flash"/>'],
    ['an object without a type', '<object data="evil"/>'],
    ['an object elsewhere', '<object type="image/png" data="https://evil/x.png"/>'],
    ['parameters of an object', '<object type="image/png" data="x.png"><param name="evil" value="evil"/></object>'],
    ['a javascript link', '<a href="javascript:evil()">x</a>'],
    ['one in odd capitals', '<a href="JaVaScRiPt:evil()">x</a>'],
    ['one behind spaces', '<a href=" &#32; javascript:evil()">x</a>'],
    ['one with a tab inside', '<a href="java&#9;script:evil()">x</a>'],
    ['one with a line feed inside', '<a href="java&#10;script:evil()">x</a>'],
    ['one behind an invisible character', '<a href="&#x200B;javascript:evil()">x</a>'],
    ['a vbscript link', '<a href="vbscript:evil">x</a>'],
    ['a data link', '<a href="data:text/html,evil">x</a>'],
    ['a file link', '<a href="file:///evil">x</a>'],
    ['a link of SVG', `<svg ${SVG} ${XLINK}><a xlink:href="javascript:evil"><text>evil</text></a></svg>`],
    ['a link of MathML', `<math ${MATH} href="javascript:evil"><mi>x</mi></math>`],
    ['an action of MathML', `<math ${MATH}><maction actiontype="statusline#evil"><mi>evil</mi></maction></math>`],
    [
      'foreign markup of MathML',
      `<math ${MATH}><semantics><mi>x</mi><annotation-xml encoding="text/html"><b>evil</b></annotation-xml></semantics></math>`,
    ],
    ['foreign markup of SVG', `<svg ${SVG}><foreignObject><p>evil</p></foreignObject></svg>`],
    ['an animation', `<svg ${SVG}><animate attributeName="href" values="javascript:evil"/></svg>`],
    ['a set', `<svg ${SVG}><set attributeName="onload" to="evil"/></svg>`],
    ['a drawing elsewhere', `<svg ${SVG} ${XLINK}><use xlink:href="https://evil/a.svg#b"/></svg>`],
    ['a drawing as data', `<svg ${SVG}><use href="data:image/svg+xml;base64,evil"/></svg>`],
    ['a picture in a drawing', `<svg ${SVG}><image href="https://evil/a.png"/></svg>`],
    ['a paint elsewhere', `<svg ${SVG}><rect fill="url(https://evil#a)"/></svg>`],
    ['a filter elsewhere', `<svg ${SVG}><rect filter="url(https://evil#a)"/></svg>`],
    ['an image of data', '<img src="data:image/svg+xml,evil" alt="x"/>'],
    ['an image of data in base64 of SVG', '<img src="data:image/svg+xml;base64,evil" alt="x"/>'],
    ['an image without a scheme', '<img src="//evil/x.png" alt="x"/>'],
    ['an image by backslashes', '<img src="\\\\evil\\x.png" alt="x"/>'],
    ['an image by http', '<img src="http://evil/x.png" alt="x"/>'],
    ['an image by https, which tells another site', '<img src="https://evil/x.png" alt="x"/>'],
    ['an image of the app', '<img src="/evil/logout" alt="x"/>'],
    ['a set of images', '<img src="a.png" srcset="b.png 1x, https://evil/c.png 2x" alt="x"/>'],
    ['a film elsewhere', '<video><source src="https://evil/a.mp4"/></video>'],
    ['a poster elsewhere', '<video poster="https://evil/a.png" src="a.mp4"/>'],
    ['captions elsewhere', '<video src="a.mp4"><track src="https://evil/a.vtt"/></video>'],
    ['a ping', '<a href="a.html" ping="https://evil">x</a>'],
    ['a target', '<a href="a.html" target="evil">x</a>'],
    ['an image map', '<map name="evil"><area href="evil"/></map>'],
    ['a name that shadows a property', '<a name="evil">x</a>'],
    ['an editable element', '<p contenteditable="evil">x</p>'],
    ['a name of Object.prototype', '<constructor>evil</constructor>'],
    ['attributes of Object.prototype', '<p __proto__="evil" constructor="evil">x</p>'],
    ['a data attribute of a wild name', '<p data-="evil" data-é="evil">x</p>'],
    ['a class with quotes', '<p class="&quot;&gt;evil">x</p>'],
    ['an included document', '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="evil.xml"/>'],
    ['a dialog', '<dialog open="open">evil</dialog>'],
    ['a slot', '<slot name="evil"/>'],
    ['an element of no standard', '<x-evil/>'],
    ['a plain text trap', '<plaintext>evil</plaintext>'],
    ['something inside tables', '<table><script>evil</script><tr><td><iframe src="evil"/></td></tr></table>'],
    [
      'something inside lists',
      '<ul><li><object data="evil.html" type="text/html"><script>evil</script></object></li></ul>',
    ],
  ])('%s', (_, inner) => {
    const { status, content, messages } = readBodyXml(`<div>\n${inner}</div>`);
    expect(status).toBe('loss');
    expect(JSON.stringify(content)).not.toContain('evil');
    expect(messages.length).toBeGreaterThan(0);
    for (const { line, text } of messages) {
      expect(line).toBe(3);
      expect(text).toMatch(/left out|kept/);
    }
  });

  it.each([
    ['an escaped tag is text', 'a &lt;script&gt; b', 'a <script> b'],
    ['CDATA is text', '<![CDATA[<img src=x onerror=evil()>]]>', '<img src=x onerror=evil()>'],
  ])('%s', (_, inner, text) => {
    const { status, content } = readBodyXml(`<p>${inner}</p>`);
    expect(status).toBe('ok');
    expect(content).toMatchObject([{ name: 'p', children: [{ type: 'text', text }] }]);
  });

  it('a picture written out as data stays, up to its limit', () => {
    const picture = (length: number) => `<p><img alt="" src="data:image/png;base64,${'A'.repeat(length)}"/></p>`;
    expect(readBodyXml(picture(1_000)).status).toBe('ok');
    expect(readBodyXml(picture(200_001)).texts).toEqual([expect.stringContaining('longer than 200000 characters')]);
  });
});
