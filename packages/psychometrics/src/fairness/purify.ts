import type { DifTest, Purification } from './dif-result.ts';

/**
 * Cleans the matching: items with DIF are taken out of it and everything is tested again, until two passes agree.
 *
 * @param test tests every item, matching by those whose flag is set.
 * @param candidates one flag per item: whether it may stand in the matching at all.
 * @param maxIterations passes after the first.
 * @returns the last pass, what it matched by, and the course; with a notice when the passes did not settle.
 * @see Holland & Thayer (1988); Candell & Drasgow (1988), Applied Psychological Measurement 12(3).
 */
export function purify(
  test: (clean: readonly boolean[]) => readonly DifTest[],
  candidates: readonly boolean[],
  level: number,
  maxIterations: number,
): { tests: readonly DifTest[]; clean: readonly boolean[]; purification: Purification; notices: string[] } {
  let clean = candidates;
  let tests = test(clean);
  const history: string[][] = [flaggedIds(tests, level)];
  const seen = new Set([keyOf(clean)]);
  let iterations = 0;
  const done = (converged: boolean, notices: string[]) => ({
    tests,
    clean,
    purification: { history, iterations, converged },
    notices,
  });
  while (true) {
    const next = candidates.map((candidate, item) => candidate && !isFlagged(tests[item], level));
    if (keyOf(next) === keyOf(clean)) return done(true, []);
    if (!next.includes(true)) {
      return done(false, [
        'purification stopped: every item would leave the matching; the last pass that had some is given',
      ]);
    }
    if (seen.has(keyOf(next))) {
      return done(false, [`Purification goes in circles from pass ${history.length} on; the last pass is given.`]);
    }
    if (iterations >= maxIterations) {
      return done(false, [`Purification did not settle within ${maxIterations} passes; the last one is given.`]);
    }
    iterations += 1;
    clean = next;
    seen.add(keyOf(clean));
    tests = test(clean);
    history.push(flaggedIds(tests, level));
  }
}

const isFlagged = (test: DifTest | undefined, level: number): boolean =>
  test !== undefined && test.p !== null && test.p < level;
const flaggedIds = (tests: readonly DifTest[], level: number): string[] =>
  tests.filter((test) => isFlagged(test, level)).map(({ id }) => id);
const keyOf = (clean: readonly boolean[]): string => clean.map((flag) => (flag ? 1 : 0)).join('');
