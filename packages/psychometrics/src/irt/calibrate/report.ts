import { difficultyOf, isDichotomous, thresholdsOf } from '../items/item.ts';
import type { PreparedData } from './data/prepare.ts';
import type { Refined } from './information/refine.ts';
import { itemStandardErrors, root } from './information/standard-errors.ts';
import { localOf, meanOf, sdOf } from './model/parameters.ts';
import type { CalibratedGroup, CalibratedItem, Calibration } from './result.ts';

/** The items with their standard errors. */
export function itemsOf(
  { expector: { model }, at, covariance, unbounded }: Refined,
  data: PreparedData,
): CalibratedItem[] {
  return model.families.map((family, i) => {
    const item = family.item(localOf(model, i, at.x));
    const { n = 0, categories = [], anchor = null } = data.items[i] ?? {};
    const dichotomous = isDichotomous(item);
    return {
      item,
      difficulty: dichotomous ? difficultyOf(item) : null,
      thresholds: dichotomous || item.model === 'nrm' ? null : thresholdsOf(item),
      se: itemStandardErrors(model, i, at.x, unbounded.includes(i) ? null : covariance),
      n,
      categories,
      anchored: anchor !== null,
    };
  });
}

/** The latent distributions of the groups. */
export function groupsOf({ expector: { model }, at, covariance }: Refined): CalibratedGroup[] {
  const varianceAt = (index: number): number => covariance?.[index * model.size + index] ?? Number.NaN;
  return model.groups.map((group) => {
    const variance = sdOf(group, at.x) ** 2;
    const logSd = group.logSd < 0 ? null : root(varianceAt(group.logSd));
    return {
      id: group.id,
      n: group.n,
      mean: meanOf(group, at.x),
      variance,
      // d variance / d log sd = 2 variance.
      se: {
        mean: group.mean < 0 ? null : root(varianceAt(group.mean)),
        variance: logSd === null ? null : 2 * variance * logSd,
      },
    };
  });
}

/** The covariance on the scale of the reported parameters: asymptotes, not their logits; variances, not log sd. */
export function covarianceOf({ expector: { model }, at, covariance }: Refined): Calibration['covariance'] {
  if (covariance === null) return null;
  const names = new Array<string>(model.size).fill('');
  const scale = new Float64Array(model.size).fill(1);
  model.families.forEach((family, i) => {
    family.names.forEach((name, j) => {
      const index = model.indexes[i]?.[j] ?? 0;
      const x = at.x[index] ?? 0;
      names[index] = index >= model.shared ? name : `${family.id}:${name}`;
      // d logistic(x) / dx.
      if (name === 'guessing' || name === 'upper') scale[index] = 1 / (2 + Math.exp(x) + Math.exp(-x));
    });
  });
  for (const group of model.groups) {
    if (group.mean >= 0) names[group.mean] = `${group.id}:mean`;
    if (group.logSd < 0) continue;
    names[group.logSd] = `${group.id}:variance`;
    scale[group.logSd] = 2 * sdOf(group, at.x) ** 2;
  }
  const values = covariance.map((value, cell) => {
    const row = Math.floor(cell / model.size);
    return value * (scale[row] ?? 1) * (scale[cell % model.size] ?? 1);
  });
  return { names, values };
}
