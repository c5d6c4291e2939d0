import { borderline, presentBorderline, readBorderline } from '@testamur/psychometrics';
import { UsageError } from '../shell/errors.ts';
import { located } from '../stats/data.ts';
import { choice, given, numberOf, wholeOf } from '../stats/option-values.ts';
import { readTable } from '../stats/read-table.ts';
import { defineStats } from '../stats/stats-command.ts';

const METHODS = ['regression', 'group-mean', 'group-median'] as const;

export const statsBorderline = defineStats({
  name: 'borderline',
  summary: 'The cut score from candidates rated as borderline',
  description:
    'The columns score and rating: a number, or fail, borderline, pass; perhaps station and judge. Each station of an OSCE\n' +
    'has its own cut, and the cut of the whole is their sum.',
  arguments: [{ name: 'DATA', says: 'The rated performances, CSV.' }],
  options: {
    method: { type: 'string', value: 'METHOD', says: `${METHODS.join(', ')}; regression without it.` },
    rating: { type: 'string', value: 'N', says: 'The rating that means borderline; words tell it.' },
    seed: { type: 'string', value: 'N', says: 'Of the resampling for standard errors; 1 without it.' },
  },
  examples: ['testamur stats borderline stations.csv --rating 1 --json'],
  find: async ({ values, positionals: [file = ''], override }) => {
    const table = await readTable(file);
    const read = located(file, () => readBorderline(table));
    const rating = numberOf('rating', values.rating) ?? read.borderline;
    if (rating === undefined)
      throw new UsageError('--rating is missing: the ratings are numbers; say which is borderline.');
    const result = borderline(read.performances, {
      method: choice('method', values.method, METHODS, 'regression'),
      borderline: rating,
      ...given('seed', wholeOf('seed', values.seed)),
      ...override,
    });
    return {
      json: { ...result },
      present: () => presentBorderline(result, { performances: read.performances, borderline: rating }),
      sample: result.sample,
    };
  },
});
