import { DECISION_METHODS, decision, decisionJson, presentDecision } from '@testamur/psychometrics';
import { dataArgument, ignoreOption, keyOption, readData, scoredOf } from '../stats/data.ts';
import { choice, numberOf } from '../stats/option-values.ts';
import { defineStats } from '../stats/stats-command.ts';

export const statsDecision = defineStats({
  name: 'decision',
  summary: 'How well an exam decides at its cut score',
  description:
    'Consistency: the share that another form would decide alike. Accuracy: the share decided as the true scores would\n' +
    'be. False positives pass and should not; false negatives fail and should not.',
  arguments: [dataArgument],
  options: {
    cut: { type: 'string', value: 'N', required: true, says: 'The lowest total score that passes.' },
    method: { type: 'string', value: 'METHOD', says: `${DECISION_METHODS.join(', ')}; the first without it.` },
    ...keyOption,
    ...ignoreOption,
  },
  examples: ['testamur stats decision scored.csv --cut 120 --method livingston-lewis'],
  find: async ({ values, positionals: [file = ''], override }) => {
    const method = choice('method', values.method, DECISION_METHODS, 'livingston-lewis');
    const cut = numberOf('cut', values.cut);
    const data = await scoredOf(file, await readData(file, values), values.key);
    const result = decision(data, { cut, method, ...override });
    return { json: decisionJson(result), present: () => presentDecision(result), sample: result.sample };
  },
});
