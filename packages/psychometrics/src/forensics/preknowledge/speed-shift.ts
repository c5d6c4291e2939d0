import type { LognormalTimes } from '../times/lognormal.ts';
import { logTimes, type ResponseTimes } from '../times/response-times.ts';

/**
 * The difference of a person's speed on some items and on the others in units of its standard error, standard normal
 * under one speed: (τ̂ − τ̂′) / √(1/Σα² + 1/Σ′α²), which is also the signed root of the likelihood ratio.
 *
 * @param model α and β of the items, found by id and taken as known; times of other items are left aside.
 * @param inside ids of the items on one side.
 * @returns by the id of the person; without those who lack times on either side.
 * @see van der Linden & Guo (2008), Psychometrika 73(3); Sinharay & Johnson (2020), BJMSP 73(3).
 */
export function speedShift(
  times: ResponseTimes,
  model: Pick<LognormalTimes, 'items'>,
  inside: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const { logs, width } = logTimes(times);
  const known = new Map(model.items.map((item) => [item.id, item]));
  const columns = times.items.map((id) => known.get(id) ?? null);
  const shifts = new Map<string, number>();
  times.persons.forEach((id, person) => {
    const precision: [number, number] = [0, 0];
    const weighted: [number, number] = [0, 0];
    columns.forEach((item, column) => {
      const value = logs[person * width + column] ?? Number.NaN;
      if (item === null || Number.isNaN(value)) return;
      const side = inside.has(item.id) ? 0 : 1;
      precision[side] += item.discrimination ** 2;
      weighted[side] += item.discrimination ** 2 * (item.intensity - value);
    });
    if (precision[0] === 0 || precision[1] === 0) return;
    const difference = weighted[0] / precision[0] - weighted[1] / precision[1];
    shifts.set(id, difference / Math.sqrt(1 / precision[0] + 1 / precision[1]));
  });
  return shifts;
}
