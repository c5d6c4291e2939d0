import { encode } from './data/coding.ts';
import { collapse, type Patterns } from './data/patterns.ts';
import type { PreparedData } from './data/prepare.ts';
import type { Engine } from './expectation/engine.ts';
import { Expector } from './expectation/expectation.ts';
import { workspace } from './expectation/summation.ts';
import { climb, type EmResult } from './maximization/em.ts';
import { awayFromIndependence } from './model/away-from-independence.ts';
import { anchoredFamily, familyOf } from './model/families.ts';
import { evenGrid, gridFor } from './model/grid.ts';
import { layOut, type Model, meanOf, sdOf } from './model/parameters.ts';
import { priorsOf } from './model/priors.ts';
import { startingValues } from './model/start.ts';
import { commonSlope } from './one-parameter.ts';
import { type CalibrateOptions, isRaschModel } from './options.ts';

/** Estimates in the parameters of the model, with what computes more at them. */
export interface Estimate extends EmResult {
  readonly expector: Expector;
  readonly patterns: Patterns;
  readonly inCategory: Float64Array;
}

/** The model that the options ask for: families, parameters and priors. */
export function buildModel(data: PreparedData, options: CalibrateOptions): Model {
  const common = commonSlope(options);
  const families = data.items.map(({ id, anchor, categories }) =>
    anchor === null ? familyOf(id, options.model, categories.length, common) : anchoredFamily(anchor),
  );
  const anchored = data.items.some(({ anchor }) => anchor !== null);
  const steps = Math.max(0, ...families.map(({ size }) => size)) - 1;
  const laid = layOut(families, options.model === 'rsm' ? Math.max(0, steps) : 0, data.groups, {
    mean: anchored,
    variance: anchored || isRaschModel(options.model) || options.model === '1pl',
  });
  const priors = new Map(
    families.flatMap((family, i) =>
      [...priorsOf(family, options)].map(([j, prior]) => [laid.indexes[i]?.[j] ?? 0, prior] as const),
    ),
  );
  return { ...laid, priors };
}

/** Candidates in each category of each item, one item after the other. */
export const inCategoryOf = (data: PreparedData): Float64Array =>
  Float64Array.from(data.items.flatMap(({ counts }) => counts));

/**
 * Marginal maximum likelihood by EM, on a grid that is made wider or finer where a group does not fit on it; once more from
 * elsewhere where it ended with items that have nothing in common.
 *
 * @param from where to start; from proportions and correlations without it.
 */
export function estimate(data: PreparedData, options: CalibrateOptions, engine: Engine, from?: Float64Array): Estimate {
  const found = estimateFrom(data, options, engine, from);
  const start = awayFromIndependence(found.expector.model, data, found.at.x);
  if (start === undefined) return found;
  const other = estimateFrom(data, options, engine, start);
  const iterations = found.iterations + other.iterations;
  if (other.at.objective > found.at.objective) return { ...other, iterations };
  // The tables of the one expector may lie where those of the other lay.
  const at = found.expector.expect(found.at.x) ?? found.at;
  return { ...found, at, iterations };
}

function estimateFrom(data: PreparedData, options: CalibrateOptions, engine: Engine, from?: Float64Array): Estimate {
  const model = buildModel(data, options);
  const { precise = false, maxIterations = 1000, tolerance = precise ? 1e-5 : 1e-4, onProgress } = options;
  const nodes = options.nodes ?? (precise ? 401 : 61);
  let grid = precise ? evenGrid(nodes, -8, 8) : evenGrid(nodes, -6, 6);
  const exponential = model.families.map((family) => family.exponential);
  const patterns = collapse(data);
  const coding = encode(patterns, model.groups.length, model.firstState, exponential, engine.allocate);
  const inCategory = inCategoryOf(data);
  let x = from ?? startingValues(model, data, options);
  let iterations = 0;
  for (let fitting = 0; ; fitting += 1) {
    const expector = new Expector(model, grid, workspace(coding, grid.theta, engine.allocate), engine);
    const result = climb(expector, inCategory, x, {
      maxIterations: Math.max(1, maxIterations - iterations),
      tolerance,
      onProgress: onProgress && ((iteration, change) => onProgress(iterations + iteration, change)),
    });
    iterations += result.iterations;
    x = result.at.x;
    const means = model.groups.map((group) => meanOf(group, x));
    const sds = model.groups.map((group) => sdOf(group, x));
    const next = gridFor(grid, means, sds);
    if (next === grid || fitting === 3) return { ...result, iterations, expector, patterns, inCategory };
    grid = next;
  }
}
