import type { CharacterRange } from './character-map.ts';

const codePoints = 0x110000;

/** Which characters at least one font can show: one bit a code point. */
export class Coverage {
  readonly #bits = new Uint8Array(codePoints / 8);

  add(ranges: readonly CharacterRange[]): void {
    for (const [first, last] of ranges) {
      for (let code = first; code <= last && code < codePoints; code += 1) {
        this.#bits[code >> 3] = (this.#bits[code >> 3] ?? 0) | (1 << (code & 7));
      }
    }
  }

  has(code: number): boolean {
    return ((this.#bits[code >> 3] ?? 0) & (1 << (code & 7))) !== 0;
  }
}
