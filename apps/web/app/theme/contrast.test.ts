import { describe, expect, it } from 'vitest';
import { colorDistance, visionNames } from './color-vision.ts';
import { contrast } from './contrast.ts';
import { type ColorTokens, dark, examGrounds, light, plotSeries } from './tokens.ts';

type Token = keyof ColorTokens;

/** Ratios are stated to one decimal. */
const tolerance = 0.055;

/** Foreground, ground, the ratio that the design states, the least that WCAG 2.2 asks (1.4.3, 1.4.11; 1 for decoration). */
type Row = readonly [front: Token, ground: Token, stated: number, least: number];

const lightRows: readonly Row[] = [
  ['ink', 'surface', 16.4, 4.5],
  ['ink', 'primaryTint', 14.0, 4.5],
  ['ink2', 'surface', 8.2, 4.5],
  ['ink3', 'surface', 5.6, 4.5],
  ['ink3', 'primaryTint', 4.8, 4.5],
  ['line', 'surface', 1.5, 1],
  ['lineStrong', 'surface', 4.4, 3],
  ['lineStrong', 'primaryTint', 3.7, 3],
  ['primary', 'surface', 8.4, 4.5],
  ['onPrimary', 'primary', 8.4, 4.5],
  ['onPrimary', 'primaryHover', 11.2, 4.5],
  ['primary', 'primaryTint', 7.1, 4.5],
  ['focus', 'surface', 5.9, 3],
  ['focus', 'primaryTint', 5.0, 3],
  ['brass', 'surface', 6.4, 4.5],
  ['done', 'doneTint', 6.1, 4.5],
  ['wait', 'waitTint', 6.5, 4.5],
  ['act', 'actTint', 6.8, 4.5],
  ['judge', 'judgeTint', 7.1, 4.5],
  ['bad', 'badTint', 6.4, 4.5],
  ['surface', 'bad', 7.7, 4.5],
  ['off', 'offTint', 6.7, 4.5],
];

const darkRows: readonly Row[] = [
  ['ink', 'surface', 13.6, 4.5],
  ['ink', 'primaryTint', 11.4, 4.5],
  ['ink2', 'surface', 9.0, 4.5],
  ['ink3', 'surface', 6.4, 4.5],
  ['ink3', 'primaryTint', 5.3, 4.5],
  ['line', 'surface', 1.5, 1],
  ['lineStrong', 'surface', 4.8, 3],
  ['lineStrong', 'primaryTint', 4.0, 3],
  ['primary', 'surface', 8.7, 4.5],
  ['onPrimary', 'primary', 8.8, 4.5],
  ['onPrimary', 'primaryHover', 10.3, 4.5],
  ['primary', 'primaryTint', 7.3, 4.5],
  ['focus', 'surface', 9.1, 3],
  ['focus', 'primaryTint', 7.7, 3],
  ['brass', 'surface', 8.9, 4.5],
  ['done', 'doneTint', 8.0, 4.5],
  ['wait', 'waitTint', 7.7, 4.5],
  ['act', 'actTint', 8.3, 4.5],
  ['judge', 'judgeTint', 8.0, 4.5],
  ['bad', 'badTint', 7.7, 4.5],
  ['surface', 'bad', 8.3, 4.5],
  ['off', 'offTint', 7.5, 4.5],
];

/** What is wrong with a set of tokens; empty when every ratio is as stated and as WCAG asks. */
const faults = (tokens: ColorTokens, rows: readonly Row[]): string[] =>
  rows.flatMap(([front, ground, stated, least]) => {
    const ratio = contrast(tokens[front], tokens[ground]);
    const name = `${front} on ${ground}`;
    return [
      ...(Math.abs(ratio - stated) > tolerance ? [`${name}: ${ratio.toFixed(2)}, stated ${stated}`] : []),
      ...(ratio < least ? [`${name}: ${ratio.toFixed(2)}, needed ${least}`] : []),
    ];
  });

const grounds = ['paper', 'surface', 'sunken', 'primaryTint', 'offTint'] as const;

describe('colors', () => {
  it('have the contrast that the design states, in light', () => expect(faults(light, lightRows)).toEqual([]));
  it('have the contrast that the design states, in dark', () => expect(faults(dark, darkRows)).toEqual([]));

  it('of text and controls are readable on every ground', () => {
    const rows = grounds.flatMap((ground): [Token, Token, number][] => [
      ...(['ink', 'ink2', 'ink3', 'primary', 'bad', 'brass'] as const).map((front): [Token, Token, number] => [
        front,
        ground,
        4.5,
      ]),
      ['lineStrong', ground, 3],
      ['focus', ground, 3],
    ]);
    for (const tokens of [light, dark]) {
      for (const [front, ground, least] of rows) {
        expect(contrast(tokens[front], tokens[ground]), `${front} on ${ground}`).toBeGreaterThanOrEqual(least);
      }
    }
  });

  it('a token that is too pale, or not as stated, is found', () => {
    expect(faults({ ...light, ink3: '#8C9196' }, lightRows)).toEqual([
      'ink3 on surface: 3.18, stated 5.6',
      'ink3 on surface: 3.18, needed 4.5',
      'ink3 on primaryTint: 2.70, stated 4.8',
      'ink3 on primaryTint: 2.70, needed 4.5',
    ]);
  });
});

describe('plot series', () => {
  it('stand out from the grounds that plots lie on', () => {
    for (const color of plotSeries.light) {
      expect(contrast(color, light.surface), color).toBeGreaterThanOrEqual(3.1);
      expect(contrast(color, light.paper), color).toBeGreaterThanOrEqual(3.1);
    }
    for (const color of plotSeries.dark) {
      expect(contrast(color, dark.surface), color).toBeGreaterThanOrEqual(4.1);
      expect(contrast(color, dark.paper), color).toBeGreaterThanOrEqual(4.1);
    }
  });

  const leastDistance = (series: readonly string[]) =>
    Math.min(
      ...visionNames.flatMap((vision) =>
        series.flatMap((one, at) => series.slice(at + 1).map((other) => colorDistance(one, other, vision))),
      ),
    );

  it('can be told apart in every kind of color vision', () => {
    expect(leastDistance(plotSeries.light)).toBeGreaterThanOrEqual(0.12);
    expect(leastDistance(plotSeries.dark)).toBeGreaterThanOrEqual(0.12);
  });

  it('a red and a green that only some people can tell apart are found', () => {
    expect(colorDistance('#B04A3A', '#6F7A2A', 'normal')).toBeGreaterThan(0.12);
    expect(leastDistance(['#B04A3A', '#6F7A2A'])).toBeLessThan(0.12);
  });
});

describe('exam grounds', () => {
  it('have the contrast that the design states', () => {
    const ratio = (name: keyof typeof examGrounds) => contrast(examGrounds[name].ink, examGrounds[name].ground);
    expect(ratio('black-on-white')).toBeCloseTo(21, 1);
    expect(ratio('yellow-on-black')).toBeCloseTo(17.1, 1);
    expect(ratio('cream')).toBeCloseTo(15.2, 1);
  });
});
