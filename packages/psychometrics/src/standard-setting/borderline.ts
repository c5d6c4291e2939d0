import { judgeSample, type SampleJudgment } from '../guard/judge-sample.ts';
import { Random } from '../numeric/random.ts';
import { sentence } from '../presentation/index.ts';
import { requireScores } from './impact.ts';
import { average, panelCut } from './panel.ts';

/** One performance: its score and the examiner's global rating of it. */
export interface RatedPerformance {
  readonly score: number;
  /** On an ordered scale, such as 0 fail, 1 borderline, 2 pass, 3 good. */
  readonly rating: number;
  /** Station of an OSCE; performances without one are all of one. */
  readonly station?: string;
  readonly judge?: string;
}

/** The cut of one station. */
export interface StationCut {
  readonly station: string;
  readonly n: number;
  readonly cut: number | null;
  readonly se: number | null;
  /** Standard error by resampling performances; regression only. */
  readonly seBootstrap: number | null;
  /** Performances rated borderline. */
  readonly borderline: number;
  readonly line: {
    readonly intercept: number;
    readonly slope: number;
    readonly rSquared: number;
    readonly residualSd: number;
  } | null;
  readonly reason: string | null;
}

/** A cut from rated performances. */
export interface Borderline {
  readonly method: 'regression' | 'group-mean' | 'group-median';
  readonly n: number;
  /** Sum of the stations' cuts; null when one of them has none. */
  readonly cut: number | null;
  /** Of the sum, stations independent. */
  readonly se: number | null;
  readonly stations: readonly StationCut[];
  /** Each judge's own cut where judges are named, on the judge's performances. */
  readonly judges: readonly {
    readonly id: string;
    readonly n: number;
    readonly cut: number | null;
    readonly se: number | null;
  }[];
  readonly sample: SampleJudgment;
  readonly notices: readonly string[];
}

/** Which rating is borderline, and what is made of it. */
export interface BorderlineOptions {
  /** Default `regression`. */
  readonly method?: 'regression' | 'group-mean' | 'group-median';
  /** The rating that means borderline. */
  readonly borderline: number;
  /** Resamples (default 500; 0 leaves them out). */
  readonly resamples?: number;
  /** Default 1. */
  readonly seed?: number;
  readonly override?: { readonly reason: string };
}

/**
 * The borderline methods: the mean or median score of performances rated borderline, or the score that the regression
 * of score on rating gives to a borderline rating, which uses all performances.
 *
 * The standard error of the regression is that of a fitted value, s √(1/n + (r − r̄)²/S); of a median √(π/2) s/√n.
 *
 * @throws {RangeError} without performances, or for a score or rating that is no number.
 * @see Livingston & Zieky (1982); Woehr, Arthur & Fehrmann (1991); Kramer et al. (2003), Medical Education 37(2); Pell,
 *   Fuller, Homer & Roberts (2010), Medical Teacher 32(10).
 */
export function borderline(performances: readonly RatedPerformance[], options: BorderlineOptions): Borderline {
  const { method = 'regression', resamples = 500, seed = 1 } = options;
  if (performances.length === 0) throw new RangeError('there are no performances; give scores and ratings');
  requireScores(performances.map(({ score }) => score));
  const bad = performances.findIndex(({ rating }) => !Number.isFinite(rating));
  if (bad >= 0) throw new RangeError(`rating ${bad + 1} is ${performances[bad]?.rating}; give a number on the scale`);
  if (!Number.isFinite(options.borderline)) throw new RangeError('say which rating means borderline');
  const random = new Random(seed);
  const cutOf = (own: readonly RatedPerformance[]): Omit<StationCut, 'station' | 'seBootstrap'> =>
    method === 'regression' ? byRegression(own, options.borderline) : byGroup(own, options.borderline, method);
  const names = [...new Set(performances.map(({ station = '' }) => station))];
  const stations = names.map((station): StationCut => {
    const own = performances.filter((performance) => (performance.station ?? '') === station);
    const result = cutOf(own);
    const bootstrap =
      method === 'regression' && result.cut !== null ? resample(own, options.borderline, resamples, random) : null;
    return { station, ...result, seBootstrap: bootstrap };
  });
  const complete = stations.flatMap(({ cut }) => (cut === null ? [] : [cut]));
  const errors = stations.flatMap(({ se }) => (se === null ? [] : [se]));
  const judges = [...new Set(performances.flatMap(({ judge = '' }) => (judge === '' ? [] : [judge])))].map((id) => {
    const { n, cut, se } = cutOf(performances.filter(({ judge }) => judge === id));
    return { id, n, cut, se };
  });
  const label = (station: string): string => (station === '' ? '' : `station ${station}: `);
  return {
    method,
    n: performances.length,
    cut: complete.length === stations.length ? complete.reduce((sum, cut) => sum + cut, 0) : null,
    se: errors.length === stations.length ? Math.hypot(...errors) : null,
    stations,
    judges,
    sample: judgeSample('ratings', Math.min(...stations.map(({ n }) => n)), options.override),
    notices: stations.flatMap(({ station, reason, line, borderline: count }) => [
      ...(reason === null ? [] : [sentence(`${label(station)}${reason}`)]),
      ...(line !== null && line.rSquared < 0.5
        ? [
            sentence(
              `${label(station)}ratings explain ${(line.rSquared * 100).toFixed(0)} % of the scores only; below 50 % scores and ratings disagree (Pell et al., 2010)`,
            ),
          ]
        : []),
      ...(line !== null && count === 0
        ? [sentence(`${label(station)}no performance was rated borderline; the cut rests on the line alone`)]
        : []),
    ]),
  };
}

function byGroup(
  own: readonly RatedPerformance[],
  rating: number,
  method: 'group-mean' | 'group-median',
): Omit<StationCut, 'station' | 'seBootstrap'> {
  const scores = own.flatMap((one) => (one.rating === rating ? [one.score] : []));
  const base = { n: own.length, borderline: scores.length, line: null };
  if (scores.length === 0) return { ...base, cut: null, se: null, reason: 'no performance was rated borderline' };
  const { mean, median, se } = panelCut(scores);
  const reason = se === null ? 'one borderline performance has no standard error' : null;
  if (method === 'group-mean') return { ...base, cut: mean, se, reason };
  return { ...base, cut: median, se: se === null ? null : se * Math.sqrt(Math.PI / 2), reason };
}

function byRegression(own: readonly RatedPerformance[], rating: number): Omit<StationCut, 'station' | 'seBootstrap'> {
  const n = own.length;
  const base = { n, borderline: own.filter((one) => one.rating === rating).length };
  const [meanRating, meanScore] = [average(own.map((one) => one.rating)), average(own.map(({ score }) => score))];
  let [xx, xy, yy] = [0, 0, 0];
  for (const one of own) {
    xx += (one.rating - meanRating) ** 2;
    xy += (one.rating - meanRating) * (one.score - meanScore);
    yy += (one.score - meanScore) ** 2;
  }
  if (!(xx > 0)) {
    return {
      ...base,
      cut: null,
      se: null,
      line: null,
      reason: 'all performances have the same rating: there is no line',
    };
  }
  const slope = xy / xx;
  if (!(slope > 0)) {
    return { ...base, cut: null, se: null, line: null, reason: 'scores do not rise with ratings: the line has no cut' };
  }
  const cut = meanScore + slope * (rating - meanRating);
  const residual = Math.max(0, yy - slope * xy);
  const residualSd = n > 2 ? Math.sqrt(residual / (n - 2)) : 0;
  const line = {
    intercept: meanScore - slope * meanRating,
    slope,
    rSquared: yy > 0 ? 1 - residual / yy : 1,
    residualSd,
  };
  const se = n > 2 ? residualSd * Math.sqrt(1 / n + (rating - meanRating) ** 2 / xx) : null;
  return { ...base, cut, se, line, reason: se === null ? 'two performances have no standard error' : null };
}

/** Standard deviation of the cut over resamples of performances; null when too many of them have no line. */
function resample(own: readonly RatedPerformance[], rating: number, draws: number, random: Random): number | null {
  const cuts: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const drawn = own.flatMap(() => own[random.integer(own.length)] ?? []);
    const { cut } = byRegression(drawn, rating);
    if (cut !== null) cuts.push(cut);
  }
  return draws < 2 || cuts.length < 0.95 * draws ? null : panelCut(cuts).sd;
}

/** Words of rating scales in their usual order, for readers; `borderline` is 1. */
export const RATING_WORDS: ReadonlyMap<string, number> = new Map([
  ['clear fail', 0],
  ['fail', 0],
  ['borderline', 1],
  ['pass', 2],
  ['clear pass', 2],
  ['good', 3],
  ['very good', 4],
  ['excellent', 4],
]);
