import { type ResponseMatrix, selectItems, selectPersons } from '../../data/response-matrix.ts';
import { judgeSample } from '../../guard/judge-sample.ts';
import { sentence } from '../../presentation/index.ts';
import { type PreparedData, prepare } from '../calibrate/data/prepare.ts';
import { estimate } from '../calibrate/estimate.ts';
import type { Engine } from '../calibrate/expectation/engine.ts';
import { refine } from '../calibrate/information/refine.ts';
import { deltaErrors, reportedParameters } from '../calibrate/information/standard-errors.ts';
import { itemNotices } from '../calibrate/notices.ts';
import type { CalibrateOptions } from '../calibrate/options.ts';
import { recodeCategories } from '../calibrate/recode.ts';
import { groupsOf } from '../calibrate/report.ts';
import type { CalibratedItem, Calibration } from '../calibrate/result.ts';
import { difficultyOf, type Item, isDichotomous, thresholdsOf } from '../items/item.ts';
import { sampleUses } from '../items/judge-models.ts';
import { bookletsOf, isExtreme } from './booklets.ts';
import { maximizeConditional } from './maximize-conditional.ts';
import { requireWellConditioned } from './well-conditioned.ts';

/**
 * Conditional maximum likelihood for `rasch` and `pcm`: the items are estimated given the scores, whatever the
 * distribution of θ. The intercepts are normed so that all sum to 0, as is usual. Standard errors are those of the
 * observed information of the conditional likelihood, which here is the expected one too. The latent distribution is
 * fitted afterwards to all candidates, with the items as they are.
 *
 * @throws {RangeError} for data in which items fall apart, see Fischer (1981); items all answered alike once candidates
 *   with zero and perfect scores are left out.
 * @see Andersen (1972), JRSS B 34(1).
 */
export function calibrateConditional(data: ResponseMatrix, options: CalibrateOptions, engine: Engine): Calibration {
  const prepared = withoutExtremes(data, options);
  requireWellConditioned(prepared);
  const { booklets, used } = bookletsOf(prepared);
  const first = new Int32Array(prepared.items.length + 1);
  prepared.items.forEach(({ categories }, i) => {
    first[i + 1] = (first[i] ?? 0) + categories.length - 1;
  });
  const start = Float64Array.from(
    prepared.items.flatMap(({ counts }) =>
      counts.slice(1).map((count) => Math.log((count + 0.5) / ((counts[0] ?? 0) + 0.5))),
    ),
  );
  const found = maximizeConditional(booklets, first, start);
  const items = prepared.items.map(({ id, n, categories }, i): CalibratedItem => {
    const intercepts = Array.from(found.d.subarray(first[i] ?? 0, first[i + 1] ?? 0));
    const item = itemOf(id, options, intercepts);
    const dichotomous = isDichotomous(item);
    const indexes = Int32Array.from(intercepts, (_, k) => (first[i] ?? 0) + k);
    return {
      item,
      difficulty: dichotomous ? difficultyOf(item) : null,
      thresholds: dichotomous || item.model === 'nrm' ? null : thresholdsOf(item),
      se: deltaErrors(
        Float64Array.from(intercepts),
        indexes,
        (local) => reportedParameters(itemOf(id, options, Array.from(local))),
        options.se === 'none' ? null : found.covariance,
        found.d.length,
      ),
      n,
      categories,
      anchored: false,
    };
  });
  const parameters = found.d.length - 1;
  const notices = [...prepared.notices];
  if (!found.converged) {
    notices.push(`not converged after ${found.iterations} Newton steps: the conditional likelihood has no maximum`);
  }
  if (found.covariance === null) notices.push('no standard errors: the information is singular');
  const [latent = { mean: 0, variance: 1, se: { mean: null, variance: null } }, ...groups] = latentOf(
    data,
    items,
    options,
    engine,
  );
  return {
    model: options.model,
    estimator: 'cml',
    seMethod: options.se ?? 'oakes',
    n: used,
    converged: found.converged,
    iterations: found.iterations,
    logLikelihood: found.logLikelihood,
    logPrior: 0,
    parameters,
    aic: -2 * found.logLikelihood + 2 * parameters,
    bic: -2 * found.logLikelihood + parameters * Math.log(used),
    latent: { mean: latent.mean, variance: latent.variance, se: latent.se },
    groups: [{ id: 'all', n: used, ...latent }, ...groups],
    items,
    sample: judgeSample(sampleUses[options.model], used, options.override),
    notices: [...notices, ...itemNotices(items)].map(sentence),
    covariance:
      found.covariance === null || options.se === 'none'
        ? null
        : {
            names: items.flatMap(({ item, categories }) =>
              categories
                .slice(1)
                .map((_, k) => `${item.id}:${isDichotomous(item) ? 'intercept' : `intercept${k + 1}`}`),
            ),
            values: found.covariance,
          },
  };
}

function itemOf(id: string, { model }: CalibrateOptions, intercepts: readonly number[]): Item {
  if (model === 'pcm') return { id, model: 'pcm', discrimination: 1, intercepts };
  return { id, model: 'rasch', discrimination: 1, intercept: intercepts[0] ?? 0, guessing: 0, upper: 1 };
}

/** Leaves candidates out whose score is zero or perfect, until none is left: a category that only they used goes too. */
function withoutExtremes(data: ResponseMatrix, options: CalibrateOptions): PreparedData {
  let kept = data;
  let left = 0;
  for (;;) {
    const prepared = prepare(kept, left === 0 ? { ...options, onConstant: options.onConstant ?? 'refuse' } : options);
    const width = prepared.items.length;
    if (width < 2) throw new RangeError('the conditional likelihood compares items; give at least two');
    // Rows of the prepared data are the candidates with a response, in their order.
    const columns = prepared.items.map(({ id }) => kept.items.indexOf(id));
    const answered = kept.persons.flatMap((_, p) =>
      columns.some((column) => (kept.values[p * kept.items.length + column] ?? -1) >= 0) ? [p] : [],
    );
    const inside = answered.filter(
      (_, row) => !isExtreme(prepared.values.subarray(row * width, (row + 1) * width), prepared.items),
    );
    if (inside.length === 0)
      throw new RangeError('all candidates have zero or perfect scores; there is nothing to compare');
    const extreme = answered.length - inside.length;
    if (extreme === 0) {
      const notice = `${left} candidates with zero or perfect scores say nothing about the items and were left out`;
      return left === 0 ? prepared : { ...prepared, notices: [...prepared.notices, notice] };
    }
    left += extreme;
    kept = selectPersons(kept, inside);
  }
}

/** Mean and variance of θ with the items as they are. */
function latentOf(
  data: ResponseMatrix,
  items: readonly CalibratedItem[],
  options: CalibrateOptions,
  engine: Engine,
): ReturnType<typeof groupsOf> {
  const ids = items.map(({ item }) => item.id);
  const alone = selectItems(
    data,
    ids.map((id) => data.items.indexOf(id)),
  );
  const categories = new Map(items.map(({ item, categories }) => [item.id, categories]));
  // A category that only extreme candidates used was not estimated.
  const recoded = recodeCategories(alone, categories, 'omit');
  const given: CalibrateOptions = { model: options.model, anchors: items.map(({ item }) => item), se: 'louis' };
  const prepared = prepare(recoded, given);
  return groupsOf(refine(estimate(prepared, given, engine), given));
}
