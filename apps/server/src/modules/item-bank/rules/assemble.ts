import { seededRandom, shuffle } from './random.ts';

/** How many items of a topic a form has. */
export interface TopicQuota {
  readonly topic: string;
  readonly items: number;
}

export interface PoolItem {
  readonly itemId: string;
  readonly identifier: string;
  readonly topic: string;
  /** In how many forms some version of the item stands already. */
  readonly uses: number;
}

export type Assembly =
  | { readonly ok: true; readonly itemIds: readonly string[] }
  | { readonly ok: false; readonly missing: readonly (TopicQuota & { readonly available: number })[] };

/**
 * Assembles a form: each topic has exactly its number of items, those that stand in the fewest forms first, so that
 * parallel forms share as little as the pool allows. Ties and the order within the form follow from the seed, whatever
 * order the pool comes in.
 */
export const assembleForm = (quotas: readonly TopicQuota[], pool: readonly PoolItem[], seed: number): Assembly => {
  const random = seededRandom(seed);
  const chosen = quotas.map((quota) => {
    const ofTopic = pool
      .filter(({ topic }) => topic === quota.topic)
      .sort((a, b) => (a.identifier < b.identifier ? -1 : a.identifier > b.identifier ? 1 : 0));
    const leastUsedFirst = shuffle(ofTopic, random).sort((a, b) => a.uses - b.uses);
    return { ...quota, available: ofTopic.length, drawn: leastUsedFirst.slice(0, quota.items) };
  });
  const missing = chosen
    .filter(({ items, available }) => available < items)
    .map(({ topic, items, available }) => ({ topic, items, available }));
  if (missing.length > 0) return { ok: false, missing };
  const items = chosen.flatMap(({ drawn }) => drawn);
  return { ok: true, itemIds: shuffle(items, random).map(({ itemId }) => itemId) };
};
