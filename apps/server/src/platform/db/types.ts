import { type CustomTypesConfig, types as defaults } from 'pg';

/** The OIDs of `pg_type`, the array type second. */
const OID = {
  int8: [20, 1016],
  date: [1082, 1182],
  timestamp: [1114, 1115],
  interval: [1186, 1187],
  numeric: [1700, 1231],
} as const;

const parseInt8 = (text: string): number => {
  const number = Number(text);
  // Loud rather than rounded: no count, amount or sequence of ours comes near.
  if (!Number.isSafeInteger(number)) throw new RangeError(`The bigint ${text} is beyond 2^53 - 1; select it as text.`);
  return number;
};
const asText = (text: string): string => text;

/** The parser of `text[]` splits an array of any type and any number of dimensions into (nested) texts. */
const TEXT_ARRAY: number = 1009;
const splitArray: (text: string) => unknown = defaults.getTypeParser(TEXT_ARRAY, 'text');
const each = (parse: (text: string) => unknown) => {
  const walk = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(walk) : typeof value === 'string' ? parse(value) : value;
  return (text: string): unknown => walk(splitArray(text));
};

const parsers = new Map<number, (text: string) => unknown>(
  (Object.keys(OID) as (keyof typeof OID)[]).flatMap((name) => {
    const parse = name === 'int8' ? parseInt8 : asText;
    return [
      [OID[name][0], parse],
      [OID[name][1], each(parse)],
    ];
  }),
);

/**
 * How values arrive: `timestamptz` as Date; `bigint` as number; `numeric` as exact text; `date` as `YYYY-MM-DD`;
 * `interval` as ISO 8601 text; `json` and `jsonb` parsed. `schema.gen.ts` says the same in types.
 */
export const types: CustomTypesConfig = {
  getTypeParser: (oid: number, format: 'text' | 'binary' = 'text') =>
    (format === 'text' && parsers.get(oid)) || defaults.getTypeParser(oid, format),
};
