import type { Counts } from '../expectation/counts.ts';
import type { Expansion, ItemFamily } from '../model/family.ts';
import type { Grid } from '../model/grid.ts';
import { localOf, type Model, meanOf } from '../model/parameters.ts';
import { ascent } from './newton-step.ts';
import { maximizeShared } from './shared-steps.ts';

/** Newton steps per item and M-step; EM needs no more than an improvement. */
const MOST_STEPS = 4;
const MOST_HALVINGS = 10;
const ROUNDING = 1e-15;
/** Beyond this a parameter says only that the data hold no bound for it. */
export const FARTHEST = 40;
/** The least standard deviation of a latent distribution, lest it shrink to a point. */
export const LEAST_SD = 0.05;

/** The M-step: the parameters that the expected counts make most probable, item by item, then the latent distributions. */
export function maximize(model: Model, grid: Grid, counts: Counts, x: Float64Array, tolerance: number): Float64Array {
  const next = x.slice();
  if (model.latent > model.shared) maximizeShared(model, grid, counts, next);
  else {
    for (const [i, family] of model.families.entries()) maximizeItem(model, grid, counts, next, family, i, tolerance);
  }
  maximizeLatent(model, grid, counts, next);
  return next;
}

function maximizeItem(
  model: Model,
  grid: Grid,
  counts: Counts,
  x: Float64Array,
  family: ItemFamily,
  i: number,
  tolerance: number,
): void {
  const indexes = model.indexes[i];
  const expected = counts.items[i];
  if (family.size === 0 || indexes === undefined || expected === undefined) return;
  const { size } = family;
  let local = localOf(model, i, x);
  const logPrior = (at: Float64Array): number => {
    let log = 0;
    for (let j = 0; j < size; j += 1) log += model.priors.get(indexes[j] ?? -1)?.log(at[j] ?? 0) ?? 0;
    return log;
  };
  let expansion = family.expand(local, expected, grid);
  let objective = expansion.value + logPrior(local);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { direction, gain } = climbFrom(model, indexes, local, expansion);
    // What a step could gain is rounding: the item has come to rest, or drifts where the likelihood is flat.
    if (gain < ROUNDING * Math.max(1, Math.abs(objective))) break;
    let scale = 1;
    let length = 0;
    let found = false;
    for (let halving = 0; halving < MOST_HALVINGS && !found; halving += 1) {
      const trial = local.map((v, j) => clamp(v + scale * (direction[j] ?? 0)));
      // The first trial nearly always climbs, and its derivatives are those of the next step.
      const next = family.expand(trial, expected, grid);
      const value = next.value + logPrior(trial);
      if (value >= objective) {
        length = Math.max(...trial.map((v, j) => Math.abs(v - (local[j] ?? 0))));
        local = trial;
        expansion = next;
        objective = value;
        found = true;
      }
      scale /= 2;
    }
    if (!found || length < tolerance) break;
  }
  for (let j = 0; j < size; j += 1) x[indexes[j] ?? 0] = local[j] ?? 0;
}

/** The Newton step, priors included, and what it gains by the tangent. */
function climbFrom(
  model: Model,
  indexes: Int32Array,
  local: Float64Array,
  expansion: Expansion,
): { direction: Float64Array; gain: number } {
  const size = local.length;
  const gradient = expansion.gradient.slice();
  const information = expansion.observed.slice();
  const fisher = expansion.fisher.slice();
  if (model.priors.size > 0) {
    for (let j = 0; j < size; j += 1) {
      const prior = model.priors.get(indexes[j] ?? -1);
      if (prior === undefined) continue;
      const curvature = -prior.second(local[j] ?? 0);
      gradient[j] = (gradient[j] ?? 0) + prior.first(local[j] ?? 0);
      information[j * size + j] = (information[j * size + j] ?? 0) + curvature;
      fisher[j * size + j] = (fisher[j * size + j] ?? 0) + Math.max(0, curvature);
    }
  }
  const direction = ascent(information, fisher, gradient);
  return { direction, gain: direction.reduce((sum, step, j) => sum + step * (gradient[j] ?? 0), 0) };
}

const clamp = (v: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, v));

/** Mean and variance of a normal distribution are those of the expected candidates. */
function maximizeLatent(model: Model, grid: Grid, { groups }: Counts, x: Float64Array): void {
  model.groups.forEach((group, g) => {
    if (group.mean < 0 && group.logSd < 0) return;
    let n = 0;
    let sum = 0;
    for (let q = 0; q < grid.size; q += 1) {
      const at = groups[g * grid.size + q] ?? 0;
      n += at;
      sum += at * (grid.theta[q] ?? 0);
    }
    const mean = group.mean < 0 ? meanOf(group, x) : sum / n;
    let square = 0;
    for (let q = 0; q < grid.size; q += 1) {
      square += (groups[g * grid.size + q] ?? 0) * ((grid.theta[q] ?? 0) - mean) ** 2;
    }
    if (group.mean >= 0) x[group.mean] = mean;
    if (group.logSd >= 0) x[group.logSd] = Math.log(Math.max(LEAST_SD, Math.sqrt(square / n)));
  });
}
