import { type FitAbilities, fitJson, modelFit, presentFit } from '@testamur/psychometrics';
import {
  dataArgument,
  ignoreOption,
  itemsOption,
  keyOption,
  readData,
  readItemsFile,
  scoredOf,
} from '../stats/data.ts';
import { choice, numberOf } from '../stats/option-values.ts';
import { defineStats } from '../stats/stats-command.ts';

const ABILITIES = ['eap', 'ml', 'wle'] as const satisfies readonly FitAbilities[];

export const statsFit = defineStats({
  name: 'fit',
  summary: 'How well calibrated items fit the answers',
  description: 'The whole model by M2, items by S-X² and mean squares, pairs of items by Q3, candidates by lz and lz*.',
  arguments: [dataArgument],
  options: {
    items: { ...itemsOption.items, required: true },
    mean: { type: 'string', value: 'N', says: 'Mean of the ability; that of the calibration without it.' },
    variance: { type: 'string', value: 'N', says: 'Variance of the ability; that of the calibration without it.' },
    abilities: {
      type: 'string',
      value: ABILITIES.join('|'),
      says: 'Where infit, outfit and Q3 are taken; eap without it, ml of items that were estimated by cml.',
    },
    elsewhere: {
      type: 'boolean',
      says: 'The items were calibrated with other data: no parameter was fitted to these.',
    },
    ...keyOption,
    ...ignoreOption,
  },
  examples: ['testamur stats fit scored.csv --items items.json --json'],
  find: async ({ values, positionals: [file = ''], override }) => {
    const { items, latent, estimator, recode } = await readItemsFile(values.items);
    const data = recode(await scoredOf(file, await readData(file, values), values.key));
    const result = modelFit(data, items, {
      mean: numberOf('mean', values.mean) ?? latent.mean,
      variance: numberOf('variance', values.variance) ?? latent.variance,
      abilities: choice('abilities', values.abilities, ABILITIES, estimator === 'cml' ? 'ml' : 'eap'),
      fixedItems: values.elsewhere === true,
      ...override,
    });
    return { json: { ...fitJson(result) }, present: () => presentFit(result), sample: result.sample };
  },
});
