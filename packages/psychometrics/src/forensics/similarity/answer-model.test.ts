import { describe, expect, it } from 'vitest';
import { responseMatrix } from '../../data/response-matrix.ts';
import type { NominalItem } from '../../irt/items/item.ts';
import { modelAnswers } from './answer-model.ts';
import { answerSheet, answerSheetFromCategories } from './answer-sheet.ts';

const nominal = (id: string, count: number): NominalItem => ({
  id,
  model: 'nrm',
  slopes: Array.from({ length: count }, (_, k) => k),
  intercepts: Array.from({ length: count }, () => 0),
});
const items = [nominal('1', 4), nominal('2', 4)];
const valuesOf = (rows: readonly (readonly number[])[]): number[] =>
  Array.from(modelAnswers(answerSheetFromCategories(responseMatrix(rows)), items).answers.values);

describe('options as categories of a nominal model', () => {
  it('are the categories themselves from 0, and one less where they are numbered from 1', () => {
    expect(
      valuesOf([
        [0, 1],
        [3, 2],
      ]),
    ).toEqual([0, 1, 3, 2]);
    expect(
      valuesOf([
        [1, 2],
        [4, 3],
        [2, 4],
        [3, 1],
      ]),
    ).toEqual([0, 1, 3, 2, 1, 3, 2, 0]);
    // Few candidates, who leave options out.
    expect(
      valuesOf([
        [1, 2],
        [4, 2],
      ]),
    ).toEqual([0, 1, 3, 1]);
  });

  it('are letters in their order, and of an item whose options were not all chosen those of the whole sheet', () => {
    const raw = {
      persons: ['a', 'b', 'c', 'd'],
      items: ['1', '2'],
      responses: [
        ['A', 'D'],
        ['B', 'A'],
        ['C', 'A'],
        ['D', null],
      ],
    };
    const { answers, right } = modelAnswers(
      answerSheet(
        raw,
        new Map([
          ['1', ['A']],
          ['2', ['D']],
        ]),
      ),
      items,
    );
    expect(Array.from(answers.values)).toEqual([0, 3, 1, 0, 2, 0, 3, -1]);
    expect(Array.from(right ?? [])).toEqual([1, 0, 0, 0, 0, 0, 0, 1]);
  });

  it('are refused where the model has other categories, naming item and options', () => {
    const raw = { persons: ['a', 'b'], items: ['1'], responses: [['A'], ['B']] };
    expect(() => modelAnswers(answerSheet(raw), [nominal('1', 4)])).toThrow(/item 1 has 2 options \(A, B\)/);
  });
});
