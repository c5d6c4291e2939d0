import type { ResponseMatrix } from '../../data/response-matrix.ts';
import type { SampleJudgment } from '../../guard/judge-sample.ts';
import type { Item } from '../items/item.ts';
import { judgeModels } from '../items/judge-models.ts';
import { type PersonFitReport, personFit } from '../person-fit/person-fit.ts';
import { itemsOfColumns } from '../scoring/item-columns.ts';
import { type LatentOptions, latentOf } from '../scoring/latent-grid.ts';
import { scorePersons } from '../scoring/score-persons.ts';
import { type EmpiricalCurve, empiricalCurves } from './empirical-curve.ts';
import { type ItemPair, localDependence } from './local-dependence.ts';
import { type M2Options, type ModelFitM2, m2 } from './m2/m2.ts';
import { itemMeanSquares, type MeanSquares } from './mean-squares.ts';
import { type Q3, q3 } from './q3.ts';
import { type ItemFit, itemFit } from './s-x2.ts';

/** Everything about the fit of a model to the responses. */
export interface ModelFit {
  readonly n: number;
  readonly m2: ModelFitM2;
  /** S-X² of each item. */
  readonly items: readonly ItemFit[];
  /** Which estimates of ability the mean squares and Q3 are taken at. */
  readonly abilities: FitAbilities;
  /** Infit and outfit of each item. */
  readonly meanSquares: readonly MeanSquares[];
  readonly persons: PersonFitReport;
  readonly q3: Q3;
  readonly pairs: readonly ItemPair[];
  /** Of each item, with the shares of candidates along the scale. */
  readonly curves: readonly EmpiricalCurve[];
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/**
 * Estimates of ability that residuals are taken at: `eap`, as is usual after marginal estimation, or `ml`, as after
 * conditional; by `ml` candidates with all or nothing right do not enter.
 */
export type FitAbilities = 'eap' | 'ml' | 'wle';

/** What the fit of a model is told beyond the latent distribution. */
export interface ModelFitOptions extends LatentOptions {
  /** Where the mean squares and Q3 are taken (default `eap`). */
  readonly abilities?: FitAbilities;
  readonly moments?: M2Options['moments'];
  /** The item parameters were not estimated from these data: no degrees of freedom are taken off for them. */
  readonly fixedItems?: boolean;
  readonly override?: { readonly reason: string };
}

/**
 * The fit of a model: of the whole (M2), of items (S-X², infit, outfit), of pairs (Q3, X²) and of persons (lz, lz*).
 *
 * @param items parameters, found by the ids of the columns; with the mean and variance that were estimated with them.
 * @throws {RangeError} as `itemsOfColumns`.
 */
export function modelFit(data: ResponseMatrix, items: readonly Item[], options: ModelFitOptions = {}): ModelFit {
  const columns = itemsOfColumns(data, items);
  const latent = latentOf(options);
  const override = options.override === undefined ? {} : { override: options.override };
  const fixedItems = options.fixedItems === true;
  const moments = options.moments === undefined ? {} : { moments: options.moments };
  const abilities = options.abilities ?? 'eap';
  const thetas = scorePersons(data, columns, { ...latent, method: abilities }).map(({ theta }) => theta);
  const whole = m2(data, columns, { ...latent, ...override, ...moments, fixedItems });
  const sample = judgeModels(columns, data.persons.length, options.override);
  const incomplete = data.persons.length - whole.n;
  return {
    n: data.persons.length,
    m2: whole,
    items: itemFit(data, columns, { ...latent, ...(fixedItems ? { parameters: {} } : {}) }),
    abilities,
    meanSquares: itemMeanSquares(data, columns, thetas),
    persons: personFit(data, columns, { ...latent, ...override }),
    q3: q3(data, columns, thetas, override),
    pairs: localDependence(data, columns, latent),
    curves: empiricalCurves(data, columns, latent),
    sample,
    notices: [
      ...(incomplete > 0
        ? [`M2 and S-X² rest on the ${whole.n} candidates who answered all items; ${incomplete} did not.`]
        : []),
      ...(whole.reason === null ? [] : [`M2: ${whole.reason}`]),
    ],
  };
}
