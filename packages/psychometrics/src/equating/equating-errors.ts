import { type JointDistribution, totalMargin, totalOf } from './distribution.ts';
import type { Equating, EquatingOptions } from './equating.ts';
import type { EquatingSettings } from './equating-function.ts';
import { lordErrors, momentErrors } from './formula-errors.ts';
import type { EquatingDesign, MethodKind } from './methods.ts';
import { groupStatistics } from './moments.ts';
import { smoothDistribution, smoothJoint } from './presmoothing.ts';
import { bootstrapErrors, type EquatingPipeline, influenceErrors } from './resampling.ts';
import { smoothedErrors } from './smoothed-errors.ts';
import type { Smoother } from './smoother.ts';

/** Standard errors with where they come from. */
export interface SourcedErrors {
  readonly values: Float64Array | null;
  readonly source: Equating['standardErrors'];
  readonly notices: readonly string[];
}

interface ErrorsRequest {
  readonly kind: MethodKind;
  /** From distributions as they are, without smoothing them. */
  readonly pipeline: EquatingPipeline;
  /** The same for distributions near those observed: what the method chooses by the data stays as it was chosen. */
  readonly nearby: EquatingPipeline;
  readonly x: JointDistribution;
  readonly y: JointDistribution;
  readonly settings: EquatingSettings;
  readonly design: EquatingDesign;
  readonly options: EquatingOptions;
  readonly smoother: Smoother;
}

const noReplications = { replications: null, failed: null, seed: null };

/** The standard errors that the options ask for; see {@link EquatingOptions.standardErrors}. */
export function standardErrorsOf(request: ErrorsRequest): SourcedErrors {
  const { kind, x, y, options } = request;
  const wanted = options.standardErrors ?? 'formula';
  if (wanted === 'none') {
    return { values: null, source: { kind: wanted, says: 'none asked for', ...noReplications }, notices: [] };
  }
  if (kind.needs === 'nothing') {
    const says = 'the identity is not estimated: no sampling error, but a bias where the forms differ in difficulty';
    const values = new Float64Array(x.total.high - x.total.low + 1);
    return { values, source: { kind: wanted, says, ...noReplications }, notices: [] };
  }
  if (Math.min(totalOf(x.counts), totalOf(y.counts)) < 2) {
    const says = 'none: a group of one candidate says nothing of sampling';
    return { values: null, source: { kind: wanted, says, ...noReplications }, notices: [] };
  }
  if (wanted === 'bootstrap' || wanted === 'parametric-bootstrap') return byBootstrap(request, wanted);
  const { values, says } = byFormula(request, wanted === 'formula-normal');
  return { values, source: { kind: wanted, says, ...noReplications }, notices: unknownErrors(values) };
}

/** Most formulas divide by the share of candidates at the equated score. */
function unknownErrors(values: Float64Array): readonly string[] {
  const unknown = values.filter((value) => !Number.isFinite(value)).length;
  return unknown === 0
    ? []
    : [`${unknown} equated scores have no standard error by formula, as beside scores that nobody has; use bootstrap.`];
}

function byFormula(request: ErrorsRequest, normal: boolean): { values: Float64Array; says: string } {
  const { kind, pipeline, nearby, x, y, settings, options, smoother } = request;
  const { models } = smoother;
  const rest = 1 - (options.identityWeight ?? 0);
  if (kind.needs === 'moments' && models === null) {
    const errors = momentErrors(kind.compute, groupStatistics(x), groupStatistics(y), settings, normal);
    const says = `delta method over the moments${normal ? ' of normal scores' : ''} (Kolen & Brennan 2014, chapter 7)`;
    return { values: errors.map((error) => rest * error), says };
  }
  if (normal) {
    throw new RangeError('standard errors for normal scores are for linear methods without smoothing; use formula');
  }
  if (options.method === 'equipercentile' && options.postsmooth === undefined && models === null) {
    const says = 'delta method (Lord 1982; Kolen & Brennan 2014, formula 7.12)';
    return { values: lordErrors(x, y).map((error) => rest * error), says };
  }
  if (models !== null) {
    const says = 'delta method through the smoothing (Holland & Thayer 1987; von Davier, Holland & Thayer 2004)';
    return { values: smoothedErrors(pipeline, [x, models.x], [y, models.y]), says };
  }
  const says = 'delta method over the distributions (infinitesimal jackknife, Efron 1982)';
  return { values: influenceErrors(nearby, x, y), says };
}

function byBootstrap(request: ErrorsRequest, wanted: 'bootstrap' | 'parametric-bootstrap'): SourcedErrors {
  const { pipeline, x, y, options, smoother } = request;
  const { replications = 1000, seed = 1 } = options;
  const parametric = wanted === 'parametric-bootstrap';
  const source = parametric ? { x: populationOf(x, request), y: populationOf(y, request) } : { x, y };
  const smoothing: EquatingPipeline = (first, second) => pipeline(smoother.x(first), smoother.y(second));
  const size = { x: Math.round(totalOf(x.counts)), y: Math.round(totalOf(y.counts)) };
  const { errors, failed } = bootstrapErrors(smoothing, source.x, source.y, { replications, seed, size });
  const says = `${parametric ? 'parametric' : 'nonparametric'} bootstrap, ${replications} replications, seed ${seed}`;
  const notices =
    failed === 0
      ? []
      : [`${failed} of ${replications} bootstrap samples could not be equated; the errors speak of the others.`];
  return {
    values: errors.length > 0 ? errors : null,
    source: { kind: wanted, says, replications, failed, seed },
    notices,
  };
}

/** The distribution that a parametric bootstrap draws from: the asked smoothing, or moments to the fourth. */
function populationOf(own: JointDistribution, { design, settings, options }: ErrorsRequest): JointDistribution {
  const given = options.smooth;
  if (design === 'eg') {
    const degree = typeof given === 'number' ? given : 4;
    return { ...own, counts: smoothDistribution(totalMargin(own), degree).distribution.counts };
  }
  const degrees = typeof given === 'object' ? given : { total: given ?? 4, anchor: given ?? 4, cross: 1 };
  return smoothJoint(own, degrees, settings.internal).distribution;
}
