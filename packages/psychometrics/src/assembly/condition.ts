import type { AttributeValue, Condition, PoolItem } from './spec.ts';

/** The value of an attribute; `id`, `stimulus` and `exposure` are attributes of every item. */
export function attributeOf(item: PoolItem, attribute: string): AttributeValue {
  if (attribute === 'id') return item.id;
  if (attribute === 'stimulus') return item.stimulus ?? null;
  if (attribute === 'exposure') return item.exposure ?? 0;
  return item.attributes?.[attribute] ?? null;
}

const field = (object: object, key: string): unknown => Reflect.get(object, key);

function passes(value: AttributeValue, test: unknown): boolean {
  if (Array.isArray(test)) return test.includes(value);
  if (typeof test !== 'object' || test === null) return value === test;
  if (typeof value !== 'number') return false;
  const [min, max] = [field(test, 'min'), field(test, 'max')];
  return value >= (typeof min === 'number' ? min : -Infinity) && value <= (typeof max === 'number' ? max : Infinity);
}

const isCondition = (value: unknown): value is Condition =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isConditions = (value: unknown): value is readonly Condition[] =>
  Array.isArray(value) && value.every(isCondition);

/** Whether the item meets the condition; every item meets one that is left out. */
export function matches(item: PoolItem, condition: Condition | undefined): boolean {
  if (condition === undefined) return true;
  return Object.entries(condition).every(([key, test]: [string, unknown]) => {
    if (key === 'any' && isConditions(test)) return test.some((one) => matches(item, one));
    if (key === 'all' && isConditions(test)) return test.every((one) => matches(item, one));
    if (key === 'not' && isCondition(test)) return !matches(item, test);
    return passes(attributeOf(item, key), test);
  });
}
