import { type ItemResponse, isAnswered, type PlainValue, type PlainValues, responsesOf } from '@testamur/qti';

/** How a response is built: by the item's response variables. */
interface Answerable {
  readonly responseIdentifiers: readonly string[];
}

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

const isPlain = (value: unknown): value is PlainValue => {
  if (value === null || isScalar(value)) return true;
  if (Array.isArray(value)) return value.every(isScalar);
  return typeof value === 'object' && Object.values(value).every((field) => field === null || isScalar(field));
};

/** Whether JSON is a response: a value, or values by identifier. */
export const isResponse = (value: unknown): value is ItemResponse =>
  isPlain(value) || (typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isPlain));

/** The values by response variable, as the player takes them. */
export const valuesOf = ({ responseIdentifiers }: Answerable, response: ItemResponse | undefined): PlainValues =>
  responsesOf(responseIdentifiers, response ?? null);

/** The response with the value of one variable; null once no variable holds an answer. */
export const withValue = (
  item: Answerable,
  response: ItemResponse | undefined,
  identifier: string,
  value: PlainValue,
): ItemResponse => {
  const values = { ...valuesOf(item, response), [identifier]: value };
  const [only, ...more] = item.responseIdentifiers;
  if (more.length === 0) return only === identifier && isAnswered(value) ? value : null;
  const answered = item.responseIdentifiers.flatMap((each): [string, PlainValue][] => {
    const own = values[each];
    return own !== undefined && isAnswered(own) ? [[each, own]] : [];
  });
  return answered.length === 0 ? null : Object.fromEntries(answered);
};
