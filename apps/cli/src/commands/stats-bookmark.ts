import { bookmark, presentBookmark, readBookmarks } from '@testamur/psychometrics';
import { itemsOption, located, readItemsFile } from '../stats/data.ts';
import { choice, given, numberOf } from '../stats/option-values.ts';
import { readTable } from '../stats/read-table.ts';
import { readTotals, scoresOption } from '../stats/scores.ts';
import { defineStats } from '../stats/stats-command.ts';

export const statsBookmark = defineStats({
  name: 'bookmark',
  summary: 'The cut score of judges who put a bookmark between items in order of difficulty',
  description:
    'The booklet orders the items by the ability at which the response probability is reached. The columns judge, page, and\n' +
    'round where there are several; the last round decides.',
  arguments: [{ name: 'BOOKMARKS', says: 'The bookmarks, CSV.' }],
  options: {
    items: { ...itemsOption.items, required: true },
    rp: { type: 'string', value: 'P', says: 'The response probability; 2/3 without it.' },
    guessing: { type: 'string', value: 'included|removed', says: 'Whether it contains guessing; included without it.' },
    placement: {
      type: 'string',
      value: 'at|before|between',
      says: 'The cut: at the marked item (without it), at the one before, or between.',
    },
    center: { type: 'string', value: 'median|mean', says: 'How judges are put together; median without it.' },
    ...scoresOption,
  },
  examples: ['testamur stats bookmark bookmarks.csv --items items.json --rp 0.67'],
  find: async ({ values, positionals: [file = ''], override }) => {
    const table = await readTable(file);
    const rounds = located(file, () => readBookmarks(table));
    const { items } = await readItemsFile(values.items);
    const result = bookmark(items, rounds, {
      ...given('responseProbability', numberOf('rp', values.rp)),
      guessing: choice('guessing', values.guessing, ['included', 'removed'], 'included'),
      placement: choice('placement', values.placement, ['at', 'before', 'between'], 'at'),
      center: choice('center', values.center, ['median', 'mean'], 'median'),
      ...given('scores', values.scores === undefined ? undefined : await readTotals(values.scores)),
      ...override,
    });
    return { json: { ...result }, present: () => presentBookmark(result), sample: result.sample };
  },
});
