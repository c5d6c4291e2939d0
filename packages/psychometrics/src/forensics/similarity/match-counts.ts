import type { AnswerSheet } from './answer-sheet.ts';

/** What two candidates have in common, counted over the items that both answered. */
export interface MatchCounts {
  /** Items that both answered. */
  readonly compared: number;
  /** The same option, right or wrong. */
  readonly identical: number;
  /** The same option, and it is right; null where the key is not known. */
  readonly identicalCorrect: number | null;
  /** The same wrong option; null where the key is not known. */
  readonly identicalIncorrect: number | null;
}

const WORD = 32;

/**
 * Counts matches of any two candidates with bit sets: a bit per item in one plane per binary digit of the option, one
 * plane for answered, one for right. Two answers match where no plane of digits differs; 32 items a step.
 */
export class MatchCounter {
  readonly #words: number;
  readonly #digits: number;
  readonly #planes: Int32Array;
  readonly #keyed: boolean;

  constructor({ persons, items, choices, scores }: AnswerSheet) {
    const width = items.length;
    let highest = 1;
    for (const choice of choices) if (choice > highest) highest = choice;
    this.#words = Math.ceil(width / WORD);
    this.#digits = WORD - Math.clz32(highest);
    this.#keyed = scores !== null;
    const stride = this.#stride;
    this.#planes = new Int32Array(persons.length * stride);
    for (let at = 0; at < choices.length; at += 1) {
      const choice = choices[at] ?? -1;
      if (choice < 0) continue;
      const item = at % width;
      const base = Math.floor(at / width) * stride + (item >>> 5);
      const bit = 1 << (item & 31);
      this.#set(base, bit);
      if (scores?.[at] === 1) this.#set(base + this.#words, bit);
      for (let digit = 0; digit < this.#digits; digit += 1) {
        if ((choice >>> digit) & 1) this.#set(base + (digit + 2) * this.#words, bit);
      }
    }
  }

  get #stride(): number {
    return this.#words * (this.#digits + 2);
  }

  #set(at: number, bit: number): void {
    this.#planes[at] = (this.#planes[at] ?? 0) | bit;
  }

  /** What the persons at these indices have in common. */
  count(a: number, b: number): MatchCounts {
    let compared = 0;
    let identical = 0;
    let correct = 0;
    this.#walk(a, b, (both, same, right) => {
      compared += bitCount(both);
      identical += bitCount(same);
      correct += bitCount(same & right);
    });
    const keyed = this.#keyed;
    return {
      compared,
      identical,
      identicalCorrect: keyed ? correct : null,
      identicalIncorrect: keyed ? identical - correct : null,
    };
  }

  /** The number of items that both answered with the same wrong option; all identical answers where there is no key. */
  identicalIncorrect(a: number, b: number): number {
    const words = this.#words;
    const planes = this.#planes;
    let at = a * this.#stride;
    let bt = b * this.#stride;
    let sum = 0;
    for (let word = 0; word < words; word += 1, at += 1, bt += 1) {
      let differ = 0;
      for (let plane = 2; plane < this.#digits + 2; plane += 1) {
        differ |= (planes[at + plane * words] ?? 0) ^ (planes[bt + plane * words] ?? 0);
      }
      sum += bitCount((planes[at] ?? 0) & (planes[bt] ?? 0) & ~differ & ~(planes[at + words] ?? 0));
    }
    return sum;
  }

  #walk(a: number, b: number, visit: (both: number, same: number, right: number) => void): void {
    const words = this.#words;
    const planes = this.#planes;
    for (let word = 0; word < words; word += 1) {
      const at = a * this.#stride + word;
      const bt = b * this.#stride + word;
      const both = (planes[at] ?? 0) & (planes[bt] ?? 0);
      let differ = 0;
      for (let plane = 2; plane < this.#digits + 2; plane += 1) {
        differ |= (planes[at + plane * words] ?? 0) ^ (planes[bt + plane * words] ?? 0);
      }
      visit(both, both & ~differ, planes[at + words] ?? 0);
    }
  }
}

/** How many bits of a 32-bit word are set. */
function bitCount(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}
