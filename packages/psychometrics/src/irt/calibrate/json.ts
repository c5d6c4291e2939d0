import { type Item, isDichotomous } from '../items/item.ts';
import type { CalibratedItem, Calibration, LatentDistribution } from './result.ts';

/** An item as JSON: every field is there, null where the model does not have it. */
export interface ItemJson {
  readonly id: string;
  readonly model: Item['model'];
  readonly discrimination: number | null;
  readonly difficulty: number | null;
  readonly intercept: number | null;
  readonly guessing: number | null;
  readonly upper: number | null;
  /** Of graded and step items. */
  readonly thresholds: readonly number[] | null;
  /** Of graded and step items d_1 … d_m, of nominal ones c_0 … c_m. */
  readonly intercepts: readonly number[] | null;
  /** Of nominal items, one per category. */
  readonly slopes: readonly number[] | null;
  readonly se: Readonly<Record<string, number | null>>;
  readonly n: number;
  readonly categories: readonly number[];
  readonly anchored: boolean;
}

/** A calibration as JSON; what `calibrate --json` prints, and what ITEMS.json is elsewhere. */
export interface CalibrationJson {
  readonly model: Calibration['model'];
  readonly estimator: Calibration['estimator'];
  readonly seMethod: Calibration['seMethod'];
  readonly n: number;
  readonly converged: boolean;
  readonly iterations: number;
  readonly logLikelihood: number;
  readonly logPrior: number;
  readonly parameters: number;
  readonly aic: number;
  readonly bic: number;
  readonly latent: LatentDistribution;
  readonly groups: Calibration['groups'];
  readonly items: readonly ItemJson[];
  readonly sample: Calibration['sample'];
  readonly notices: readonly string[];
}

/** The JSON of a calibration. */
export function calibrationJson(calibration: Calibration): CalibrationJson {
  const { covariance: _, items, ...rest } = calibration;
  return { ...rest, items: items.map(itemJson) };
}

function itemJson({ item, difficulty, thresholds, se, n, categories, anchored }: CalibratedItem): ItemJson {
  const dichotomous = isDichotomous(item);
  return {
    id: item.id,
    model: item.model,
    discrimination: item.model === 'nrm' ? null : item.discrimination,
    difficulty,
    intercept: dichotomous ? item.intercept : null,
    guessing: dichotomous ? item.guessing : null,
    upper: dichotomous ? item.upper : null,
    thresholds,
    intercepts: dichotomous ? null : item.intercepts,
    slopes: item.model === 'nrm' ? item.slopes : null,
    se,
    n,
    categories,
    anchored,
  };
}
