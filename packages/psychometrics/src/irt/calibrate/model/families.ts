import type { Item, ItemModel } from '../../items/item.ts';
import { categoryCount, isDichotomous, isStep } from '../../items/item.ts';
import { categoryProbabilities } from '../../items/response-function.ts';
import { asymptoteFamily } from './asymptote-family.ts';
import { CurveFamily } from './curve-family.ts';
import { ExponentialFamily } from './exponential-family.ts';
import type { ItemFamily } from './family.ts';
import { gradedFamily } from './graded-family.ts';

const zeros = (n: number): number[] => Array.from({ length: n }, () => 0);
const unit = (n: number, at: number): number[] => Array.from({ length: n }, (_, j) => (j === at ? 1 : 0));
const upTo = (n: number): number[] => Array.from({ length: n }, (_, k) => k);

/**
 * The family of an item that is estimated. `1pl` is estimated as `rasch`, with free variance, and rescaled afterwards.
 *
 * @param common the discrimination of all items where it is fixed (`rasch`, `1pl`).
 */
export function familyOf(id: string, model: ItemModel, categories: number, common = 1): ItemFamily {
  const steps = categories - 1;
  switch (model) {
    case 'rasch':
    case '1pl':
    case '2pl': {
      const slope = model === '2pl';
      return new ExponentialFamily({
        id,
        names: slope ? ['discrimination', 'intercept'] : ['intercept'],
        slope: slope
          ? [
              [0, 0],
              [1, 0],
            ]
          : [[0], [0]],
        constant: slope
          ? [
              [0, 0],
              [0, 1],
            ]
          : [[0], [1]],
        slope0: slope ? [0, 0] : [0, common],
        constant0: [0, 0],
        item: (local) => ({
          id,
          model,
          discrimination: slope ? (local[0] ?? 0) : common,
          intercept: local[slope ? 1 : 0] ?? 0,
          guessing: 0,
          upper: 1,
        }),
      });
    }
    case '3pl':
    case '4pl':
      return asymptoteFamily(id, model);
    case 'grm':
      return gradedFamily(id, categories);
    case 'pcm':
    case 'gpcm': {
      const slope = model === 'gpcm' ? 1 : 0;
      const size = steps + slope;
      return new ExponentialFamily({
        id,
        names: [...(slope === 1 ? ['discrimination'] : []), ...upTo(steps).map((k) => `intercept${k + 1}`)],
        slope: upTo(categories).map((k) => upTo(size).map((j) => (slope === 1 && j === 0 ? k : 0))),
        constant: upTo(categories).map((k) => (k === 0 ? zeros(size) : unit(size, k - 1 + slope))),
        slope0: upTo(categories).map((k) => (slope === 1 ? 0 : k)),
        constant0: zeros(categories),
        item: (local) => ({
          id,
          model,
          discrimination: slope === 1 ? (local[0] ?? 0) : 1,
          intercepts: Array.from(local.subarray(slope, size)),
        }),
      });
    }
    case 'rsm': {
      // c_k = k·location + T_k, where T_0 = T_m = 0 and T_1 … T_(m−1) are the same for all items.
      const constant = upTo(categories).map((k) => [k, ...upTo(steps - 1).map((t) => (t === k - 1 ? 1 : 0))]);
      return new ExponentialFamily({
        id,
        names: ['location', ...upTo(steps - 1).map((k) => `step${k + 1}`)],
        slope: constant.map((row) => zeros(row.length)),
        constant,
        slope0: upTo(categories),
        constant0: zeros(categories),
        item: (local) => ({
          id,
          model,
          discrimination: 1,
          intercepts: upTo(steps).map((k) => (k + 1) * (local[0] ?? 0) + (k + 1 < steps ? (local[k + 1] ?? 0) : 0)),
        }),
      });
    }
    case 'nrm':
      return new ExponentialFamily({
        id,
        names: [...upTo(steps).map((k) => `slope${k + 1}`), ...upTo(steps).map((k) => `intercept${k + 1}`)],
        slope: upTo(categories).map((k) => (k === 0 ? zeros(2 * steps) : unit(2 * steps, k - 1))),
        constant: upTo(categories).map((k) => (k === 0 ? zeros(2 * steps) : unit(2 * steps, steps + k - 1))),
        slope0: zeros(categories),
        constant0: zeros(categories),
        item: (local) => ({
          id,
          model,
          slopes: [0, ...local.subarray(0, steps)],
          intercepts: [0, ...local.subarray(steps, 2 * steps)],
        }),
      });
  }
}

/** The family of an item that stays as it is: no parameters. */
export function anchoredFamily(item: Item): ItemFamily {
  const { id } = item;
  const categories = categoryCount(item);
  const linear = naturalForm(item);
  if (linear !== undefined) {
    const none = zeros(categories).map(() => []);
    return new ExponentialFamily({ id, names: [], slope: none, constant: none, ...linear, item: () => item });
  }
  const fill = (theta: number, into: Float64Array): void => categoryProbabilities(item, theta, into);
  return new CurveFamily({
    id,
    names: [],
    categories,
    valid: () => true,
    probabilities: (_, theta, into) => fill(theta, into),
    derive: (_, theta, { p }) => fill(theta, p),
    item: () => item,
  });
}

function naturalForm(item: Item): { slope0: readonly number[]; constant0: readonly number[] } | undefined {
  if (isDichotomous(item)) {
    if (item.guessing > 0 || item.upper < 1) return undefined;
    return { slope0: [0, item.discrimination], constant0: [0, item.intercept] };
  }
  if (isStep(item)) {
    const slope0 = upTo(item.intercepts.length + 1).map((k) => k * item.discrimination);
    return { slope0, constant0: [0, ...item.intercepts] };
  }
  return item.model === 'nrm' ? { slope0: item.slopes, constant0: item.intercepts } : undefined;
}
