import { describe, expect, it } from 'vitest';
import { responseMatrix } from '../data/response-matrix.ts';
import { EVIDENCE_NOT_PROOF } from './evidence.ts';
import { presentSimilarity } from './present.ts';
import { answerSheetFromCategories } from './similarity/answer-sheet.ts';
import { similarity } from './similarity/similarity.ts';

const rows = [
  [1, 0, 0, 0, 1],
  [1, 0, 0, 0, 1],
  [1, 1, 1, 0, 0],
  [0, 1, 1, 1, 1],
];
const result = similarity(answerSheetFromCategories(responseMatrix(rows)), { method: 'k' });

describe('the report of similar answers', () => {
  it('says first that it is evidence and no proof, and that the sample is too small', () => {
    const { notices } = presentSimilarity(result);
    expect(notices[0]?.text).toBe(EVIDENCE_NOT_PROOF);
    expect(notices[1]?.verdict).toBe('too-few');
  });

  it('names copier and source, and has as many cells in each row as columns', () => {
    const [table] = presentSimilarity(result).sections[0]?.tables ?? [];
    expect(table?.columns.slice(0, 2).map(({ heading }) => heading)).toEqual(['Copier', 'Source']);
    expect(table?.rows).toHaveLength(6);
    for (const row of table?.rows ?? []) expect(row).toHaveLength(table?.columns.length ?? 0);
  });

  it('has the fixed names in JSON, without a number that JSON cannot write', () => {
    const json = JSON.parse(JSON.stringify(result));
    expect(json.evidence).toBe(EVIDENCE_NOT_PROOF);
    for (const pair of json.pairs)
      expect(pair).toMatchObject({ a: expect.any(String), b: expect.any(String), p: expect.any(Number) });
    expect(json).toEqual(result);
  });
});
