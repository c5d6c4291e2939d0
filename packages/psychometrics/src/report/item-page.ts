import type { DistractorResult, ItemOptions } from '../classical/distractors.ts';
import { optionFigure } from '../classical/figures.ts';
import type { ItemStatistics } from '../classical/item-statistics.ts';
import { explainFlags, optionTable } from '../classical/present-options.ts';
import { count, counted, fixed, interval, type PresentedSection } from '../presentation/index.ts';
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
      `${counted(item.n, 'candidate')}; ${count(item.omitted)} omitted it, ${count(item.notReached)} did not reach it, to ${count(item.notPresented)} it was not presented.`,
      flags.length === 0 ? 'No flag.' : `For review: ${explainFlags(flags)}.`,
      ...weak,
    ],
    figures: plots.optionCurves === undefined ? [] : [optionFigure(options, groups, plots.optionCurves)],
    tables: [optionTable(options, groups)],
    newPage: true,
  };
}
