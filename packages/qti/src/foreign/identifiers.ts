/** Gives out identifiers that QTI allows, each once. */
export class Identifiers {
  readonly #taken = new Set<string>();
  /** The next number to try behind each word: thousands of items may want the same. */
  readonly #next = new Map<string, number>();
  readonly #prefix: string;

  constructor(prefix: string) {
    this.#prefix = legal(prefix, 'item');
  }

  /** An identifier like the words wanted; numbered under the prefix when there are none. */
  make(wanted: string): string {
    const base = legal(wanted, '');
    if (base !== '' && !this.#taken.has(base)) return this.#take(base);
    const stem = base === '' ? this.#prefix : base;
    for (let count = this.#next.get(stem) ?? (base === '' ? 1 : 2); ; count += 1) {
      const numbered = `${stem}-${count}`;
      if (this.#taken.has(numbered)) continue;
      this.#next.set(stem, count + 1);
      return this.#take(numbered);
    }
  }

  #take(identifier: string): string {
    this.#taken.add(identifier);
    return identifier;
  }
}

/** Letters, digits, _, - and . of the words, at most 64, beginning with a letter. */
function legal(words: string, empty: string): string {
  const joined = words
    .slice(0, 1000)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .trim()
    .replace(/[^\p{L}\p{N}_.-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 64);
  if (joined === '') return empty;
  return /^[\p{L}_]/u.test(joined) ? joined : `i-${joined}`;
}

/** A, B, … Z, then C27 and so on: the identifier of a choice by its place from 0. */
export function choiceIdentifier(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `C${index + 1}`;
}
