import {
  LINK_METHODS,
  link,
  presentLink,
  type ScaleTransformation,
  transformItem,
  transformTheta,
} from '@testamur/psychometrics';
import { type ItemsFile, readItemsFile } from '../stats/data.ts';
import { choice } from '../stats/option-values.ts';
import { defineStats } from '../stats/stats-command.ts';
import { writeResult } from '../stats/write-result.ts';

/** The new items and their candidates on the old scale, in the form that every `--items` reads. */
const moved = ({ items, latent, n, categories }: ItemsFile, link: ScaleTransformation) => ({
  n,
  latent: { mean: transformTheta(latent.mean, link), variance: link.slope ** 2 * latent.variance },
  items: items.map((item) => ({ ...transformItem(item, link), categories: categories.get(item.id) })),
});

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
    write: { type: 'string', value: 'FILE', says: 'Write the new items on the old scale, JSON that --items reads.' },
    purify: { type: 'boolean', says: 'Leave out common items that drifted, one after the other.' },
  },
  examples: [
    'testamur stats link --old old.json --new new.json --method haebara --json',
    'testamur stats link --old old.json --new new.json --write linked.json',
  ],
  find: async ({ values, io, override }) => {
    const method = choice('method', values.method, LINK_METHODS, 'stocking-lord');
    const [before, after] = await Promise.all([readItemsFile(values.old), readItemsFile(values.new)]);
    const result = link(before.items, after.items, { method, purify: values.purify === true, ...override });
    if (values.write !== undefined) {
      await writeResult(values.write, `${JSON.stringify(moved(after, result), undefined, 2)}\n`);
      io.err(`Wrote ${values.write}.`);
    }
    return { json: { ...result }, present: () => presentLink(result), sample: result.sample };
  },
});
