import { personResponses, type ResponseMatrix } from '../../data/response-matrix.ts';
import type { Item } from '../items/item.ts';
import { itemsOfColumns } from '../scoring/item-columns.ts';
import { ItemCurve } from '../scoring/item-curve.ts';

/** What one response was and what the model expected of it. */
export interface Residual {
  readonly person: number;
  readonly item: number;
  /** The category minus its expectation. */
  readonly raw: number;
  /** The variance of the category; above 0. */
  readonly variance: number;
  /** Its fourth central moment. */
  readonly fourth: number;
}

/** A place on the latent scale per person, in their order; null leaves the person out. */
export type Thetas = readonly (number | null)[];

/**
 * Visits every response of the persons who have a θ, person by person. Responses whose variance vanishes at θ are left
 * out: they carry no residual.
 *
 * @throws {RangeError} when there is not one θ per person, and as `itemsOfColumns`.
 */
export function forEachResidual(
  data: ResponseMatrix,
  items: readonly Item[],
  thetas: Thetas,
  visit: (residual: Residual) => void,
): void {
  if (thetas.length !== data.persons.length) {
    throw new RangeError(`${thetas.length} thetas for ${data.persons.length} candidates; give one each, null for none`);
  }
  const columns = itemsOfColumns(data, items);
  const curve = new ItemCurve();
  data.persons.forEach((_, person) => {
    const theta = thetas[person] ?? null;
    if (theta === null) return;
    personResponses(data, person).forEach((category, column) => {
      const item = columns[column];
      if (category < 0 || item === undefined) return;
      curve.at(item, theta);
      const variance = curve.centralMoment(2);
      if (!(variance > 1e-200)) return;
      const fourth = curve.centralMoment(4);
      visit({ person, item: column, raw: category - curve.expected(), variance, fourth });
    });
  });
}

/**
 * Standardized residuals, (x − E) / √Var.
 *
 * @returns rows are persons, columns items; null where there is no response, no θ or no variance.
 * @see Wright & Masters (1982), Rating Scale Analysis, formula 5.2.
 */
export function standardizedResiduals(
  data: ResponseMatrix,
  items: readonly Item[],
  thetas: Thetas,
): readonly (readonly (number | null)[])[] {
  const rows = data.persons.map(() => new Array<number | null>(data.items.length).fill(null));
  forEachResidual(data, items, thetas, ({ person, item, raw, variance }) => {
    const row = rows[person];
    if (row !== undefined) row[item] = raw / Math.sqrt(variance);
  });
  return rows;
}
