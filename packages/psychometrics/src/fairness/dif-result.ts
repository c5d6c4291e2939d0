import type { SampleJudgment } from '../guard/judge-sample.ts';
import type { DifClass } from './dif-class.ts';

/** Mantel-Haenszel or Mantel, standardization, logistic regression, Lord, Raju, SIBTEST. */
export const DIF_METHODS = ['mh', 'std', 'logistic', 'lord', 'raju', 'sibtest'] as const;
/** A method by the name that the command line knows. */
export type DifMethod = (typeof DIF_METHODS)[number];

/** What one method says of one item; what cannot be computed is null, and `reason` says why. */
export interface DifTest {
  readonly id: string;
  /** Persons who count for this item. */
  readonly n: { readonly reference: number; readonly focal: number };
  /** mh, lord, sibtest: χ²; logistic: likelihood ratio or Wald χ²; std, raju: z. */
  readonly statistic: number | null;
  /** Of χ²; null where the statistic is z, or the test is exact. */
  readonly df: number | null;
  readonly p: number | null;
  /**
   * mh: common odds ratio, reference to focal (of a polytomous item Liu and Agresti's). std: STD P-DIF, focal minus
   * reference (of a polytomous item the standardized mean difference, in score points). logistic: change in
   * Nagelkerke's R². lord: difficulty, focal minus reference. raju: the tested area. sibtest: β, reference minus focal.
   */
  readonly effect: number | null;
  /** Of the effect; of mh that of ln(effect); null for logistic. */
  readonly se: number | null;
  /** 95 % of the effect. */
  readonly interval: readonly [number, number] | null;
  /** MH D-DIF of the data, whatever the method: −2.35 ln α, negative where the item is harder for the focal group. */
  readonly deltaMh: number | null;
  /** Null too where a group has fewer than 30 candidates and the rule was not overridden. */
  readonly class: DifClass | null;
  /** Whom the item favors, whether or not the difference is significant; null when it has no direction. */
  readonly favors: 'reference' | 'focal' | null;
  readonly reason: string | null;
  /** The method's other numbers by their names. */
  readonly measures: Readonly<Record<string, number | string | boolean | null>>;
}

/** A test beside those of the other items. */
export interface DifItem extends DifTest {
  /** Adjusted over all items for the chance of any false alarm. */
  readonly pHolm: number | null;
  /** Adjusted over all items for the share of false alarms. */
  readonly pBenjaminiHochberg: number | null;
  /** p is below the level of the test; raw, as each item is judged by itself. */
  readonly flagged: boolean;
}

/** How the matching score was cleaned of items with DIF. */
export interface Purification {
  /** Items flagged in each pass, by id; the first pass matches by all items. */
  readonly history: readonly (readonly string[])[];
  readonly iterations: number;
  /** Two passes flagged the same items. */
  readonly converged: boolean;
}

/** Every item tested by one method. */
export interface DifResult {
  readonly method: DifMethod;
  readonly n: number;
  readonly groups: {
    readonly reference: { readonly name: string; readonly n: number };
    readonly focal: { readonly name: string; readonly n: number };
  };
  /** Significance level of flags and classes. */
  readonly level: number;
  readonly items: readonly DifItem[];
  /** Null when it was not asked for. */
  readonly purification: Purification | null;
  /** Items taken out of the matching score or the linking in the last pass. */
  readonly purified: readonly string[];
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}
