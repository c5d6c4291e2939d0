import {
  DECISION_METHODS,
  decision,
  decisionByItems,
  decisionJson,
  IRT_DECISION_METHODS,
  type IrtDecisionMethod,
  itemDecisionJson,
  presentDecision,
  presentItemDecision,
} from '@testamur/psychometrics';
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
import { defineStats, type Found } from '../stats/stats-command.ts';

const METHODS = [...DECISION_METHODS, ...IRT_DECISION_METHODS] as const;

export const statsDecision = defineStats({
  name: 'decision',
  summary: 'How well an exam decides at its cut score',
  description:
    'Consistency: the share that another form would decide alike. Accuracy: the share decided as the true scores would\n' +
    'be. False positives pass and should not; false negatives fail and should not. lee and rudner need calibrated items\n' +
    '(--items) in place of DATA, and take the distribution of ability from their file.',
  arguments: [{ ...dataArgument, optional: true }],
  options: {
    cut: { type: 'string', value: 'N', says: 'The lowest total score that passes.' },
    'cut-theta': { type: 'string', value: 'N', says: 'rudner: the cut as an ability, in place of --cut.' },
    method: { type: 'string', value: 'METHOD', says: `${METHODS.join(', ')}; the first without it.` },
    ...itemsOption,
    ...keyOption,
    ...ignoreOption,
  },
  examples: [
    'testamur stats decision scored.csv --cut 120 --method livingston-lewis',
    'testamur stats decision --items items.json --cut 120 --method lee',
  ],
  find: async ({ values, positionals: [file], override }) => {
    const method = choice('method', values.method, METHODS, 'livingston-lewis');
    const cut = numberOf('cut', values.cut);
    const cutTheta = numberOf('cut-theta', values['cut-theta']);
    if (cutTheta !== undefined && (method !== 'rudner' || cut !== undefined)) {
      throw new UsageError('--cut-theta is for --method rudner, in place of --cut.');
    }
    if (cut === undefined && cutTheta === undefined) {
      throw new UsageError('--cut is missing: the lowest total score that passes.');
    }
    if (method === 'lee' || method === 'rudner') {
      if (file !== undefined || values.items === undefined) {
        throw new UsageError(`--method ${method} takes calibrated items, --items FILE, and no DATA.`);
      }
      return byItems(values.items, { method, ...given('cut', cut), ...given('cutTheta', cutTheta), ...override });
    }
    if (values.items !== undefined) throw new UsageError(`--items is for --method ${IRT_DECISION_METHODS.join(', ')}.`);
    if (file === undefined || cut === undefined) throw new UsageError(`DATA is missing: ${dataArgument.says}`);
    const data = await scoredOf(file, await readData(file, values), values.key);
    const result = decision(data, { cut, method, ...override });
    return { json: decisionJson(result), present: () => presentDecision(result), sample: result.sample };
  },
});

async function byItems(
  file: string,
  options: Omit<Parameters<typeof decisionByItems>[1], 'latent' | 'n'> & { readonly method: IrtDecisionMethod },
): Promise<Found> {
  const { items, latent, n } = await readItemsFile(file);
  const result = decisionByItems(items, { ...options, latent, ...given('n', n) });
  const json = itemDecisionJson(result);
  return { json, present: () => presentItemDecision(result, items), ...given('sample', result.sample ?? undefined) };
}
