/**
 * Holm's adjusted p values, which bound the probability of any false alarm among all of them.
 *
 * @param ps raw p values; null (no test) stays null and does not count.
 * @see Holm (1979), Scandinavian Journal of Statistics 6(2).
 */
export function holm(ps: readonly (number | null)[]): (number | null)[] {
  const order = rising(ps);
  let most = 0;
  return restore(ps, order, (p, rank) => {
    most = Math.max(most, Math.min(1, p * (order.length - rank)));
    return most;
  });
}

/**
 * Benjamini and Hochberg's adjusted p values, which bound the expected share of false alarms among all alarms.
 *
 * @param ps raw p values; null (no test) stays null and does not count.
 * @see Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57(1).
 */
export function benjaminiHochberg(ps: readonly (number | null)[]): (number | null)[] {
  const order = rising(ps).reverse();
  let least = 1;
  return restore(ps, order, (p, rank) => {
    least = Math.min(least, (p * order.length) / (order.length - rank));
    return least;
  });
}

const rising = (ps: readonly (number | null)[]): number[] =>
  ps.flatMap((p, at) => (p === null ? [] : [at])).sort((a, b) => (ps[a] ?? 0) - (ps[b] ?? 0));

function restore(
  ps: readonly (number | null)[],
  order: readonly number[],
  adjusted: (p: number, rank: number) => number,
): (number | null)[] {
  const result: (number | null)[] = ps.map(() => null);
  order.forEach((at, rank) => {
    result[at] = adjusted(ps[at] ?? 1, rank);
  });
  return result;
}
