import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../presentation/index.ts';
import {
  angoffRatings,
  categoryCurves,
  difPlot,
  equatingDifference,
  hofsteeBox,
  itemCharacteristicCurve,
  itemMap,
  optionCurves,
  pairSimilarity,
  raterRuler,
  scoreHistogram,
  testInformationPlot,
  timeAgainstScore,
  wrightMap,
} from './index.ts';
import { expectSound, flag, id, list, nullable, number } from './testing/bad-data.ts';
import { readDrawing } from './testing/drawing.ts';

const plots: Readonly<Record<string, fc.Arbitrary<Figure>>> = {
  scoreHistogram: fc
    .record({ scores: list(nullable), cut: nullable, sem: nullable, maximum: nullable })
    .map(scoreHistogram),
  itemMap: fc.record({ items: list(fc.record({ id, p: nullable, itemRest: nullable, flagged: flag })) }).map(itemMap),
  optionCurves: fc
    .record({
      id,
      groups: list(id, 8),
      options: list(fc.record({ option: id, key: flag, shares: list(nullable, 8) }), 7),
    })
    .map(optionCurves),
  categoryCurves: fc
    .record({ id, theta: list(number), curves: list(fc.record({ name: id, p: list(number) }), 7), cut: nullable })
    .map(categoryCurves),
  itemCharacteristicCurve: fc
    .record({
      id,
      theta: list(number),
      expected: list(number),
      bins: list(
        fc.record({
          theta: number,
          share: number,
          n: fc.nat(),
          ci: fc.option(fc.tuple(number, number), { nil: null }),
        }),
      ),
    })
    .map(itemCharacteristicCurve),
  testInformationPlot: fc
    .record({ theta: list(number), information: list(number), cut: nullable })
    .map(testInformationPlot),
  wrightMap: fc
    .record({ persons: list(nullable), items: list(fc.record({ id, difficulty: nullable }), 80), cut: nullable })
    .map(wrightMap),
  difPlot: fc
    .record({
      items: list(
        fc.record({
          id,
          delta: nullable,
          class: fc.constantFrom('A' as const, 'B' as const, 'C' as const, null),
          se: nullable,
        }),
        60,
      ),
    })
    .map(difPlot),
  angoffRatings: fc
    .record({
      items: list(id, 50),
      judges: list(fc.record({ judge: id, last: list(nullable), first: list(nullable) }), 30),
      maximum: fc.constantFrom(1, 100, 0, Number.NaN),
    })
    .map(angoffRatings),
  hofsteeBox: fc
    .record({
      curve: list(fc.record({ cut: number, failing: number })),
      box: fc.record({ lowestCut: number, highestCut: number, lowestFailing: number, highestFailing: number }),
      cut: nullable,
      failing: nullable,
    })
    .map(hofsteeBox),
  equatingDifference: fc
    .record({
      methods: list(fc.record({ name: id, points: list(fc.record({ x: number, y: number, se: nullable })) }), 4),
    })
    .map(equatingDifference),
  timeAgainstScore: fc
    .record({
      candidates: list(fc.record({ id, score: nullable, minutes: nullable, flagged: flag }), 60),
      cut: nullable,
    })
    .map(timeAgainstScore),
  pairSimilarity: fc
    .record({ name: id, pairs: list(fc.record({ a: id, b: id, statistic: nullable, p: nullable, flagged: flag }), 60) })
    .map(pairSimilarity),
  raterRuler: fc
    .record({
      raters: list(fc.record({ id, severity: nullable, se: nullable, flag: id }), 90),
      persons: list(nullable),
    })
    .map(raterRuler),
};

describe.each(Object.entries(plots))('%s', (_, arbitrary) => {
  test('is well-formed, has title and description, holds no NaN and stays within its frame, whatever the data', () => {
    fc.assert(fc.property(arbitrary, expectSound), { numRuns: 60 });
  });

  test('no data give a figure that says so', () => {
    const empty = fc
      .sample(arbitrary, { numRuns: 200, seed: 5 })
      .filter(({ svg }) => readDrawing(svg).texts.length === 1);
    for (const { caption } of empty) expect(caption).toMatch(/no |nobody|neither/i);
  });
});

describe('what the plots say', () => {
  test('the histogram counts each score once, names the cut and the shares to both sides', () => {
    const { svg, description } = scoreHistogram({ scores: [1, 2, 2, 3, 4, 4, 4, 5, null], cut: 4, sem: 0.5 });
    expect(description).toContain('8 candidates');
    expect(description).toContain('50.0 % lie below, 50.0 % at or above');
    expect(description).toContain('1 without a score');
    const { texts } = readDrawing(svg);
    expect(texts.some(({ text }) => text === 'Cut 4 ± SEM 0.5')).toBe(true);
  });

  test('text is escaped and long ids are shortened', () => {
    const { svg } = itemMap({
      items: [
        { id: '<script>&', p: 0.5, itemRest: -0.1, flagged: true },
        { id: 'z'.repeat(50), p: 0.2, itemRest: 0.1, flagged: true },
      ],
    });
    expect(svg).toContain('&lt;script&gt;&amp;');
    expect(svg).not.toContain('<script>');
    expect(readDrawing(svg).texts.some(({ text }) => text === 'zzzzzzz…zzzzzz')).toBe(true);
  });

  test('labels of crowded points do not cover each other', () => {
    const items = Array.from({ length: 40 }, (_, at) => ({
      id: `item-${at}`,
      p: 0.5 + 0.002 * at,
      itemRest: 0.02 * (at % 5),
      flagged: true,
    }));
    const named = readDrawing(itemMap({ items }).svg).texts.filter(({ text }) => text.startsWith('item-'));
    expect(named.length).toBeGreaterThan(5);
    named.forEach((a, at) => {
      for (const b of named.slice(at + 1))
        expect(Math.abs(a.y - b.y) > 9 || a.right < b.left || b.right < a.left).toBe(true);
    });
  });

  test('tick labels of an axis never overlap', () => {
    for (const scores of [
      [0, 1e5, 123_456],
      [0.00001, 0.00005],
      [-1e9, 1e9],
      [100_000, 100_010],
    ]) {
      const { texts, height } = readDrawing(scoreHistogram({ scores }).svg);
      const below = texts.filter(({ y }) => y > height - 40 && y < height - 20).sort((a, b) => a.left - b.left);
      expect(below.length).toBeGreaterThan(1);
      below.forEach((tick, at) => {
        expect(tick.right).toBeLessThan(below[at + 1]?.left ?? Infinity);
      });
    }
  });

  test('a Wright map names every item or counts those for which a row has no room', () => {
    const items = Array.from({ length: 60 }, (_, at) => ({ id: `i${at}`, difficulty: at < 50 ? 0 : 1 }));
    const { texts } = readDrawing(wrightMap({ persons: [0, 1], items }).svg);
    const named = texts.filter(({ text }) => /^i\d+$/.test(text)).length;
    const more = texts
      .flatMap(({ text }) => (/^\+\d+$/.test(text) ? [Number(text)] : []))
      .reduce((sum, value) => sum + value, 0);
    expect(named + more).toBe(60);
  });

  test('a million pairs are binned, not drawn one by one', () => {
    const pairs = Array.from({ length: 200_000 }, (_, at) => ({
      a: `${at}`,
      b: 'b',
      statistic: Math.sin(at),
      flagged: at === 7,
    }));
    const { svg } = pairSimilarity({ name: 'ω', pairs });
    expect(svg.length).toBeLessThan(20_000);
    expect(readDrawing(svg).description).toContain('200,000 pairs, 1 flagged');
  });

  test('classes of DIF differ in shape', () => {
    const item = (id: string, delta: number, of: 'A' | 'B' | 'C') => ({ id, delta, class: of });
    const { elements, description } = readDrawing(
      difPlot({ items: [item('a', 0.2, 'A'), item('b', 1.2, 'B'), item('c', -2, 'C')] }).svg,
    );
    expect(elements.get('circle')).toBe(1);
    expect(elements.get('polygon')).toBe(1);
    expect(description).toContain('Class C: c (−2.00)');
  });
});
