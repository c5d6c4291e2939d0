import type { ResponseMatrix } from '../../data/response-matrix.ts';
import { judgeSample } from '../../guard/judge-sample.ts';
import { sentence } from '../../presentation/index.ts';
import { calibrateConditional } from '../cml/conditional.ts';
import { sampleUses } from '../items/judge-models.ts';
import { requireConnected } from './connected.ts';
import { prepare } from './data/prepare.ts';
import { estimate } from './estimate.ts';
import { type Engine, oneThread } from './expectation/engine.ts';
import { refine } from './information/refine.ts';
import { estimationNotices, itemNotices } from './notices.ts';
import { onePlOf } from './one-parameter.ts';
import { type CalibrateOptions, checkOptions } from './options.ts';
import { covarianceOf, groupsOf, itemsOf } from './report.ts';
import type { Calibration } from './result.ts';

/**
 * Calibrates items: estimates the parameters of their response functions and the latent distribution of θ.
 *
 * By marginal maximum likelihood (EM with accelerated steps over a normal latent distribution), or with `estimator: 'cml'`
 * by conditional maximum likelihood. Identification: `rasch`, `pcm` and `rsm` have discrimination 1, mean 0 and a free
 * variance; the others N(0, 1). Further groups have free mean and variance. With anchors all of them are free.
 *
 * @param data missing responses of any kind are ignored, which supposes that they are missing at random given θ.
 * @throws {RangeError} naming items that all answered alike, categories that the model does not have, groups that share no
 *   item, options out of range; and saying how to mend it.
 * @see Bock & Aitkin (1981), Psychometrika 46(4).
 */
export function calibrate(data: ResponseMatrix, options: CalibrateOptions): Calibration {
  return calibrateWith(data, options, oneThread);
}

/** As {@link calibrate}, with an engine for the E-steps. */
export function calibrateWith(data: ResponseMatrix, options: CalibrateOptions, engine: Engine): Calibration {
  checkOptions(options);
  if (options.estimator === 'cml') return calibrateConditional(data, options, engine);
  const prepared = prepare(data, options);
  requireConnected(prepared);
  const estimated = estimate(prepared, options, engine);
  const se = options.se ?? 'oakes';
  const refined = refine(estimated, { ...options, se });
  const { at, converged, iterations, expector } = refined;
  const { size } = expector.model;
  const items = itemsOf(refined, prepared);
  const groups = groupsOf(refined);
  const [latent = { mean: 0, variance: 1, se: { mean: null, variance: null } }] = groups;
  const notices = [...prepared.notices, ...estimationNotices(refined, options.maxIterations ?? 1000)];
  const calibration: Calibration = {
    model: options.model,
    estimator: 'mml',
    seMethod: se,
    n: prepared.n,
    converged,
    iterations,
    logLikelihood: at.logLikelihood,
    logPrior: at.logPrior,
    parameters: size,
    aic: -2 * at.logLikelihood + 2 * size,
    bic: -2 * at.logLikelihood + size * Math.log(prepared.n),
    latent: { mean: latent.mean, variance: latent.variance, se: latent.se },
    groups,
    items,
    sample: judgeSample(sampleUses[options.model], prepared.n, options.override),
    notices: [],
    covariance: covarianceOf(refined),
  };
  const scaled = onePlOf(calibration, refined, options);
  return { ...scaled, notices: [...notices, ...itemNotices(scaled.items)].map(sentence) };
}
