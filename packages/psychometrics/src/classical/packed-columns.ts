/** Items scored 0 and 1, 32 candidates to a number: counting who is right on both of two items takes n/32 steps. */
export class PackedColumns {
  readonly #words: readonly Int32Array[];

  /** @param columns one per item, of 0 and 1 only. */
  constructor(columns: readonly ArrayLike<number>[]) {
    this.#words = columns.map((column) => {
      const words = new Int32Array(Math.ceil(column.length / 32));
      for (let person = 0; person < column.length; person += 1) {
        if (column[person] === 1) words[person >> 5] = (words[person >> 5] ?? 0) | (1 << (person & 31));
      }
      return words;
    });
  }

  /** How many are right on both; with an item and itself, how many are right on it. */
  both(a: number, b: number): number {
    const xs = this.#words[a] ?? new Int32Array(0);
    const ys = this.#words[b] ?? xs;
    let count = 0;
    for (let word = 0; word < xs.length; word += 1) count += ones((xs[word] ?? 0) & (ys[word] ?? 0));
    return count;
  }
}

/** The number of ones among 32 bits (Warren 2013, Hacker's Delight, section 5-1). */
function ones(bits: number): number {
  let x = bits - ((bits >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
