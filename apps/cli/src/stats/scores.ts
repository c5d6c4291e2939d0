import { readScores } from '@testamur/psychometrics';
import { located } from './data.ts';
import { readTable } from './read-table.ts';

/** The total scores of candidates: a column `score`, perhaps with `count`, or a column per item. */
export async function readTotals(file: string): Promise<readonly number[]> {
  const table = await readTable(file);
  return [...located(file, () => readScores(table)).scores];
}

export const scoresOption = {
  scores: {
    type: 'string',
    value: 'FILE',
    says: 'Scores of candidates, for who would pass: a column score, or items.',
  },
} as const;
