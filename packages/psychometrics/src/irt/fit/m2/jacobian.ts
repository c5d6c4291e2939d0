import { categoryCount, type Item, isDichotomous } from '../../items/item.ts';
import { logistic, probabilities } from '../../items/response-function.ts';
import type { LatentGrid } from '../../scoring/latent-grid.ts';
import { addChange, addMoments, type MomentModel } from './moment-model.ts';

/**
 * The derivatives of the model's moments to the estimated parameters, a column each. Only the space that they span
 * matters: parameters may be exchanged for others, and superfluous columns do no harm.
 *
 * Items of one slope: the slope of `1pl` items is common; of `rasch`, `pcm` and `rsm` items the latent variance is
 * estimated instead; `rsm` items share their steps.
 */
export function jacobian(
  model: MomentModel,
  items: readonly Item[],
  grid: LatentGrid,
  latent: { readonly mean: number; readonly variance: number },
): readonly Float64Array[] {
  const columns: Float64Array[] = [];
  const shared = new Map<string, Float64Array>();
  const sharedColumn = (name: string): Float64Array => {
    const known = shared.get(name) ?? new Float64Array(model.size);
    shared.set(name, known);
    return known;
  };
  items.forEach((item, i) => {
    const own = new Map<number, Float64Array>();
    grid.nodes.forEach((theta, q) => {
      parameterChanges(item, theta).forEach(({ share, change }, parameter) => {
        const column = share === null ? (own.get(parameter) ?? new Float64Array(model.size)) : sharedColumn(share);
        if (share === null) own.set(parameter, column);
        addChange(model, column, i, q, change);
      });
    });
    columns.push(...own.values());
  });
  if (items.some(({ model: name }) => name === 'rasch' || name === 'pcm' || name === 'rsm')) {
    const column = new Float64Array(model.size);
    grid.nodes.forEach((theta, q) => {
      const change = ((theta - latent.mean) ** 2 - latent.variance) / (2 * latent.variance ** 2);
      addMoments(model, column, change * (grid.weights[q] ?? 0), q);
    });
    columns.push(column);
  }
  return [...columns, ...shared.values()];
}

/** What a parameter changes in the probabilities of the categories; parameters of equal `share` are one. */
interface ParameterChange {
  readonly share: string | null;
  readonly change: readonly number[];
}

function parameterChanges(item: Item, theta: number): readonly ParameterChange[] {
  const own = (change: readonly number[]): ParameterChange => ({ share: null, change });
  if (isDichotomous(item)) {
    const s = logistic(item.discrimination * theta + item.intercept);
    const rise = (item.upper - item.guessing) * s * (1 - s);
    const slope = [-rise * theta, rise * theta];
    const changes = [own([-rise, rise])];
    if (item.model === '1pl') changes.push({ share: '1pl', change: slope });
    else if (item.model !== 'rasch') changes.push(own(slope));
    if (item.model === '3pl' || item.model === '4pl') changes.push(own([s - 1, 1 - s]));
    if (item.model === '4pl') changes.push(own([-s, s]));
    return changes;
  }
  const levels = intercepts(item, theta);
  if (item.model === 'nrm') return levels.flatMap((change) => [own(change), own(change.map((d) => d * theta))]);
  if (item.model === 'grm') return [...levels.map(own), own(weighted(levels, () => theta))];
  if (item.model === 'rsm') {
    const steps = levels.map((_, step) => weighted(levels, (k) => (k > step ? 1 : 0)));
    const location = own(weighted(levels, (k) => k));
    return [location, ...steps.map((change, step) => ({ share: `rsm ${levels.length} step ${step}`, change }))];
  }
  return item.model === 'gpcm' ? [...levels.map(own), own(weighted(levels, (k) => k * theta))] : levels.map(own);
}

/** The change of the probabilities to each intercept d_1 … d_m; of a nominal item to those of the categories above 0. */
function intercepts(item: Exclude<Item, { guessing: number }>, theta: number): readonly (readonly number[])[] {
  const count = categoryCount(item);
  if (item.model === 'grm') {
    return item.intercepts.map((intercept, step) => {
      const s = logistic(item.discrimination * theta + intercept);
      const rise = s * (1 - s);
      return Array.from({ length: count }, (_, k) => (k === step ? -rise : k === step + 1 ? rise : 0));
    });
  }
  const p = probabilities(item, theta);
  return Array.from({ length: count - 1 }, (_, step) =>
    Array.from(p, (share, k) => share * ((k === step + 1 ? 1 : 0) - (p[step + 1] ?? 0))),
  );
}

/** Σ weight(k) × the change to d_k, k from 1. */
function weighted(levels: readonly (readonly number[])[], weight: (k: number) => number): readonly number[] {
  const sum = new Array<number>(levels[0]?.length ?? 0).fill(0);
  levels.forEach((change, step) => {
    change.forEach((value, k) => {
      sum[k] = (sum[k] ?? 0) + weight(step + 1) * value;
    });
  });
  return sum;
}
