import { isDichotomous } from '../items/item.ts';
import type { Refined } from './information/refine.ts';
import { root } from './information/standard-errors.ts';
import { localOf, sdOf } from './model/parameters.ts';
import type { CalibrateOptions } from './options.ts';
import type { CalibratedGroup, CalibratedItem, Calibration } from './result.ts';

/**
 * The discrimination that items of `1pl` take from the anchors, for all have the same; 1 without anchors.
 *
 * @throws {RangeError} naming anchors that are no item of the model, or where the anchors differ.
 */
export function commonSlope({ model, anchors = [] }: CalibrateOptions): number {
  if (model !== '1pl' || anchors.length === 0) return 1;
  const slopes = new Set<number>();
  for (const anchor of anchors) {
    if (!isDichotomous(anchor) || anchor.guessing > 0 || anchor.upper < 1) {
      throw new RangeError(`anchor ${anchor.id} is no item of the one-parameter model; anchor 2pl or rasch instead`);
    }
    slopes.add(anchor.discrimination);
  }
  if (slopes.size > 1) {
    throw new RangeError('the anchors differ in discrimination, but 1pl has one for all; calibrate as 2pl instead');
  }
  return [...slopes][0] ?? 1;
}

/**
 * `1pl` from how it was estimated. Without anchors that is discrimination 1 and standard deviation σ in the first group;
 * θ / σ has standard deviation 1, and the items discrimination σ. The likelihood is the same.
 */
export function onePlOf(
  calibration: Calibration,
  refined: Refined,
  { model, anchors = [] }: CalibrateOptions,
): Calibration {
  const { expector, at, covariance } = refined;
  const [first] = expector.model.groups;
  if (model !== '1pl' || anchors.length > 0 || first === undefined) return calibration;
  const { size } = expector.model;
  const sigma = sdOf(first, at.x);
  const cov = (row: number, column: number): number => covariance?.[row * size + column] ?? Number.NaN;
  const logSd = first.logSd;
  const slopeSe = covariance === null ? null : root(sigma * sigma * cov(logSd, logSd));
  const items = calibration.items.map((calibrated, i): CalibratedItem => {
    const { item } = calibrated;
    if (!isDichotomous(item)) return calibrated;
    const [d = 0] = localOf(expector.model, i, at.x);
    const own = expector.model.indexes[i]?.[0] ?? 0;
    // b = −d / σ: ∂b/∂d = −1/σ, ∂b/∂ log σ = d/σ.
    const variance = (cov(own, own) - 2 * d * cov(own, logSd) + d * d * cov(logSd, logSd)) / (sigma * sigma);
    return {
      ...calibrated,
      item: { ...item, discrimination: sigma },
      difficulty: -d / sigma,
      se: { ...calibrated.se, discrimination: slopeSe, difficulty: covariance === null ? null : root(variance) },
    };
  });
  const groups = calibration.groups.map((group, g): CalibratedGroup => {
    const at = expector.model.groups[g];
    const scaled = { ...group, mean: group.mean / sigma, variance: group.variance / (sigma * sigma) };
    if (at === undefined || g === 0) return { ...scaled, se: { mean: null, variance: null } };
    if (covariance === null) return scaled;
    const mean = cov(at.mean, at.mean) - 2 * group.mean * cov(at.mean, logSd) + group.mean ** 2 * cov(logSd, logSd);
    const log = cov(at.logSd, at.logSd) - 2 * cov(at.logSd, logSd) + cov(logSd, logSd);
    const ratio = root(log);
    return {
      ...scaled,
      se: { mean: root(mean / (sigma * sigma)), variance: ratio === null ? null : 2 * scaled.variance * ratio },
    };
  });
  const latent = { mean: 0, variance: 1, se: { mean: null, variance: null } };
  return { ...calibration, items, groups, latent, covariance: covarianceOfItems(calibration, refined, sigma) };
}

/** Of the intercepts and the common discrimination; d σ / d log σ = σ. */
function covarianceOfItems(
  { covariance: all }: Calibration,
  { expector: { model }, covariance }: Refined,
  sigma: number,
): Calibration['covariance'] {
  const logSd = model.groups[0]?.logSd ?? -1;
  if (all === null || covariance === null) return null;
  const kept = [...Array.from({ length: model.latent }, (_, index) => index), logSd];
  const scale = (index: number): number => (index === logSd ? sigma : 1);
  const values = kept.flatMap((row) =>
    kept.map((column) => scale(row) * scale(column) * (covariance[row * model.size + column] ?? 0)),
  );
  const names = kept.map((index) => (index === logSd ? 'discrimination' : (all.names[index] ?? '')));
  return { names, values: Float64Array.from(values) };
}
