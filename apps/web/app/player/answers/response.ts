import type { PlainValue, PlainValues } from '@testamur/qti';

/**
 * What is sent and stored for one item: the value of its response variable or, where it has several, an object of values by
 * their identifiers. null where there is no answer, or it was taken back.
 */
export type ResponseValue = PlainValue | PlainValues;

/** How a response is built: by the item's response variables. */
interface Answerable {
  readonly responseIdentifiers: readonly string[];
}

const isObject = (response: ResponseValue): response is PlainValues =>
  typeof response === 'object' && response !== null && !Array.isArray(response);

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

const isPlain = (value: unknown): value is PlainValue => {
  if (value === null || isScalar(value)) return true;
  if (Array.isArray(value)) return value.every(isScalar);
  return typeof value === 'object' && Object.values(value).every((field) => field === null || isScalar(field));
};

/** Whether JSON is a response: a value, or values by identifier. */
export const isResponse = (value: unknown): value is ResponseValue =>
  isPlain(value) || (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isPlain));

/** NULL, an empty text or list, and an object of nothing but these are no answer. */
export const isAnswered = (response: ResponseValue | undefined): boolean => {
  if (response === undefined || response === null || response === '') return false;
  if (Array.isArray(response)) return response.length > 0;
  return isObject(response) ? Object.values(response).some(isAnswered) : true;
};

/** The values by response variable, as the player takes them. */
export const valuesOf = ({ responseIdentifiers }: Answerable, response: ResponseValue | undefined): PlainValues => {
  const [only, ...more] = responseIdentifiers;
  if (response === undefined || response === null || only === undefined) return {};
  // The one variable of an item may hold a record, which is an object as well.
  if (more.length === 0) return { [only]: response as PlainValue };
  return isObject(response) ? response : {};
};

/** The response with the value of one variable; null once no variable holds an answer. */
export const withValue = (
  item: Answerable,
  response: ResponseValue | undefined,
  identifier: string,
  value: PlainValue,
): ResponseValue => {
  const values = { ...valuesOf(item, response), [identifier]: value };
  const [only, ...more] = item.responseIdentifiers;
  if (more.length === 0) return only === identifier && isAnswered(value) ? value : null;
  const answered = item.responseIdentifiers.flatMap((each): [string, PlainValue][] => {
    const own = values[each];
    return own !== undefined && isAnswered(own) ? [[each, own]] : [];
  });
  return answered.length === 0 ? null : Object.fromEntries(answered);
};
