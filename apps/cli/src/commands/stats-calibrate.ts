import {
  calibrateThreaded,
  calibrationJson,
  columnCells,
  ITEM_MODELS,
  presentCalibration,
  SE_METHODS,
  withoutColumns,
} from '@testamur/psychometrics';
import { dataArgument, ignoreOption, keyOption, located, readData, readItemsFile, scoredOf } from '../stats/data.ts';
import { choice, given, numberOf, wholeOf } from '../stats/option-values.ts';
import { progress } from '../stats/progress.ts';
import { defineStats } from '../stats/stats-command.ts';

export const statsCalibrate = defineStats({
  name: 'calibrate',
  summary: 'Estimate the parameters of items',
  description:
    'Marginal maximum likelihood, or conditional for rasch and pcm. Missing responses are left out. Parameters are those of\n' +
    'P = guessing + (upper − guessing) / (1 + exp(−(discrimination · θ + intercept))) and its likes; difficulty is\n' +
    '−intercept / discrimination. The scale is set by the first group: mean 0, variance 1 (of rasch, pcm and rsm estimated).',
  arguments: [dataArgument],
  options: {
    model: { type: 'string', value: 'MODEL', required: true, says: `${ITEM_MODELS.join(', ')}.` },
    estimator: { type: 'string', value: 'mml|cml', says: 'Marginal (without it) or conditional maximum likelihood.' },
    precise: { type: 'boolean', says: 'More nodes, and on to the maximum of the likelihood itself.' },
    se: {
      type: 'string',
      value: 'METHOD',
      says: `Standard errors: ${SE_METHODS.join(', ')}; oakes without it.`,
    },
    groups: { type: 'string', value: 'COL', says: 'The column that says the group of each candidate.' },
    anchors: { type: 'string', value: 'FILE', says: 'Items whose parameters stay as they are: they set the scale.' },
    'guessing-mean': {
      type: 'string',
      value: 'P',
      says: '3pl, 4pl: the center of the prior of guessing; 0.25 without it.',
    },
    threads: {
      type: 'string',
      value: 'N',
      says: 'How many threads; as many as pay without it. The numbers are the same.',
    },
    'drop-constant': {
      type: 'boolean',
      says: 'Leave out items that everybody answered alike, instead of refusing them.',
    },
    ...keyOption,
    ...ignoreOption,
  },
  examples: [
    'testamur stats calibrate scored.csv --model 2pl --json > items.json',
    'testamur stats calibrate next.csv --model rasch --anchors items.json',
  ],
  find: async ({ values, positionals: [file = ''], override, io }) => {
    const model = choice('model', values.model, ITEM_MODELS);
    const estimator = choice('estimator', values.estimator, ['mml', 'cml'], 'mml');
    const se = values.se === undefined ? undefined : choice('se', values.se, SE_METHODS);
    const threads = wholeOf('threads', values.threads, 1);
    const table = await readData(file, values);
    const column = values.groups;
    const groups = column === undefined ? undefined : located(file, () => columnCells(table, column));
    const items = column === undefined ? table : located(file, () => withoutColumns(table, [column]));
    const scored = await scoredOf(file, items, values.key);
    const anchors = values.anchors === undefined ? undefined : await readItemsFile(values.anchors);
    const tell = progress(io, 'Calibrating');
    const result = await calibrateThreaded(anchors === undefined ? scored : anchors.recode(scored), {
      model,
      estimator,
      precise: values.precise === true,
      onConstant: values['drop-constant'] === true ? 'drop' : 'refuse',
      ...given('se', se),
      ...given('groups', groups),
      ...given('anchors', anchors?.items),
      ...given('guessingMean', numberOf('guessing-mean', values['guessing-mean'])),
      ...given('threads', threads),
      onProgress: (iteration, change) => tell(`iteration ${iteration}, largest change ${change.toPrecision(2)}`),
      ...override,
    });
    return { json: { ...calibrationJson(result) }, present: () => presentCalibration(result), sample: result.sample };
  },
});
