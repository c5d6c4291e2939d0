import type { InformationWork } from './work.ts';

/** The scores of a class of patterns: those of its reference states, and how each deviation changes them. */
export interface ClassScores {
  /** Parameters that the reference states and the latent distribution say something about. */
  readonly active: Int32Array;
  /** Row by active parameter: the score at each node. */
  readonly reference: Float64Array;
  /** How many codes the class has; the linear ones stand first. */
  readonly codes: number;
  readonly linearCodes: number;
  /** Per code, its item. */
  readonly itemOf: Int32Array;
  /** Per code, its first row among the changes; it has one per local parameter of its item. */
  readonly firstChange: Int32Array;
  /** Row by code and local parameter: the change at each node. */
  readonly changes: Float64Array;
}

/** The scores of class c. */
export function classScores({ coding, tables, scores, codeRange }: InformationWork, c: number): ClassScores {
  const { firstRow, firstLocal, parameters, latent, latentParameters, size } = scores;
  const nodes = tables.theta.length;
  const width = firstLocal.length - 1;
  const reference = new Float64Array(size * nodes);
  const active: number[] = [];
  const rowOf = new Int32Array(size).fill(-1);
  const addReference = (parameter: number, table: Float64Array, from: number): void => {
    let row = rowOf[parameter] ?? -1;
    if (row < 0) {
      row = active.length;
      rowOf[parameter] = row;
      active.push(parameter);
    }
    addRow(reference, row * nodes, table, from, nodes, 1);
  };
  for (let i = 0; i < width; i += 1) {
    const state = coding.classReference[c * width + i] ?? -1;
    if (state < 0) continue;
    const first = firstLocal[i] ?? 0;
    const last = firstLocal[i + 1] ?? 0;
    for (let j = first; j < last; j += 1) {
      addReference(parameters[j] ?? 0, scores.scores, ((firstRow[state] ?? 0) + j - first) * nodes);
    }
  }
  const group = 2 * (coding.classGroup[c] ?? 0);
  for (let j = group; j < group + 2; j += 1) {
    const parameter = latentParameters[j] ?? -1;
    if (parameter >= 0) addReference(parameter, latent, j * nodes);
  }

  const [firstLinear = 0, lastLinear = 0, firstTabled = 0, lastTabled = 0] = codeRange.subarray(4 * c);
  const linearCodes = lastLinear - firstLinear;
  const codes = linearCodes + lastTabled - firstTabled;
  const itemOf = new Int32Array(codes);
  const firstChange = new Int32Array(codes);
  const globalOf = (a: number): number => (a < linearCodes ? firstLinear + a : firstTabled + a - linearCodes);
  let rows = 0;
  for (let a = 0; a < codes; a += 1) {
    const state = coding.codeState[globalOf(a)] ?? -1;
    const item = scores.itemOf[state < 0 ? (coding.codeReference[globalOf(a)] ?? 0) : state] ?? 0;
    itemOf[a] = item;
    firstChange[a] = rows;
    rows += (firstLocal[item + 1] ?? 0) - (firstLocal[item] ?? 0);
  }
  const changes = new Float64Array(rows * nodes);
  for (let a = 0; a < codes; a += 1) {
    const item = itemOf[a] ?? 0;
    const count = (firstLocal[item + 1] ?? 0) - (firstLocal[item] ?? 0);
    const to = (firstChange[a] ?? 0) * nodes;
    const state = coding.codeState[globalOf(a)] ?? -1;
    const from = coding.codeReference[globalOf(a)] ?? -1;
    if (state >= 0) addRow(changes, to, scores.scores, (firstRow[state] ?? 0) * nodes, count * nodes, 1);
    if (from >= 0) addRow(changes, to, scores.scores, (firstRow[from] ?? 0) * nodes, count * nodes, -1);
  }
  return { active: Int32Array.from(active), reference, codes, linearCodes, itemOf, firstChange, changes };
}

function addRow(into: Float64Array, to: number, table: Float64Array, from: number, length: number, sign: number): void {
  for (let q = 0; q < length; q += 1) into[to + q] = (into[to + q] ?? 0) + sign * (table[from + q] ?? 0);
}
