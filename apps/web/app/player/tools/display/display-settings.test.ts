import { describe, expect, it } from 'vitest';
import { contrast } from '../../../theme/contrast.ts';
import { displayFrom, displayVariables, grounds, usualDisplay } from './display-settings.ts';
import { groundStyle, tokensOf } from './ground.ts';

describe('how items look', () => {
  it('is as usual where nothing sensible was kept', () => {
    expect(displayFrom({})).toEqual(usualDisplay);
    expect(displayFrom({ ground: 'pink', textSize: 1000, font: 7, wideLines: 'yes' })).toEqual(usualDisplay);
  });
  it('is found again', () => {
    const chosen = { ...usualDisplay, ground: 'cream', textSize: 150, font: 'legible', wideWords: true } as const;
    expect(displayFrom({ ...chosen })).toEqual(chosen);
    expect(displayFrom({ legible: true }).font).toBe('legible');
  });
  it('says nothing of spacing that is as usual', () => {
    expect(Object.keys(displayVariables(usualDisplay))).toEqual(['--exam-text', '--exam-font']);
  });
  it('spaces text as far as readers must be able to', () => {
    const spaced = displayVariables({ ...usualDisplay, wideLines: true, wideLetters: true, wideWords: true });
    expect(Number(spaced['--exam-line'])).toBeGreaterThanOrEqual(1.5);
    expect(Number.parseFloat(spaced['--exam-letter'] ?? '')).toBeGreaterThanOrEqual(0.12);
    expect(Number.parseFloat(spaced['--exam-word'] ?? '')).toBeGreaterThanOrEqual(0.16);
  });
});

describe('the colors of items', () => {
  const own = grounds.filter((ground) => ground !== 'site');
  it.each(own)('%s: text, marked text and edges can be told from their grounds', (ground) => {
    const { ink, ink2, primary, paper, surface, sunken, lineStrong, focus, ...tints } = tokensOf(ground);
    for (const behind of [paper, surface, sunken]) {
      for (const text of [ink, ink2, primary]) expect(contrast(text, behind)).toBeGreaterThanOrEqual(4.5);
      for (const edge of [lineStrong, focus]) expect(contrast(edge, behind)).toBeGreaterThanOrEqual(3);
    }
    for (const marked of [tints.actTint, tints.waitTint, tints.judgeTint, tints.primaryTint])
      expect(contrast(ink, marked)).toBeGreaterThanOrEqual(4.5);
  });
  it('are the site’s own where none are chosen', () => expect(groundStyle('site')).toEqual({}));
});
