import type { Coding } from '../data/coding.ts';

/** What the patterns need of the parameters: the likelihood of the reference states, and how each deviation changes it. */
export interface Tables {
  readonly theta: Float64Array;
  /** Row by class: log weight of the node plus log-likelihood of the reference states. */
  readonly base: Float64Array;
  /** Per linear code: the likelihood changes by slope·θ + constant. */
  readonly slope: Float64Array;
  readonly constant: Float64Array;
  /** Row by tabled code: the change at each node. */
  readonly change: Float64Array;
  /** `[1]` where each row of `base` is concave in θ, so that a likelihood without tabled codes has one peak. */
  readonly concave: Int32Array;
}

/** Where the sums of one block stand: log-likelihood, θ per linear code, candidates per class and node, per tabled code and node. */
export interface SumLayout {
  readonly theta: number;
  readonly classes: number;
  readonly tabled: number;
  readonly length: number;
}

/** Where the sums of a block stand, one after the other. */
export function sumLayout({ linear, tabled, classes }: Coding, nodes: number): SumLayout {
  const theta = 1;
  return {
    theta,
    classes: theta + linear,
    tabled: theta + linear + classes * nodes,
    length: theta + linear + (classes + tabled) * nodes,
  };
}

/** exp(−40) is below the last digit of a sum in which the greatest term is 1. */
const NEGLIGIBLE = -40;

/** The posterior of one pattern: `weight` holds it from `low` to before `high`, and sums to 1. */
export class Posterior {
  readonly weight: Float64Array;
  low = 0;
  high = 0;
  /** Log marginal likelihood of the pattern. */
  logLikelihood = 0;
  /** Mean of θ. */
  mean = 0;
  readonly #coding: Coding;
  readonly #tables: Tables;

  constructor(coding: Coding, tables: Tables) {
    this.#coding = coding;
    this.#tables = tables;
    this.weight = new Float64Array(tables.theta.length);
  }

  /** Computes the posterior of pattern p. */
  compute(p: number): void {
    const { codes, start, split, classOf, linear } = this.#coding;
    const { theta, base, slope, constant, change, concave } = this.#tables;
    const nodes = theta.length;
    const { weight } = this;
    const row = (classOf[p] ?? 0) * nodes;
    const middle = split[p] ?? 0;
    const end = start[p + 1] ?? 0;
    let a = 0;
    let c = 0;
    for (let at = start[p] ?? 0; at < middle; at += 1) {
      const code = codes[at] ?? 0;
      a += slope[code] ?? 0;
      c += constant[code] ?? 0;
    }
    let highest: number;
    if (middle === end && concave[0] === 1) {
      // The first node from which on the likelihood falls is the peak.
      let low = 0;
      let high = nodes - 1;
      while (low < high) {
        const q = (low + high) >> 1;
        const rise = (base[row + q + 1] ?? 0) - (base[row + q] ?? 0) + a * ((theta[q + 1] ?? 0) - (theta[q] ?? 0));
        if (rise > 0) low = q + 1;
        else high = q;
      }
      highest = (base[row + low] ?? 0) + a * (theta[low] ?? 0);
      weight[low] = 1;
      let left = low - 1;
      for (; left >= 0; left -= 1) {
        const exponent = (base[row + left] ?? 0) + a * (theta[left] ?? 0) - highest;
        if (exponent < NEGLIGIBLE) break;
        weight[left] = Math.exp(exponent);
      }
      let right = low + 1;
      for (; right < nodes; right += 1) {
        const exponent = (base[row + right] ?? 0) + a * (theta[right] ?? 0) - highest;
        if (exponent < NEGLIGIBLE) break;
        weight[right] = Math.exp(exponent);
      }
      this.low = left + 1;
      this.high = right;
    } else {
      for (let q = 0; q < nodes; q += 1) weight[q] = (base[row + q] ?? 0) + a * (theta[q] ?? 0);
      for (let at = middle; at < end; at += 1) {
        const from = ((codes[at] ?? 0) - linear) * nodes;
        for (let q = 0; q < nodes; q += 1) weight[q] = (weight[q] ?? 0) + (change[from + q] ?? 0);
      }
      highest = -Infinity;
      for (let q = 0; q < nodes; q += 1) if ((weight[q] ?? 0) > highest) highest = weight[q] ?? 0;
      let low = 0;
      while (low < nodes - 1 && (weight[low] ?? 0) - highest < NEGLIGIBLE) low += 1;
      let high = nodes;
      while (high > low + 1 && (weight[high - 1] ?? 0) - highest < NEGLIGIBLE) high -= 1;
      for (let q = low; q < high; q += 1) weight[q] = Math.exp((weight[q] ?? 0) - highest);
      this.low = low;
      this.high = high;
    }
    this.#finish(highest + c);
  }

  #finish(shift: number): void {
    const { weight, low, high } = this;
    const { theta } = this.#tables;
    let sum = 0;
    for (let q = low; q < high; q += 1) sum += weight[q] ?? 0;
    let mean = 0;
    for (let q = low; q < high; q += 1) {
      const w = (weight[q] ?? 0) / sum;
      weight[q] = w;
      mean += w * (theta[q] ?? 0);
    }
    this.mean = mean;
    this.logLikelihood = shift + Math.log(sum);
  }
}

/** Sums up the patterns of one block; `sums` is overwritten. */
export function expectBlock(
  coding: Coding,
  layout: SumLayout,
  block: number,
  posterior: Posterior,
  sums: Float64Array,
): void {
  const { codes, start, split, classOf, frequency, linear, blockStart } = coding;
  const { weight } = posterior;
  const nodes = weight.length;
  sums.fill(0);
  let logLikelihood = 0;
  const last = blockStart[block + 1] ?? 0;
  for (let p = blockStart[block] ?? 0; p < last; p += 1) {
    posterior.compute(p);
    const { low, high } = posterior;
    const f = frequency[p] ?? 0;
    logLikelihood += f * posterior.logLikelihood;
    const mean = f * posterior.mean;
    const middle = split[p] ?? 0;
    for (let at = start[p] ?? 0; at < middle; at += 1) {
      const cell = layout.theta + (codes[at] ?? 0);
      sums[cell] = (sums[cell] ?? 0) + mean;
    }
    if (f !== 1) for (let q = low; q < high; q += 1) weight[q] = f * (weight[q] ?? 0);
    const row = layout.classes + (classOf[p] ?? 0) * nodes;
    for (let q = low; q < high; q += 1) sums[row + q] = (sums[row + q] ?? 0) + (weight[q] ?? 0);
    const end = start[p + 1] ?? 0;
    for (let at = middle; at < end; at += 1) {
      const to = layout.tabled + ((codes[at] ?? 0) - linear) * nodes;
      for (let q = low; q < high; q += 1) sums[to + q] = (sums[to + q] ?? 0) + (weight[q] ?? 0);
    }
  }
  sums[0] = logLikelihood;
}
