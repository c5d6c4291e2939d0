/**
 * A seed for `startItem` from words, such as the identifiers of an attempt and an item: 32 bits by FNV-1a, so that the same words
 * give the same order and the same template values on every machine.
 */
export function seedOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) {
    hash ^= words.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}
