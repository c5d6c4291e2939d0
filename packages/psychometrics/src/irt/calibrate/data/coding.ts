import { classesOf } from './classes.ts';
import type { Patterns } from './patterns.ts';

/** Makes room that other threads may share. */
export type Allocate = (bytes: number) => ArrayBufferLike;

/** Room for one thread. */
export const ownMemory: Allocate = (bytes) => new ArrayBuffer(bytes);
/** Room for several threads. */
export const sharedMemory: Allocate = (bytes) => new SharedArrayBuffer(bytes);

/** The most blocks that patterns are parted in; sums are made block by block, in this order, whoever makes them. */
const MOST_BLOCKS = 16;
const LEAST_BLOCK = 512;

/**
 * Patterns as deviations from the reference states of their class. A deviation is a code: an item in another state than the
 * reference. Codes `< linear` join two categories of an item of exponential form; they need a slope and a constant. The
 * others, among them that a response is missing, need a value at each node.
 */
export interface Coding {
  readonly patterns: number;
  readonly frequency: Float64Array;
  readonly classOf: Int32Array;
  /** The codes of pattern p stand from `start[p]` to `start[p + 1]`, those `< linear` before `split[p]`. */
  readonly start: Int32Array;
  readonly split: Int32Array;
  readonly codes: Uint32Array;
  /** How many codes there are of either kind. */
  readonly linear: number;
  readonly tabled: number;
  /** Per code: the state and the reference state it deviates from; an index into the rows of all categories of all items, −1 for none. */
  readonly codeState: Int32Array;
  readonly codeReference: Int32Array;
  readonly classes: number;
  readonly classGroup: Int32Array;
  /** Row by class: the reference state of each item, −1 where it is no response. */
  readonly classReference: Int32Array;
  /** Patterns of block b stand from `blockStart[b]` to `blockStart[b + 1]`. */
  readonly blocks: number;
  readonly blockStart: Int32Array;
}

/**
 * Codes the patterns.
 *
 * @param firstState per item, the index of its category 0 among all categories of all items; one more at the end.
 * @param exponential per item, whether its family is of exponential form.
 */
export function encode(
  patterns: Patterns,
  groups: number,
  firstState: Int32Array,
  exponential: readonly boolean[],
  allocate: Allocate,
): Coding {
  const width = exponential.length;
  let most = 0;
  for (let i = 0; i < width; i += 1) most = Math.max(most, (firstState[i + 1] ?? 0) - (firstState[i] ?? 0));
  const classes = classesOf(patterns, width, groups, most);
  const deviations = countDeviations(patterns, width, classes.ofPattern, classes.reference);
  const found = collectCodes(patterns, width, classes.ofPattern, classes.reference, classes.count, most, exponential);
  const start = new Int32Array(allocate(4 * (patterns.count + 1)));
  const split = new Int32Array(allocate(4 * Math.max(1, patterns.count)));
  const codes = new Uint32Array(allocate(4 * Math.max(1, deviations)));
  let at = 0;
  for (let p = 0; p < patterns.count; p += 1) {
    start[p] = at;
    const c = classes.ofPattern[p] ?? 0;
    // Two passes keep the codes of either kind together.
    for (const tabled of [false, true]) {
      if (tabled) split[p] = at;
      for (let i = 0; i < width; i += 1) {
        const value = patterns.values[p * width + i] ?? -1;
        if (value === classes.reference[c * width + i]) continue;
        const code = found.codeOf[(c * width + i) * (most + 1) + value + 1] ?? 0;
        if (code >= found.linear !== tabled) continue;
        codes[at] = code;
        at += 1;
      }
    }
  }
  start[patterns.count] = at;
  const stateOf = (item: number, value: number): number => (value < 0 ? -1 : (firstState[item] ?? 0) + value);
  const blocks = Math.max(1, Math.min(MOST_BLOCKS, Math.ceil(patterns.count / LEAST_BLOCK)));
  return {
    patterns: patterns.count,
    frequency: shared(patterns.frequency, allocate),
    classOf: Int32Array.from(classes.ofPattern),
    start,
    split,
    codes,
    linear: found.linear,
    tabled: found.deviations.length - found.linear,
    codeState: Int32Array.from(found.deviations, ({ item, value }) => stateOf(item, value)),
    codeReference: Int32Array.from(found.deviations, ({ item, reference }) => stateOf(item, reference)),
    classes: classes.count,
    classGroup: classes.groupOf,
    classReference: Int32Array.from(classes.reference, (value, cell) => stateOf(cell % width, value)),
    blocks,
    blockStart: Int32Array.from({ length: blocks + 1 }, (_, b) => Math.round((b * patterns.count) / blocks)),
  };
}

function shared(from: Float64Array, allocate: Allocate): Float64Array {
  const to = new Float64Array(allocate(8 * from.length));
  to.set(from);
  return to;
}

function countDeviations(patterns: Patterns, width: number, classOf: Int32Array, reference: Int16Array): number {
  let count = 0;
  for (let p = 0; p < patterns.count; p += 1) {
    const base = (classOf[p] ?? 0) * width;
    for (let i = 0; i < width; i += 1) if (patterns.values[p * width + i] !== reference[base + i]) count += 1;
  }
  return count;
}

interface Deviation {
  readonly item: number;
  readonly value: number;
  readonly reference: number;
}

function collectCodes(
  patterns: Patterns,
  width: number,
  classOf: Int32Array,
  reference: Int16Array,
  classes: number,
  most: number,
  exponential: readonly boolean[],
): { codeOf: Int32Array; deviations: readonly Deviation[]; linear: number } {
  const seen = new Uint8Array(classes * width * (most + 1));
  for (let p = 0; p < patterns.count; p += 1) {
    const base = (classOf[p] ?? 0) * width;
    for (let i = 0; i < width; i += 1) seen[(base + i) * (most + 1) + (patterns.values[p * width + i] ?? -1) + 1] = 1;
  }
  const linear: (Deviation & { cell: number })[] = [];
  const tabled: (Deviation & { cell: number })[] = [];
  seen.forEach((is, cell) => {
    const row = Math.floor(cell / (most + 1));
    const deviation = { cell, item: row % width, value: (cell % (most + 1)) - 1, reference: reference[row] ?? -1 };
    if (is === 0 || deviation.value === deviation.reference) return;
    const joins = deviation.value >= 0 && deviation.reference >= 0 && exponential[deviation.item] === true;
    (joins ? linear : tabled).push(deviation);
  });
  const codeOf = new Int32Array(seen.length);
  const deviations = [...linear, ...tabled];
  deviations.forEach(({ cell }, code) => {
    codeOf[cell] = code;
  });
  return { codeOf, deviations, linear: linear.length };
}
