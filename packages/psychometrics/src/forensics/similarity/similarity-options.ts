import type { Item } from '../../irt/items/item.ts';
import type { Adjustment } from '../../numeric/multiplicity.ts';
import { K_VARIANTS } from './k-index.ts';

/** The statistics that compare the answers of two candidates. */
export const SIMILARITY_METHODS = ['omega', 'gbt', 'm4', ...K_VARIANTS] as const;
/** The name of an index of answer similarity. */
export type SimilarityMethod = (typeof SIMILARITY_METHODS)[number];

/** How answers are compared; only the method must be given. */
export interface SimilarityOptions {
  readonly method: SimilarityMethod;
  /** Item parameters for omega, gbt and m4, found by id. Without them they are estimated from these responses. */
  readonly items?: readonly Item[];
  /**
   * What is estimated without `items`: `nrm` of the options or `2pl` of right and wrong. Unless given, the options
   * where they are known and there are enough candidates for a nominal model, else right and wrong.
   */
  readonly calibrate?: '2pl' | 'nrm';
  /** One θ per person in place of the estimates from the answers. */
  readonly thetas?: ArrayLike<number>;
  /** Ids; of omega and the K family `a` is the one who may have copied and `b` the source. All pairs without it. */
  readonly pairs?: readonly { readonly a: string; readonly b: string }[];
  /** `holm` without it. */
  readonly adjustment?: Adjustment;
  /** A pair is flagged where its adjusted p is at most this; 0.05 without it. */
  readonly alpha?: number;
  /** Of all pairs, how many are given back, the most improbable; without it all up to 5,000, of more 1,000. */
  readonly limit?: number;
  readonly override?: { readonly reason: string };
  readonly onProgress?: (done: number, of: number) => void;
}
