import { angoffRatings, bookmarkedPages, groupScores, hofsteeBox, ratedScores } from '../plots/index.ts';
import type { Figure } from '../presentation/index.ts';
import type { ItemRatingStandard } from './angoff.ts';
import type { Bookmark } from './bookmark.ts';
import type { Borderline, RatedPerformance } from './borderline.ts';
import type { Contrasting, ContrastingCase } from './contrasting.ts';
import type { Hofstee } from './hofstee.ts';
import type { RatingRound } from './round.ts';

/** How many stations are drawn at most. */
const MOST_STATIONS = 6;

/** A judge's ratings in percent, in the order of the given items. */
function ratingsOf(round: RatingRound, judge: string, items: readonly string[]): readonly (number | null)[] {
  const row = round.ratings[round.judges.findIndex(({ id }) => id === judge)] ?? [];
  const at = new Map(round.items.map(({ id }, index) => [id, index]));
  return items.map((id) => {
    const share = row[at.get(id) ?? -1] ?? null;
    return share === null ? null : share * 100;
  });
}

/** Judges and items, each rating of the last round with where it stood in the first. */
export function ratingFigures({ rounds }: ItemRatingStandard): readonly Figure[] {
  const last = rounds[rounds.length - 1];
  const first = rounds.length > 1 ? rounds[0] : undefined;
  if (last === undefined) return [];
  const items = last.items.map(({ id }) => id);
  const judges = last.judges.map(({ id }) => ({
    judge: id,
    last: ratingsOf(last, id, items),
    first: first === undefined ? [] : ratingsOf(first, id, items),
  }));
  return [angoffRatings({ items, judges, maximum: 100 })];
}

/** The box of what judges accept, and the curve of the candidates. */
export const compromise = ({ curve, bounds, cut, fail, crosses }: Hofstee): Figure =>
  hofsteeBox({
    curve: curve.map((point) => ({ cut: point.score, failing: point.fail })),
    box: {
      lowestCut: bounds.minCut,
      highestCut: bounds.maxCut,
      lowestFailing: bounds.minFail,
      highestFailing: bounds.maxFail,
    },
    cut: crosses ? cut : null,
    failing: crosses ? fail : null,
  });

/** The pages by their location, with the bookmarks of the last round. */
export const bookmarkFigure = ({ booklet, judges, theta }: Bookmark): Figure =>
  bookmarkedPages({ pages: booklet.pages, judges, cut: theta });

/** The scores of the competent and of the others, with the cut. */
export const groupFigure = ({ cut }: Contrasting, cases: readonly ContrastingCase[]): Figure =>
  groupScores({
    competent: cases.filter(({ competent }) => competent).map(({ score }) => score),
    notCompetent: cases.filter(({ competent }) => !competent).map(({ score }) => score),
    cut,
  });

/** The scores by rating of each station, with its cut. */
export const stationFigures = (
  { stations }: Borderline,
  performances: readonly RatedPerformance[],
  borderline: number,
): readonly Figure[] =>
  stations.slice(0, MOST_STATIONS).map(({ station, line, cut }) =>
    ratedScores({
      name: station === '' ? '' : `station ${station}`,
      performances: performances.filter((one) => (one.station ?? '') === station),
      borderline,
      line,
      cut,
    }),
  );
