import {
  ADJUSTMENTS,
  answerSheet,
  answerSheetFromCategories,
  PATTERN_METHODS,
  personPatterns,
  presentPatterns,
  presentSimilarity,
  type ResponseMatrix,
  readPairs,
  readScored,
  SIMILARITY_METHODS,
  similarity,
} from '@testamur/psychometrics';
import { UsageError } from '../shell/errors.ts';
import type { Io } from '../shell/io.ts';
import {
  dataArgument,
  ignoreOption,
  itemsOption,
  keyOption,
  located,
  type RawData,
  rawOf,
  readData,
  readItemsFile,
} from '../stats/data.ts';
import { choice, given, numberOf, wholeOf } from '../stats/option-values.ts';
import { progress } from '../stats/progress.ts';
import { readTable } from '../stats/read-table.ts';
import { defineStats } from '../stats/stats-command.ts';

const methods = [...SIMILARITY_METHODS, ...PATTERN_METHODS] as const;

const pairsOf = async (file: string) => {
  const table = await readTable(file);
  return located(file, () => readPairs(table));
};

interface Given {
  readonly raw: RawData | null;
  readonly scored: ResponseMatrix;
}

async function readAnswers(
  file: string,
  options: Parameters<typeof readData>[1],
  key: string | undefined,
): Promise<Given> {
  const table = await readData(file, options);
  if (key === undefined) return { raw: null, scored: located(file, () => readScored(table)) };
  const raw = await rawOf(file, table, key);
  return { raw, scored: raw.scored };
}

const telling = (io: Io) => {
  const tell = progress(io, 'Comparing pairs');
  return (done: number, of: number): void => tell(`${((100 * done) / of).toFixed(0)} %`);
};

export const statsForensics = defineStats({
  name: 'forensics',
  summary: 'Candidates who share answers, and patterns of answers that do not fit together',
  description:
    'omega, gbt, m4 and the k indexes compare two candidates; lz, ht and u3 look at one. Without --items the parameters are\n' +
    'estimated from the same answers, and the result says so. Evidence, not proof: it can begin an inquiry and never end one.',
  arguments: [dataArgument],
  options: {
    method: { type: 'string', value: 'METHOD', required: true, says: `${methods.join(', ')}.` },
    ...itemsOption,
    ...keyOption,
    pairs: { type: 'string', value: 'FILE', says: 'The pairs to compare, CSV `a,b`; all without it.' },
    adjust: { type: 'string', value: 'METHOD', says: `For many comparisons: ${ADJUSTMENTS.join(', ')}.` },
    alpha: { type: 'string', value: 'P', says: 'Flags what is at most as probable; 0.05 without it.' },
    limit: { type: 'string', value: 'N', says: 'How many pairs to list, the most improbable first.' },
    ...ignoreOption,
  },
  examples: [
    'testamur stats forensics answers.csv --key key.csv --method omega --pairs suspected.csv --json',
    'testamur stats forensics scored.csv --method ht',
  ],
  find: async ({ values, positionals: [file = ''], io, override }) => {
    const method = choice('method', values.method, methods);
    const common = {
      ...given('adjustment', values.adjust === undefined ? undefined : choice('adjust', values.adjust, ADJUSTMENTS)),
      ...given('alpha', numberOf('alpha', values.alpha)),
      ...override,
    };
    const answers = await readAnswers(file, values, values.key);
    const calibrated = values.items === undefined ? undefined : await readItemsFile(values.items);
    const items = given('items', calibrated?.items);
    const recode = calibrated?.recode ?? ((data: ResponseMatrix) => data);
    const pattern = PATTERN_METHODS.find((one) => one === method);
    if (pattern !== undefined) {
      if (values.pairs !== undefined)
        throw new UsageError(`--pairs goes with methods that compare pairs, not ${method}.`);
      const result = personPatterns(recode(answers.scored), { method: pattern, ...items, ...common });
      return { json: { ...result }, present: () => presentPatterns(result), sample: result.sample };
    }
    const sheet =
      answers.raw === null
        ? answerSheetFromCategories(recode(answers.scored))
        : answerSheet(answers.raw.raw, answers.raw.key);
    const result = similarity(sheet, {
      method: choice('method', values.method, SIMILARITY_METHODS),
      ...items,
      ...given('pairs', values.pairs === undefined ? undefined : await pairsOf(values.pairs)),
      ...given('limit', wholeOf('limit', values.limit, 1)),
      onProgress: telling(io),
      ...common,
    });
    return { json: { ...result }, present: () => presentSimilarity(result), sample: result.sample };
  },
});
