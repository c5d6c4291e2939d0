const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const VALUES = new Map([...ALPHABET].map((letter, value) => [letter, value]));

/** All of two letters: a limb is written as one letter and two pairs. */
const PAIRS = [...ALPHABET].flatMap((first) => [...ALPHABET].map((second) => first + second));

/** 58⁵: five letters at a time keep every product below 2⁵³. */
const LIMB = 656_356_768;
const MAX_LETTERS = 512;

function leading<T>(items: ArrayLike<T>, zero: T): number {
  let count = 0;
  while (count < items.length && items[count] === zero) {
    count += 1;
  }
  return count;
}

/**
 * Writes bytes in base58-btc, without a multibase prefix. Each leading zero byte becomes one "1".
 *
 * @see Controlled Identifiers 1.0, 2.4 (Multibase) and 3.3 (base encode).
 */
export function base58Encode(bytes: Uint8Array): string {
  const zeros = leading(bytes, 0);
  const limbs: number[] = [];
  // Two bytes at a time, which still keeps every product below 2⁵³; an odd one goes first.
  const odd = (bytes.length - zeros) % 2;
  for (let at = zeros - odd; at < bytes.length; at += 2) {
    let carry = (at < zeros ? 0 : (bytes[at] ?? 0) * 256) + (bytes[at + 1] ?? 0);
    for (let index = 0; index < limbs.length; index += 1) {
      const value = (limbs[index] ?? 0) * 65_536 + carry;
      carry = Math.floor(value / LIMB);
      limbs[index] = value - carry * LIMB;
    }
    if (carry > 0) {
      limbs.push(carry);
    }
  }
  let text = '';
  for (const limb of limbs) {
    const high = Math.floor(limb / 3_364);
    text = `${ALPHABET[Math.floor(high / 3_364)]}${PAIRS[high % 3_364]}${PAIRS[limb % 3_364]}${text}`;
  }
  return '1'.repeat(zeros) + text.slice(leading(text, '1'));
}

/**
 * Reads base58-btc, the inverse of `base58Encode`: every text that is read is the one way to write its bytes.
 *
 * @returns undefined when a letter is not of the alphabet or the text has more than 512 of them.
 * @see Controlled Identifiers 1.0, 3.4 (base decode).
 */
export function base58Decode(text: string): Uint8Array | undefined {
  if (text.length > MAX_LETTERS) {
    return undefined;
  }
  const zeros = leading(text, '1');
  // Least significant byte first.
  const bytes: number[] = [];
  for (const letter of text.slice(zeros)) {
    let carry = VALUES.get(letter) ?? Number.NaN;
    if (Number.isNaN(carry)) {
      return undefined;
    }
    for (let index = 0; index < bytes.length; index += 1) {
      const value = (bytes[index] ?? 0) * 58 + carry;
      bytes[index] = value & 0xff;
      carry = value >> 8;
    }
    while (carry > 0) {
      bytes.push(carry & 0xff);
      carry >>= 8;
    }
  }
  const result = new Uint8Array(zeros + bytes.length);
  result.set(bytes.reverse(), zeros);
  return result;
}
