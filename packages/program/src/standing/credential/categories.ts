import type { RenewalRouteOf } from '../../schema/program.ts';

export interface CategoryHours {
  readonly id: string;
  readonly title: string;
  /** Before the cap. */
  readonly hours: number;
  /** What of them counts. */
  readonly counted: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** To the hundredth, so that 0.1 and 0.2 make 0.3. */
export function roundHours(hours: number): number {
  return Math.round(hours * 100) / 100;
}

/**
 * Hours by category, each up to its cap.
 *
 * @returns `total` of what counts, and `belowMinima`: the hours by which categories miss their minimum, summed.
 */
export function countCategories(
  route: RenewalRouteOf<'education'>,
  entries: readonly { readonly category: string; readonly hours: number }[],
): { readonly categories: readonly CategoryHours[]; readonly total: number; readonly belowMinima: number } {
  const categories = route.categories.map(({ id, title, minimum, maximum }): CategoryHours => {
    const own = entries.filter(({ category }) => category === id);
    const hours = own.reduce((sum, entry) => sum + Math.round(entry.hours * 100), 0) / 100;
    return {
      id,
      title,
      hours,
      counted: Math.min(hours, maximum ?? hours),
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum }),
    };
  });
  const total = roundHours(categories.reduce((sum, { counted }) => sum + counted, 0));
  const below = categories.reduce((sum, { counted, minimum = 0 }) => sum + Math.max(0, minimum - counted), 0);
  return { categories, total, belowMinima: roundHours(below) };
}
