import { contrasting, presentContrasting, readContrasting } from '@testamur/psychometrics';
import { located } from '../stats/data.ts';
import { choice, given, numberOf, wholeOf } from '../stats/option-values.ts';
import { readTable } from '../stats/read-table.ts';
import { readTotals, scoresOption } from '../stats/scores.ts';
import { defineStats } from '../stats/stats-command.ts';

const METHODS = ['logistic', 'midpoint', 'normal', 'pooled', 'cost'] as const;

export const statsContrasting = defineStats({
  name: 'contrasting',
  summary: 'The cut score between candidates known to be competent and not',
  description: 'The columns score and group: competent or not competent, or 1 and 0; perhaps judge.',
  arguments: [{ name: 'DATA', says: 'The judged candidates, CSV.' }],
  options: {
    method: { type: 'string', value: 'METHOD', says: `${METHODS.join(', ')}; logistic without it.` },
    competent: { type: 'string', value: 'VALUE', says: 'What stands in the column group for competent.' },
    cost: {
      type: 'string',
      value: 'N',
      says: 'How many times as bad passing the wrong one is as failing the right one.',
    },
    seed: { type: 'string', value: 'N', says: 'Of the resampling for standard errors; 1 without it.' },
    ...scoresOption,
  },
  examples: ['testamur stats contrasting judged.csv --json'],
  find: async ({ values, positionals: [file = ''], override }) => {
    const table = await readTable(file);
    const cases = located(file, () => readContrasting(table, values.competent));
    const result = contrasting(cases, {
      method: choice('method', values.method, METHODS, 'logistic'),
      ...given('falsePassCost', numberOf('cost', values.cost)),
      ...given('seed', wholeOf('seed', values.seed)),
      ...given('scores', values.scores === undefined ? undefined : await readTotals(values.scores)),
      ...override,
    });
    return { json: { ...result }, present: () => presentContrasting(result, cases), sample: result.sample };
  },
});
