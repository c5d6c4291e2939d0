import { hypergeometric } from '../../numeric/distributions/hypergeometric.ts';
import { Random } from '../../numeric/random.ts';

/** A count at a center against what chance puts there. */
export interface CenterRate {
  readonly count: number;
  readonly expected: number;
  /** P(as many or more at this center), had chance spread them over the candidates. */
  readonly p: number;
}

/** Flagged candidates per group: the hypergeometric test, exact. @see Fisher (1935), JRSS 98(1). */
export function compareFlags(flags: readonly boolean[], groups: readonly (readonly number[])[]): readonly CenterRate[] {
  const marked = flags.filter(Boolean).length;
  return groups.map((list) => {
    const count = list.filter((index) => flags[index]).length;
    return {
      count,
      expected: (marked * list.length) / flags.length,
      p: hypergeometric.upper(count, marked, flags.length - marked, list.length),
    };
  });
}

/**
 * Pairs with both persons in a group, by permutation of the persons over the groups: the pairs of a ring hang together,
 * and so they do in every permutation. p is (1 + permutations with as many or more) / (1 + permutations).
 *
 * @throws {RangeError} for pairs of unknown ids, fewer than 99 or more than 1,000,000 permutations.
 * @see Phipson & Smyth (2010), Stat. Appl. Genet. Mol. Biol. 9(1), for p of a permutation test.
 */
export function comparePairsWithin(
  ids: readonly string[],
  groups: readonly (readonly number[])[],
  pairs: readonly { readonly a: string; readonly b: string }[],
  { seed, permutations }: { readonly seed: number; readonly permutations: number },
): readonly CenterRate[] {
  if (!(Number.isInteger(permutations) && permutations >= 99 && permutations <= 1_000_000)) {
    throw new RangeError(`${permutations} permutations: give a whole number from 99 to 1000000`);
  }
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const ends = Int32Array.from(
    pairs.flatMap(({ a, b }) =>
      [a, b].map((id) => {
        const index = indexOf.get(id);
        if (index === undefined) throw new RangeError(`a pair names ${id}, who is no candidate; give ids of the data`);
        return index;
      }),
    ),
  );
  const groupOf = new Int32Array(ids.length).fill(-1);
  groups.forEach((list, group) => {
    for (const index of list) groupOf[index] = group;
  });
  const countWithin = (labels: Int32Array): Int32Array => {
    const counts = new Int32Array(groups.length);
    for (let at = 0; at < ends.length; at += 2) {
      const group = labels[ends[at] ?? 0] ?? -1;
      if (group >= 0 && group === labels[ends[at + 1] ?? 0]) counts[group] = (counts[group] ?? 0) + 1;
    }
    return counts;
  };
  const observed = countWithin(groupOf);
  const beyond = new Int32Array(groups.length);
  const random = new Random(seed);
  // Only the persons of the pairs matter: where they land is drawn without putting back.
  const involved = [...new Set(ends)];
  const places = Int32Array.from(ids, (_, index) => index);
  const labels = new Int32Array(ids.length).fill(-1);
  for (let round = 0; round < permutations; round += 1) {
    involved.forEach((person, at) => {
      const other = at + random.integer(places.length - at);
      const place = places[other] ?? 0;
      places[other] = places[at] ?? 0;
      places[at] = place;
      labels[person] = groupOf[place] ?? -1;
    });
    countWithin(labels).forEach((count, group) => {
      if (count >= (observed[group] ?? 0)) beyond[group] = (beyond[group] ?? 0) + 1;
    });
  }
  const all = ids.length * (ids.length - 1);
  return groups.map((list, group) => ({
    count: observed[group] ?? 0,
    expected: all > 0 ? (pairs.length * list.length * (list.length - 1)) / all : 0,
    p: (1 + (beyond[group] ?? 0)) / (1 + permutations),
  }));
}
