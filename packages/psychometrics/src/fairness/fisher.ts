import { hypergeometric } from '../numeric/distributions/hypergeometric.ts';

/**
 * Fisher's exact test of a 2 × 2 table, two-sided: all tables with the same margins that are no more probable.
 *
 * @param a count of the first group with the outcome, `b` without; `c` and `d` of the second group.
 * @returns p in (0, 1]; 1 where a margin is empty, for then there is one table only.
 * @see Fisher (1935), Journal of the Royal Statistical Society 98(1).
 */
export function fisherExact(a: number, b: number, c: number, d: number): number {
  const observed = hypergeometric.mass(a, a + b, c + d, a + c);
  let p = 0;
  for (let k = Math.max(0, a - d); k <= Math.min(a + b, a + c); k += 1) {
    const mass = hypergeometric.mass(k, a + b, c + d, a + c);
    if (mass <= observed * (1 + 1e-7)) p += mass;
  }
  return Math.min(1, p);
}
