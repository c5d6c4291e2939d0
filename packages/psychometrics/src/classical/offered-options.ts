import { optionsOf, type RawResponses } from '../data/raw-responses.ts';

/** In an examination where this share of the items shows the same options, all items are taken to offer them. */
const UNIFORM = 0.9;

/**
 * The options that each item offered, as far as the responses tell: those that somebody chose and the key. Where nine items
 * in ten show the same set (such as A to D), an item that shows a part of it offered the whole: nobody chose the others.
 *
 * @param keys right options, one list per item.
 * @param offered what is known, by the id of the item; it is taken as it is.
 */
export function offeredOptions(
  raw: RawResponses,
  keys: readonly (readonly string[])[],
  offered: ReadonlyMap<string, readonly string[]> = new Map(),
): readonly (readonly string[])[] {
  const shown = optionsOf(raw).map((chosen, item) => [...new Set([...chosen, ...(keys[item] ?? [])])].sort(byNumber));
  const common = commonSet(shown);
  return shown.map((own, item) => {
    const known = offered.get(raw.items[item] ?? '');
    if (known !== undefined) return [...new Set([...known, ...own])];
    return own.every((option) => common.includes(option)) ? common : own;
  });
}

function commonSet(shown: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, { options: readonly string[]; items: number }>();
  for (const options of shown) {
    const name = JSON.stringify(options);
    counts.set(name, { options, items: (counts.get(name)?.items ?? 0) + 1 });
  }
  const [first] = [...counts.values()].sort((a, b) => b.items - a.items);
  return first !== undefined && first.items >= UNIFORM * shown.length ? first.options : [];
}

const byNumber = new Intl.Collator('en', { numeric: true }).compare;
