/** A statistic of two candidates. */
export interface PairStatistic {
  /** ω; matches of GBT and M4; identical wrong answers of K. Null where nothing varies. */
  readonly statistic: number | null;
  readonly p: number;
  /** The number of matches that is expected of two who work independently. */
  readonly expected: number;
}

/** What the search over pairs asks of a method. */
export interface PairTest {
  /** Whether a may have copied from b is another test than whether b may have copied from a. */
  readonly directional: boolean;
  /** Whether `scan` tells p itself, or an approximation. */
  readonly scanIsExact: boolean;
  /** The statistic itself; of a directional method `a` is the copier and `b` the source. */
  exact(a: number, b: number): PairStatistic;
  /**
   * Tells p of a person as source with every other as copier; of a symmetric method with those of a higher index only.
   * It may be approximate, good enough to choose which pairs are computed exactly.
   */
  scan(source: number, tell: (other: number, p: number) => void): void;
}
