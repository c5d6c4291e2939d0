import type { DifMethod } from './dif-result.ts';
import type { GroupItem, GroupLinking } from './group-items.ts';
import type { LogisticDifType } from './logistic-dif.ts';
import type { MatchingOptions } from './matching.ts';

/** The models by which groups are calibrated. */
export const PARAMETER_MODELS = ['rasch', 'rasch-unit', '2pl'] as const;

/** The model by which items are calibrated in each group. */
export type ParameterModel = (typeof PARAMETER_MODELS)[number];

/** How items are tested for differential functioning. */
export interface DifOptions extends MatchingOptions {
  /** One per person; an empty string leaves the person out. */
  readonly group: readonly string[];
  /** The group whose disadvantage is looked for. */
  readonly focal: string;
  /** Whom it is compared with; without it, everybody of another group. */
  readonly reference?: string;
  readonly method: DifMethod;
  /** Takes items with DIF out of the matching score (of lord and raju: out of the linking), until nothing changes. */
  readonly purify?: boolean;
  /** Passes after the first (default 10). */
  readonly maxPurifications?: number;
  /** Items that may make up the matching score or the linking, by id; all without it. */
  readonly matchingItems?: readonly string[];
  /** Significance level of flags, purification and classes (default 0.05). */
  readonly level?: number;
  /** mh: continuity correction (default true). */
  readonly correct?: boolean;
  /** mh: the exact conditional test in place of χ² (dichotomous items). */
  readonly exact?: boolean;
  /** logistic: what is tested (default `both`). */
  readonly type?: LogisticDifType;
  /** logistic: likelihood ratio (default) or Wald. */
  readonly test?: 'lrt' | 'wald';
  /** sibtest: persons of each group that a level of the score needs (default 6: more than five, as mirt and difR). */
  readonly least?: number;
  /** raju: default signed under the Rasch model, unsigned when discriminations were estimated. */
  readonly area?: 'signed' | 'unsigned';
  /**
   * lord, raju: the model that each group is calibrated by (default `rasch`, the variance of θ estimated). `rasch-unit`
   * holds the variance at 1, as difR does through ltm: groups of unequal spread then show DIF that is none.
   */
  readonly model?: ParameterModel;
  /** lord, raju: default `mean-mean`. */
  readonly linking?: GroupLinking;
  /** lord, raju: item parameters estimated elsewhere, in place of the calibration. */
  readonly parameters?: { readonly reference: readonly GroupItem[]; readonly focal: readonly GroupItem[] };
  readonly override?: { readonly reason: string };
}
