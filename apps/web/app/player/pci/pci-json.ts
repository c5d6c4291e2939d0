import type { BaseType, Cardinality, PlainValue, Scalar } from '@testamur/qti';

/**
 * Values as portable custom interactions have them (PCI JSON): `{base: {integer: 3}}`, `{list: {point: [[1, 2]]}}`,
 * `{record: [{name, base}]}`, `{base: null}` for NULL.
 */
export type PciJson = unknown;

interface Declared {
  readonly cardinality: Cardinality;
  readonly baseType: BaseType | null;
}

export type PciRead = { readonly ok: true; readonly value: PlainValue } | { readonly ok: false; readonly text: string };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isIdentifier = (value: unknown): value is string =>
  typeof value === 'string' && /^[\p{L}_][\p{L}\p{N}\p{M}_.-]*$/u.test(value);

const limits = { text: 1_000_000, members: 1_000 } as const;

const duration = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

const secondsOf = (text: string): number | undefined => {
  const match = duration.exec(text);
  if (match === null || text === 'P' || text.endsWith('T')) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (days ?? 0) * 86_400 + (hours ?? 0) * 3_600 + (minutes ?? 0) * 60 + (seconds ?? 0);
};

const textOfSeconds = (seconds: number): string => `PT${Number(seconds.toFixed(3))}S`;

const fileOf = (value: unknown): string | undefined => {
  if (!isObject(value)) return undefined;
  const { data, mime } = value;
  if (typeof data !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(data)) return undefined;
  if (typeof mime !== 'string' || !/^[\w.+-]+\/[\w.+-]+$/.test(mime)) return undefined;
  return `data:${mime};base64,${data}`;
};

const readers: Readonly<Record<BaseType, (value: unknown) => Scalar | undefined>> = {
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  integer: (value) => (Number.isSafeInteger(value) ? Number(value) : undefined),
  float: (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined),
  string: (value) => (typeof value === 'string' ? value : undefined),
  uri: (value) => (typeof value === 'string' ? value : undefined),
  identifier: (value) => (isIdentifier(value) ? value : undefined),
  duration: (value) => (typeof value === 'string' ? secondsOf(value) : undefined),
  file: fileOf,
  pair: (value) => pairOf(value),
  directedPair: (value) => pairOf(value),
  point: (value) =>
    Array.isArray(value) && value.length === 2 && value.every((each) => Number.isSafeInteger(each))
      ? value.join(' ')
      : undefined,
};

const pairOf = (value: unknown): string | undefined =>
  Array.isArray(value) && value.length === 2 && value.every(isIdentifier) ? value.join(' ') : undefined;

const baseTypeOf = (name: string | undefined): BaseType | undefined =>
  Object.keys(readers).find((each): each is BaseType => each === name);

const refuse = (text: string): PciRead => ({ ok: false, text });
const show = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60);

/** The one entry of `{identifier: …}`, when it is of the type that is declared. */
const typed = (holder: unknown, baseType: BaseType): { value: unknown } | string => {
  if (!isObject(holder)) return `an object with the base type '${baseType}' was expected, not ${show(holder)}`;
  const [name, ...more] = Object.keys(holder);
  // An integer is a float as well: interactions cannot tell 3 from 3.0.
  const fits = name === baseType || (name === 'integer' && baseType === 'float');
  if (name === undefined || more.length > 0 || !fits) {
    return `a value of base type '${baseType}' was expected, not ${show(holder)}`;
  }
  return { value: holder[name] };
};

const readRecord = (fields: unknown): PciRead => {
  if (!Array.isArray(fields) || fields.length > limits.members) return refuse('a record is a list of named values');
  const record: Record<string, Scalar | null> = {};
  for (const field of fields) {
    if (!isObject(field) || !isIdentifier(field.name)) return refuse(`a field has no name: ${show(field)}`);
    const { name, base } = field;
    if (base === null || base === undefined) {
      record[name] = null;
      continue;
    }
    const [kind] = isObject(base) ? Object.keys(base) : [];
    const baseType = baseTypeOf(kind);
    const value = baseType && isObject(base) ? readers[baseType](base[baseType]) : undefined;
    if (value === undefined) return refuse(`the field '${name}' has no value of a base type: ${show(base)}`);
    record[name] = value;
  }
  return { ok: true, value: fields.length === 0 ? null : record };
};

/** PCI JSON as a value of the response variable; what does not fit its declaration is refused, with the reason. */
export const fromPciJson = (json: PciJson, { cardinality, baseType }: Declared): PciRead => {
  if (json === null || json === undefined) return { ok: true, value: null };
  if (!isObject(json)) return refuse(`{base: …}, {list: …} or {record: …} was expected, not ${show(json)}`);
  if ('base' in json && json.base === null) return { ok: true, value: null };
  if (cardinality === 'record') {
    return 'record' in json ? readRecord(json.record) : refuse(`a record was expected, not ${show(json)}`);
  }
  if (baseType === null) return refuse('the response variable has no base type');
  if (cardinality === 'single') {
    const holder = typed(json.base, baseType);
    if (typeof holder === 'string') return refuse(holder);
    if (holder.value === null) return { ok: true, value: null };
    const value = readers[baseType](holder.value);
    if (value === undefined) return refuse(`${show(holder.value)} is no ${baseType}`);
    if (typeof value === 'string' && value.length > limits.text) return refuse('the value is too long');
    return { ok: true, value: value === '' ? null : value };
  }
  const holder = typed(json.list, baseType);
  if (typeof holder === 'string') return refuse(holder);
  if (!Array.isArray(holder.value)) return refuse(`a list was expected, not ${show(holder.value)}`);
  if (holder.value.length > limits.members) return refuse(`a list has at most ${limits.members} members`);
  const members: Scalar[] = [];
  for (const each of holder.value) {
    const member = readers[baseType](each);
    if (member === undefined) return refuse(`${show(each)} is no ${baseType}`);
    members.push(member);
  }
  const length = members.reduce<number>((sum, each) => sum + String(each).length, 0);
  if (length > limits.text) return refuse('the value is too long');
  return { ok: true, value: members.length === 0 ? null : members };
};

const write = (value: Scalar, baseType: BaseType): unknown => {
  switch (baseType) {
    case 'pair':
    case 'directedPair':
      return String(value).split(' ');
    case 'point':
      return String(value).split(' ').map(Number);
    case 'duration':
      return textOfSeconds(Number(value));
    case 'file': {
      const [, mime, data] = /^data:([^;,]+);base64,(.*)$/s.exec(String(value)) ?? [];
      return mime === undefined ? null : { mime, data };
    }
    default:
      return value;
  }
};

const inferred = (value: Scalar): BaseType => {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'integer' : 'float';
  return 'string';
};

/** A value as PCI JSON. Fields of a record, and values without a declared base type, say theirs by what they are. */
export const toPciJson = (value: PlainValue, { cardinality, baseType }: Declared): PciJson => {
  if (value === null) return { base: null };
  if (typeof value === 'object' && !Array.isArray(value)) {
    return {
      record: Object.entries(value).map(([name, field]: [string, Scalar | null]) =>
        field === null ? { name, base: null } : { name, base: { [inferred(field)]: field } },
      ),
    };
  }
  const members: readonly Scalar[] = Array.isArray(value) ? value : [value as Scalar];
  const kind = baseType ?? inferred(members[0] ?? '');
  const written = members.map((each) => write(each, kind));
  return cardinality === 'single' ? { base: { [kind]: written[0] } } : { list: { [kind]: written } };
};
