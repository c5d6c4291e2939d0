/** What a cut means for those who took the examination. */
export interface Impact {
  /** Standard errors away from the cut: −2, −1, 0, 1, 2. */
  readonly standardErrors: number;
  readonly cut: number;
  readonly passing: number;
  readonly n: number;
  /** Share of the candidates who reach the cut, 0 to 1. */
  readonly passRate: number;
}

/**
 * The pass rate at the cut and one and two standard errors beside it; at the cut alone when it has no standard error.
 *
 * @param scores of all candidates, on the scale of the cut; whoever reaches the cut passes.
 * @throws {RangeError} naming a score that is no number.
 */
export function impactOf(scores: readonly number[], cut: number, se: number | null): Impact[] {
  requireScores(scores);
  if (scores.length === 0) return [];
  return (se === null ? [0] : [-2, -1, 0, 1, 2]).map((standardErrors) => {
    const at = cut + standardErrors * (se ?? 0);
    // A cut that is a whole number but for rounding is that number.
    const passing = scores.filter((score) => score >= at - 1e-9).length;
    return { standardErrors, cut: at, passing, n: scores.length, passRate: passing / scores.length };
  });
}

/** @throws {RangeError} naming the first score that is no number. */
export function requireScores(scores: readonly number[]): void {
  const at = scores.findIndex((score) => !Number.isFinite(score));
  if (at >= 0) throw new RangeError(`score ${at + 1} is ${scores[at]}; give a number for every candidate`);
}
