/** A place in a JSON document, for messages: `items[3].parameters`. */
export type Place = string;

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 60) ?? String(value);

/** @throws {RangeError} saying what stands at the place, and what should. */
export function refuse(value: unknown, place: Place, wanted: string): never {
  throw new RangeError(`${place} is ${value === undefined ? 'missing' : shown(value)}; give ${wanted}`);
}

/** An object of a JSON document whose keys are all known: a key that is misspelled would else be ignored in silence. */
export function objectAt(value: unknown, place: Place, known?: readonly string[]): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(value, place, 'an object');
  const fields = new Map<string, unknown>(Object.entries(value));
  for (const key of fields.keys()) {
    if (known !== undefined && !known.includes(key)) {
      throw new RangeError(`${place} has the key "${key}", which means nothing here; known are ${known.join(', ')}`);
    }
  }
  return fields;
}

/** A finite number. @throws {RangeError} naming the place where there is none. */
export function numberAt(value: unknown, place: Place): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : refuse(value, place, 'a number');
}

/** A text that is not empty. @throws {RangeError} naming the place where there is none. */
export function stringAt(value: unknown, place: Place): string {
  return typeof value === 'string' && value !== '' ? value : refuse(value, place, 'a text');
}

/** Each element of an array, read by `read` with its own place. */
export function listAt<T>(value: unknown, place: Place, read: (element: unknown, place: Place) => T): readonly T[] {
  if (!Array.isArray(value)) return refuse(value, place, 'a list');
  return value.map((element: unknown, at) => read(element, `${place}[${at}]`));
}

/** `{[key]: read}` when the key is there, nothing when it is not. */
export function optional<K extends string, T>(
  fields: ReadonlyMap<string, unknown>,
  key: K,
  place: Place,
  read: (value: unknown, place: Place) => T,
): { readonly [key in K]?: T } {
  const value = fields.get(key);
  if (value === undefined) return {};
  const entry: { [key in K]?: T } = {};
  entry[key] = read(value, `${place}.${key}`);
  return entry;
}
