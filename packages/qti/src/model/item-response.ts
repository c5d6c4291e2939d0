import type { PlainValue, PlainValues } from './value.ts';

/**
 * The answer to one item, as it is sent and stored: of an item with one response variable (most items) that variable's
 * value, of an item with several an object of values by their identifiers.
 */
export type ItemResponse = PlainValue | PlainValues;

/**
 * The values by response variable; one that the answer leaves out is null, and a name that the item does not declare goes
 * on to who checks it.
 *
 * @param identifiers of the item's response variables, all of them.
 */
export function responsesOf(identifiers: readonly string[], response: ItemResponse): PlainValues {
  const [only, ...more] = identifiers;
  // The one variable of an item may hold a record, which is an object as well.
  if (only !== undefined && more.length === 0) return { [only]: response as PlainValue };
  const values = isObject(response) ? response : {};
  const none = identifiers.map((identifier): [string, PlainValue] => [identifier, null]);
  return Object.fromEntries([...none, ...Object.entries(values)]);
}

/** The answer that holds these values: the other way around. */
export function itemResponseOf(identifiers: readonly string[], values: PlainValues): ItemResponse {
  const [only, ...more] = identifiers;
  return only !== undefined && more.length === 0 ? (values[only] ?? null) : values;
}

/** NULL, an empty text or list, and an object of nothing but these are no answer. */
export function isAnswered(response: ItemResponse): boolean {
  if (response === null || response === '') return false;
  if (Array.isArray(response)) return response.length > 0;
  return isObject(response) ? Object.values(response).some(isAnswered) : true;
}

function isObject(response: ItemResponse): response is PlainValues {
  return typeof response === 'object' && response !== null && !Array.isArray(response);
}
