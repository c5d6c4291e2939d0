import { personResponses, type ResponseMatrix } from '../../data/response-matrix.ts';
import type { Item } from '../items/item.ts';
import { itemsOfColumns } from './item-columns.ts';
import { addLogLikelihood, type LatentGrid, type LatentOptions, latentGrid, logTable } from './latent-grid.ts';
import { type PointEstimate, PointEstimator } from './point-estimate.ts';
import { momentsOf, toPosterior } from './posterior.ts';
import { type SumScoreRow, sumScoreTableOn } from './sum-score.ts';

/** Expected and maximum a posteriori, maximum likelihood, Warm's weighted likelihood, and EAP given the sum score. */
export const SCORING_METHODS = ['eap', 'map', 'ml', 'wle', 'eapsum'] as const;
/** The name of an estimator of θ. */
export type ScoringMethod = (typeof SCORING_METHODS)[number];

/** How persons are scored. */
export interface ScoringOptions extends LatentOptions {
  readonly method: ScoringMethod;
  /** The prior of `map`: normal with `mean` and `variance` unless given, or Jeffreys', √I. */
  readonly prior?: 'normal' | 'jeffreys';
  /**
   * Lowest and highest θ that `map`, `ml` and `wle` may take. Given, an ML estimate that would be infinite takes the
   * bound; without, it is null with the reason.
   */
  readonly bounds?: readonly [number, number];
  /**
   * The information behind the standard error of `map`, `ml` and `wle`: expected is Fisher's (and the prior's),
   * observed is the curvature of what is maximized. Unless given, `map` takes the observed one, as its standard error
   * stands for the posterior's, and `ml` and `wle` the expected one.
   */
  readonly information?: 'expected' | 'observed';
}

/** A person's place on the latent scale. */
export interface PersonScore {
  readonly id: string;
  /** Null where there is no estimate; `reason` then says why. */
  readonly theta: number | null;
  /** The posterior's standard deviation for `eap` and `eapsum`, else 1 / √information. */
  readonly se: number | null;
  /** How many items the person answered. */
  readonly answered: number;
  /** Why there is no estimate, or what is unusual about it; null otherwise. */
  readonly reason: string | null;
}

/**
 * Places persons on the latent scale by the parameters of the items.
 *
 * Items without a response count for nothing; make omitted items wrong first (`missingAsZero`) where they shall count
 * as wrong. By `eapsum` a person with missing responses is scored by the table of the items answered. A person without
 * any response has no estimate.
 *
 * @param items the parameters, found by the ids of the columns.
 * @throws {RangeError} naming columns without item parameters, responses that are no category of their item, bounds or
 * a latent distribution that make no sense.
 * @see Bock & Mislevy (1982), APM 6(4) for EAP; Warm (1989), Psychometrika 54(3), and Penfield & Bergeron (2005), APM
 * 29(3), for WLE; Magis & Raîche (2012), JSS 48(8), for Jeffreys; Thissen et al. (1995), APM 19(1), for the sum score.
 */
export function scorePersons(
  data: ResponseMatrix,
  items: readonly Item[],
  options: ScoringOptions,
): readonly PersonScore[] {
  const columns = itemsOfColumns(data, items);
  const scorer = scorerOf(columns, options);
  return data.persons.map((id, person) => {
    const responses = personResponses(data, person);
    let answered = 0;
    for (const value of responses) if (value >= 0) answered += 1;
    if (answered === 0) return { id, theta: null, se: null, answered, reason: 'no item was answered' };
    const { theta, se, reason } = scorer(responses);
    return { id, theta, se, answered, reason };
  });
}

type Scorer = (responses: Int16Array) => PointEstimate;

function scorerOf(items: readonly Item[], options: ScoringOptions): Scorer {
  const { method, mean = 0, variance = 1, prior = 'normal', bounds = null } = options;
  if (!SCORING_METHODS.includes(method)) {
    throw new RangeError(`there is no scoring method "${method}"; take one of ${SCORING_METHODS.join(', ')}`);
  }
  if (bounds !== null && !(Number.isFinite(bounds[0]) && Number.isFinite(bounds[1]) && bounds[0] < bounds[1])) {
    throw new RangeError(`the bounds are ${bounds[0]} and ${bounds[1]}; the first must be below the second`);
  }
  const grid = latentGrid(items, options);
  if (method === 'eap') return eapScorer(items, grid);
  if (method === 'eapsum') return sumScorer(items, grid);
  const information = options.information ?? (method === 'map' ? 'observed' : 'expected');
  const estimator = new PointEstimator(items, { method, prior, mean, variance, bounds, information });
  return (responses) => estimator.estimate(responses);
}

function eapScorer(items: readonly Item[], grid: LatentGrid): Scorer {
  const table = logTable(items, grid.nodes);
  const posterior = new Float64Array(grid.nodes.length);
  return (responses) => {
    posterior.fill(0);
    addLogLikelihood(table, responses, posterior);
    toPosterior(grid, posterior);
    const { mean, sd } = momentsOf(grid.nodes, posterior);
    return { theta: mean, se: sd, reason: null };
  };
}

function sumScorer(items: readonly Item[], grid: LatentGrid): Scorer {
  const tables = new Map<string, readonly SumScoreRow[]>();
  return (responses) => {
    let sum = 0;
    let mask = '';
    for (const value of responses) {
      if (value > 0) sum += value;
      mask += value < 0 ? '0' : '1';
    }
    let table = tables.get(mask);
    if (table === undefined) {
      table = sumScoreTableOn(
        items.filter((_, item) => (responses[item] ?? -1) >= 0),
        grid,
      );
      tables.set(mask, table);
    }
    const { theta = null, se = null } = table[sum] ?? {};
    const partly = mask.includes('0') ? 'scored by the table of the answered items' : null;
    return { theta, se, reason: theta === null ? 'no candidate can get this sum score' : partly };
  };
}
