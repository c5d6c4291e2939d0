import { type JointDistribution, totalMargin } from './distribution.ts';
import { fitLoglinear, type LoglinearDesign, type LoglinearFit } from './loglinear.ts';
import type { EquatingDesign } from './methods.ts';
import {
  type BivariateDegrees,
  bivariateDesign,
  polynomialDesign,
  smoothDistribution,
  smoothJoint,
} from './presmoothing.ts';

/** A loglinear model with its fit. */
export interface FittedModel {
  readonly design: LoglinearDesign;
  readonly fit: LoglinearFit;
}

/** Presmooths the counts of each group; without smoothing it gives them back. */
export interface Smoother {
  readonly x: (counts: JointDistribution) => JointDistribution;
  readonly y: (counts: JointDistribution) => JointDistribution;
  /** The models fitted to the counts as they were observed; null without smoothing. */
  readonly models: { readonly x: FittedModel; readonly y: FittedModel } | null;
  readonly notices: readonly string[];
}

/**
 * A smoother for both groups. Later calls start from the fit to the observed counts, which spares most iterations when
 * standard errors fit the same model to counts nearby.
 *
 * @throws {RangeError} for degrees that the scores do not carry.
 */
export function smootherFor(
  x: JointDistribution,
  y: JointDistribution,
  design: EquatingDesign,
  internal: boolean,
  degrees: number | BivariateDegrees | undefined,
): Smoother {
  if (degrees === undefined) return { x: (counts) => counts, y: (counts) => counts, models: null, notices: [] };
  const notices: string[] = [];
  const prepare = (own: JointDistribution, form: string) => {
    if (design === 'eg' && typeof degrees !== 'number') {
      throw new RangeError('equivalent groups have no anchor to smooth; give one degree of smoothing');
    }
    const both = typeof degrees === 'number' ? { total: degrees, anchor: degrees, cross: 1 } : degrees;
    const { fit } =
      design === 'eg' ? smoothDistribution(totalMargin(own), both.total) : smoothJoint(own, both, internal);
    const model = design === 'eg' ? polynomialDesign(own.total, both.total) : bivariateDesign(own, both, internal);
    if (!fit.converged) {
      notices.push(
        `The smoothing of form ${form} did not converge in ${fit.iterations} iterations; use a lower degree, for the scores are too few or too alike for this one.`,
      );
    }
    const smooth = (counts: JointDistribution): JointDistribution =>
      counts === own
        ? { ...own, counts: fit.fitted }
        : { ...counts, counts: fitLoglinear(counts.counts, model, fit.parameters).fitted };
    return { model: { design: model, fit }, smooth };
  };
  const [first, second] = [prepare(x, 'X'), prepare(y, 'Y')];
  return { x: first.smooth, y: second.smooth, models: { x: first.model, y: second.model }, notices };
}
