import { categoryCount, type Item, isDichotomous } from '../irt/items/item.ts';
import { probabilities } from '../irt/items/response-function.ts';

/** One page of an ordered item booklet. */
export interface BookletPage {
  /** From 1, easiest first. */
  readonly page: number;
  readonly id: string;
  /** The score point the page stands for; 1 of a dichotomous item. */
  readonly category: number;
  /** θ where the response probability reaches the criterion. */
  readonly location: number;
}

/** Items in the order of their difficulty, a page per score point. */
export interface Booklet {
  readonly responseProbability: number;
  readonly pages: readonly BookletPage[];
  /** Score points without a page, and why. */
  readonly leftOut: readonly { readonly id: string; readonly category: number; readonly reason: string }[];
}

/** Locations beyond are not sought; no candidate is there. */
const FARTHEST = 40;

/**
 * Orders items by the θ where a candidate reaches them with a given probability: P(X ≥ k) for each score point k.
 *
 * @param options.responseProbability above 0 and below 1 (default 2/3).
 * @param options.guessing `removed` takes out the lower asymptote before, as a candidate who knows (default
 *   `included`).
 * @throws {RangeError} for a probability outside 0 to 1, or nominal items, which have no order.
 * @see Mitzel, Lewis, Patz & Green (2001), in Cizek, Setting Performance Standards; Huynh (2006), Educational
 *   Measurement: Issues and Practice 25(2).
 */
export function orderedBooklet(
  items: readonly Item[],
  options: { readonly responseProbability?: number; readonly guessing?: 'included' | 'removed' } = {},
): Booklet {
  const { responseProbability: rp = 2 / 3, guessing = 'included' } = options;
  if (!(rp > 0 && rp < 1))
    throw new RangeError(`a response probability of ${rp} is none; give one between 0 and 1, such as 0.67`);
  const pages: Omit<BookletPage, 'page'>[] = [];
  const leftOut: { id: string; category: number; reason: string }[] = [];
  for (const item of items) {
    if (item.model === 'nrm')
      throw new RangeError(`item ${item.id} is nominal; its categories have no order to be placed by`);
    for (let category = 1; category < categoryCount(item); category += 1) {
      const location = locate(item, category, rp, guessing);
      if (typeof location === 'string') leftOut.push({ id: item.id, category, reason: location });
      else pages.push({ id: item.id, category, location });
    }
  }
  // Ties stay in the order of the items.
  pages.sort((a, b) => a.location - b.location);
  return { responseProbability: rp, pages: pages.map((page, at) => ({ page: at + 1, ...page })), leftOut };
}

function locate(item: Item, category: number, rp: number, guessing: 'included' | 'removed'): number | string {
  if (item.model !== 'nrm' && !(item.discrimination > 0)) return 'the item does not rise with ability';
  if (isDichotomous(item)) {
    const lower = guessing === 'removed' ? 0 : item.guessing;
    const upper = guessing === 'removed' ? (item.upper - item.guessing) / (1 - item.guessing) : item.upper;
    if (rp <= lower) return `guessing alone reaches ${rp.toFixed(2)}`;
    if (rp >= upper) return `nobody reaches ${rp.toFixed(2)}`;
    return (Math.log((rp - lower) / (upper - rp)) - item.intercept) / item.discrimination;
  }
  const reaching = (theta: number): number => {
    const p = probabilities(item, theta);
    let sum = 0;
    for (let k = category; k < p.length; k += 1) sum += p[k] ?? 0;
    return sum;
  };
  let [low, high] = [-FARTHEST, FARTHEST];
  if (reaching(low) >= rp || reaching(high) < rp) return `the location lies beyond ±${FARTHEST}`;
  // Halving, since P(X ≥ k) rises throughout; 80 halvings leave nothing of the interval.
  for (let halving = 0; halving < 80; halving += 1) {
    const middle = (low + high) / 2;
    if (reaching(middle) >= rp) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
