import { itemCharacteristicCurve } from '../../plots/index.ts';
import type { Figure } from '../../presentation/index.ts';
import { categoryCount } from '../items/item.ts';
import { expectedScore } from '../items/response-function.ts';
import type { EmpiricalCurve } from './empirical-curve.ts';
import type { ModelFit } from './model-fit.ts';

/** How many items are drawn at most. */
const MOST_DRAWN = 6;

/** The curve of an item with the shares of ability bins beside it. */
export function curveFigure({ item, bins }: EmpiricalCurve): Figure {
  const low = Math.min(-4, ...bins.map(({ theta }) => theta));
  const high = Math.max(4, ...bins.map(({ theta }) => theta));
  const theta = Array.from({ length: 161 }, (_, at) => low + ((high - low) * at) / 160);
  const highest = categoryCount(item) - 1;
  return itemCharacteristicCurve({
    id: item.id,
    theta,
    expected: theta.map((at) => expectedScore(item, at) / highest),
    bins: bins.map(({ theta: at, n, share, interval }) => ({ theta: at, n, share, ci: interval })),
    ...(highest > 1 ? { measure: 'Expected score as a share of the highest' } : {}),
  });
}

/** The curves of the items that fit worst by S-X². */
export function worstCurves({ items, curves }: Pick<ModelFit, 'items' | 'curves'>): readonly Figure[] {
  return items
    .map(({ p, statistic, df }, at) => ({ p: p ?? 1, ratio: (statistic ?? 0) / Math.max(1, df), curve: curves[at] }))
    .sort((a, b) => a.p - b.p || b.ratio - a.ratio)
    .slice(0, MOST_DRAWN)
    .flatMap(({ curve }) => (curve === undefined ? [] : [curveFigure(curve)]));
}
