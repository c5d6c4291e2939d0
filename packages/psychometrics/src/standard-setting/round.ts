import { chiSquare } from '../numeric/distributions/chi-square.ts';
import { completeAdditive, type VarianceComponents, varianceComponents } from './additive.ts';
import { agreement, average, type PanelCut, panelCut } from './panel.ts';

/** One judge in one round. */
export interface JudgeOfItems {
  readonly id: string;
  /** Expected raw score of a borderline candidate. */
  readonly cut: number;
  /** The judge's cut less the mean of all; above 0 severe, below lenient. In raw score points. */
  readonly severity: number;
  /** Severity in standard deviations between judges; null with one judge or without variation. */
  readonly standardizedSeverity: number | null;
  /** Correlation over items with the mean of the other judges; null where there is none. */
  readonly agreement: number | null;
  /** Root mean squared difference from the mean of all judges, item by item, in shares. */
  readonly rmsd: number;
  /** Correlation over items with the observed difficulties, when given: the judge's own consistency. */
  readonly withDifficulty: number | null;
  /** Root mean squared difference from the observed difficulties, when given. */
  readonly rmsdDifficulty: number | null;
  /** Items the judge did not rate. */
  readonly missing: number;
}

/** One item in one round; ratings in shares of 1. */
export interface RatedItem {
  readonly id: string;
  readonly mean: number;
  /** Between judges (n − 1); null with one judge. */
  readonly sd: number | null;
  readonly lowest: number;
  readonly highest: number;
  /** Judges disagree more than on the other items: the variance is above the average one (χ², p < 0.05). */
  readonly disagreement: boolean;
  /** Observed share of right answers, when given. */
  readonly difficulty: number | null;
}

/** One round: the panel's cut (`mean`, in raw score points), its judges and items. */
export interface RatingRound extends PanelCut {
  readonly round: string;
  readonly judges: readonly JudgeOfItems[];
  readonly items: readonly RatedItem[];
  /** Ratings as shares of 1, judges × items; null where a judge did not rate. */
  readonly ratings: readonly (readonly (number | null)[])[];
  /** The mean cut as a share of the highest raw score. */
  readonly share: number;
  /** Standard error of the cut when the items, too, count as a sample of those that might have been taken. */
  readonly seItemsRandom: number | null;
  readonly components: VarianceComponents | null;
  /** Interjudge reliability of one judge and of the mean of all (absolute agreement); null without components. */
  readonly reliability: { readonly single: number; readonly average: number } | null;
  readonly missing: number;
  readonly converged: boolean;
  readonly iterations: number;
}

/**
 * Analyzes shares by judge and item.
 *
 * @param shares 0 to 1, one row per judge; null where a judge did not rate.
 * @param points highest score of each item.
 * @param difficulty observed share of right answers of each item; null where unknown.
 */
export function analyzeRound(given: {
  readonly round: string;
  readonly judges: readonly string[];
  readonly items: readonly string[];
  readonly shares: readonly (readonly (number | null)[])[];
  readonly points: readonly number[];
  readonly difficulty?: readonly (number | null)[];
}): RatingRound {
  const { round, judges, items, shares, points, difficulty } = given;
  const { complete, missing, converged, iterations } = completeAdditive(shares);
  const cuts = complete.map((row) => row.reduce((sum, share, item) => sum + share * (points[item] ?? 1), 0));
  const panel = panelCut(cuts);
  const maximum = points.reduce((sum, one) => sum + one, 0);
  const components = varianceComponents(complete, missing);
  const means = items.map((_, item) => average(complete.map((row) => row[item] ?? 0)));
  const judged = complete.map((row, judge): JudgeOfItems => {
    const severity = (cuts[judge] ?? 0) - panel.mean;
    const others = complete.filter((_, other) => other !== judge);
    const consensus = items.map((_, item) => average(others.map((other) => other[item] ?? 0)));
    const known = difficulty?.flatMap((p, item) => (p === null ? [] : [{ p, share: row[item] ?? 0 }])) ?? [];
    return {
      id: judges[judge] ?? '',
      cut: cuts[judge] ?? 0,
      severity,
      standardizedSeverity: panel.sd === null || panel.sd === 0 ? null : severity / panel.sd,
      agreement: others.length === 0 ? null : agreement(row, consensus),
      rmsd: Math.sqrt(average(row.map((share, item) => (share - (means[item] ?? 0)) ** 2))),
      withDifficulty: agreement(
        known.map(({ share }) => share),
        known.map(({ p }) => p),
      ),
      rmsdDifficulty: known.length === 0 ? null : Math.sqrt(average(known.map(({ share, p }) => (share - p) ** 2))),
      missing: shares[judge]?.filter((share) => share === null).length ?? 0,
    };
  });
  const { judge = 0, item = 0, residual = 0 } = components ?? {};
  const [j, i] = [judges.length, items.length];
  const single = item + judge + residual;
  return {
    ...panel,
    round,
    judges: judged,
    items: ratedItems(items, shares, difficulty),
    ratings: shares,
    share: panel.mean / maximum,
    seItemsRandom: components === null ? null : maximum * Math.sqrt(judge / j + item / i + residual / (i * j)),
    components,
    reliability: single > 0 ? { single: item / single, average: item / (item + (judge + residual) / j) } : null,
    missing,
    converged,
    iterations,
  };
}

function ratedItems(
  items: readonly string[],
  shares: readonly (readonly (number | null)[])[],
  difficulty: readonly (number | null)[] | undefined,
): RatedItem[] {
  const rated = items.map((id, item) => {
    const values = shares.flatMap((row) => row[item] ?? []);
    const { mean, sd } = panelCut(values);
    return { id, values, mean, sd, difficulty: difficulty?.[item] ?? null };
  });
  const variances = rated.flatMap(({ sd }) => (sd === null ? [] : [sd * sd]));
  const typical = average(variances);
  return rated.map(({ id, values, mean, sd, difficulty: observed }) => ({
    id,
    mean,
    sd,
    lowest: Math.min(...values),
    highest: Math.max(...values),
    disagreement:
      sd !== null &&
      typical > 0 &&
      chiSquare.upper(((values.length - 1) * sd * sd) / typical, values.length - 1) < 0.05,
    difficulty: observed,
  }));
}
