import { LINK_METHODS, link, linkJson, presentLink } from '@testamur/psychometrics';
import { readItemsFile } from '../stats/data.ts';
import { choice } from '../stats/option-values.ts';
import { defineStats } from '../stats/stats-command.ts';

export const statsLink = defineStats({
  name: 'link',
  summary: 'Put the items of a new calibration on the scale of an old one',
  description: 'Items are common by their id. θ (old) = slope · θ (new) + intercept. Items that drifted are named.',
  arguments: [],
  options: {
    old: { type: 'string', value: 'FILE', required: true, says: 'The items on the scale that stays.' },
    new: { type: 'string', value: 'FILE', required: true, says: 'The items on the scale that is to be moved.' },
    method: {
      type: 'string',
      value: 'METHOD',
      says: `${LINK_METHODS.join(', ')}: mean/mean, mean/sigma, or by curves; stocking-lord without it.`,
    },
    purify: { type: 'boolean', says: 'Leave out common items that drifted, one after the other.' },
  },
  examples: ['testamur stats link --old old.json --new new.json --method haebara --json'],
  find: async ({ values, override }) => {
    const method = choice('method', values.method, LINK_METHODS, 'stocking-lord');
    const [before, after] = await Promise.all([readItemsFile(values.old), readItemsFile(values.new)]);
    const result = link(before.items, after.items, { method, purify: values.purify === true, ...override });
    return { json: { ...linkJson(result) }, present: () => presentLink(result), sample: result.sample };
  },
});
