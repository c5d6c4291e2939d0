import type { DifTest } from './dif-result.ts';

/** An item that has no test at all. */
export const untested = (id: string, reason: string, deltaMh: number | null = null): DifTest => ({
  id,
  n: { reference: 0, focal: 0 },
  statistic: null,
  df: null,
  p: null,
  effect: null,
  se: null,
  interval: null,
  deltaMh,
  class: null,
  favors: null,
  reason,
  measures: {},
});

/** Whom a signed number favors that is above 0 when the item is harder for the focal group. */
export const favored = (harderForFocal: number | null): DifTest['favors'] =>
  harderForFocal === null || harderForFocal === 0 ? null : harderForFocal > 0 ? 'reference' : 'focal';
