/**
 * Random numbers that follow from a seed alone: the n-th draw of a seed is always the same, so that a session that is stored
 * with its seed and the number of draws so far goes on where it stopped. Not for secrets.
 */
export class Random {
  readonly seed: number;
  /** How many numbers have been drawn. */
  draws: number;
  readonly #low: number;
  readonly #high: number;

  /**
   * @param seed a safe integer.
   * @param draws how many numbers were drawn before.
   */
  constructor(seed: number, draws = 0) {
    if (!Number.isSafeInteger(seed)) throw new RangeError(`the seed must be a safe integer; it is ${seed}`);
    if (!Number.isSafeInteger(draws) || draws < 0) throw new RangeError(`draws must be 0 or more; it is ${draws}`);
    this.seed = seed;
    this.draws = draws;
    this.#low = mix(seed | 0);
    this.#high = mix(Math.floor(seed / 4_294_967_296) ^ 0x9e37_79b9);
  }

  /** The next number: uniform in [0, 1), of 53 bits. */
  next(): number {
    const at = this.draws * 2;
    this.draws += 1;
    return ((this.#bits(at) >>> 5) * 67_108_864 + (this.#bits(at + 1) >>> 6)) / 9_007_199_254_740_992;
  }

  /** An integer: uniform from 0 to `below` - 1. */
  integer(below: number): number {
    return Math.floor(this.next() * below);
  }

  #bits(counter: number): number {
    return mix(mix(counter ^ this.#low) + this.#high + Math.floor(counter / 4_294_967_296));
  }
}

/** Mixes 32 bits so that each depends on all (the finalizer of MurmurHash3, public domain). */
function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85eb_ca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
  return bits ^ (bits >>> 16);
}
