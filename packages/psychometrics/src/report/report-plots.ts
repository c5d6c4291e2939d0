import type { ConditionalSem } from '../classical/conditional-sem.ts';
import {
  itemMap,
  type MappedItem,
  type OptionCurve,
  optionCurves,
  scoreErrors,
  scoreHistogram,
  timeAgainstScore,
} from '../plots/index.ts';
import type { Figure } from '../presentation/index.ts';

/** Draws the figures of a report; each that is absent is left out of it. */
export interface ReportPlots {
  /** The distribution of scores with the cut, and one standard error to each side. */
  readonly histogram?: (given: {
    readonly scores: readonly number[];
    readonly cut: number;
    readonly sem: number | null;
    readonly maximum: number;
  }) => Figure;
  /** Every item by difficulty and discrimination. */
  readonly itemMap?: (given: { readonly items: readonly MappedItem[] }) => Figure;
  /** The conditional standard error over the scores. */
  readonly conditionalSem?: (given: {
    readonly rows: readonly ConditionalSem[];
    readonly overall: number | null;
    readonly cut: number;
  }) => Figure;
  /** How long candidates took by their score. */
  readonly timeAgainstScore?: (given: {
    readonly candidates: readonly {
      readonly id: string;
      readonly score: number | null;
      readonly minutes: number | null;
      readonly flagged: boolean;
    }[];
    readonly cut: number;
  }) => Figure;
  /** The share of each option by score group. */
  readonly optionCurves?: (given: {
    readonly id: string;
    readonly groups: readonly string[];
    readonly options: readonly OptionCurve[];
  }) => Figure;
}

/** The plots of this package. */
export const standardPlots: ReportPlots = {
  histogram: scoreHistogram,
  itemMap,
  optionCurves,
  timeAgainstScore,
  conditionalSem: ({ rows, overall, cut }) =>
    scoreErrors({ rows: rows.map(({ score, keats, smoothed }) => ({ score, sem: keats ?? smoothed })), overall, cut }),
};
