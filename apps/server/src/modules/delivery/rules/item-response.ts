import { type PlainValue, type PlainValues, seedOf } from '@testamur/qti';

/**
 * What a candidate answers to one item. Of an item with one response variable (most items) it is that variable's value; of an
 * item with several an object of values by their identifiers.
 */
export type ItemResponse = PlainValue | PlainValues;

/** What is random in an item (the order of choices, template values) stays as it is throughout an attempt, and in scoring it. */
export const seedOfItem = (attemptId: string, itemId: string): number => seedOf(`${attemptId}/${itemId}`);

/** The values by response variable; a variable that an answer leaves out is not answered. */
export const responsesOf = (identifiers: readonly string[], response: ItemResponse): PlainValues => {
  const [only, ...more] = identifiers;
  if (only !== undefined && more.length === 0) return { [only]: response as PlainValue };
  const values = isObject(response) ? response : {};
  return Object.fromEntries([
    ...identifiers.map((identifier): [string, PlainValue] => [identifier, null]),
    ...Object.entries(values),
  ]);
};

const isObject = (response: ItemResponse): response is PlainValues =>
  typeof response === 'object' && response !== null && !Array.isArray(response);

/** No text, no choice, an empty list, and an object of nothing but these: not answered. */
export const isAnswered = (response: ItemResponse): boolean => {
  if (response === null || response === '') return false;
  if (Array.isArray(response)) return response.length > 0;
  return isObject(response) ? Object.values(response).some(isAnswered) : true;
};
