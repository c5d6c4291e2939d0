import type { Counts } from '../expectation/counts.ts';
import type { Grid } from '../model/grid.ts';
import { localOf, type Model } from '../model/parameters.ts';
import { ascent } from './newton-step.ts';

const MOST_STEPS = 10;
const MOST_HALVINGS = 20;

/**
 * The M-step where the items share parameters besides one of their own (rating scale model): Newton steps on all of them.
 * The information has the shape of an arrow, so the own parameters are eliminated first.
 *
 * @see Andrich (1978), Psychometrika 43(4).
 */
export function maximizeShared(model: Model, grid: Grid, counts: Counts, x: Float64Array): void {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const objective = value(model, grid, counts, x);
    const direction = arrowStep(model, grid, counts, x);
    let scale = 1;
    let found = false;
    for (let halving = 0; halving < MOST_HALVINGS && !found; halving += 1) {
      const trial = x.map((v, j) => v + scale * (direction[j] ?? 0));
      if (value(model, grid, counts, trial) >= objective) {
        x.set(trial);
        found = true;
      } else scale /= 2;
    }
    const longest = direction.reduce((most, d) => Math.max(most, Math.abs(d)), 0);
    if (!found || longest * scale < 1e-9) return;
  }
}

function value(model: Model, grid: Grid, counts: Counts, x: Float64Array): number {
  let sum = 0;
  model.families.forEach((family, i) => {
    const expected = counts.items[i];
    if (family.size > 0 && expected !== undefined) sum += family.value(localOf(model, i, x), expected, grid);
  });
  for (const [index, prior] of model.priors) sum += prior.log(x[index] ?? 0);
  return sum;
}

function arrowStep(model: Model, grid: Grid, counts: Counts, x: Float64Array): Float64Array {
  const m = model.latent - model.shared;
  const gradient = new Float64Array(x.length);
  const own = new Float64Array(x.length);
  const border = new Float64Array(x.length * m);
  const corner = new Float64Array(m * m);
  model.families.forEach((family, i) => {
    const expected = counts.items[i];
    const at = model.indexes[i]?.[0];
    if (family.size === 0 || expected === undefined || at === undefined) return;
    const { gradient: g, observed } = family.expand(localOf(model, i, x), expected, grid);
    const { size } = family;
    gradient[at] = (gradient[at] ?? 0) + (g[0] ?? 0);
    own[at] = (own[at] ?? 0) + (observed[0] ?? 0);
    for (let j = 0; j < m; j += 1) {
      gradient[model.shared + j] = (gradient[model.shared + j] ?? 0) + (g[j + 1] ?? 0);
      border[at * m + j] = (border[at * m + j] ?? 0) + (observed[j + 1] ?? 0);
      for (let l = 0; l < m; l += 1) {
        corner[j * m + l] = (corner[j * m + l] ?? 0) + (observed[(j + 1) * size + l + 1] ?? 0);
      }
    }
  });
  for (const [index, prior] of model.priors) {
    gradient[index] = (gradient[index] ?? 0) + prior.first(x[index] ?? 0);
    own[index] = (own[index] ?? 0) - prior.second(x[index] ?? 0);
  }
  // Schur complement: corner − borderᵀ own⁻¹ border.
  const right = gradient.slice(model.shared, model.latent);
  for (let at = 0; at < model.shared; at += 1) {
    const scale = 1 / Math.max(own[at] ?? 0, 1e-12);
    for (let j = 0; j < m; j += 1) {
      const b = border[at * m + j] ?? 0;
      right[j] = (right[j] ?? 0) - b * scale * (gradient[at] ?? 0);
      for (let l = 0; l < m; l += 1)
        corner[j * m + l] = (corner[j * m + l] ?? 0) - b * scale * (border[at * m + l] ?? 0);
    }
  }
  const identity = new Float64Array(m * m);
  for (let j = 0; j < m; j += 1) identity[j * m + j] = Math.max(1e-6, Math.abs(corner[j * m + j] ?? 0));
  const shared = ascent(corner, identity, right);
  const step = new Float64Array(x.length);
  step.set(shared, model.shared);
  for (let at = 0; at < model.shared; at += 1) {
    let rest = gradient[at] ?? 0;
    for (let j = 0; j < m; j += 1) rest -= (border[at * m + j] ?? 0) * (shared[j] ?? 0);
    step[at] = Math.max(-2, Math.min(2, rest / Math.max(own[at] ?? 0, 1e-12)));
  }
  return step;
}
