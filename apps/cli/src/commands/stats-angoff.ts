import { angoff, presentAngoff, readItemRatings } from '@testamur/psychometrics';
import { UsageError } from '../shell/errors.ts';
import { located } from '../stats/data.ts';
import { choice, given } from '../stats/option-values.ts';
import { readTable } from '../stats/read-table.ts';
import { readTotals, scoresOption } from '../stats/scores.ts';
import { defineStats } from '../stats/stats-command.ts';

const SCALES = ['percent', 'proportion', 'yes-no'] as const;

export const statsAngoff = defineStats({
  name: 'angoff',
  summary: 'The cut score of judges who rate items',
  description:
    'Each judge says of each item how probably a borderline candidate solves it: 0 to 100, 0 to 1, or yes and no. A row per\n' +
    'judge and a column per item, or the columns judge, item, rating. Several rounds stand in a column round, or in files\n' +
    'of their own, in their order; the last one decides.',
  arguments: [{ name: 'RATINGS', says: 'The ratings, CSV; a file per round.', repeats: true }],
  options: {
    rounds: { type: 'boolean', says: 'There are several rounds: refuse ratings of one alone.' },
    scale: { type: 'string', value: 'SCALE', says: `${SCALES.join(', ')}; as the ratings tell without it.` },
    ...scoresOption,
  },
  examples: ['testamur stats angoff ratings.csv', 'testamur stats angoff round1.csv round2.csv --rounds --json'],
  find: async ({ values, positionals, override }) => {
    const tables = await Promise.all(positionals.map(readTable));
    const rounds = located(positionals.join(', '), () => readItemRatings(tables));
    if (values.rounds === true && rounds.length < 2) {
      throw new UsageError('--rounds needs several rounds: a column round, or a file for each.');
    }
    const result = angoff(rounds, {
      ...given('scale', values.scale === undefined ? undefined : choice('scale', values.scale, SCALES)),
      ...given('scores', values.scores === undefined ? undefined : await readTotals(values.scores)),
      ...override,
    });
    return { json: { ...result }, present: () => presentAngoff(result), sample: result.sample };
  },
});
