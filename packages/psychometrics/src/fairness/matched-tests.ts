import { highestCategories, type ResponseMatrix } from '../data/response-matrix.ts';
import { normal } from '../numeric/distributions/normal.ts';
import { intervalAround, ratioInterval } from '../numeric/intervals.ts';
import { breslowDay } from './breslow-day.ts';
import { type DifClass, etsClass } from './dif-class.ts';
import type { DifOptions } from './dif-options.ts';
import type { DifTest } from './dif-result.ts';
import { favored, untested } from './dif-test.ts';
import { exactConditional } from './exact.ts';
import type { GroupSplit } from './groups.ts';
import { logisticDif } from './logistic-dif.ts';
import { mantel } from './mantel.ts';
import { type MantelHaenszel, mantelHaenszel } from './mantel-haenszel.ts';
import { type MatchedItem, matcher } from './matching.ts';
import { sibtestOf } from './sibtest-items.ts';
import { standardization } from './standardization.ts';
import { categoryStrata, twoByTwoStrata } from './strata.ts';

/** Tests every item by a method that matches persons on a score. */
export function matchedTests(
  data: ResponseMatrix,
  groups: GroupSplit,
  clean: readonly boolean[],
  options: DifOptions,
): readonly DifTest[] {
  const highest = highestCategories(data);
  const all = matcher(data, groups, clean, options);
  const sibtests = options.method === 'sibtest' ? sibtestOf(data, groups, clean, all, highest, options) : undefined;
  return data.items.map((id, item): DifTest => {
    const categories = (highest[item] ?? -1) + 1;
    if (categories < 2) return untested(id, 'nobody has a category above 0: the item does not vary');
    const matched = all.match(item, 'in');
    const deltaMh = deltaOf(matched, categories);
    if (sibtests !== undefined) return sibtests(id, item, deltaMh);
    if (options.method === 'mh') {
      return categories === 2
        ? testByMantelHaenszel(id, matched, options)
        : testByMantel(id, matched, categories, options);
    }
    if (options.method === 'std') return testByStandardization(id, matched, categories, deltaMh, options);
    return categories === 2
      ? testByLogistic(id, matched, deltaMh, options)
      : untested(id, 'logistic regression takes items with two categories; use mh, std or sibtest', deltaMh);
  });
}

/** The MH D-DIF; of a polytomous item by Liu and Agresti's odds ratio. */
export function deltaOf(matched: MatchedItem, categories: number): number | null {
  return categories === 2
    ? mantelHaenszel(twoByTwoStrata(matched)).delta
    : mantel(categoryStrata(matched, categories)).delta;
}

function testByMantelHaenszel(id: string, matched: MatchedItem, options: DifOptions): DifTest {
  const strata = twoByTwoStrata(matched);
  const mh = mantelHaenszel(strata, options);
  const { statistic: breslow, p: breslowP, df, tarone, taroneP } = breslowDay(strata);
  const exact = options.exact === true ? exactConditional(strata) : null;
  const { lnAlpha, seLnAlpha } = mh;
  return {
    id,
    n: mh.n,
    statistic: mh.statistic,
    df: exact === null ? 1 : null,
    p: exact === null ? mh.p : exact.p,
    effect: mh.alpha,
    se: seLnAlpha,
    interval: mh.alpha === null || seLnAlpha === null ? null : ratioInterval(mh.alpha, seLnAlpha),
    deltaMh: mh.delta,
    class: exact === null ? mh.class : classByExact(mh, exact.p, options.level),
    favors: favored(lnAlpha ?? (mh.alpha === 0 ? -1 : null)),
    reason: mh.reason,
    measures: {
      seDelta: mh.seDelta,
      strata: mh.strata,
      breslowDay: breslow,
      breslowDayDf: df,
      breslowDayP: breslowP,
      tarone,
      taroneP,
      ...(exact === null ? {} : { exactAlpha: exact.alpha, exactLow: exact.interval[0], exactHigh: exact.interval[1] }),
    },
  };
}

/** The class by the size of delta and the test that was asked for. */
function classByExact({ delta, seDelta }: MantelHaenszel, p: number | null, level = 0.05): DifClass | null {
  return delta === null || seDelta === null || p === null ? null : etsClass(delta, seDelta, p < level);
}

function testByMantel(id: string, matched: MatchedItem, categories: number, options: DifOptions): DifTest {
  const result = mantel(categoryStrata(matched, categories), options);
  const { n, statistic, p, alpha, seLnAlpha, delta, reason, smd, seSmd, effectSize } = result;
  return {
    id,
    n,
    statistic,
    df: 1,
    p,
    effect: alpha,
    se: seLnAlpha,
    interval: alpha === null || seLnAlpha === null ? null : ratioInterval(alpha, seLnAlpha),
    deltaMh: delta,
    class: result.class,
    favors: favored(smd === null ? null : -smd),
    reason,
    measures: { smd, seSmd, effectSize, strata: result.strata },
  };
}

function testByStandardization(
  id: string,
  matched: MatchedItem,
  categories: number,
  deltaMh: number | null,
  options: DifOptions,
): DifTest {
  if (categories > 2) return testByMeanDifference(id, matched, categories, deltaMh, options);
  const { n, difference, se, interval, z, p, class: own, reason } = standardization(twoByTwoStrata(matched));
  const favors = favored(difference === null ? null : -difference);
  return {
    id,
    n,
    statistic: z,
    df: null,
    p,
    effect: difference,
    se,
    interval,
    deltaMh,
    class: own,
    favors,
    reason,
    measures: {},
  };
}

/** The polytomous form: the standardized mean difference, classed as Zwick et al. by Mantel's test. */
function testByMeanDifference(
  id: string,
  matched: MatchedItem,
  categories: number,
  deltaMh: number | null,
  options: DifOptions,
): DifTest {
  const result = mantel(categoryStrata(matched, categories), options);
  const { n, smd, seSmd, effectSize, reason } = result;
  const z = smd === null || seSmd === null || seSmd === 0 ? null : smd / seSmd;
  return {
    id,
    n,
    statistic: z,
    df: null,
    p: z === null ? null : normal.twoSided(z),
    effect: smd,
    se: seSmd,
    interval: smd === null || seSmd === null ? null : intervalAround(smd, seSmd),
    deltaMh,
    class: result.class,
    favors: favored(smd === null ? null : -smd),
    reason,
    measures: { effectSize, mantel: result.statistic, mantelP: result.p },
  };
}

function testByLogistic(id: string, matched: MatchedItem, deltaMh: number | null, options: DifOptions): DifTest {
  const fit = logisticDif(matched, options);
  const { groupEffect, seGroupEffect, slopeEffect, seSlopeEffect, zumboThomas, penalized, iterations } = fit;
  return {
    id,
    n: fit.n,
    statistic: fit.statistic,
    df: fit.df,
    p: fit.p,
    effect: fit.rSquaredChange,
    se: null,
    interval: null,
    deltaMh,
    class: fit.jodoinGierl,
    favors: favored(groupEffect === null ? null : -groupEffect),
    reason: fit.reason,
    measures: {
      groupEffect,
      seGroupEffect,
      slopeEffect,
      seSlopeEffect,
      zumboThomas,
      penalized,
      converged: fit.converged,
      iterations,
    },
  };
}
