import { judgeSample } from '../guard/judge-sample.ts';
import {
  anchorMargin,
  type FrequencyDistribution,
  type JointDistribution,
  requireRange,
  totalMargin,
  totalOf,
  widthOf,
} from './distribution.ts';
import type { EquatedScore, Equating, EquatingOptions } from './equating.ts';
import { standardErrorsOf } from './equating-errors.ts';
import { type EquatingFunction, type EquatingSettings, valuesOver } from './equating-function.ts';
import { type EquatingDesign, equatingMethods, identity, type MethodKind, methodFor } from './methods.ts';
import { groupStatistics, scoreMoments, withoutAnchor } from './moments.ts';
import { equatingNotices } from './notices.ts';
import { postsmoothed } from './postsmoothing.ts';
import type { EquatingPipeline } from './resampling.ts';
import { smootherFor } from './smoother.ts';

/**
 * Equates the new form X to the old form Y, taken by equivalent groups (random groups, or one group with both).
 *
 * @param x scores on the new form, over its whole range of scores.
 * @param y scores on the old form.
 * @returns a row per score of X with the score of Y that it equals, its standard error, and how both came about.
 * @throws {RangeError} for groups of nobody, scores without variance, a method of another design, impossible settings.
 * @see Kolen & Brennan (2014), Test Equating, Scaling, and Linking, 3rd ed., chapters 2, 3 and 7.
 */
export function equateGroups(x: FrequencyDistribution, y: FrequencyDistribution, options: EquatingOptions): Equating {
  requireRange(x, 'form X');
  requireRange(y, 'form Y');
  return equateJoint(withoutAnchor(x), withoutAnchor(y), 'eg', options);
}

/**
 * Equates the new form X to the old form Y, taken by groups that are not equivalent but share an anchor.
 *
 * @param x pairs of total and anchor score of the candidates with the new form.
 * @param y the same of the candidates with the old form; the anchor has the same range.
 * @throws {RangeError} as {@link equateGroups}, and for an anchor that is longer than a form or differs between them.
 * @see Kolen & Brennan (2014), chapters 4 and 5.
 */
export function equateWithAnchor(x: JointDistribution, y: JointDistribution, options: EquatingOptions): Equating {
  requireRange(x.total, 'form X');
  requireRange(y.total, 'form Y');
  requireRange(x.anchor, 'the anchor');
  if (x.anchor.low !== y.anchor.low || x.anchor.high !== y.anchor.high) {
    throw new RangeError(
      `the anchor has the range ${x.anchor.low} to ${x.anchor.high} with form X and ${y.anchor.low} to ${y.anchor.high} with form Y; it must be the same test`,
    );
  }
  const shorter = Math.min(widthOf(x.total), widthOf(y.total));
  if (widthOf(x.anchor) > shorter) {
    throw new RangeError(
      `the anchor is longer (${widthOf(x.anchor) - 1}) than a form (${shorter - 1}); check which file is the anchor`,
    );
  }
  return equateJoint(x, y, 'neat', options);
}

function equateJoint(
  x: JointDistribution,
  y: JointDistribution,
  design: EquatingDesign,
  options: EquatingOptions,
): Equating {
  const { weight = 1, identityWeight = 0, anchor = 'internal' } = options;
  requireShare(weight, 'the weight of the group of X in the synthetic population');
  requireShare(identityWeight, 'the weight of the identity');
  const n = { x: countCandidates(x, 'X'), y: countCandidates(y, 'Y') };
  const kind = kindFor(design, options);
  const settings: EquatingSettings = {
    x: x.total,
    y: y.total,
    anchor: x.anchor,
    internal: anchor === 'internal',
    weight,
  };
  const smoother = smootherFor(x, y, design, settings.internal, options.smooth);
  const equated = functionOf(kind, smoother.x(x), smoother.y(y), settings);
  const blend = (values: Float64Array): Float64Array =>
    values.map((value, at) => identityWeight * (x.total.low + at) + (1 - identityWeight) * value);
  const values = blend(valuesOver(x.total, equated));
  const pipelineOf =
    (how: MethodKind): EquatingPipeline =>
    (first, second) =>
      blend(valuesOver(x.total, functionOf(how, first, second, settings)));
  const errors = standardErrorsOf({
    kind,
    pipeline: pipelineOf(kind),
    nearby: pipelineOf(kindFor(design, options, { x, y })),
    x,
    y,
    settings,
    design,
    options,
    smoother,
  });
  const table: EquatedScore[] = Array.from(values, (value, at) => {
    const se = errors.values?.[at];
    return { x: x.total.low + at, y: value, se: se === undefined || !Number.isFinite(se) ? null : se };
  });
  const { rule } = equatingMethods[options.method];
  const sample = judgeSample(rule, Math.min(n.x, n.y), options.override);
  return {
    method: options.method,
    design,
    n,
    table,
    slope: equated.slope === null ? null : identityWeight + (1 - identityWeight) * equated.slope,
    intercept: equated.intercept === null ? null : (1 - identityWeight) * equated.intercept,
    moments: {
      x: scoreMoments(totalMargin(x)),
      y: scoreMoments(totalMargin(y)),
      anchorX: design === 'eg' ? null : scoreMoments(anchorMargin(x)),
      anchorY: design === 'eg' ? null : scoreMoments(anchorMargin(y)),
    },
    weights: equated.synthetic === null ? null : { x: weight, y: 1 - weight },
    synthetic: equated.synthetic,
    anchor: design === 'eg' ? null : anchor,
    smoothing:
      smoother.models === null ? null : { x: smoother.models.x.fit.statistics, y: smoother.models.y.fit.statistics },
    identityWeight,
    standardErrors: errors.source,
    sample,
    notices: [
      ...equatingNotices({ sample, method: options.method, table, y: y.total }),
      ...equated.notices,
      ...smoother.notices,
      ...errors.notices,
    ],
  };
}

function kindFor(
  design: EquatingDesign,
  options: EquatingOptions,
  weighing?: { readonly x: JointDistribution; readonly y: JointDistribution },
): MethodKind {
  const { method, postsmooth } = options;
  const kind = methodFor(method, design, options.arc);
  if (postsmooth === undefined) return kind;
  if (method !== 'equipercentile' || options.smooth !== undefined) {
    throw new RangeError('postsmoothing is for equipercentile equating of equivalent groups without presmoothing');
  }
  return { needs: 'distributions', compute: postsmoothed(postsmooth, weighing) };
}

function functionOf(
  kind: MethodKind,
  x: JointDistribution,
  y: JointDistribution,
  settings: EquatingSettings,
): EquatingFunction {
  if (kind.needs === 'nothing') return identity;
  if (kind.needs === 'distributions') return kind.compute(x, y, settings);
  return kind.compute(groupStatistics(x).moments, groupStatistics(y).moments, settings);
}

function countCandidates({ counts, total }: JointDistribution, form: string): number {
  counts.forEach((count, at) => {
    if (!(count >= 0) || !Number.isFinite(count)) {
      throw new RangeError(`form ${form}: the count ${count} in cell ${at + 1} is no number of candidates`);
    }
  });
  const n = totalOf(counts);
  if (!(n > 0)) {
    throw new RangeError(`nobody has a score on form ${form} (${total.low} to ${total.high}); give both groups`);
  }
  return n;
}

function requireShare(share: number, what: string): void {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`${what} is ${share}; give a share from 0 to 1`);
}
