import { highestCategories, type ResponseMatrix, selectItems, selectPersons } from '../data/response-matrix.ts';
import { calibrate } from '../irt/calibrate/index.ts';
import { difficultyOf, isDichotomous } from '../irt/items/item.ts';
import type { ParameterModel } from './dif-options.ts';
import type { GroupItem } from './group-items.ts';
import type { GroupSplit } from './groups.ts';
import { unitRasch } from './unit-rasch.ts';

/** Parameters of both groups, and what one must know of them. */
export interface GroupCalibration {
  readonly reference: readonly GroupItem[];
  readonly focal: readonly GroupItem[];
  readonly notices: readonly string[];
}

/**
 * Calibrates the dichotomous items in each group by itself. Items that a group answers all alike have no parameters there and are
 * left out of both lists.
 *
 * @throws {RangeError} by {@link calibrate}, when a group cannot be calibrated at all.
 */
export function calibrateGroups(data: ResponseMatrix, groups: GroupSplit, model: ParameterModel): GroupCalibration {
  const highest = highestCategories(data);
  const items = data.items.flatMap((_, item) => (highest[item] === 1 ? [item] : []));
  if (items.length < 2)
    throw new RangeError('fewer than two items have two categories that occur; use mh, std or sibtest');
  const dichotomous = selectItems(data, items);
  const reference = calibrateGroup(dichotomous, groups.reference, groups.referenceName, model);
  const focal = calibrateGroup(dichotomous, groups.focal, groups.focalName, model);
  const both = (own: readonly GroupItem[], other: readonly GroupItem[]): GroupItem[] => {
    const ids = new Set(other.map(({ id }) => id));
    return own.filter(({ id }) => ids.has(id));
  };
  return {
    reference: both(reference.items, focal.items),
    focal: both(focal.items, reference.items),
    notices: [...reference.notices, ...focal.notices],
  };
}

function calibrateGroup(
  data: ResponseMatrix,
  persons: readonly number[],
  name: string,
  model: ParameterModel,
): { items: GroupItem[]; notices: string[] } {
  if (model === 'rasch-unit') {
    const { items, converged } = naming(name, () => unitRasch(selectPersons(data, persons)));
    const doubt = `Calibration in group ${name} did not converge; its tests are doubtful.`;
    return { items: [...items], notices: converged ? [] : [doubt] };
  }
  // A sample for DIF is judged by the rule for DIF; here the rule for calibration would only speak twice.
  const calibration = naming(name, () =>
    calibrate(selectPersons(data, persons), { model, se: 'oakes', onConstant: 'drop' }),
  );
  const at = new Map(calibration.covariance?.names.map((parameter, index) => [parameter, index]));
  const size = at.size;
  const covariance = (one: string, other: string): number => {
    const [row, column] = [at.get(one), at.get(other)];
    return row === undefined || column === undefined ? 0 : (calibration.covariance?.values[row * size + column] ?? 0);
  };
  const items = calibration.items.flatMap(({ item }): GroupItem[] => {
    const difficulty = isDichotomous(item) ? difficultyOf(item) : null;
    if (!isDichotomous(item) || difficulty === null) return [];
    const { id, discrimination: a } = item;
    const [slope, intercept] = [`${id}:discrimination`, `${id}:intercept`];
    const [va, vd, vad] = [covariance(slope, slope), covariance(intercept, intercept), covariance(slope, intercept)];
    // b = −d / a by the delta method.
    const variance = {
      discrimination: va,
      difficulty: (vd + 2 * difficulty * vad + difficulty ** 2 * va) / a ** 2,
      covariance: -(vad + difficulty * va) / a,
    };
    return [{ id, discrimination: a, difficulty, variance }];
  });
  const notices = calibration.notices.map((notice) => `Calibration in group ${name}: ${notice}`);
  if (!calibration.converged) notices.push(`Calibration in group ${name} did not converge; its tests are doubtful.`);
  return { items, notices };
}

/** Says in which group there is nothing to calibrate. */
function naming<T>(group: string, find: () => T): T {
  try {
    return find();
  } catch (error) {
    if (error instanceof RangeError) throw new RangeError(`group ${group}: ${error.message}; use mh, std or sibtest`);
    throw error;
  }
}
