import type { Item } from '../../items/item.ts';
import type { Calibration } from '../result.ts';

/** One number of each item. */
export const each = (calibration: Calibration, of: (item: Item) => number): number[] =>
  calibration.items.map(({ item }) => of(item));

export const discrimination = (item: Item): number => ('discrimination' in item ? item.discrimination : Number.NaN);
export const intercept = (item: Item): number => ('intercept' in item ? item.intercept : Number.NaN);
export const intercepts = (item: Item): readonly number[] => ('intercepts' in item ? item.intercepts : []);

/** Standard errors by the name of the parameter; NaN for null, so that a comparison fails. */
export const errors = (calibration: Calibration, name: string): number[] =>
  calibration.items.map(({ se }) => se[name] ?? Number.NaN);
