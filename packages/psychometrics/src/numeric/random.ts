/** A whole number below 2³², well mixed, from a running counter: fills the state of the generator. */
function splitMix(counter: number): number {
  let z = counter >>> 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/**
 * Random numbers that the seed determines, on every machine: xoshiro128** (Blackman & Vigna 2021, ACM Trans. Math. Softw.
 * 47(4)), period 2¹²⁸ − 1. For simulation, never for secrets.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;
  #spare: number | null = null;

  /** @param seed any finite number; numbers that differ give other streams. */
  constructor(seed: number) {
    if (!Number.isFinite(seed)) throw new RangeError(`${seed} is no seed; give a finite number`);
    const [low = 0, high = 0] = new Uint32Array(new Float64Array([seed]).buffer);
    const at = (n: number): number => splitMix(splitMix(low + Math.imul(n, 0x9e3779b9)) + high + n);
    [this.#a, this.#b, this.#c, this.#d] = [at(1), at(2), at(3), at(4) | 1];
  }

  /** A whole number from 0 below 2³². */
  #next(): number {
    const result = Math.imul(rotate(Math.imul(this.#b, 5), 7), 9) >>> 0;
    const t = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= t;
    this.#d = rotate(this.#d, 11);
    return result;
  }

  /** Uniform in [0, 1), 53 bits. */
  uniform(): number {
    return ((this.#next() >>> 5) * 67_108_864 + (this.#next() >>> 6)) / 9_007_199_254_740_992;
  }

  /** Standard normal (Marsaglia's polar method). */
  normal(): number {
    const spare = this.#spare;
    if (spare !== null) {
      this.#spare = null;
      return spare;
    }
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const square = u * u + v * v;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spare = v * factor;
      return u * factor;
    }
  }

  /** A whole number from 0 below `below`, all equally probable. @throws {RangeError} unless 1 ≤ below ≤ 2³². */
  integer(below: number): number {
    if (!(Number.isInteger(below) && below >= 1 && below <= 4_294_967_296)) {
      throw new RangeError(`${below} is no bound of whole numbers; give 1 to 4294967296`);
    }
    const limit = 4_294_967_296 - (4_294_967_296 % below);
    let drawn = this.#next();
    while (drawn >= limit) drawn = this.#next();
    return drawn % below;
  }

  /** Gamma with this shape and scale 1 (Marsaglia & Tsang 2000, ACM Trans. Math. Softw. 26(3)); shape above 0. */
  gamma(shape: number): number {
    if (!(shape > 0)) throw new RangeError(`a gamma distribution wants a shape above 0, not ${shape}`);
    if (shape < 1) return this.gamma(shape + 1) * (1 - this.uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const v = (1 + c * x) ** 3;
      if (v <= 0) continue;
      if (Math.log(1 - this.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  /** Beta on (0, 1) with parameters above 0. */
  beta(a: number, b: number): number {
    const x = this.gamma(a);
    const y = this.gamma(b);
    return x + y > 0 ? x / (x + y) : Number(this.uniform() < a / (a + b));
  }

  /** Successes in n trials with probability p, halving many trials at their median until few are left. */
  binomial(n: number, p: number): number {
    if (!(Number.isInteger(n) && n >= 0))
      throw new RangeError(`${n} is no number of trials; give a whole number from 0`);
    if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is no probability; give a number from 0 to 1`);
    let successes = 0;
    let trials = n;
    let chance = p;
    while (trials > 30) {
      // The i-th smallest of the uniform numbers behind the trials; below the chance, all up to it are successes.
      const i = (trials + 1) >> 1;
      const pivot = this.beta(i, trials + 1 - i);
      if (pivot <= chance) {
        successes += i;
        trials -= i;
        chance = (chance - pivot) / (1 - pivot);
      } else {
        trials = i - 1;
        chance /= pivot;
      }
    }
    for (; trials > 0; trials -= 1) if (this.uniform() < chance) successes += 1;
    return successes;
  }

  /** A shuffled copy, all orders equally probable (Fisher & Yates). */
  shuffle<T>(array: readonly T[]): T[] {
    const keys = Array.from(array, (_, index) => index);
    for (let last = keys.length - 1; last > 0; last -= 1) {
      const at = this.integer(last + 1);
      [keys[last], keys[at]] = [keys[at] ?? 0, keys[last] ?? 0];
    }
    return keys.flatMap((index) => array.slice(index, index + 1));
  }

  /** An index drawn with probability in proportion to its weight. @throws {RangeError} unless a weight is above 0. */
  pick(weights: ArrayLike<number>): number {
    let total = 0;
    for (let n = 0; n < weights.length; n += 1) total += weights[n] ?? 0;
    if (!(total > 0 && total < Infinity))
      throw new RangeError('to draw by weight, at least one weight must be above 0');
    let rest = this.uniform() * total;
    let last = 0;
    for (let n = 0; n < weights.length; n += 1) {
      const weight = weights[n] ?? 0;
      if (weight <= 0) continue;
      last = n;
      rest -= weight;
      if (rest < 0) return n;
    }
    return last;
  }
}
