/** Candidates of one group and how many passed. */
export interface GroupOutcome {
  readonly group: string;
  readonly n: number;
  readonly passed: number;
  /** Mean and standard deviation (n − 1) of the scores, for the standardized difference. */
  readonly scores?: { readonly mean: number; readonly sd: number };
}

/**
 * Counts the groups' passes from single candidates.
 *
 * @param scores one per candidate; whoever reaches the cut passes.
 * @param group one per candidate; empty leaves the candidate out.
 * @throws {RangeError} when there is not one group per score.
 */
export function groupOutcomes(scores: readonly number[], group: readonly string[], cut: number): GroupOutcome[] {
  if (scores.length !== group.length) {
    throw new RangeError(`there are ${scores.length} scores and ${group.length} groups; give one group per candidate`);
  }
  return [...new Set(group)]
    .filter((name) => name !== '')
    .sort()
    .map((name) => {
      const own = scores.filter((_, at) => group[at] === name);
      const mean = own.reduce((sum, score) => sum + score, 0) / own.length;
      const squares = own.reduce((sum, score) => sum + (score - mean) ** 2, 0);
      const spread = own.length > 1 ? { scores: { mean, sd: Math.sqrt(squares / (own.length - 1)) } } : {};
      return { group: name, n: own.length, passed: own.filter((score) => score >= cut).length, ...spread };
    });
}

/**
 * @throws {RangeError} naming the group whose counts are impossible, or which stands twice; with fewer than two groups.
 */
export function requireOutcomes(outcomes: readonly GroupOutcome[]): void {
  if (outcomes.length < 2) throw new RangeError('pass rates are compared between groups; give at least two');
  const names = new Set<string>();
  for (const { group, n, passed } of outcomes) {
    if (names.has(group)) throw new RangeError(`group "${group}" stands twice; give each group once`);
    names.add(group);
    if (!Number.isInteger(n) || !Number.isInteger(passed) || n < 0 || passed < 0 || passed > n) {
      throw new RangeError(
        `group "${group}": ${passed} of ${n} passed is impossible; give whole numbers, passed up to n`,
      );
    }
  }
}
