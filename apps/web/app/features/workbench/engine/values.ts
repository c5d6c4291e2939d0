import type { PlainValue, VariableDeclaration } from '@testamur/qti';

/** A row of the table of outcomes. */
export interface VariableRow {
  readonly identifier: string;
  readonly value: PlainValue;
  /** Such as `single float`. */
  readonly type: string;
  readonly interpretation: string | null;
}

type Declared = Pick<VariableDeclaration, 'identifier' | 'cardinality' | 'baseType'> & {
  readonly interpretation?: string | null;
};

export const variableRow = (declared: Declared, value: PlainValue | undefined): VariableRow => ({
  identifier: declared.identifier,
  value: value ?? null,
  type: declared.baseType === null ? declared.cardinality : `${declared.cardinality} ${declared.baseType}`,
  interpretation: declared.interpretation ?? null,
});

/** The value in words for people; null is QTI's NULL, which each page says in its own words. */
export const valueWords = (value: PlainValue): string | null => {
  if (value === null) return null;
  if (typeof value === 'number') return String(Number(value.toPrecision(12)));
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return value.map((one) => valueWords(one)).join(', ');
  return Object.entries(value)
    .map(([field, one]) => `${field}: ${valueWords(one) ?? '–'}`)
    .join('; ');
};

const isList = (value: object): value is readonly (string | number | boolean)[] => Array.isArray(value);
