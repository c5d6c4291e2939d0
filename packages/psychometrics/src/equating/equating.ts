import type { SampleJudgment } from '../guard/judge-sample.ts';
import type { CircleArcOptions } from './circle-arc.ts';
import type { SyntheticMoments } from './equating-function.ts';
import type { LoglinearStatistics } from './loglinear.ts';
import type { ArcMiddle, EquatingDesign, EquatingMethod } from './methods.ts';
import type { ScoreMoments } from './moments.ts';
import type { BivariateDegrees } from './presmoothing.ts';

/** A raw score of the new form, and the score of the old form that it equals. */
export interface EquatedScore {
  readonly x: number;
  readonly y: number;
  /** Standard error of y over samples of candidates; null where none was asked for or the formula gives none. */
  readonly se: number | null;
}

/**
 * Where standard errors come from. `formula`: the delta method (Lord's formula for unsmoothed equipercentile equating of
 * equivalent groups, else moments or the infinitesimal jackknife); `formula-normal`: the same for normal scores, linear
 * methods only; `bootstrap`: candidates drawn anew; `parametric-bootstrap`: drawn from smoothed distributions.
 */
export type StandardErrors = 'formula' | 'formula-normal' | 'bootstrap' | 'parametric-bootstrap' | 'none';

/** How to equate. */
export interface EquatingOptions {
  readonly method: EquatingMethod;
  /** Weight of the group of the new form in the synthetic population, 0 to 1; 1 by default. */
  readonly weight?: number;
  /** Whether the common items count in the total score; `internal` by default. */
  readonly anchor?: 'internal' | 'external';
  /** Degree of loglinear presmoothing; with an anchor of both scores, cross moments then to degree 1. */
  readonly smooth?: number | BivariateDegrees;
  /** Amount of cubic spline postsmoothing of equipercentile equating, 0.05 to 1 as a rule. */
  readonly postsmooth?: number;
  readonly arc?: CircleArcOptions & { readonly middle?: ArcMiddle };
  /** Weight of the identity in the result, 0 to 1, for very small groups; 0 by default. */
  readonly identityWeight?: number;
  readonly standardErrors?: StandardErrors;
  /** Of a bootstrap; 1,000 by default. */
  readonly replications?: number;
  /** Of a bootstrap; 1 by default. */
  readonly seed?: number;
  /** Why the rules for sample sizes are set aside. */
  readonly override?: { readonly reason: string };
}

/** The result of equating the new form X to the old form Y. */
export interface Equating {
  readonly method: EquatingMethod;
  readonly design: EquatingDesign;
  readonly n: { readonly x: number; readonly y: number };
  /** One row per possible score of X. */
  readonly table: readonly EquatedScore[];
  /** Of a straight line; null for a curve. */
  readonly slope: number | null;
  readonly intercept: number | null;
  readonly moments: {
    readonly x: ScoreMoments;
    readonly y: ScoreMoments;
    readonly anchorX: ScoreMoments | null;
    readonly anchorY: ScoreMoments | null;
  };
  /** The weights w1 of the group of X and w2 of that of Y; null for methods without a synthetic population. */
  readonly weights: { readonly x: number; readonly y: number } | null;
  readonly synthetic: SyntheticMoments | null;
  readonly anchor: 'internal' | 'external' | null;
  /** How well the loglinear models fit; null without presmoothing. */
  readonly smoothing: { readonly x: LoglinearStatistics; readonly y: LoglinearStatistics } | null;
  readonly identityWeight: number;
  readonly standardErrors: {
    readonly kind: StandardErrors;
    /** In words: by whose formula, or with how many replications. */
    readonly says: string;
    readonly replications: number | null;
    readonly failed: number | null;
    readonly seed: number | null;
  };
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}
