import { logBeta } from '../../../numeric/special.ts';
import { logistic } from '../../items/response-function.ts';
import type { AsymptotePrior, CalibrateOptions } from '../options.ts';
import type { ItemFamily } from './family.ts';

/** Log density of one parameter with its first two derivatives, on the scale on which the parameter is estimated. */
export interface Prior {
  readonly log: (x: number) => number;
  readonly first: (x: number) => number;
  readonly second: (x: number) => number;
}

const LOG_SQRT_2PI = 0.5 * Math.log(2 * Math.PI);

const normal = (mean: number, sd: number): Prior => ({
  log: (x) => -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd) - LOG_SQRT_2PI,
  first: (x) => -(x - mean) / (sd * sd),
  second: () => -1 / (sd * sd),
});

/** Of log x ~ N(mean, sd²); no density at and below 0. */
function logarithm(mean: number, sd: number): Prior {
  const z = (x: number): number => (Math.log(x) - mean) / (sd * sd);
  return {
    log: (x) => (x > 0 ? normal(mean, sd).log(Math.log(x)) : -Infinity),
    first: (x) => -z(x) / x,
    second: (x) => (z(x) - 1 / (sd * sd)) / (x * x),
  };
}

/** The beta density of g = logistic(x), as a function of x. */
function betaOfLogit(alpha: number, beta: number): Prior {
  const sum = alpha + beta - 2;
  return {
    log(x) {
      const g = logistic(x);
      return (alpha - 1) * Math.log(g) + (beta - 1) * Math.log(logistic(-x)) - logBeta(alpha, beta);
    },
    first: (x) => alpha - 1 - sum * logistic(x),
    second: (x) => -sum * logistic(x) * logistic(-x),
  };
}

const ofAsymptote = (prior: AsymptotePrior): Prior =>
  prior.kind === 'beta' ? betaOfLogit(prior.alpha, prior.beta) : normal(prior.mean, prior.sd);

const logit = (p: number): number => Math.log(p / (1 - p));

/** The priors of the local parameters of an item by the options, by their index; see {@link ItemPriors}. */
export function priorsOf(
  family: ItemFamily,
  { priors = {}, guessingMean = 0.25 }: CalibrateOptions,
): ReadonlyMap<number, Prior> {
  const found = new Map<number, Prior>();
  const guessing =
    priors.guessing === undefined
      ? ({ kind: 'logit-normal', mean: logit(guessingMean), sd: 0.5 } as const)
      : priors.guessing;
  const upper =
    priors.upper === undefined ? ({ kind: 'logit-normal', mean: logit(0.95), sd: 1 } as const) : priors.upper;
  family.names.forEach((name, j) => {
    if (name === 'guessing' && guessing !== null) found.set(j, ofAsymptote(guessing));
    if (name === 'upper' && upper !== null) found.set(j, ofAsymptote(upper));
    if (name === 'discrimination' && priors.discrimination !== undefined) {
      found.set(j, logarithm(priors.discrimination.meanLog, priors.discrimination.sdLog));
    }
    if (/^(intercept|location)/.test(name) && priors.intercept !== undefined) {
      found.set(j, normal(priors.intercept.mean, priors.intercept.sd));
    }
  });
  return found;
}
