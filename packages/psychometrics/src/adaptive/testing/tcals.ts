import { readFileSync } from 'node:fs';
import { type DichotomousItem, dichotomousItem } from '../../irt/items/item.ts';
import { Random } from '../../numeric/random.ts';

/** The bank `tcals` of catR: 85 items, with the content area of each. */
export function tcalsBank(): { readonly items: readonly DichotomousItem[]; readonly areas: readonly string[] } {
  const text = readFileSync(new URL('../../../golden/tcals_bank.csv', import.meta.url), 'utf8');
  const rows = text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const items = rows.map(([a, b, c, d], at) =>
    dichotomousItem({
      id: `${at + 1}`,
      discrimination: Number(a),
      difficulty: Number(b),
      guessing: Number(c),
      upper: Number(d),
    }),
  );
  return { items, areas: rows.map((row) => row[4] ?? '') };
}

/** A bank of 2PL items drawn with a seed: log a normal about 0, b standard normal. */
export function drawnBank(count: number, seed: number): readonly DichotomousItem[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, at) =>
    dichotomousItem({ id: `i${at + 1}`, discrimination: Math.exp(0.3 * random.normal()), difficulty: random.normal() }),
  );
}
