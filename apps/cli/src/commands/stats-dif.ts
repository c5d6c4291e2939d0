import {
  columnCells,
  DIF_METHODS,
  dif,
  difJson,
  PARAMETER_MODELS,
  presentDif,
  readScored,
  withoutColumns,
} from '@testamur/psychometrics';
import { dataArgument, ignoreOption, located, readData } from '../stats/data.ts';
import { choice, given, wholeOf } from '../stats/option-values.ts';
import { defineStats } from '../stats/stats-command.ts';

const types = ['both', 'uniform', 'nonuniform'] as const;

export const statsDif = defineStats({
  name: 'dif',
  summary: 'Items that work differently for two groups of equal ability',
  description:
    'mh, std, logistic and sibtest compare candidates with equal total scores; lord and raju compare item parameters\n' +
    'estimated in each group. Items with more than two categories are for mh, std and sibtest.\n' +
    'Classes A, B and C are those of ETS: negligible, slight to moderate, moderate to large.',
  arguments: [dataArgument],
  options: {
    group: { type: 'string', value: 'COL', required: true, says: 'The column that says the group of each candidate.' },
    focal: { type: 'string', value: 'VALUE', required: true, says: 'The group whose disadvantage is looked for.' },
    reference: { type: 'string', value: 'VALUE', says: 'The group it is compared with; everybody else without it.' },
    method: { type: 'string', value: 'METHOD', says: `${DIF_METHODS.join(', ')}; mh without it.` },
    purify: {
      type: 'boolean',
      says: 'Take items with DIF out of what candidates are matched by, until nothing changes.',
    },
    exact: { type: 'boolean', says: 'mh: the exact conditional test.' },
    'no-correction': { type: 'boolean', says: 'mh: without the correction for continuity.' },
    type: { type: 'string', value: 'TYPE', says: 'logistic: uniform, nonuniform, or both.' },
    test: { type: 'string', value: 'lrt|wald', says: 'logistic: likelihood ratio (without it) or Wald.' },
    least: {
      type: 'string',
      value: 'N',
      says: 'sibtest: candidates of each group that a score needs to count; 6 without it.',
    },
    model: {
      type: 'string',
      value: 'MODEL',
      says: `lord, raju: ${PARAMETER_MODELS.join(', ')}; rasch without it. rasch-unit takes θ to vary by 1 in each group, as difR does.`,
    },
    ...ignoreOption,
  },
  examples: ['testamur stats dif scored.csv --group sex --focal F --method mh --purify --json'],
  find: async ({ values, positionals: [file = ''], override }) => {
    const method = choice('method', values.method, DIF_METHODS, 'mh');
    const table = await readData(file, values);
    const group = located(file, () => columnCells(table, values.group));
    const data = located(file, () => readScored(withoutColumns(table, [values.group])));
    const result = dif(data, {
      group,
      focal: values.focal,
      method,
      purify: values.purify === true,
      ...given('reference', values.reference),
      ...(values.exact === true ? { exact: true } : {}),
      ...(values['no-correction'] === true ? { correct: false } : {}),
      ...given('type', values.type === undefined ? undefined : choice('type', values.type, types)),
      ...given('model', values.model === undefined ? undefined : choice('model', values.model, PARAMETER_MODELS)),
      ...given('test', values.test === undefined ? undefined : choice('test', values.test, ['lrt', 'wald'])),
      ...given('least', wholeOf('least', values.least, 2)),
      ...override,
    });
    return { json: difJson(result), present: () => presentDif(result), sample: result.sample };
  },
});
