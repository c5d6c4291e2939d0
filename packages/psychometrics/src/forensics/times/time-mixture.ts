const MOST_ITERATIONS = 500;
/** Fewer times than this show no two humps. */
const LEAST_TIMES = 30;

/** Distinct log times, rising, with how often each occurs: whole seconds repeat, and each value is computed once. */
interface Tally {
  readonly n: number;
  readonly values: Float64Array;
  readonly counts: Float64Array;
}

interface Part {
  readonly share: number;
  readonly mean: number;
  readonly variance: number;
}

/**
 * The seconds at which rapid guessing and solving are equally probable, by a mixture of two lognormal distributions.
 *
 * The mixture is taken only where it explains the times better than one distribution by BIC and its humps lie apart
 * (Ashman's D above 2); else there is no group of rapid responses.
 *
 * @param logs log seconds of one item.
 * @returns seconds, or null.
 * @see Schnipke & Scrams (1997), Journal of Educational Measurement 34(3); Ashman, Bird & Zepf (1994), Astron. J.
 *   108(6).
 */
export function mixtureThreshold(logs: readonly number[]): number | null {
  if (logs.length < LEAST_TIMES) return null;
  const tally = tallyOf(logs);
  const one = weightedPart(tally, tally.counts, 0);
  if (!(one.variance > 0)) return null;
  const floor = one.variance * 1e-4;
  let single = 0;
  tally.values.forEach((x, at) => {
    single += (tally.counts[at] ?? 0) * logNormal(x, one);
  });
  let best: Mixture | null = null;
  // Rapid guessers are few: the parts start at the fastest 2, 10 and 30 %.
  for (const start of [0.02, 0.1, 0.3]) {
    const found = fitTwo(tally, Math.max(2, start * tally.n), floor);
    if (found !== null && (best === null || found.log > best.log)) best = found;
  }
  // BIC charges the three parameters that the second distribution adds.
  if (best === null || 2 * (best.log - single) < 3 * Math.log(tally.n)) return null;
  const { low, high } = best;
  const apart = (Math.SQRT2 * (high.mean - low.mean)) / Math.sqrt(low.variance + high.variance);
  return apart > 2 ? Math.exp(crossing(low, high)) : null;
}

interface Mixture {
  readonly low: Part;
  readonly high: Part;
  readonly log: number;
}

/** Null where a part dwindles to a time or two, or the parts change places: that is no rapid guessing. */
function fitTwo(tally: Tally, split: number, floor: number): Mixture | null {
  const { n, values, counts } = tally;
  const inLow = new Float64Array(values.length);
  const inHigh = new Float64Array(values.length);
  let before = 0;
  values.forEach((_, at) => {
    const count = counts[at] ?? 0;
    inLow[at] = before < split ? count : 0;
    inHigh[at] = before < split ? 0 : count;
    before += count;
  });
  let log = -Infinity;
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration += 1) {
    const low = weightedPart(tally, inLow, floor);
    const high = weightedPart(tally, inHigh, floor);
    if (!(low.share * n >= 3) || !(high.share * n >= 3) || low.mean >= high.mean) return null;
    let sum = 0;
    for (let at = 0; at < values.length; at += 1) {
      const x = values[at] ?? 0;
      const count = counts[at] ?? 0;
      const a = Math.log(low.share) + logNormal(x, low);
      const b = Math.log(high.share) + logNormal(x, high);
      const ratio = Math.exp(-Math.abs(a - b));
      sum += count * (Math.max(a, b) + Math.log1p(ratio));
      const share = a > b ? 1 / (1 + ratio) : ratio / (1 + ratio);
      inLow[at] = count * share;
      inHigh[at] = count * (1 - share);
    }
    if (sum - log < 1e-7 * Math.abs(sum) || iteration === MOST_ITERATIONS - 1) return { low, high, log: sum };
    log = sum;
  }
  return null;
}

function tallyOf(logs: readonly number[]): Tally {
  const times = new Map<number, number>();
  for (const log of logs) times.set(log, (times.get(log) ?? 0) + 1);
  const values = Float64Array.from(times.keys()).sort();
  return { n: logs.length, values, counts: values.map((value) => times.get(value) ?? 0) };
}

function weightedPart({ n, values }: Tally, weights: Float64Array, floor: number): Part {
  let total = 0;
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) {
    total += weights[at] ?? 0;
    sum += (weights[at] ?? 0) * (values[at] ?? 0);
  }
  const mean = sum / total;
  let squares = 0;
  for (let at = 0; at < values.length; at += 1) squares += (weights[at] ?? 0) * ((values[at] ?? 0) - mean) ** 2;
  return { share: total / n, mean, variance: Math.max(floor, squares / total) };
}

const logNormal = (x: number, { mean, variance }: Part): number =>
  -0.5 * (Math.log(2 * Math.PI * variance) + (x - mean) ** 2 / variance);

/** Between the two means the difference of the weighted log densities falls, so that halving finds its zero. */
function crossing(low: Part, high: Part): number {
  const lead = (x: number): number =>
    Math.log(low.share) + logNormal(x, low) - Math.log(high.share) - logNormal(x, high);
  let left = low.mean;
  let right = high.mean;
  for (let halving = 0; halving < 80; halving += 1) {
    const middle = (left + right) / 2;
    if (lead(middle) > 0) left = middle;
    else right = middle;
  }
  return (left + right) / 2;
}
