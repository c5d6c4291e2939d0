import { count, fixed, left, NONE, type PresentedTable, percent, right } from '../presentation/index.ts';
import type { DistractorResult, ItemOptions, OptionStatistics } from './distractors.ts';
import { type ItemFlag, itemFlagRules } from './item-flags.ts';

/** Flags in two words each, as a table has room for; empty without flags. */
export const presentFlags = (flags: readonly ItemFlag[]): string =>
  flags.map((flag) => itemFlagRules[flag].label).join(', ');

/** Flags in full, with their limits; empty without flags. */
export const explainFlags = (flags: readonly ItemFlag[]): string =>
  flags.map((flag) => itemFlagRules[flag].says).join('; ');

/** The options of an item: counts, shares, correlations, and shares by score group. The key is marked with an asterisk. */
export function optionTable({ options, none }: ItemOptions, groups: DistractorResult['groups']): PresentedTable {
  const row = (name: string, option: Omit<OptionStatistics, 'option' | 'keyed'>): readonly string[] => [
    name,
    count(option.count),
    percent(option.p),
    option.pInterval === null ? NONE : `${percent(option.pInterval[0])} to ${percent(option.pInterval[1])}`,
    fixed(option.optionTotal),
    fixed(option.optionRest),
    fixed(option.meanTotal, 1),
    ...option.groupShares.map((share) => percent(share, 0)),
  ];
  const headings = ['Candidates', 'Share', 'Interval', 'Option-total', 'Option-rest', 'Mean score'];
  return {
    caption:
      'Options; * marks the key. The last columns are shares within score groups, from the lowest to the highest.',
    columns: [
      left('Option'),
      ...[...headings, ...groups.map(({ lowest, highest }) => `${fixed(lowest, 0)}–${fixed(highest, 0)}`)].map(right),
    ],
    rows: [
      ...options.map((option) => row(option.keyed ? `${option.option} *` : option.option, option)),
      row('none', none),
    ],
  };
}
