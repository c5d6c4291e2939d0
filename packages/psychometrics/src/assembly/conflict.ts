import type { Highs } from 'highs';
import type { Program } from './program.ts';
import { solveProgram } from './solver.ts';

/** A small set of constraints that cannot hold together. */
export interface Conflict {
  readonly groups: readonly string[];
  /** Without any one of them the rest can hold; false when the bound on the search ended it early. */
  readonly minimal: boolean;
}

/** Each look is one run of the solver; 200 are enough for some 30 constraints of 1,000 that conflict. */
const MAX_LOOKS = 200;

/**
 * Finds a conflict by QuickXplain: constraints are dropped by halves as long as the rest still cannot hold.
 *
 * @param seconds bounds each of at most 200 runs of the solver; a run that ends at the bound counts as feasible, which
 *   can leave the set larger than need be, never wrong.
 * @see Junker (2004), QuickXplain, AAAI 2004; Huitzing, Veldkamp & Verschoor (2005), Journal of Educational Measurement
 *   42(3), on infeasible test assembly.
 */
export function findConflict(highs: Highs, program: Program, seconds: number): Conflict {
  let looks = 0;
  let certain = true;
  const infeasible = (groups: readonly string[]): boolean => {
    looks += 1;
    if (looks > MAX_LOOKS) {
      certain = false;
      return false;
    }
    const { status } = solveProgram(highs, program.data(new Set(groups)), { seconds, gap: 0 });
    if (status === 'stopped') certain = false;
    return status === 'infeasible';
  };
  /** The part of `among` that is needed beside `held`; `grown`: `held` has grown since it was last looked at. */
  const needed = (held: readonly string[], grown: boolean, among: readonly string[]): readonly string[] => {
    if (grown && infeasible(held)) return [];
    if (among.length <= 1) return among;
    const half = among.length >> 1;
    const [first, second] = [among.slice(0, half), among.slice(half)];
    const fromSecond = needed([...held, ...first], first.length > 0, second);
    const fromFirst = needed([...held, ...fromSecond], fromSecond.length > 0, first);
    return [...fromFirst, ...fromSecond];
  };
  const groups = needed([], false, program.groups());
  return { groups, minimal: certain };
}
