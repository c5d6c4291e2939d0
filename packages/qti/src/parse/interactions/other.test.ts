import { describe, expect, it } from 'vitest';
import { firstInteraction, readBodyXml, response } from '../../testing/body-xml.ts';

const integer = [response('R', 'single', 'integer')];
const float = [response('R', 'single', 'float')];
const file = [response('R', 'single', 'file')];
const boolean = [response('R', 'single', 'boolean')];
const string = [response('R', 'single', 'string')];
const xml = (kind: string, attributes: string, inner = '') =>
  `<qti-${kind}-interaction response-identifier="R" ${attributes}>${inner}</qti-${kind}-interaction>`;

describe('a slider interaction', () => {
  it('is read in full', () => {
    const all = 'lower-bound="-5" upper-bound="5" step="2" step-label="true" orientation="vertical" reverse="true"';
    const { status, content } = readBodyXml(xml('slider', all, '<qti-prompt>How far?</qti-prompt>'), integer);
    expect(status).toBe('ok');
    const read = { lowerBound: -5, upperBound: 5, step: 2, stepLabel: true, orientation: 'vertical', reverse: true };
    expect(firstInteraction(content, 'slider')).toMatchObject(read);
  });

  it('moves by 1 through integers and freely through floats, by default', () => {
    const stepOf = (responses: typeof integer) =>
      firstInteraction(readBodyXml(xml('slider', 'lower-bound="0" upper-bound="1"'), responses).content, 'slider').step;
    expect([stepOf(integer), stepOf(float)]).toEqual([1, 0]);
  });

  it.each([
    ['no upper bound', 'lower-bound="0"', integer],
    ['bounds the wrong way', 'lower-bound="2" upper-bound="1"', integer],
    ['a bound that is no number', 'lower-bound="low" upper-bound="1"', integer],
    ['strings', 'lower-bound="0" upper-bound="1"', string],
  ])('with %s is refused', (_, attributes, responses) => {
    expect(readBodyXml(xml('slider', attributes), responses)).toMatchObject({
      status: 'refused',
      messages: [{ line: 2 }],
    });
  });
});

describe('a media interaction', () => {
  const film =
    '<video width="320" height="240"><source src="a.mp4" type="video/mp4"/><source src="a.webm" type="video/webm"/><track src="a.vtt" kind="captions" srclang="en" label="English"/>A film</video>';

  it('is read in full', () => {
    const { status, content } = readBodyXml(
      xml('media', 'autostart="true" min-plays="1" max-plays="3" loop="true"', film),
      integer,
    );
    expect(status).toBe('ok');
    expect(firstInteraction(content, 'media')).toMatchObject({
      autostart: true,
      minPlays: 1,
      maxPlays: 3,
      loop: true,
      coords: [],
      media: {
        kind: 'video',
        sources: [
          { data: 'a.mp4', mimeType: 'video/mp4' },
          { data: 'a.webm', mimeType: 'video/webm' },
        ],
        width: 320,
        height: 240,
        alt: 'A film',
        tracks: [{ src: 'a.vtt', kind: 'captions', language: 'en', label: 'English' }],
      },
    });
  });

  it('by default waits for the candidate and counts without a limit; objects say by their type what they are', () => {
    const { status, content } = readBodyXml(
      xml('media', '', '<object data="a.mp3" type="audio/mpeg">A song</object>'),
      integer,
    );
    expect(status).toBe('ok');
    const media = { kind: 'audio', sources: [{ data: 'a.mp3', mimeType: 'audio/mpeg' }], alt: 'A song' };
    expect(firstInteraction(content, 'media')).toMatchObject({
      autostart: false,
      minPlays: 0,
      maxPlays: 0,
      loop: false,
      media,
    });
  });

  it.each([
    ['no medium', '', integer],
    ['floats', film, float],
  ])('with %s is refused', (_, inner, responses) => {
    expect(readBodyXml(xml('media', '', inner), responses).status).toBe('refused');
  });

  it('of a document that could run scripts keeps no address of it', () => {
    const { status, content } = readBodyXml(xml('media', '', '<object data="a.html" type="text/html"/>'), integer);
    expect(status).toBe('loss');
    expect(firstInteraction(content, 'media').media.sources).toEqual([]);
  });
});

describe('upload, drawing and end of the attempt', () => {
  it('an upload names the media types that are wanted', () => {
    const { status, content } = readBodyXml(xml('upload', 'type="application/pdf image/*"'), file);
    expect(status).toBe('ok');
    expect(firstInteraction(content, 'upload').types).toEqual(['application/pdf', 'image/*']);
    expect(firstInteraction(readBodyXml(xml('upload', ''), file).content, 'upload').types).toEqual([]);
    expect(readBodyXml(xml('upload', 'type="pdf"'), file).texts).toHaveLength(1);
    expect(readBodyXml(xml('upload', ''), string).status).toBe('refused');
  });

  it('a drawing needs its canvas', () => {
    const { status, content } = readBodyXml(xml('drawing', '', '<img src="a.png" alt="a"/>'), file);
    expect(status).toBe('ok');
    expect(firstInteraction(content, 'drawing').image.sources).toEqual([{ data: 'a.png', mimeType: null }]);
    expect(readBodyXml(xml('drawing', ''), file).status).toBe('refused');
  });

  it('an end of the attempt stands in a line, and needs the words of its button', () => {
    const { status, content } = readBodyXml(
      `<p>${xml('end-attempt', 'title="Hint" count-attempt="false"')}</p>`,
      boolean,
    );
    expect(status).toBe('ok');
    expect(firstInteraction(content, 'end-attempt')).toMatchObject({ title: 'Hint', countAttempt: false });
    expect(readBodyXml(`<p>${xml('end-attempt', '')}</p>`, boolean).status).toBe('refused');
    expect(readBodyXml(`<p>${xml('end-attempt', 'title="Hint"')}</p>`, string).status).toBe('refused');
  });
});

describe('a portable custom interaction', () => {
  const all = `<qti-interaction-modules primary-configuration="modules/module_resolution.js">
      <qti-interaction-module id="graph" primary-path="modules/graph.js" fallback-path="modules/old/graph.js"/>
    </qti-interaction-modules>
    <qti-template-variable template-identifier="TEMPLATE"/><qti-context-variable identifier="QTI_CONTEXT"/>
    <qti-stylesheet href="graph.css" type="text/css"/>
    <qti-interaction-markup><div class="graph"><p>Loading</p></div></qti-interaction-markup>`;
  const named = 'custom-interaction-type-identifier="urn:example:graph" module="graph" data-grid-size="10"';

  it('is read in full', () => {
    const { status, content } = readBodyXml(xml('portable-custom', named, all), [response('R', 'record', null)]);
    expect(status).toBe('ok');
    expect(firstInteraction(content, 'portable-custom')).toMatchObject({
      customInteractionTypeIdentifier: 'urn:example:graph',
      module: 'graph',
      modules: [{ id: 'graph', primaryPath: 'modules/graph.js', fallbackPath: 'modules/old/graph.js' }],
      moduleConfiguration: 'modules/module_resolution.js',
      markup: [{ name: 'div', attributes: { class: 'graph' } }],
      templateVariables: ['TEMPLATE'],
      contextVariables: ['QTI_CONTEXT'],
      stylesheets: ['graph.css'],
      data: { 'grid-size': '10' },
    });
  });

  it('loads scripts from the package alone', () => {
    const modules = `<qti-interaction-modules>
      <qti-interaction-module id="a" primary-path="https://example.org/evil.js" fallback-path="//example.org/evil.js"/>
      <qti-interaction-module id="b" primary-path="javascript:evil" fallback-path="data:text/javascript,evil"/>
    </qti-interaction-modules>
    <qti-interaction-markup><script>evil</script></qti-interaction-markup>`;
    const { texts, content } = readBodyXml(xml('portable-custom', named, modules), string);
    expect(texts).toHaveLength(5);
    expect(JSON.stringify(content)).not.toContain('evil');
    const none = { primaryPath: null, fallbackPath: null };
    expect(firstInteraction(content, 'portable-custom').modules).toEqual([
      { id: 'a', ...none },
      { id: 'b', ...none },
    ]);
  });

  it('without its type is refused', () => {
    expect(readBodyXml(xml('portable-custom', 'module="graph"'), string).status).toBe('refused');
  });
});

describe('a custom interaction', () => {
  it('is kept by its words, with a message', () => {
    const inner = '<x:tool xmlns:x="urn:example"><x:label>Turn the</x:label> <b>knob</b><script>evil</script></x:tool>';
    const { status, texts, content } = readBodyXml(xml('custom', 'turns="3"', inner), string);
    expect([status, texts.length]).toEqual(['loss', 1]);
    expect(firstInteraction(content, 'custom').content).toEqual([{ type: 'text', text: 'Turn the knob' }]);
  });
});
