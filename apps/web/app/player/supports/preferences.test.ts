import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPnp } from './preferences.ts';

const read = (inner: string) => {
  const found = readPnp(
    `<access-for-all-pnp xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imsafa3p0pnp_v1p0">${inner}</access-for-all-pnp>`,
  );
  if (!found.ok) throw new Error(found.problem);
  return found.preferences;
};

describe('needs and preferences in the terms of the player', () => {
  it('are supports from the start, supports on offer, and their languages', () => {
    const preferences = read(`<keyword-translation xml:lang="es"/><glossary-on-screen/><sign-language xml:lang="ase"/>
      <language-of-interface xml:lang="fr"/>
      <activate-as-option-set><glossary-on-screen/></activate-as-option-set>`);
    expect(preferences).toMatchObject({
      supports: ['keyword-translation', 'sign-language'],
      offered: ['glossary-on-screen'],
      languages: { 'keyword-translation': 'es', 'sign-language': 'ase' },
      interfaceLanguages: ['fr'],
      unmet: [],
    });
  });

  it('name no support, tool or time that is prohibited, whatever else asks for it', () => {
    const preferences = read(`<spoken/><glossary-on-screen/><calculator-on-screen calculator-type="scientific"/>
      <additional-testing-time><unlimited/></additional-testing-time>
      <prohibit-set><spoken/><glossary-on-screen/><calculator-on-screen/><additional-testing-time/></prohibit-set>`);
    expect(preferences).toMatchObject({ supports: [], tools: [], offeredTools: [], time: null });
    expect(preferences.prohibited).toContain('calculator-on-screen');
  });

  it('turn into tools: the calculator that is asked for, notes, line reader, magnifier, a voice', () => {
    const preferences = read(`<calculator-on-screen calculator-type="scientific"/><note-taking-on-screen/>
      <line-reader highlight-color="#ffff00"/><magnification><all-content zoom-amount="2"/></magnification>
      <spoken><speech-rate>140</speech-rate></spoken>
      <activate-as-option-set><line-reader/></activate-as-option-set>`);
    expect(preferences.tools).toEqual(['scientific-calculator', 'notes', 'magnifier', 'read-aloud']);
    expect(preferences).toMatchObject({ offeredTools: ['line-reader'], speechRate: 140 });
  });

  it('turn into a ground, a size of text and more space, never smaller than what is asked for', () => {
    const of = (inner: string) => read(inner).display;
    expect(
      of('<text-appearance><font-size>17</font-size><letter-spacing>0.2</letter-spacing></text-appearance>'),
    ).toEqual({
      ground: 'site',
      textSize: 150,
      font: 'site',
      wideLines: false,
      wideLetters: true,
      wideWords: false,
    });
    expect(of('<magnification><text zoom-amount="9"/></magnification>').textSize).toBe(200);
    expect(of('<invert-display-polarity/>').ground).toBe('dark');
    expect(of('<invert-display-polarity foreground="#FFFF00" background="#000000"/>').ground).toBe('yellow-on-black');
    expect(of('<text-appearance><background-color>#FFF6D5</background-color></text-appearance>').ground).toBe('cream');
    expect(of('<high-contrast/>').ground).toBe('black-on-white');
  });

  it.each([
    ['<unlimited/>', { kind: 'unlimited' }],
    ['<time-multiplier>1.5</time-multiplier>', { kind: 'multiplier', factor: 1.5 }],
    ['<fixed-minutes>30</fixed-minutes>', { kind: 'fixed', minutes: 30 }],
    ['<time-multiplier>0.5</time-multiplier>', null],
    ['<fixed-minutes>soon</fixed-minutes>', null],
  ])('of additional time %s say what is asked for, for who grants it', (inner, time) => {
    expect(read(`<additional-testing-time>${inner}</additional-testing-time>`).time).toEqual(time);
  });

  it('name what the player does not have, so that people see to it', () => {
    const preferences = read(`<environment><medical>insulin</medical></environment><thesaurus-on-screen/>
      <input-requirements>full-keyboard-control</input-requirements><additional-testing-time/>`);
    expect(preferences.unmet).toEqual(['environment', 'thesaurus-on-screen', 'additional-testing-time']);
    expect(preferences.lettersOff).toBe(true);
  });

  it('come from JSON as well, and say what is not understood and where', () => {
    const found = readPnp('{"access-for-all-pnp": {"braille": {"xml:lang": "en"}, "wings": true}}');
    expect(found).toMatchObject({ ok: true, preferences: { supports: ['braille'], languages: { braille: 'en' } } });
    expect(found.ok && found.problems).toEqual([expect.stringContaining('/wings')]);
  });

  it('of anything else are a refusal in words, never an exception', () => {
    expect(readPnp('<html/>')).toMatchObject({ ok: false, problem: expect.stringContaining('access-for-all-pnp') });
    expect(readPnp('no')).toMatchObject({ ok: false });
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => typeof readPnp(text).ok === 'boolean'));
  });
});
