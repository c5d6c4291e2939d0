import { expect, it } from 'vitest';
import { allRows } from './all-rows.ts';

const list = Array.from({ length: 120 }, (_, at) => at);
const pageOf = (size: number, total: number) => async (page: number) => ({
  rows: list.slice((page - 1) * size, page * size),
  total,
});

it('gathers all pages in their order', async () => expect(await allRows(pageOf(50, 120))).toEqual(list));
it('ends where rows vanish meanwhile', async () => expect(await allRows(pageOf(50, 500))).toHaveLength(120));
it('of nothing is nothing', async () => expect(await allRows(async () => ({ rows: [], total: 0 }))).toEqual([]));
