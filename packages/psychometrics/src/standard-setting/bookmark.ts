import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import type { Item } from '../irt/items/item.ts';
import { expectedScore, responseCurve } from '../irt/items/response-function.ts';
import { type Booklet, orderedBooklet } from './booklet.ts';
import { type Impact, impactOf } from './impact.ts';
import { ONE_JUDGE, panelCut, requireJudges } from './panel.ts';

/** Where judges put their bookmarks in one round. */
export interface BookmarkRound {
  readonly round: string;
  readonly marks: readonly { readonly judge: string; readonly page: number }[];
}

/** One judge's bookmark and the cut it means. */
export interface BookmarkJudge {
  readonly id: string;
  readonly page: number;
  /** The item on that page. */
  readonly item: string;
  readonly theta: number;
  /** Expected raw score at θ. */
  readonly cut: number;
}

/** The judges of one round put together. */
export interface BookmarkRoundCut {
  readonly round: string;
  readonly n: number;
  readonly theta: number;
  readonly seTheta: number | null;
  /** Expected raw score at θ. */
  readonly cut: number;
  readonly se: number | null;
  readonly judges: readonly BookmarkJudge[];
}

/** The cut is that of the last round. */
export interface Bookmark extends BookmarkRoundCut {
  readonly rounds: readonly BookmarkRoundCut[];
  readonly booklet: Booklet;
  readonly maximum: number;
  readonly impact: readonly Impact[];
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/** How booklet and cut are made. */
export interface BookmarkOptions {
  /** Default 2/3. */
  readonly responseProbability?: number;
  /** Whether the probability contains guessing (default `included`). */
  readonly guessing?: 'included' | 'removed';
  /** `at` the location of the bookmarked item (default), `before` that of the page before, `between` halfway. */
  readonly placement?: 'at' | 'before' | 'between';
  /** How judges are put together, on θ (default `median`, as Lewis et al.). */
  readonly center?: 'median' | 'mean';
  /** Raw scores of candidates, for the impact. */
  readonly scores?: readonly number[];
  readonly override?: { readonly reason: string };
}

/**
 * The bookmark method: judges go through items ordered by difficulty and mark the first one that a borderline candidate
 * no longer masters.
 *
 * The standard error of a median is √(π/2) times that of a mean (normal judges); that of the raw cut follows by the
 * delta method, the slope of the test characteristic curve times the standard error of θ.
 *
 * @throws {RangeError} naming a judge whose page does not exist.
 * @see Lewis, Mitzel & Green (1996); Mitzel, Lewis, Patz & Green (2001); Karantonis & Sireci (2006), Educational
 *   Measurement: Issues and Practice 25(1).
 */
export function bookmark(
  items: readonly Item[],
  rounds: readonly BookmarkRound[],
  options: BookmarkOptions = {},
): Bookmark {
  const booklet = orderedBooklet(items, options);
  const cuts = rounds.map((round) => cutOf(items, booklet, round, options));
  const last = cuts[cuts.length - 1];
  if (last === undefined) throw new RangeError('there is no round of bookmarks; give at least one');
  const left = booklet.leftOut.map(
    ({ id, category, reason }) => `item ${id}${category > 1 ? `, score ${category}` : ''}: ${reason}`,
  );
  return {
    ...last,
    rounds: cuts,
    booklet,
    maximum: items.reduce((sum, item) => sum + (responseCurve(item, 0).p.length - 1), 0),
    impact: options.scores === undefined ? [] : impactOf(options.scores, last.cut, last.se),
    sample: judgeSample('judges', last.n, options.override),
    notices: [...(last.n === 1 ? [ONE_JUDGE] : []), ...left.map((why) => `No page for ${why}.`)],
  };
}

function cutOf(
  items: readonly Item[],
  { pages }: Booklet,
  { round, marks }: BookmarkRound,
  { placement = 'at', center = 'median' }: BookmarkOptions,
): BookmarkRoundCut {
  requireJudges(marks.map(({ judge }) => judge));
  const raw = (theta: number): number => items.reduce((sum, item) => sum + expectedScore(item, theta), 0);
  const judges = marks.map(({ judge, page }): BookmarkJudge => {
    const marked = pages[page - 1];
    if (marked === undefined) {
      throw new RangeError(
        `round ${round}, judge ${judge}: there is no page ${page}; the booklet has pages 1 to ${pages.length}`,
      );
    }
    const before = pages[page - 2]?.location ?? marked.location;
    const theta =
      placement === 'at' ? marked.location : placement === 'before' ? before : (before + marked.location) / 2;
    return { id: judge, page, item: marked.id, theta, cut: raw(theta) };
  });
  const panel = panelCut(judges.map(({ theta }) => theta));
  const theta = center === 'mean' ? panel.mean : panel.median;
  const seTheta = panel.se === null ? null : panel.se * (center === 'mean' || panel.n < 3 ? 1 : Math.sqrt(Math.PI / 2));
  const slope = items.reduce((sum, item) => {
    const { first } = responseCurve(item, theta);
    return sum + first.reduce((own, value, category) => own + category * value, 0);
  }, 0);
  const se = seTheta === null ? null : Math.abs(slope) * seTheta;
  return { round, n: judges.length, theta, seTheta, cut: raw(theta), se, judges };
}
