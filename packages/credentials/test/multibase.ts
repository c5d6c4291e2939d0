const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Base58-btc multibase of bytes behind a multicodec header; written apart from the library that is under test. */
export function toMultibase(bytes: Uint8Array, header: readonly number[] = [0xed, 0x01]): string {
  let number = BigInt(`0x${Buffer.from([...header, ...bytes]).toString('hex')}`);
  let text = '';
  while (number > 0n) {
    text = `${ALPHABET[Number(number % 58n)]}${text}`;
    number /= 58n;
  }
  return `z${text}`;
}
