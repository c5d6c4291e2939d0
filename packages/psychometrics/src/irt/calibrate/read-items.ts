import { type DichotomousModel, ITEM_MODELS, type Item, type ItemModel, itemFromThresholds } from '../items/item.ts';
import { isDichotomousModel } from './options.ts';

/**
 * Reads items from JSON: the whole output of a calibration, its `items`, or any array of the same shape. Instead of
 * `intercept` a `difficulty` does, instead of `intercepts` the `thresholds`; `discrimination` is 1, `guessing` 0 and
 * `upper` 1 where they are not given; without `model` it follows from the parameters.
 *
 * @throws {RangeError} naming the item and the field that is missing or no number.
 */
export function readItems(json: unknown): Item[] {
  const list = Array.isArray(json) ? json : field(json, 'items');
  if (!Array.isArray(list)) {
    throw new RangeError('there are no items: give the output of calibrate, or an array of items');
  }
  if (list.length === 0) throw new RangeError('the array of items is empty');
  const common = Array.isArray(json) ? undefined : field(json, 'model');
  const seen = new Set<string>();
  return list.map((entry: unknown, index) => {
    const id = field(entry, 'id');
    if (typeof id !== 'string' && typeof id !== 'number') throw new RangeError(`item ${index + 1} has no id`);
    const name = `${id}`;
    if (seen.has(name)) throw new RangeError(`item ${name} stands twice; ids must differ`);
    seen.add(name);
    return readItem(name, entry, common);
  });
}

/** Which value in the data each category of an item is, by id; items without `categories` are left out. */
export function readCategories(json: unknown): ReadonlyMap<string, readonly number[]> {
  const list = Array.isArray(json) ? json : field(json, 'items');
  const found = new Map<string, readonly number[]>();
  if (!Array.isArray(list)) return found;
  for (const entry of list) {
    const categories = field(entry, 'categories');
    if (Array.isArray(categories) && categories.every((value) => typeof value === 'number')) {
      found.set(`${field(entry, 'id')}`, categories);
    }
  }
  return found;
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}

/**
 * Reads the parameters of one item, as {@link readItems} does.
 *
 * @param common the model where the entry does not say its own.
 * @throws {RangeError} naming the item and the field that is missing or no number.
 */
export function readItem(id: string, entry: unknown, common?: unknown): Item {
  const number = (name: string, otherwise?: number): number => {
    const value = field(entry, name) ?? otherwise;
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new RangeError(`item ${id}: "${name}" is ${value === undefined ? 'missing' : 'no number'}`);
    }
    return value;
  };
  const numbers = (name: string): readonly number[] | undefined => {
    const value = field(entry, name) ?? undefined;
    if (value === undefined) return undefined;
    if (
      !Array.isArray(value) ||
      value.length === 0 ||
      !value.every((v) => typeof v === 'number' && Number.isFinite(v))
    ) {
      throw new RangeError(`item ${id}: "${name}" is no array of numbers`);
    }
    return value;
  };
  const slopes = numbers('slopes');
  const intercepts = numbers('intercepts');
  const thresholds = numbers('thresholds');
  const model = modelOf(id, field(entry, 'model') ?? common, { slopes, steps: intercepts ?? thresholds });
  if (model === undefined || isDichotomousModel(model)) {
    const discrimination = number('discrimination', 1);
    const guessing = number('guessing', 0);
    const upper = number('upper', 1);
    if (!(guessing >= 0 && guessing < upper && upper <= 1)) {
      throw new RangeError(`item ${id}: guessing ${guessing} and upper ${upper} must be 0 ≤ guessing < upper ≤ 1`);
    }
    const given = field(entry, 'intercept') ?? undefined;
    const intercept = given === undefined ? -discrimination * number('difficulty') : number('intercept');
    if (!Number.isFinite(intercept)) {
      throw new RangeError(
        `item ${id}: discrimination ${discrimination} times difficulty ${number('difficulty')} is no number; check the scale of both`,
      );
    }
    const inferred: DichotomousModel = upper < 1 ? '4pl' : guessing > 0 ? '3pl' : '2pl';
    return { id, model: dichotomous(model) ?? inferred, discrimination, intercept, guessing, upper };
  }
  if (model === 'nrm') {
    if (slopes === undefined || intercepts?.length !== slopes.length) {
      throw new RangeError(`item ${id}: a nominal item needs "slopes" and "intercepts", one of each per category`);
    }
    return { id, model, slopes, intercepts };
  }
  const discrimination = number('discrimination', 1);
  const polytomous = model === 'grm' ? 'grm' : model === 'gpcm' ? 'gpcm' : model === 'rsm' ? 'rsm' : 'pcm';
  if (intercepts === undefined) {
    if (thresholds === undefined) throw new RangeError(`item ${id}: "intercepts" or "thresholds" are missing`);
    return itemFromThresholds({ id, model: polytomous, discrimination, thresholds });
  }
  if (model === 'grm' && intercepts.some((value, k) => k > 0 && !(value < (intercepts[k - 1] ?? 0)))) {
    throw new RangeError(`item ${id}: the intercepts of a graded item must fall`);
  }
  return polytomous === 'grm'
    ? { id, model: 'grm', discrimination, intercepts }
    : { id, model: polytomous, discrimination, intercepts };
}

const dichotomous = (model: ItemModel | undefined): DichotomousModel | undefined =>
  model === 'rasch' || model === '1pl' || model === '2pl' || model === '3pl' || model === '4pl' ? model : undefined;

function modelOf(
  id: string,
  given: unknown,
  has: { readonly slopes: readonly number[] | undefined; readonly steps: readonly number[] | undefined },
): ItemModel | undefined {
  const model = ITEM_MODELS.find((known) => known === given);
  if (given !== undefined && model === undefined) {
    throw new RangeError(`item ${id}: there is no model "${given}"; the models are ${ITEM_MODELS.join(', ')}`);
  }
  if (model !== undefined) return model;
  if (has.slopes !== undefined) return 'nrm';
  if (has.steps !== undefined) {
    throw new RangeError(
      `item ${id}: the model of an item with several categories must be given: pcm, gpcm, rsm or grm`,
    );
  }
  return undefined;
}
