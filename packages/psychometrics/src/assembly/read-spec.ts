import type { Item } from '../irt/items/item.ts';
import { listAt, numberAt, objectAt, optional, type Place, refuse, stringAt } from './read-json.ts';
import { readCalibratedItems, readParameters } from './read-parameters.ts';
import type {
  Aim,
  AssemblySpec,
  AttributeValue,
  Condition,
  ContentConstraint,
  FormSpec,
  Objective,
  PoolItem,
  Quantity,
  Range,
  StimulusSpec,
} from './spec.ts';

const ids = (value: unknown, place: Place): readonly string[] => listAt(value, place, stringAt);

function attributeValue(value: unknown, place: Place): AttributeValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return numberAt(value, place);
}

function range(value: unknown, place: Place): Range {
  const fields = objectAt(value, place, ['min', 'max']);
  return { ...optional(fields, 'min', place, numberAt), ...optional(fields, 'max', place, numberAt) };
}

const length = (value: unknown, place: Place): number | Range =>
  typeof value === 'number' ? numberAt(value, place) : range(value, place);

function condition(value: unknown, place: Place): Condition {
  const entries = [...objectAt(value, place)].map(([key, test]): readonly [string, Condition[string]] => {
    const at = `${place}.${key}`;
    if (key === 'any' || key === 'all') return [key, listAt(test, at, condition)];
    if (key === 'not') return [key, condition(test, at)];
    if (Array.isArray(test)) return [key, listAt(test, at, attributeValue)];
    return [key, typeof test === 'object' && test !== null ? range(test, at) : attributeValue(test, at)];
  });
  return Object.fromEntries(entries);
}

const excluded = (value: unknown, place: Place): readonly string[] | Condition =>
  Array.isArray(value) ? ids(value, place) : condition(value, place);

function quantityOf(fields: ReadonlyMap<string, unknown>, place: Place): Quantity | undefined {
  if (fields.has('information')) return { information: numberAt(fields.get('information'), `${place}.information`) };
  if (fields.has('sum')) return { sum: stringAt(fields.get('sum'), `${place}.sum`) };
  const count = fields.get('count');
  if (count === undefined) return undefined;
  return count === 'items' || count === 'stimuli' ? { count } : refuse(count, `${place}.count`, '"items" or "stimuli"');
}

function item(calibrated: ReadonlyMap<string, Item>): (value: unknown, place: Place) => PoolItem {
  return (value, place) => {
    const fields = objectAt(value, place, [
      'id',
      'attributes',
      'parameters',
      'information',
      'enemies',
      'stimulus',
      'exposure',
    ]);
    const id = stringAt(fields.get('id'), `${place}.id`);
    const known = calibrated.get(id);
    return {
      id,
      ...optional(fields, 'attributes', place, (given, at) =>
        Object.fromEntries([...objectAt(given, at)].map(([name, one]) => [name, attributeValue(one, `${at}.${name}`)])),
      ),
      ...(known === undefined ? {} : { parameters: known }),
      ...optional(fields, 'parameters', place, (given, at) => readParameters(given, at, id)),
      ...optional(fields, 'information', place, informationPoints),
      ...optional(fields, 'enemies', place, ids),
      ...optional(fields, 'stimulus', place, stringAt),
      ...optional(fields, 'exposure', place, numberAt),
    };
  };
}

/** `{"-1": 0.2, "0": 0.5}`. */
const informationPoints = (value: unknown, place: Place): readonly { theta: number; value: number }[] =>
  [...objectAt(value, place)].map(([theta, information]) => ({
    theta: numberAt(theta.trim() === '' ? theta : Number(theta), `${place}: the value of θ "${theta}"`),
    value: numberAt(information, `${place}["${theta}"]`),
  }));

function constraint(value: unknown, place: Place): ContentConstraint {
  const fields = objectAt(value, place, ['name', 'where', 'count', 'sum', 'information', 'per', 'min', 'max', 'forms']);
  const quantity = quantityOf(fields, place);
  return {
    name: stringAt(fields.get('name'), `${place}.name`),
    ...optional(fields, 'where', place, condition),
    ...(quantity === undefined ? {} : { quantity }),
    ...optional(fields, 'per', place, (per, at) =>
      per === 'item' || per === 'form' ? per : refuse(per, at, '"item" or "form"'),
    ),
    ...optional(fields, 'min', place, numberAt),
    ...optional(fields, 'max', place, numberAt),
    ...optional(fields, 'forms', place, ids),
  };
}

function aim(value: unknown, place: Place): Aim & { readonly target?: number } {
  const fields = objectAt(value, place, ['information', 'sum', 'count', 'weight', 'where', 'target']);
  const quantity = quantityOf(fields, place) ?? refuse(value, place, 'one of information, sum or count');
  return {
    ...quantity,
    ...optional(fields, 'weight', place, numberAt),
    ...optional(fields, 'where', place, condition),
    ...optional(fields, 'target', place, numberAt),
  };
}

function objective(value: unknown, place: Place): Objective {
  const fields = objectAt(value, place, ['goal', 'aims']);
  const goal = fields.get('goal');
  if (goal === 'feasible') return { goal };
  const aims = listAt(fields.get('aims'), `${place}.aims`, aim);
  if (goal === 'maximize' || goal === 'minimize' || goal === 'maximin') return { goal, aims };
  if (goal !== 'target') return refuse(goal, `${place}.goal`, 'maximize, minimize, maximin, target or feasible');
  return {
    goal,
    aims: aims.map((one, at) => ({ ...one, target: numberAt(one.target, `${place}.aims[${at}].target`) })),
  };
}

function form(value: unknown, place: Place): FormSpec {
  const fields = objectAt(value, place, ['name', 'length', 'include', 'exclude']);
  return {
    name: stringAt(fields.get('name'), `${place}.name`),
    ...optional(fields, 'length', place, length),
    ...optional(fields, 'include', place, ids),
    ...optional(fields, 'exclude', place, excluded),
  };
}

function stimulus(value: unknown, place: Place): StimulusSpec {
  const fields = objectAt(value, place, ['id', 'min', 'max', 'attributes']);
  return {
    id: stringAt(fields.get('id'), `${place}.id`),
    ...optional(fields, 'min', place, (min, at) => (min === 'all' ? min : numberAt(min, at))),
    ...optional(fields, 'max', place, numberAt),
    ...optional(fields, 'attributes', place, (given, at) =>
      Object.fromEntries([...objectAt(given, at)].map(([name, one]) => [name, numberAt(one, `${at}.${name}`)])),
    ),
  };
}

const KEYS = [
  ...[
    'items',
    'parameters',
    'forms',
    'length',
    'constraints',
    'objective',
    'enemies',
    'together',
    'stimuli',
    'include',
  ],
  ...['exclude', 'overlap', 'use', 'timeLimit', 'gap', 'absoluteGap'],
];

/**
 * Reads SPEC.json, once parsed.
 *
 * @throws {RangeError} naming the place of what cannot be read, and keys that mean nothing.
 */
export function readAssemblySpec(value: unknown): AssemblySpec {
  const place = 'SPEC';
  const fields = objectAt(value, place, KEYS);
  const calibrated = fields.has('parameters')
    ? readCalibratedItems(fields.get('parameters'), `${place}.parameters`)
    : new Map<string, Item>();
  const sets = (given: unknown, at: Place): readonly (readonly string[])[] => listAt(given, at, ids);
  return {
    items: listAt(fields.get('items'), `${place}.items`, item(calibrated)),
    objective: objective(fields.get('objective'), `${place}.objective`),
    ...optional(fields, 'forms', place, (forms, at) =>
      Array.isArray(forms) ? listAt(forms, at, form) : numberAt(forms, at),
    ),
    ...optional(fields, 'length', place, length),
    ...optional(fields, 'constraints', place, (given, at) => listAt(given, at, constraint)),
    ...optional(fields, 'enemies', place, sets),
    ...optional(fields, 'together', place, sets),
    ...optional(fields, 'stimuli', place, (given, at) => listAt(given, at, stimulus)),
    ...optional(fields, 'include', place, ids),
    ...optional(fields, 'exclude', place, excluded),
    ...optional(fields, 'overlap', place, range),
    ...optional(fields, 'use', place, (given, at) => {
      const use = objectAt(given, at, ['max', 'lifetime']);
      return { ...optional(use, 'max', at, numberAt), ...optional(use, 'lifetime', at, numberAt) };
    }),
    ...optional(fields, 'timeLimit', place, numberAt),
    ...optional(fields, 'gap', place, numberAt),
    ...optional(fields, 'absoluteGap', place, numberAt),
  };
}
