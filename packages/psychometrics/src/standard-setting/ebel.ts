import { type ItemRatingOptions, type ItemRatingStandard, standardOf } from './angoff.ts';
import { requireJudges } from './panel.ts';

/** Where a judge puts an item in the grid; a judge of null stands for the panel as a whole. */
export interface EbelPlacement {
  readonly judge: string | null;
  readonly item: string;
  readonly difficulty: string;
  readonly relevance: string;
}

/**
 * What share of the items in a cell of the grid a borderline candidate answers right; 0 to 1, or 0 to 100 throughout.
 */
export interface EbelExpectation {
  readonly judge: string | null;
  readonly difficulty: string;
  readonly relevance: string;
  readonly share: number;
}

/** One cell of the grid, over all judges. */
export interface EbelCell {
  readonly difficulty: string;
  readonly relevance: string;
  /** Mean number of items that a judge puts there. */
  readonly items: number;
  /** Mean expected share. */
  readonly share: number | null;
}

/**
 * The Ebel method: items are put into a grid of difficulty and relevance, and judges say for each cell what share of
 * its items a borderline candidate answers right.
 *
 * @throws {RangeError} naming a judge and cell that hold items but no expectation, or an item that a judge left out.
 * @see Ebel (1972), Essentials of Educational Measurement, chapter 19.
 */
export function ebel(
  placements: readonly EbelPlacement[],
  expectations: readonly EbelExpectation[],
  options: Omit<ItemRatingOptions, 'scale'> = {},
): ItemRatingStandard & { readonly grid: readonly EbelCell[] } {
  const named = [...placements, ...expectations].flatMap(({ judge }) => (judge === null ? [] : [judge]));
  const judges = [...new Set(named)];
  if (judges.length === 0) judges.push('panel');
  requireJudges(judges);
  const items = [...new Set(placements.map(({ item }) => item))];
  if (items.length === 0) throw new RangeError('no item is put into the grid; give the cell of every item');
  const most = expectations.some(({ share }) => share > 1) ? 100 : 1;
  for (const { judge, difficulty, relevance, share } of expectations) {
    if (!(share >= 0 && share <= most)) {
      throw new RangeError(
        `${judge ?? 'panel'}, cell ${difficulty} / ${relevance}: ${share} is no share; give 0 to ${most}`,
      );
    }
  }
  // What a judge says counts before what the panel agreed on.
  const ofJudge = <Row extends { judge: string | null }>(rows: readonly Row[], judge: string): Row[] => [
    ...rows.filter((row) => row.judge === judge),
    ...rows.filter((row) => row.judge === null),
  ];
  const shares = judges.map((judge) => {
    const own = ofJudge(placements, judge);
    const expected = ofJudge(expectations, judge);
    return items.map((item) => {
      const cell = own.find((placement) => placement.item === item);
      if (cell === undefined) throw new RangeError(`judge ${judge} puts item ${item} into no cell; place every item`);
      const { difficulty, relevance } = cell;
      const found = expected.find((one) => one.difficulty === difficulty && one.relevance === relevance);
      if (found === undefined) {
        throw new RangeError(
          `judge ${judge} has items in cell ${difficulty} / ${relevance}, but expects no share there; give one`,
        );
      }
      return found.share / most;
    });
  });
  const standard = standardOf('ebel', [{ round: '1', judges, items }], [shares], options);
  return { ...standard, grid: gridOf(placements, expectations, judges.length, most) };
}

function gridOf(
  placements: readonly EbelPlacement[],
  expectations: readonly EbelExpectation[],
  judges: number,
  most: number,
): EbelCell[] {
  const keys = new Map<string, { difficulty: string; relevance: string }>();
  for (const { difficulty, relevance } of [...placements, ...expectations]) {
    keys.set(JSON.stringify([difficulty, relevance]), { difficulty, relevance });
  }
  return [...keys.values()].map(({ difficulty, relevance }) => {
    const inCell = (one: { difficulty: string; relevance: string }): boolean =>
      one.difficulty === difficulty && one.relevance === relevance;
    const shares = expectations.filter(inCell).map(({ share }) => share / most);
    const here = placements.filter(inCell);
    const items = here.reduce((sum, { judge }) => sum + (judge === null ? 1 : 1 / judges), 0);
    const share = shares.length === 0 ? null : shares.reduce((sum, one) => sum + one, 0) / shares.length;
    return { difficulty, relevance, items, share };
  });
}
