/** Content balance: which share of the test each area is to have. */
export interface ContentBalance {
  /** The area of each item of the bank. */
  readonly areas: readonly string[];
  /** Shares of the areas; they are normalized to sum 1. */
  readonly targets: Readonly<Record<string, number>>;
  /** Areas without an item so far come before all others. */
  readonly unseenFirst?: boolean;
}

const CLOSE = 1e-12;

/**
 * The areas whose share lags most behind its target; several when they lag equally.
 *
 * @param available tells whether an area still has items to give; areas without are passed over.
 * @see Kingsbury & Zara (1989), Applied Measurement in Education 2(4).
 */
export function neededAreas(
  { areas, targets, unseenFirst = false }: ContentBalance,
  administered: readonly number[],
  available: (area: string) => boolean,
): readonly string[] {
  const total = Object.values(targets).reduce((sum, target) => sum + target, 0);
  const lags = Object.entries(targets).flatMap(([area, target]) => {
    if (!available(area) || target <= 0) return [];
    const seen = administered.filter((place) => areas[place] === area).length;
    return [{ area, seen, lag: target / total - (administered.length === 0 ? 0 : seen / administered.length) }];
  });
  const unseen = unseenFirst && administered.length > 0 ? lags.filter(({ seen }) => seen === 0) : [];
  if (unseen.length > 0) return unseen.map(({ area }) => area);
  const most = Math.max(...lags.map(({ lag }) => lag));
  return lags.filter(({ lag }) => lag > most - CLOSE).map(({ area }) => area);
}

/** @throws {RangeError} naming what does not fit: shares below 0, areas of no item. */
export function requireBalance({ areas, targets }: ContentBalance, items: number): void {
  if (areas.length !== items)
    throw new RangeError(`${areas.length} areas are given for ${items} items; give one per item`);
  for (const [area, target] of Object.entries(targets)) {
    if (!(target >= 0 && Number.isFinite(target)))
      throw new RangeError(`area "${area}" has the share ${target}; give a number from 0`);
    if (target > 0 && !areas.includes(area))
      throw new RangeError(`area "${area}" is to have a share, and no item has it`);
  }
  if (!Object.values(targets).some((target) => target > 0))
    throw new RangeError('content balance wants a share above 0');
}
