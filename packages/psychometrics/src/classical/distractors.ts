import { type Key, keysOf, type RawResponses, scoreRaw } from '../data/raw-responses.ts';
import { judgeSample, type SampleJudgment } from '../guard/index.ts';
import { wilsonInterval } from '../numeric/intervals.ts';
import { correlationInterval } from './correlation-interval.ts';
import { type ItemFlag, itemFlagRules } from './item-flags.ts';
import { itemScores } from './item-scores.ts';
import { offeredOptions } from './offered-options.ts';
import { scoreGroups } from './score-groups.ts';

type Interval = readonly [number, number];

/** How an option of an item works. */
export interface OptionStatistics {
  readonly option: string;
  readonly keyed: boolean;
  readonly count: number;
  /** Share of the candidates to whom the item was presented. */
  readonly p: number | null;
  readonly pInterval: Interval | null;
  /** Correlation of choosing it with the total score; null where nobody or everybody does. */
  readonly optionTotal: number | null;
  /** Correlation of choosing it with the total score without this item. */
  readonly optionRest: number | null;
  readonly optionRestInterval: Interval | null;
  /** Mean total score of those who chose it; null of nobody. */
  readonly meanTotal: number | null;
  /** How many of each score group chose it, from the lowest group on. */
  readonly groupCounts: readonly number[];
  /** The same as shares of the group; null of a group to which the item was not presented. Points of an option curve. */
  readonly groupShares: readonly (number | null)[];
}

/** The options of an item. */
export interface ItemOptions {
  readonly id: string;
  readonly key: readonly string[];
  /** Candidates to whom the item was presented. */
  readonly n: number;
  readonly options: readonly OptionStatistics[];
  /** Those who chose none: omitted or not reached. */
  readonly none: Omit<OptionStatistics, 'option' | 'keyed'>;
  /** Distractors that fewer than 5 % chose. */
  readonly unused: readonly string[];
  /** Distractors that correlate better than the key. */
  readonly better: readonly string[];
  /** p by guessing: keys over options. */
  readonly chance: number;
  /** 'possible-miskey' and 'unused-distractor', where they apply. */
  readonly flags: readonly ItemFlag[];
  readonly sample: SampleJudgment;
}

/** The distractor analysis of an examination. */
export interface DistractorResult {
  readonly n: number;
  /** Score groups from the lowest to the highest totals. */
  readonly groups: readonly { readonly n: number; readonly lowest: number; readonly highest: number }[];
  readonly items: readonly ItemOptions[];
  readonly sample: SampleJudgment;
}

/**
 * The distractor analysis: for each option of each item how many chose it, in all and by score group, and how choosing it
 * goes with the score. Omitted items score 0.
 *
 * @param groups how many score groups of about equal size; equal totals stay together.
 * @param options.offered the options that each item offers, by its id; by default what the responses tell ({@link offeredOptions}).
 * @throws {RangeError} for items without a key, fewer than 2 groups, no candidates.
 * @see Haladyna & Downing (1993), Educ. Psychol. Meas. 53(4); Livingston (2006), Handbook of Test Development, chapter 19.
 */
export function distractors(
  raw: RawResponses,
  key: Key,
  groups = 5,
  options: {
    readonly offered?: ReadonlyMap<string, readonly string[]>;
    readonly confidence?: number;
    readonly override?: { readonly reason: string };
  } = {},
): DistractorResult {
  const scored = scoreRaw(raw, key);
  const { columns, totals, persons } = itemScores(scored);
  const rows = rowsOf(raw, persons);
  const { groupOf, groups: divided } = scoreGroups(totals, groups);
  const keys = keysOf(raw.items, key);
  const offered = offeredOptions(raw, keys, options.offered);
  const confidence = options.confidence ?? 0.95;
  const items = raw.items.map((id, item) => {
    const own = keys[item] ?? [];
    const all = offered[item] ?? [];
    const picks = rows.map((row) => row[item] ?? null);
    const column = columns[item] ?? new Int16Array(0);
    const work = { picks, column, totals, groupOf, groups: divided.length, confidence };
    const table = all.map((option) => ({ option, keyed: own.includes(option), ...optionStatistics(work, option) }));
    const n = column.filter((score) => score >= 0).length;
    const { unused, better } = weakDistractors(table);
    const flags: ItemFlag[] = [
      ...(better.length > 0 ? (['possible-miskey'] as const) : []),
      ...(unused.length > 0 && n > 0 ? (['unused-distractor'] as const) : []),
    ];
    return {
      id,
      key: own,
      n,
      options: table,
      none: optionStatistics(work, null),
      unused,
      better,
      chance: own.length / all.length,
      flags,
      sample: judgeSample('classical', n, options.override),
    };
  });
  return {
    n: persons.length,
    groups: divided,
    items,
    sample: judgeSample('classical', persons.length, options.override),
  };
}

function rowsOf(raw: RawResponses, persons: readonly string[]): RawResponses['responses'] {
  const kept = new Set(persons);
  return raw.responses.filter((_, row) => kept.has(raw.persons[row] ?? ''));
}

function weakDistractors(table: readonly OptionStatistics[]): { unused: readonly string[]; better: readonly string[] } {
  const distractorsOf = table.filter(({ keyed }) => !keyed);
  const ofKeys = table.flatMap(({ keyed, optionRest }) => (keyed && optionRest !== null ? [optionRest] : []));
  // A key that nobody chose has no correlation: any distractor that goes with the score does better.
  const best = ofKeys.length === 0 ? 0 : Math.max(...ofKeys);
  const least = itemFlagRules['possible-miskey'].limit;
  return {
    unused: distractorsOf
      .filter(({ p }) => p !== null && p < itemFlagRules['unused-distractor'].limit)
      .map(({ option }) => option),
    better: distractorsOf
      .filter(({ count, optionRest }) => count >= least && optionRest !== null && optionRest > best)
      .map(({ option }) => option),
  };
}

/** What the statistics of an option are computed from. */
interface OptionWork {
  readonly picks: readonly (string | null)[];
  /** Scores on the item; negative where it was not presented. */
  readonly column: Int16Array;
  readonly totals: Float64Array;
  readonly groupOf: Int32Array;
  readonly groups: number;
  readonly confidence: number;
}

function optionStatistics(
  { picks, column, totals, groupOf, groups, confidence }: OptionWork,
  option: string | null,
): Omit<OptionStatistics, 'option' | 'keyed'> {
  const groupCounts = new Array<number>(groups).fill(0);
  const groupSizes = new Array<number>(groups).fill(0);
  const total = new Moments();
  const rest = new Moments();
  column.forEach((score, person) => {
    if (score < 0) return;
    const group = groupOf[person] ?? 0;
    const picked = picks[person] === option;
    const points = totals[person] ?? 0;
    groupSizes[group] = (groupSizes[group] ?? 0) + 1;
    if (picked) groupCounts[group] = (groupCounts[group] ?? 0) + 1;
    total.add(picked, points);
    rest.add(picked, points - score);
  });
  const { n, count } = total;
  return {
    count,
    p: n === 0 ? null : count / n,
    pInterval: wilsonInterval(count, n, confidence),
    optionTotal: total.correlation(),
    optionRest: rest.correlation(),
    optionRestInterval: correlationInterval(rest.correlation(), n, confidence),
    meanTotal: count === 0 ? null : total.chosen / count,
    groupCounts,
    groupShares: groupSizes.map((size, group) => (size === 0 ? null : (groupCounts[group] ?? 0) / size)),
  };
}

/** Running sums for the correlation of a choice with scores. */
class Moments {
  n = 0;
  count = 0;
  sum = 0;
  squares = 0;
  /** Sum over those who chose it. */
  chosen = 0;

  add(picked: boolean, score: number): void {
    this.n += 1;
    this.sum += score;
    this.squares += score * score;
    if (!picked) return;
    this.count += 1;
    this.chosen += score;
  }

  correlation(): number | null {
    const { n, count, sum, squares, chosen } = this;
    const scoreSpread = n * squares - sum * sum;
    if (count === 0 || count === n || !(scoreSpread > 1e-9 * n * squares)) return null;
    return (n * chosen - count * sum) / Math.sqrt(count * (n - count) * scoreSpread);
  }
}
