import { presentScores, SCORING_METHODS, scoreSample } from '@testamur/psychometrics';
import { UsageError } from '../shell/errors.ts';
import {
  dataArgument,
  ignoreOption,
  itemsOption,
  keyOption,
  readData,
  readItemsFile,
  scoredOf,
} from '../stats/data.ts';
import { choice, given, numberOf } from '../stats/option-values.ts';
import { defineStats } from '../stats/stats-command.ts';

export const statsScore = defineStats({
  name: 'score',
  summary: 'The ability of each candidate from calibrated items',
  description:
    'eap and map use the distribution of ability (--mean, --variance: those of the calibration, 0 and 1 without them); ml\n' +
    'and wle use the answers alone. eapsum gives one value for each sum score.',
  arguments: [dataArgument],
  options: {
    items: { ...itemsOption.items, required: true },
    method: { type: 'string', value: 'METHOD', says: `${SCORING_METHODS.join(', ')}; eap without it.` },
    mean: { type: 'string', value: 'N', says: 'Mean of the ability; that of the calibration without it.' },
    variance: { type: 'string', value: 'N', says: 'Variance of the ability; that of the calibration without it.' },
    information: {
      type: 'string',
      value: 'expected|observed',
      says: 'map, ml, wle: the information behind the standard error; observed of map, expected of the others without it.',
    },
    bound: { type: 'string', value: 'N', says: 'An ability by ml that would be infinite becomes −N or N.' },
    ...keyOption,
    ...ignoreOption,
  },
  examples: ['testamur stats score scored.csv --items items.json --method wle --json'],
  find: async ({ values, positionals: [file = ''], override }) => {
    const method = choice('method', values.method, SCORING_METHODS, 'eap');
    const bound = numberOf('bound', values.bound);
    if (bound !== undefined && bound <= 0) throw new UsageError('--bound is a number above 0.');
    const { items, latent, recode } = await readItemsFile(values.items);
    const data = recode(await scoredOf(file, await readData(file, values), values.key));
    const result = scoreSample(data, items, {
      method,
      mean: numberOf('mean', values.mean) ?? latent.mean,
      variance: numberOf('variance', values.variance) ?? latent.variance,
      ...given(
        'information',
        values.information === undefined
          ? undefined
          : choice('information', values.information, ['expected', 'observed']),
      ),
      ...given('bounds', bound === undefined ? undefined : ([-bound, bound] as const)),
      ...override,
    });
    return { json: { ...result }, present: () => presentScores(result), sample: result.sample };
  },
});
