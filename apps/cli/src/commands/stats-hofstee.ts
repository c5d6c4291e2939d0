import { hofstee, presentHofstee, readHofstee } from '@testamur/psychometrics';
import { located } from '../stats/data.ts';
import { choice } from '../stats/option-values.ts';
import { readTable } from '../stats/read-table.ts';
import { readTotals, scoresOption } from '../stats/scores.ts';
import { defineStats } from '../stats/stats-command.ts';

export const statsHofstee = defineStats({
  name: 'hofstee',
  summary: 'The cut score between what judges accept and what candidates did',
  description:
    'Each judge names the lowest and highest acceptable cut and the lowest and highest acceptable share who fail: the\n' +
    'columns judge, min_cut, max_cut, min_fail, max_fail.',
  arguments: [{ name: 'JUDGMENTS', says: 'The judgments, CSV.' }],
  options: {
    scores: { ...scoresOption.scores, required: true },
    center: { type: 'string', value: 'mean|median', says: 'How judges are put together; mean without it.' },
  },
  examples: ['testamur stats hofstee judgments.csv --scores scores.csv --json'],
  find: async ({ values, positionals: [file = ''], override }) => {
    const table = await readTable(file);
    const judgments = located(file, () => readHofstee(table));
    const center = choice('center', values.center, ['mean', 'median'], 'mean');
    const result = hofstee(judgments, await readTotals(values.scores), { center, ...override });
    return { json: { ...result }, present: () => presentHofstee(result), sample: result.sample };
  },
});
