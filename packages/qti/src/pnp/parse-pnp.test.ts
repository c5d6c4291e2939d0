import { describe, expect, it } from 'vitest';
import type { PnpFeature } from './features.ts';
import { PNP, parsePnp, readPnpJson } from './parse-pnp.ts';

const read = (inner: string) => {
  const result = parsePnp(`<access-for-all-pnp xmlns="${PNP}">${inner}</access-for-all-pnp>`);
  if (result.status === 'refused') throw new Error(result.messages[0].text);
  return result;
};
const named = (features: readonly PnpFeature[], name: string) => features.find((feature) => feature.name === name);

describe('the needs and preferences of a person, from XML', () => {
  it('hold languages, replaced access modes, and what each feature says in its elements and attributes', () => {
    const { status, pnp } = read(`<keyword-translation xml:lang="es"/>
      <spoken><replace-access-mode-visual/><reading-type>computer-read-aloud</reading-type><speech-rate>120</speech-rate></spoken>
      <magnification><all-content zoom-amount="1.5"/></magnification>
      <additional-testing-time><unlimited/></additional-testing-time>`);
    expect(status).toBe('ok');
    expect(named(pnp.features, 'keyword-translation')).toMatchObject({ language: 'es', activation: 'on' });
    expect(named(pnp.features, 'spoken')).toEqual({
      name: 'spoken',
      activation: 'on',
      language: null,
      replaces: ['visual'],
      details: { 'reading-type': 'computer-read-aloud', 'speech-rate': '120' },
    });
    expect(named(pnp.features, 'magnification')?.details).toEqual({ 'all-content/zoom-amount': '1.5' });
    expect(named(pnp.features, 'additional-testing-time')?.details).toEqual({ unlimited: 'true' });
  });

  it('say by sets what is on, what is an option and what is prohibited; prohibition wins whatever the order', () => {
    const { pnp } =
      read(`<glossary-on-screen/><prohibit-set><spell-checker-on-screen/><glossary-on-screen/></prohibit-set>
      <activate-at-initialization-set><glossary-on-screen/><line-reader/></activate-at-initialization-set>
      <activate-as-option-set><line-reader/><calculator-on-screen/></activate-as-option-set>`);
    expect(pnp.features.map(({ name, activation }) => [name, activation])).toEqual([
      ['glossary-on-screen', 'prohibited'],
      ['spell-checker-on-screen', 'prohibited'],
      ['line-reader', 'on'],
      ['calculator-on-screen', 'option'],
    ]);
  });

  it('know the sets by their names in AfA PNP itself', () => {
    const { pnp } = read('<activate-as-option-feature-set><braille/></activate-as-option-feature-set>');
    expect(pnp.features).toMatchObject([{ name: 'braille', activation: 'option' }]);
  });

  it('keep extensions, and name with its line what is not understood', () => {
    const result = read('<x:quiet xmlns:x="urn:x"/>\n<glosary/>\n<sign-language xml:lang="not a language"/>');
    expect(result.pnp.features.map(({ name }) => name)).toEqual(['ext:quiet', 'sign-language']);
    expect(result.messages).toMatchObject([
      { line: 2, text: expect.stringContaining('"glosary"') },
      { line: 3, text: expect.stringContaining('"not a language"') },
    ]);
  });

  it('are refused when the document is another one, or of several persons', () => {
    expect(parsePnp('<pnp/>')).toMatchObject({ status: 'refused' });
    const two = `<access-for-all-pnp-record><access-for-all-pnp/></access-for-all-pnp-record>`.repeat(2);
    const result = parsePnp(`<access-for-all-pnp-records xmlns="${PNP}">${two}</access-for-all-pnp-records>`);
    expect(result).toMatchObject({ status: 'refused', messages: [{ text: expect.stringContaining('2 persons') }] });
  });
});

describe('the same from JSON', () => {
  it('reads as the XML does', () => {
    const xml = read(`<keyword-translation xml:lang="es"/><text-appearance><font-size>18</font-size></text-appearance>
      <line-reader/><activate-as-option-set><line-reader/></activate-as-option-set>`);
    const { pnp, problems } = readPnpJson({
      'access-for-all-pnp': {
        'keyword-translation': { 'xml:lang': 'es' },
        'text-appearance': { 'font-size': 18 },
        'line-reader': true,
        'activate-as-option-set': ['line-reader'],
      },
    });
    expect(problems).toEqual([]);
    expect(pnp).toEqual(xml.pnp);
  });

  it('leaves out what is false, and says what it does not know, with its path', () => {
    const { pnp, problems } = readPnpJson({ braille: false, constructor: {}, __proto__: { spoken: true } });
    expect(pnp.features).toEqual([]);
    expect(problems).toEqual(['/constructor: "constructor" is no need or preference of QTI 3; left out']);
  });

  it('takes anything without breaking', () => {
    let deep: unknown = true;
    for (let at = 0; at < 5000; at += 1) deep = { spoken: deep };
    for (const json of [null, 3, 'x', [], deep, { spoken: [[[[[[[[[[true]]]]]]]]]] }]) {
      expect(readPnpJson(json).pnp.features.length).toBeLessThan(2);
    }
  });
});
