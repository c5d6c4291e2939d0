import { difficultyOf, type Item, isDichotomous, thresholdsOf } from '../../items/item.ts';
import { localOf, type Model } from '../model/parameters.ts';

/** The parameters of an item by name, as they are reported: those of the item itself and what follows from them. */
export function reportedParameters(item: Item): ReadonlyMap<string, number | null> {
  const found = new Map<string, number | null>();
  if (isDichotomous(item)) {
    found.set('discrimination', item.discrimination);
    found.set('intercept', item.intercept);
    found.set('difficulty', difficultyOf(item));
    if (item.model === '3pl' || item.model === '4pl') found.set('guessing', item.guessing);
    if (item.model === '4pl') found.set('upper', item.upper);
    return found;
  }
  if (item.model === 'nrm') {
    for (const [k, slope] of item.slopes.entries()) found.set(`slope${k}`, slope);
    for (const [k, intercept] of item.intercepts.entries()) found.set(`intercept${k}`, intercept);
    return found;
  }
  found.set('discrimination', item.discrimination);
  for (const [k, intercept] of item.intercepts.entries()) found.set(`intercept${k + 1}`, intercept);
  for (const [k, threshold] of (thresholdsOf(item) ?? []).entries()) found.set(`threshold${k + 1}`, threshold);
  return found;
}

/** The half width of the differences that the delta method takes, relative to the parameter; errs by about 1e-10. */
const STEP = 1e-5;

/** Standard errors of the reported parameters of item i; see {@link deltaErrors}. */
export function itemStandardErrors(
  model: Model,
  i: number,
  x: Float64Array,
  covariance: Float64Array | null,
): Record<string, number | null> {
  const family = model.families[i];
  const indexes = model.indexes[i];
  if (family === undefined || indexes === undefined) return {};
  const report = (local: Float64Array): ReadonlyMap<string, number | null> => reportedParameters(family.item(local));
  return deltaErrors(localOf(model, i, x), indexes, report, covariance, model.size);
}

/**
 * Standard errors of what follows from local parameters, by the delta method; null where it does not depend on them (the
 * parameter is fixed), has no value, or there is no covariance.
 *
 * @param indexes where the local parameters stand in the covariance, which has `size` rows.
 */
export function deltaErrors(
  local: Float64Array,
  indexes: Int32Array,
  report: (local: Float64Array) => ReadonlyMap<string, number | null>,
  covariance: Float64Array | null,
  size: number,
): Record<string, number | null> {
  const steps = Array.from(local, (value) => STEP * Math.max(1, Math.abs(value)));
  const at = (j: number, by: number): ReadonlyMap<string, number | null> => {
    const moved = local.slice();
    moved[j] = (moved[j] ?? 0) + by;
    return report(moved);
  };
  const up = steps.map((step, j) => at(j, step));
  const down = steps.map((step, j) => at(j, -step));
  const errors: Record<string, number | null> = {};
  for (const [name, value] of report(local)) {
    const slope = steps.map((step, j) => ((up[j]?.get(name) ?? 0) - (down[j]?.get(name) ?? 0)) / (2 * step));
    const fixed = slope.every((s) => Math.abs(s) < 1e-12);
    errors[name] =
      value === null || covariance === null || fixed ? null : root(quadratic(slope, indexes, covariance, size));
  }
  return errors;
}

function quadratic(slope: readonly number[], indexes: Int32Array, covariance: Float64Array, size: number): number {
  let sum = 0;
  slope.forEach((left, j) => {
    slope.forEach((right, l) => {
      sum += left * right * (covariance[(indexes[j] ?? 0) * size + (indexes[l] ?? 0)] ?? 0);
    });
  });
  return sum;
}

/** The square root of a variance; null where it is none. */
export const root = (variance: number): number | null =>
  variance >= 0 && Number.isFinite(variance) ? Math.sqrt(variance) : null;
