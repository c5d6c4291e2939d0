import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from '../presentation/index.ts';
import {
  bookmarkedPages,
  driftPlot,
  formInformation,
  groupScores,
  ratedScores,
  scoreErrors,
  wrightMap,
} from './index.ts';
import { expectSound, flag, id, list, nullable, number } from './testing/bad-data.ts';
import { readDrawing } from './testing/drawing.ts';

const plots: Readonly<Record<string, fc.Arbitrary<Figure>>> = {
  groupScores: fc.record({ competent: list(number), notCompetent: list(number), cut: nullable }).map(groupScores),
  ratedScores: fc
    .record({
      name: id,
      performances: list(fc.record({ score: number, rating: number })),
      borderline: number,
      line: fc.option(fc.record({ intercept: number, slope: number }), { nil: null }),
      cut: nullable,
    })
    .map(ratedScores),
  bookmarkedPages: fc
    .record({
      pages: list(fc.record({ page: fc.integer({ min: 1, max: 30 }), location: number })),
      judges: list(fc.record({ id, page: fc.integer({ min: 1, max: 30 }) }), 12),
      cut: nullable,
    })
    .map(bookmarkedPages),
  driftPlot: fc
    .record({ items: list(fc.record({ id, location: nullable, displacement: nullable, flagged: flag, used: flag })) })
    .map(driftPlot),
  formInformation: fc
    .record({
      theta: list(number),
      forms: list(fc.record({ name: id, information: list(number) }), 12),
      targets: list(fc.record({ theta: number, information: number }), 5),
    })
    .map(formInformation),
  scoreErrors: fc
    .record({ rows: list(fc.record({ score: number, sem: nullable })), overall: nullable, cut: nullable })
    .map(scoreErrors),
};

describe.each(Object.entries(plots))('%s', (_, arbitrary) => {
  test('is well-formed, has title and description, holds no NaN and stays within its frame, whatever the data', () => {
    fc.assert(fc.property(arbitrary, expectSound), { numRuns: 80 });
  });
});

describe('what the plots say', () => {
  test('two groups: who of them falls on the wrong side of the cut', () => {
    const { description } = groupScores({ competent: [4, 6, 7, 8], notCompetent: [2, 3, 6], cut: 5 });
    expect(description).toContain('1 of the competent fail and 1 of the others pass');
  });

  test('a bookmarked page far beyond the others does not press them into a line', () => {
    const pages = [-1, 0, 0.5, 1, 18].map((location, at) => ({ page: at + 1, location }));
    const { svg, caption } = bookmarkedPages({ pages, judges: [{ id: 'A', page: 3 }], cut: 0.5 });
    expect(caption).toContain('1 page further than 6 logits from the bookmarks');
    expect(readDrawing(svg).texts.some(({ text }) => text === '15')).toBe(false);
  });

  test('drift: flagged items are named, those that were left out too', () => {
    const item = (name: string, displacement: number, flagged: boolean, used: boolean) => ({
      id: name,
      location: displacement / 2,
      displacement,
      flagged,
      used,
    });
    const { svg } = driftPlot({
      items: [item('a', 0.1, false, true), item('b', 0.9, true, true), item('c', -1, true, false)],
    });
    const texts = readDrawing(svg).texts.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['b', 'c (left out)']));
    expect(texts).not.toContain('a');
  });

  test('forms: each target stands as a cross', () => {
    const theta = [-1, 0, 1];
    const forms = [{ name: '1', information: [1, 2, 1] }];
    const targets = [{ theta: 0, information: 2.5 }];
    const { caption } = formInformation({ theta, forms, targets });
    expect(caption).toContain('form 1 most at θ = 0.0 (2.0). 1 target, drawn as crosses');
  });

  test('a Wright map sets items beyond the candidates at its ends and says so', () => {
    const { svg, caption } = wrightMap({
      latent: { mean: 0, variance: 1 },
      items: [
        { id: 'near', difficulty: 1 },
        { id: 'far', difficulty: -290 },
      ],
    });
    expect(caption).toContain('estimated normal distribution, mean 0.00 and standard deviation 1.00');
    expect(caption).toContain('Beyond the ends of the scale: far (−290.0)');
    expect(readDrawing(svg).texts.some(({ text }) => text === 'far ↓')).toBe(true);
  });
});
