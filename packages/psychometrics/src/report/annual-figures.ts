import type { ClassicalResult } from '../classical/classical.ts';
import type { DecisionResult } from '../decision/decision.ts';
import { wilsonInterval } from '../numeric/intervals.ts';
import { count, fixed, interval, left, type PresentedTable, percent, right } from '../presentation/index.ts';

/** What an accredited program reports of each examination every year. */
export interface AnnualFigures {
  readonly tested: number;
  readonly passed: number;
  readonly passRate: number;
  readonly passRateInterval: readonly [number, number] | null;
  readonly items: number;
  readonly mean: number;
  readonly sd: number | null;
  /** The lowest score that passes. */
  readonly cut: number;
  readonly maximum: number;
  readonly reliability: number | null;
  readonly reliabilityInterval: readonly [number, number] | null;
  readonly sem: number | null;
  /** Conditional standard error at the lowest passing score, in score points. */
  readonly semAtCut: number | null;
  readonly consistency: number | null;
  readonly accuracy: number | null;
}

/**
 * The figures of an examination.
 *
 * @param decided null where decision quality could not be computed.
 * @param totals of the candidates, in score points.
 * @see NCCA (2021), Standards for the Accreditation of Certification Programs, Standards 17 to 20; AERA, APA & NCME (2014),
 *   Standards 2.3, 2.14 and 2.16.
 */
export function annualFigures(
  { score, reliability, conditionalSem, items, n }: ClassicalResult,
  decided: DecisionResult | null,
  totals: Float64Array,
  cut: number,
): AnnualFigures {
  const passed = totals.filter((total) => total >= cut).length;
  const at = conditionalSem?.[Math.ceil(cut)];
  return {
    tested: n,
    passed,
    passRate: passed / n,
    passRateInterval: wilsonInterval(passed, n),
    items: items.length,
    mean: score.mean,
    sd: score.sd,
    cut,
    maximum: score.maximum,
    reliability: reliability.alpha,
    reliabilityInterval: reliability.alphaInterval,
    sem: reliability.sem,
    semAtCut: at?.keats ?? at?.smoothed ?? null,
    consistency: decided?.consistency ?? null,
    accuracy: decided?.accuracy ?? null,
  };
}

/** The figures in a table of two columns and their intervals. */
export function annualTable(figures: AnnualFigures, decided: DecisionResult | null): PresentedTable {
  const { intervals } = decided ?? {};
  return {
    caption: 'Figures of the year',
    columns: [left('Figure'), right('Value'), right('95 % interval')],
    rows: [
      ['Candidates tested', count(figures.tested), ''],
      ['Candidates passed', count(figures.passed), ''],
      ['Pass rate', percent(figures.passRate), shares(figures.passRateInterval)],
      ['Scored items', count(figures.items), ''],
      ['Cut score', `${figures.cut} of ${figures.maximum}`, ''],
      ['Mean', fixed(figures.mean), ''],
      ['Standard deviation', fixed(figures.sd), ''],
      ['Reliability (alpha)', fixed(figures.reliability, 3), interval(figures.reliabilityInterval, 3)],
      ['Standard error of measurement', fixed(figures.sem), ''],
      ['Standard error of measurement at the cut', fixed(figures.semAtCut), ''],
      ['Decision consistency', fixed(figures.consistency, 3), interval(intervals?.consistency ?? null, 3)],
      ['Decision accuracy', fixed(figures.accuracy, 3), interval(intervals?.accuracy ?? null, 3)],
    ],
  };
}

const shares = (bounds: readonly [number, number] | null): string =>
  bounds === null ? interval(null) : `${percent(bounds[0])} to ${percent(bounds[1])}`;
