import type { ItemSummary, Obstacle, ReadStatus } from '../engine/summaries.ts';

export type Filter = 'all' | ReadStatus;

export const FILTERS: readonly Filter[] = ['all', 'ok', 'loss', 'refused'];

export const filterOf = (asked: string | null): Filter => FILTERS.find((known) => known === asked) ?? 'all';

export const ofFilter = (items: readonly ItemSummary[], filter: Filter): readonly ItemSummary[] =>
  filter === 'all' ? items : items.filter(({ status }) => status === filter);

export interface Totals {
  readonly total: number;
  readonly usable: number;
  readonly refused: number;
  readonly lossy: number;
  /** How many of the usable ones nothing is known to stand against in the item bank. */
  readonly forBank: number;
  readonly obstacles: readonly (readonly [Obstacle, number])[];
}

export const totalsOf = (items: readonly ItemSummary[]): Totals => {
  const count = (holds: (item: ItemSummary) => boolean) => items.filter(holds).length;
  const refused = count(({ status }) => status === 'refused');
  const obstacles = new Map<Obstacle, number>();
  for (const one of items.flatMap((item) => item.obstacles)) obstacles.set(one, (obstacles.get(one) ?? 0) + 1);
  return {
    total: items.length,
    usable: items.length - refused,
    refused,
    lossy: count(({ status }) => status === 'loss'),
    forBank: count(({ status, obstacles: against }) => status !== 'refused' && against.length === 0),
    obstacles: [...obstacles],
  };
};
