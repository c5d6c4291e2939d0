import { itemMap, type MappedItem, optionCurves, scoreHistogram } from '../plots/index.ts';
import { type Figure, fixed } from '../presentation/index.ts';
import type { ClassicalResult } from './classical.ts';
import type { DistractorResult, ItemOptions } from './distractors.ts';
import type { ItemFlag } from './item-flags.ts';

/** How many items have their options drawn at most; the technical report draws those of all. */
const MOST_DRAWN = 6;

/** Flags that the options can explain, the worst first. An unused distractor alone asks for no picture. */
const GRAVITY: readonly ItemFlag[] = ['possible-miskey', 'negative-discrimination', 'low-discrimination', 'too-hard'];

/** The distribution of the scores, and the items by difficulty and discrimination. */
export function classicalFigures({ score, items }: ClassicalResult, options?: DistractorResult): readonly Figure[] {
  const scores = score.distribution.flatMap(({ score: points, count }) => new Array<number>(count).fill(points));
  return [scoreHistogram({ scores, maximum: score.maximum }), itemMap({ items: mappedItems(items, options) })];
}

/** The items of the map. Unused distractors alone mark none: most easy items have one. */
export const mappedItems = (items: ClassicalResult['items'], options?: DistractorResult): readonly MappedItem[] =>
  items.map(({ id, p, itemRest, flags }, at) => ({
    id,
    p,
    itemRest,
    flagged: flags.length > 0 || options?.items[at]?.flags.includes('possible-miskey') === true,
  }));

/** The share of each option of an item by score group. */
export const optionFigure = (
  { id, options }: ItemOptions,
  groups: DistractorResult['groups'],
  draw: typeof optionCurves = optionCurves,
): Figure =>
  draw({
    id,
    groups: groups.map(({ lowest, highest }) => `${fixed(lowest, 0)}–${fixed(highest, 0)}`),
    options: options.map(({ option, keyed, groupShares }) => ({ option, key: keyed, shares: groupShares })),
  });

/** The items whose options most want a look: possible miskeys first, then items that do not discriminate; six at most. */
export function flaggedOptions(
  { items }: ClassicalResult,
  { items: options }: DistractorResult,
): readonly ItemOptions[] {
  const gravity = (at: number): number => {
    const flags = [...(items[at]?.flags ?? []), ...(options[at]?.flags ?? [])];
    const worst = GRAVITY.findIndex((flag) => flags.includes(flag));
    return worst < 0 ? GRAVITY.length : worst;
  };
  return options
    .map((own, at) => ({ own, gravity: gravity(at), itemRest: items[at]?.itemRest ?? 0 }))
    .filter((one) => one.gravity < GRAVITY.length)
    .sort((a, b) => a.gravity - b.gravity || a.itemRest - b.itemRest)
    .slice(0, MOST_DRAWN)
    .map(({ own }) => own);
}
