import { classical, classicalJson, distractors, presentClassical } from '@testamur/psychometrics';
import { dataArgument, ignoreOption, keyOption, rawOf, readData, scoredOf } from '../stats/data.ts';
import { choice } from '../stats/option-values.ts';
import { defineStats } from '../stats/stats-command.ts';

export const statsClassical = defineStats({
  name: 'classical',
  summary: 'Item analysis and reliability by classical test theory',
  description:
    'Difficulty, discrimination and flags of each item; alpha and other coefficients of reliability; standard errors of\n' +
    'measurement. With a key also every option of every item: a distractor that goes with the score better than the key\n' +
    'does may be a miskey.',
  arguments: [dataArgument],
  options: {
    ...keyOption,
    missing: {
      type: 'string',
      value: 'zero|omit',
      says: 'Missing responses score 0, as an exam does (zero, as it is without it), or are left out (omit).',
    },
    ...ignoreOption,
  },
  examples: ['testamur stats classical scored.csv', 'testamur stats classical answers.csv --key key.csv --json'],
  find: async ({ values, positionals: [file = ''], override }) => {
    const missing = choice('missing', values.missing, ['zero', 'omit'], 'zero');
    const table = await readData(file, values);
    if (values.key === undefined) {
      const result = classical(await scoredOf(file, table, undefined), { missing, ...override });
      return { json: classicalJson(result), present: () => presentClassical(result), sample: result.sample };
    }
    const { raw, key, scored } = await rawOf(file, table, values.key);
    const result = classical(scored, { missing, ...override });
    const options = distractors(raw, key);
    return {
      json: classicalJson(result, options),
      present: () => presentClassical(result, options),
      sample: result.sample,
    };
  },
});
