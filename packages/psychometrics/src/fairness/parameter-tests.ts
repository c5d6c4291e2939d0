import { missingAsZero } from '../data/missing.ts';
import { highestCategories, type ResponseMatrix } from '../data/response-matrix.ts';
import { intervalAround } from '../numeric/intervals.ts';
import { etsClass } from './dif-class.ts';
import type { DifOptions } from './dif-options.ts';
import type { DifTest } from './dif-result.ts';
import { favored, untested } from './dif-test.ts';
import { calibrateGroups } from './group-calibration.ts';
import { type GroupItem, pairGroupItems } from './group-items.ts';
import type { GroupSplit } from './groups.ts';
import { lordTest } from './lord.ts';
import { DELTA_PER_LOG_ODDS } from './mantel-haenszel.ts';
import { deltaOf } from './matched-tests.ts';
import { matcher } from './matching.ts';
import { rajuArea } from './raju.ts';

/**
 * Prepares tests that compare item parameters of the groups; the calibration is done once, the linking for every pass.
 *
 * @throws {RangeError} when parameters given for the groups do not fit together.
 */
export function parameterTests(
  data: ResponseMatrix,
  groups: GroupSplit,
  options: DifOptions,
): { test: (clean: readonly boolean[]) => readonly DifTest[]; notices: readonly string[] } {
  const { reference, focal, notices } =
    options.parameters === undefined
      ? calibrateGroups(options.missing === 'omit' ? data : missingAsZero(data), groups, options.model ?? 'rasch')
      : { ...options.parameters, notices: [] };
  const highest = highestCategories(data);
  const n = { reference: groups.reference.length, focal: groups.focal.length };
  const test = (clean: readonly boolean[]): readonly DifTest[] => {
    const cleanIds = new Set(data.items.filter((_, item) => clean[item] === true));
    const anchors = reference.map(({ id }) => cleanIds.has(id));
    const pairs = pairGroupItems(reference, focal, anchors, options.linking);
    const byId = new Map(pairs.map((pair) => [pair.reference.id, pair]));
    const all = matcher(data, groups, clean, options);
    return data.items.map((id, item) => {
      const pair = byId.get(id);
      const deltaMh = deltaMhOf(all.match(item, 'in'));
      if (pair === undefined) {
        const why =
          (highest[item] ?? 0) > 1
            ? 'the item has more than two categories; use mh, std or sibtest'
            : 'no parameters: in one of the groups everybody answers the item alike';
        return untested(id, why, deltaMh);
      }
      return { ...compare(pair.reference, pair.focal, options), id, n, deltaMh };
    });
  };
  return { test, notices: [...notices, ...areaNotices(reference, focal, options)] };
}

function areaNotices(reference: readonly GroupItem[], focal: readonly GroupItem[], options: DifOptions): string[] {
  const unsigned = [...reference, ...focal].some(({ variance }) => variance.discrimination > 0)
    ? options.area !== 'signed'
    : options.area === 'unsigned';
  if (options.method !== 'raju' || !unsigned) return [];
  return [
    'The test of the unsigned area flags items without DIF more often than its level says; Lord’s χ² keeps its level and sees slopes too.',
  ];
}

function deltaMhOf(matched: ReturnType<ReturnType<typeof matcher>['match']>): number | null {
  const categories = matched.responses.reduce((most, response) => Math.max(most, response), 0) + 1;
  return categories < 2 ? null : deltaOf(matched, categories);
}

function compare(reference: GroupItem, focal: GroupItem, options: DifOptions): Omit<DifTest, 'id' | 'n' | 'deltaMh'> {
  const level = options.level ?? 0.05;
  const unit = (reference.discrimination + focal.discrimination) / 2;
  const deltaIrt = DELTA_PER_LOG_ODDS * unit * (focal.difficulty - reference.difficulty);
  const lord = lordTest(reference, focal);
  const seDelta = lord.seDifference === null ? null : Math.abs(DELTA_PER_LOG_ODDS * unit) * lord.seDifference;
  const classOf = (p: number | null) =>
    p === null || seDelta === null ? null : etsClass(deltaIrt, seDelta, p < level);
  const measures = {
    deltaIrt,
    seDeltaIrt: seDelta,
    discriminationReference: reference.discrimination,
    discriminationFocal: focal.discrimination,
    difficultyReference: reference.difficulty,
    difficultyFocal: focal.difficulty,
  };
  const favors = favored(focal.difficulty - reference.difficulty);
  const intervalOf = (value: number, se: number | null): readonly [number, number] | null =>
    se === null ? null : intervalAround(value, se);
  if (options.method === 'lord') {
    const { statistic, df, p, difference, seDifference, reason } = lord;
    const interval = intervalOf(difference, seDifference);
    return {
      statistic,
      df,
      p,
      effect: difference,
      se: seDifference,
      interval,
      class: classOf(p),
      favors,
      reason,
      measures,
    };
  }
  const estimated = reference.variance.discrimination + focal.variance.discrimination > 0;
  const area = options.area ?? (estimated ? 'unsigned' : 'signed');
  const { signed, seSigned, unsigned, seUnsigned, z, p, reason } = rajuArea(reference, focal, area);
  const [effect, se] = area === 'signed' ? [signed, seSigned] : [unsigned, seUnsigned];
  return {
    statistic: z,
    df: null,
    p,
    effect,
    se,
    interval: area === 'signed' ? intervalOf(effect, se) : null,
    class: classOf(p),
    favors,
    reason,
    measures: { ...measures, area, signed, seSigned, unsigned, seUnsigned },
  };
}
