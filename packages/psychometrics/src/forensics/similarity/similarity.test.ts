import { describe, expect, it } from 'vitest';
import { responseMatrix } from '../../data/response-matrix.ts';
import { dichotomousItem, type Item, type NominalItem } from '../../irt/items/item.ts';
import { probabilities } from '../../irt/items/response-function.ts';
import { Random } from '../../numeric/random.ts';
import { EVIDENCE_NOT_PROOF } from '../evidence.ts';
import { type AnswerSheet, answerSheet, answerSheetFromCategories } from './answer-sheet.ts';
import { MatchCounter } from './match-counts.ts';
import { similarity } from './similarity.ts';
import { SIMILARITY_METHODS } from './similarity-options.ts';

const ITEMS = 60;
const PERSONS = 120;
const model: readonly NominalItem[] = Array.from({ length: ITEMS }, (_, item) => ({
  id: `i${item + 1}`,
  model: 'nrm',
  slopes: [0, -0.6, -0.9, -0.4],
  intercepts: [0.5 - (item % 7) * 0.15, 0.2, -0.3, (item % 3) * 0.1],
}));
const ids = model.map(({ id }) => id);
const key = new Map(ids.map((id) => [id, ['A']]));

/** Candidates who work independently, and then persons 1 to 3 who copy 45 answers from person 10. */
function examination(seed: number, copiers: readonly number[]): AnswerSheet {
  const random = new Random(seed);
  const responses = Array.from({ length: PERSONS }, () => {
    const theta = random.normal();
    return model.map((item) => ['A', 'B', 'C', 'D'][random.pick(probabilities(item, theta))] ?? 'A');
  });
  for (const copier of copiers) {
    const source = responses[9] ?? [];
    const own = responses[copier] ?? [];
    for (let item = 0; item < 45; item += 1) own[item] = source[item] ?? 'A';
  }
  return answerSheet({ persons: responses.map((_, at) => `p${at + 1}`), items: ids, responses }, key);
}

describe('similarity over all pairs', () => {
  const sheet = examination(11, [0, 1, 2]);

  it.each(['omega', 'gbt', 'm4'] as const)('%s finds the planted ring, as one cluster, and nobody else', (method) => {
    const found = similarity(sheet, { method, items: model, alpha: 0.01 });
    expect(found.compared).toBe((PERSONS * (PERSONS - 1)) / 2);
    expect(found.clusters.map(({ members }) => members)).toEqual([['p1', 'p2', 'p3', 'p10']]);
    expect(found.clusters[0]).toMatchObject({ size: 4, links: 6, density: 1 });
    expect(found.evidence).toBe(EVIDENCE_NOT_PROOF);
  });

  it('keeps the level: without copying Holm flags no pair in these 8 examinations', () => {
    // Each has a chance of at most 0.01 of a false flag, all 8 together of 0.08; the seeds are fixed.
    for (let seed = 1; seed <= 8; seed += 1) {
      const found = similarity(examination(seed, []), { method: 'gbt', items: model, alpha: 0.01, limit: 20 });
      expect(found.clusters).toEqual([]);
    }
  });

  it.each(SIMILARITY_METHODS)('%s gives the same for a pair named as for all pairs', (method) => {
    const all = similarity(sheet, { method, items: model, limit: 30 });
    expect(all.pairs).toHaveLength(30);
    for (const pair of all.pairs.slice(0, 5)) {
      const [one] = similarity(sheet, { method, items: model, pairs: [pair] }).pairs;
      expect(one).toMatchObject({ a: pair.a, b: pair.b, statistic: pair.statistic, p: pair.p });
    }
  });

  it('names copier and source where the statistic has a direction, and both directions count as tests', () => {
    const found = similarity(sheet, { method: 'omega', items: model });
    expect(found.direction).toBe('a-from-b');
    expect(found.tests).toBe(2 * found.compared);
    const [best] = found.pairs;
    const [back] = similarity(sheet, {
      method: 'omega',
      items: model,
      pairs: [{ a: best?.b ?? '', b: best?.a ?? '' }],
    }).pairs;
    expect(best?.p).toBeLessThanOrEqual(back?.p ?? 0);
  });

  it('tells progress to the end', () => {
    const told: number[] = [];
    similarity(sheet, { method: 'k', onProgress: (done) => told.push(done) });
    expect(told.at(-1)).toBe(PERSONS);
  });
});

describe('counts by bit sets', () => {
  it('equal a count answer by answer, with missing answers and more than 32 items', () => {
    const random = new Random(5);
    const rows = Array.from({ length: 12 }, () => Array.from({ length: 71 }, () => random.integer(6) - 1));
    const categories = answerSheetFromCategories(responseMatrix(rows));
    const sheet: AnswerSheet = {
      ...categories,
      keys: categories.items.map(() => [2]),
      scores: categories.choices.map((choice) => (choice < 0 ? choice : choice === 2 ? 1 : 0)),
    };
    const counter = new MatchCounter(sheet);
    rows.forEach((first, a) => {
      rows.forEach((second, b) => {
        const both = first.map((x, item) => [x, second[item] ?? -1] as const).filter(([x, y]) => x >= 0 && y >= 0);
        const same = both.filter(([x, y]) => x === y);
        expect(counter.count(a, b)).toEqual({
          compared: both.length,
          identical: same.length,
          identicalCorrect: same.filter(([x]) => x === 2).length,
          identicalIncorrect: same.filter(([x]) => x !== 2).length,
        });
        expect(counter.identicalIncorrect(a, b)).toBe(same.filter(([x]) => x !== 2).length);
      });
    });
  });
});

describe('bad input', () => {
  const one: Item = dichotomousItem({ id: '1', difficulty: 0 });

  it('names what is wrong and how to mend it', () => {
    const sheet = answerSheetFromCategories(responseMatrix([[1], [0]]));
    expect(() => similarity(sheet, { method: 'omega', items: [] })).toThrow(/no parameters for 1/);
    expect(() => similarity(sheet, { method: 'k', pairs: [{ a: '1', b: '9' }] })).toThrow(/no candidate "9"/);
    expect(() => similarity(sheet, { method: 'k', pairs: [{ a: '1', b: '1' }] })).toThrow(/with itself/);
    expect(() => similarity(answerSheetFromCategories(responseMatrix([[1]])), { method: 'k' })).toThrow(
      /two candidates/,
    );
    const options = answerSheetFromCategories(responseMatrix([[2], [0]]));
    expect(() => similarity(options, { method: 'k' })).toThrow(/key is not known/);
    expect(() => similarity(options, { method: 'gbt', items: [one] })).toThrow(/dichotomous/);
  });

  it.each(SIMILARITY_METHODS)('%s gives numbers or null, never NaN, for perfect, zero and missing rows', (method) => {
    const rows = [
      [1, 1, 1],
      [1, 1, 1],
      [0, 0, 0],
      [0, 0, 0],
      [-1, -1, -1],
      [1, -1, 0],
    ];
    const items = [0, 1, 2].map((at) =>
      dichotomousItem({ id: `${at + 1}`, difficulty: at - 1, discrimination: at === 2 ? -1 : 1 }),
    );
    const found = similarity(answerSheetFromCategories(responseMatrix(rows)), { method, items });
    expect(found.pairs).toHaveLength(15);
    for (const pair of found.pairs) {
      for (const value of Object.values(pair)) if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      expect(pair.p).toBeGreaterThanOrEqual(0);
      expect(pair.p).toBeLessThanOrEqual(1);
    }
  });
});
