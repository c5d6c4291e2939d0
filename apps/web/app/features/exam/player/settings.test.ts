import { describe, expect, it } from 'vitest';
import { groundStyle, grounds, tokensOf } from '../../../player/tools/index.ts';
import { contrast } from '../../../theme/contrast.ts';
import { settingsFromText, usualSettings } from './settings.ts';

describe('the settings of the player', () => {
  it('are as usual where nothing, or nothing sensible, was kept', () => {
    for (const text of [null, '', '7', '{"ground":"pink","textSize":1000,"legible":"yes"}']) {
      expect(settingsFromText(text)).toEqual(usualSettings);
    }
  });
  it('are found again', () => {
    const chosen = { ...usualSettings, ground: 'cream', textSize: 150, singleKeys: false } as const;
    expect(settingsFromText(JSON.stringify(chosen))).toEqual(chosen);
  });
});

describe('the grounds of the exam', () => {
  const own = grounds.filter((ground) => ground !== 'site');
  it.each(own)('%s: text, controls and focus can be read and seen', (ground) => {
    const { paper, surface, sunken, ink, ink2, primary, onPrimary, bad, focus, lineStrong, ...rest } = tokensOf(ground);
    for (const behind of [paper, surface, sunken]) {
      for (const text of [ink, ink2, primary, bad]) expect(contrast(text, behind)).toBeGreaterThanOrEqual(4.5);
      for (const edge of [focus, lineStrong]) expect(contrast(edge, behind)).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(onPrimary, primary)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(rest.act, rest.actTint)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ink, rest.primaryTint)).toBeGreaterThanOrEqual(4.5);
  });
  it('reach the promised contrast', () => {
    const reached = (ground: (typeof own)[number]) => contrast(tokensOf(ground).ink, tokensOf(ground).paper);
    expect(reached('black-on-white')).toBe(21);
    expect(reached('yellow-on-black')).toBeGreaterThan(17);
    expect(reached('cream')).toBeGreaterThan(15);
  });
  it('leave the colors of the site alone where nothing was chosen', () => {
    expect(groundStyle('site')).toEqual({});
    expect(groundStyle('dark')).toMatchObject({ colorScheme: 'dark', '--t-on-primary': '#06222A' });
  });
});
