import type { DistractorResult, ItemOptions } from '../classical/distractors.ts';
import type { ItemStatistics } from '../classical/item-statistics.ts';
import { explainFlags, optionTable } from '../classical/present-options.ts';
import { count, type Figure, fixed, interval, type PresentedSection } from '../presentation/index.ts';
import type { ReportPlots } from './report-plots.ts';

/** A page for an item: its numbers in words, what calls for review, and how each of its options works. */
export function itemPage(
  item: ItemStatistics,
  options: ItemOptions,
  groups: DistractorResult['groups'],
  plots: ReportPlots,
): PresentedSection {
  const flags = [...item.flags, ...options.flags];
  const weak = [
    ...(options.better.length > 0 ? [`Options that correlate better than the key: ${options.better.join(', ')}.`] : []),
    ...(options.unused.length > 0 ? [`Options that fewer than 5 % chose: ${options.unused.join(', ')}.`] : []),
  ];
  return {
    heading: `Item ${item.id}`,
    paragraphs: [
      `Key ${options.key.join(' or ')}. Difficulty p ${fixed(item.p)} (${interval(item.pInterval)}), item-rest correlation ${fixed(item.itemRest)} (${interval(item.itemRestInterval)}), item-total ${fixed(item.itemTotal)}, biserial ${fixed(item.biserial)}, alpha without the item ${fixed(item.alphaIfDeleted, 3)}.`,
      `${count(item.n)} candidates; ${count(item.omitted)} omitted it, ${count(item.notReached)} did not reach it, to ${count(item.notPresented)} it was not presented.`,
      flags.length === 0 ? 'No flag.' : `For review: ${explainFlags(flags)}.`,
      ...weak,
    ],
    figures: optionFigure(options, groups, plots),
    tables: [optionTable(options, groups)],
    newPage: true,
  };
}

/** One curve per option, over score groups from the lowest to the highest. */
function optionFigure(
  { id, options }: ItemOptions,
  groups: DistractorResult['groups'],
  { optionCurves }: ReportPlots,
): readonly Figure[] {
  if (optionCurves === undefined) return [];
  return [
    optionCurves({
      id,
      groups: groups.map(({ lowest, highest }) => `${fixed(lowest, 0)}–${fixed(highest, 0)}`),
      options: options.map(({ option, keyed, groupShares }) => ({ option, key: keyed, shares: groupShares })),
    }),
  ];
}
