import {
  DICHOTOMOUS_MODELS,
  type DichotomousModel,
  type Item,
  itemFromThresholds,
  STEP_MODELS,
  type StepModel,
} from '../irt/items/item.ts';
import { listAt, numberAt, objectAt, type Place, refuse, stringAt } from './read-json.ts';

const isDichotomousModel = (model: string): model is DichotomousModel =>
  DICHOTOMOUS_MODELS.some((one) => one === model);
const isStepModel = (model: string): model is StepModel => STEP_MODELS.some((one) => one === model);

/** What an entry of `items` of a calibration says besides its id; null and absent are the same. */
const given = (fields: ReadonlyMap<string, unknown>, key: string): unknown => fields.get(key) ?? undefined;

/**
 * Reads the parameters of an item as a calibration writes them: `discrimination` with `intercept` or `difficulty`,
 * `guessing`, `upper`, or with `intercepts` or `thresholds`; `slopes` and `intercepts` of nominal items.
 *
 * @param model for items that do not say theirs.
 * @throws {RangeError} naming the place of what is missing.
 */
export function readParameters(value: unknown, place: Place, id: string, model?: string): Item {
  const fields = objectAt(value, place);
  const name = fields.has('model') ? stringAt(fields.get('model'), `${place}.model`) : (model ?? guessModel(fields));
  const numbers = (key: string): readonly number[] => listAt(given(fields, key), `${place}.${key}`, numberAt);
  const number = (key: string, otherwise?: number): number =>
    given(fields, key) === undefined && otherwise !== undefined
      ? otherwise
      : numberAt(given(fields, key), `${place}.${key}`);
  if (name === 'nrm') return { id, model: 'nrm', slopes: numbers('slopes'), intercepts: numbers('intercepts') };
  const discrimination = number('discrimination', 1);
  if (isDichotomousModel(name)) {
    const intercept =
      given(fields, 'intercept') === undefined ? -discrimination * number('difficulty') : number('intercept');
    return { id, model: name, discrimination, intercept, guessing: number('guessing', 0), upper: number('upper', 1) };
  }
  if (name !== 'grm' && !isStepModel(name))
    return refuse(name, `${place}.model`, 'the name of a model, such as 2pl or grm');
  if (given(fields, 'intercepts') === undefined)
    return itemFromThresholds({ id, model: name, discrimination, thresholds: numbers('thresholds') });
  const intercepts = numbers('intercepts');
  return name === 'grm'
    ? { id, model: name, discrimination, intercepts }
    : { id, model: name, discrimination, intercepts };
}

const guessModel = (fields: ReadonlyMap<string, unknown>): string => {
  if (given(fields, 'slopes') !== undefined) return 'nrm';
  if (given(fields, 'thresholds') !== undefined || given(fields, 'intercepts') !== undefined) return 'gpcm';
  return given(fields, 'upper') !== undefined ? '4pl' : given(fields, 'guessing') !== undefined ? '3pl' : '2pl';
};

/** Items by id, from a calibration (`{model, items}`) or the list of its items alone. */
export function readCalibratedItems(value: unknown, place: Place): ReadonlyMap<string, Item> {
  const whole = Array.isArray(value) ? undefined : objectAt(value, place);
  const model = typeof whole?.get('model') === 'string' ? stringAt(whole.get('model'), place) : undefined;
  const entries = listAt(whole === undefined ? value : whole.get('items'), place, (entry, at) => {
    const id = String(objectAt(entry, at).get('id') ?? '');
    return [id, readParameters(entry, at, id, model)] as const;
  });
  return new Map(entries);
}
