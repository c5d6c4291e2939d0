import { type DichotomousItem, dichotomousItem } from '../../irt/items/item.ts';
import { Random } from '../../numeric/random.ts';

/** A bank of 2PL items drawn with a seed: log a normal about 0, b standard normal. */
export function drawnBank(count: number, seed: number): readonly DichotomousItem[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, at) =>
    dichotomousItem({ id: `i${at + 1}`, discrimination: Math.exp(0.3 * random.normal()), difficulty: random.normal() }),
  );
}
