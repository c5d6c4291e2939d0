import { isMap, isScalar, isSeq, type Node } from 'yaml';

/** More than any program needs; everything that is looked at below grows with it. */
export const maxValues = 20_000;

/** Where a key stands a second time in its part, as offsets. The parser's own check takes the square of the keys. */
export function repeatedKeys(root: Node | null): readonly number[] {
  const found: number[] = [];
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (isSeq(node)) for (const item of node.items) waiting.push(item);
    if (!isMap(node)) continue;
    const seen = new Set<unknown>();
    for (const { key, value } of node.items) {
      waiting.push(key, value);
      if (!isScalar(key)) continue;
      if (seen.has(key.value)) found.push(key.range?.[0] ?? 0);
      seen.add(key.value);
    }
  }
  return found;
}

/** Whether a file holds too many values once its aliases are unfolded; it looks at no more than it has to. */
export function hasTooMany(content: unknown): boolean {
  const waiting = [content];
  for (let count = 0; waiting.length > 0; count += 1) {
    if (count > maxValues || waiting.length > maxValues) return true;
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const part of Object.values(value)) waiting.push(part);
  }
  return false;
}
