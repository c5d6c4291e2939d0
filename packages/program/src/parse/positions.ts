import { isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';
import type { Path, Spot } from './problem.ts';

function pairAt(node: unknown, key: string | number): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

/**
 * Line and column, from 1, of the part at `path`: of the value when it is a scalar or an entry of a list, else of its
 * key. A part that is missing is placed at the nearest part around it.
 */
export function positionOf(
  root: Node | null,
  path: Path,
  spot: Spot,
  lines: LineCounter,
): { line: number; column: number } {
  let node: unknown = root;
  let offset = startOf(root) ?? 0;
  for (const [depth, part] of path.entries()) {
    if (isSeq(node)) {
      node = typeof part === 'number' ? node.items[part] : undefined;
      offset = startOf(node) ?? offset;
    } else {
      const pair = pairAt(node, part);
      if (pair === undefined) break;
      node = pair.value;
      const atKey = !isScalar(node) || (spot === 'key' && depth === path.length - 1);
      offset = startOf(atKey ? pair.key : node) ?? offset;
    }
    if (!isNode(node)) break;
  }
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
