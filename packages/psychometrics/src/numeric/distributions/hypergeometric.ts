import { binomialTerm } from '../special/saddle-point.ts';

function requireUrn(marked: number, unmarked: number, drawn: number): void {
  const whole = [marked, unmarked, drawn].every((count) => Number.isInteger(count) && count >= 0);
  if (!whole || drawn > marked + unmarked) {
    throw new RangeError(`one cannot draw ${drawn} from ${marked} marked and ${unmarked} others; give whole numbers`);
  }
}

function mass(k: number, marked: number, unmarked: number, drawn: number): number {
  requireUrn(marked, unmarked, drawn);
  if (!Number.isInteger(k) || k < Math.max(0, drawn - unmarked) || k > Math.min(drawn, marked)) return 0;
  const all = marked + unmarked;
  if (drawn === 0 || drawn === all) return 1;
  // Three binomial masses at the share drawn: their large factors cancel before they are rounded (Loader 2000).
  const p = drawn / all;
  const q = (all - drawn) / all;
  const within = binomialTerm(k, marked - k, p, q) * binomialTerm(drawn - k, unmarked - drawn + k, p, q);
  return within / binomialTerm(drawn, all - drawn, p, q);
}

/** Σ mass over from, from + step, … until the terms no longer count. */
function sum(from: number, step: 1 | -1, marked: number, unmarked: number, drawn: number): number {
  let k = from;
  let term = mass(k, marked, unmarked, drawn);
  let total = 0;
  while (term > total * 1e-17 && term > 0) {
    total += term;
    // The ratio of the masses of neighbors.
    term *=
      step === 1
        ? ((marked - k) / (k + 1)) * ((drawn - k) / (unmarked - drawn + k + 1))
        : (k / (marked - k + 1)) * ((unmarked - drawn + k) / (drawn - k + 1));
    k += step;
  }
  return Math.min(1, total);
}

function tail(k: number, marked: number, unmarked: number, drawn: number, step: 1 | -1): number {
  requireUrn(marked, unmarked, drawn);
  const least = Math.max(0, drawn - unmarked);
  const most = Math.min(drawn, marked);
  if (step === 1 ? k <= least : k >= most) return 1;
  if (step === 1 ? k > most : k < least) return 0;
  const mode = ((marked + 1) * (drawn + 1)) / (marked + unmarked + 2);
  // Terms fall away from the mode; on the other side of it the complement is the smaller sum.
  const falls = step === 1 ? k >= mode : k <= mode;
  return falls
    ? sum(k, step, marked, unmarked, drawn)
    : 1 - sum(k - step, step === 1 ? -1 : 1, marked, unmarked, drawn);
}

/**
 * The hypergeometric distribution: how many marked ones are among `drawn` taken without replacement from `marked` and
 * `unmarked` ones. `upper(k)` is P(X ≥ k), k itself included. To a relative 1e-12.
 *
 * @throws {RangeError} for counts that are no whole numbers from 0, or when more are drawn than there are.
 */
export const hypergeometric = {
  mass,
  cdf: (k: number, marked: number, unmarked: number, drawn: number): number =>
    tail(Math.floor(k), marked, unmarked, drawn, -1),
  upper: (k: number, marked: number, unmarked: number, drawn: number): number =>
    tail(Math.ceil(k), marked, unmarked, drawn, 1),
} as const;
