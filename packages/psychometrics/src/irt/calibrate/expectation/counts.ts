import type { ExpectedCounts } from '../model/family.ts';
import type { Expectation, Expector } from './expectation.ts';

/** What the M-step needs of an E-step. */
export interface Counts {
  /** One per item. */
  readonly items: readonly ExpectedCounts[];
  /** Row by group: candidates expected at each node. */
  readonly groups: Float64Array;
}

/**
 * Expected counts from the sums of an E-step: first as if all were in the reference state of their class, then each
 * deviation moves candidates from the reference to the state.
 *
 * @param inCategory candidates in each category of each item, as counted in the data.
 */
export function countsOf(expector: Expector, { sums }: Expectation, inCategory: Float64Array): Counts {
  const { model, grid, layout, workspace } = expector;
  const { coding } = workspace;
  const { size, theta } = grid;
  const states = inCategory.length;
  const width = model.families.length;
  const itemOfState = new Int32Array(states);
  for (let i = 0; i < width; i += 1) itemOfState.fill(i, model.firstState[i] ?? 0, model.firstState[i + 1] ?? 0);
  const counted = model.families.map(({ exponential }) => !exponential);
  const counts = new Float64Array(states * size);
  const atNode = new Float64Array(width * size);
  const thetaOf = new Float64Array(states);
  const groups = new Float64Array(model.groups.length * size);

  const addRow = (into: Float64Array, to: number, from: number, sign: number): void => {
    for (let q = 0; q < size; q += 1) into[to + q] = (into[to + q] ?? 0) + sign * (sums[from + q] ?? 0);
  };
  const move = (state: number, from: number, sign: number, sumTheta: number): void => {
    const item = itemOfState[state] ?? 0;
    addRow(atNode, item * size, from, sign);
    if (counted[item] === true) addRow(counts, state * size, from, sign);
    else thetaOf[state] = (thetaOf[state] ?? 0) + sign * sumTheta;
  };
  const sumTheta = (from: number): number => {
    let sum = 0;
    for (let q = 0; q < size; q += 1) sum += (theta[q] ?? 0) * (sums[from + q] ?? 0);
    return sum;
  };

  for (let c = 0; c < coding.classes; c += 1) {
    const from = layout.classes + c * size;
    addRow(groups, (coding.classGroup[c] ?? 0) * size, from, 1);
    const sum = sumTheta(from);
    for (let i = 0; i < width; i += 1) {
      const state = coding.classReference[c * width + i] ?? -1;
      if (state >= 0) move(state, from, 1, sum);
    }
  }
  for (let code = 0; code < coding.linear; code += 1) {
    const sum = sums[layout.theta + code] ?? 0;
    const state = coding.codeState[code] ?? 0;
    const reference = coding.codeReference[code] ?? 0;
    thetaOf[state] = (thetaOf[state] ?? 0) + sum;
    thetaOf[reference] = (thetaOf[reference] ?? 0) - sum;
  }
  for (let v = 0; v < coding.tabled; v += 1) {
    const from = layout.tabled + v * size;
    const state = coding.codeState[coding.linear + v] ?? -1;
    const reference = coding.codeReference[coding.linear + v] ?? -1;
    const sum = sumTheta(from);
    if (state >= 0) move(state, from, 1, sum);
    if (reference >= 0) move(reference, from, -1, sum);
  }
  // What is left of a difference of equal sums is rounding; candidates are never fewer than none.
  for (const expected of [counts, atNode]) {
    for (let at = 0; at < expected.length; at += 1) if ((expected[at] ?? 0) < 0) expected[at] = 0;
  }
  const items = model.families.map((_, i) => {
    const first = model.firstState[i] ?? 0;
    const last = model.firstState[i + 1] ?? 0;
    return {
      counts: counts.subarray(first * size, last * size),
      atNode: atNode.subarray(i * size, (i + 1) * size),
      inCategory: inCategory.subarray(first, last),
      theta: thetaOf.subarray(first, last),
    };
  });
  return { items, groups };
}
