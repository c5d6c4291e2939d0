import type { PrintedVariableNode } from '../model/content.ts';
import type { BaseType, PlainValue, PlainValues, Scalar } from '../model/value.ts';
import type { Declared } from '../value/plain.ts';

/** What one printed variable shows at most, and how wide a directive makes it. */
const MAX_PRINTED = 10_000;
const MAX_WIDTH = 200;

const DIRECTIVE = /%([-+ 0#]*)(\d{1,3})?(?:\.(\d{1,3}))?([diufeEgGsxXob%])/g;

/** The form in which a printed variable says that it is to be shown; of a node, and of what is made like one. */
export type PrintForm = Pick<
  PrintedVariableNode,
  'format' | 'powerForm' | 'base' | 'index' | 'delimiter' | 'field' | 'mappingIndicator'
>;

/**
 * The words that a printed variable shows (QTI 3.0 ASI information model, class PrintedVariable): nothing for NULL; a
 * container as its members with the delimiter between, or the one that `index` names; a record as its fields
 * `name=value`, or the one that `field` names.
 *
 * @param values of the variables that `base` and `index` may name.
 */
export function formatVariable(
  form: PrintForm,
  value: PlainValue,
  declared: Declared,
  values: PlainValues = {},
): string {
  return formatAll(form, value, declared, values).slice(0, MAX_PRINTED);
}

function formatAll(form: PrintForm, value: PlainValue, declared: Declared, values: PlainValues): string {
  if (value === null) return '';
  const delimiter = form.delimiter ?? ';';
  if (typeof value !== 'object') return formatScalar(form, value, declared.baseType, values);
  if (isList(value)) {
    const index = form.index === null ? null : (numberOf(form.index, values) ?? 0);
    const members = index === null ? value : value.slice(index - 1, index < 1 ? 0 : index);
    return joined(members, delimiter, (member) => formatScalar(form, member, declared.baseType, values));
  }
  const fieldOf = (name: string, field: Scalar | null) =>
    field === null
      ? ''
      : formatScalar(
          form,
          field,
          Object.hasOwn(declared.fields, name) ? (declared.fields[name] ?? null) : null,
          values,
        );
  if (form.field !== null) {
    return Object.hasOwn(value, form.field) ? fieldOf(form.field, value[form.field] ?? null) : '';
  }
  const indicator = form.mappingIndicator ?? '=';
  return joined(Object.entries(value), delimiter, ([name, field]) => `${name}${indicator}${fieldOf(name, field)}`);
}

/** No further than what is shown. */
function joined<T>(members: readonly T[], delimiter: string, words: (member: T) => string): string {
  let text = '';
  for (const [at, member] of members.entries()) {
    if (text.length >= MAX_PRINTED) break;
    text += (at === 0 ? '' : delimiter) + words(member);
  }
  return text;
}

function formatScalar(form: PrintForm, value: Scalar, baseType: BaseType | null, values: PlainValues): string {
  const base = numberOf(form.base, values) ?? 10;
  if (form.format !== null) return printf(form.format, value);
  if (typeof value !== 'number') return String(value);
  if (baseType === 'integer') return base >= 2 && base <= 36 ? value.toString(base) : String(value);
  return form.powerForm ? powerForm(value) : String(value);
}

/** `2500000` as `2.5 x 10^6`: with the proper signs. */
function powerForm(value: number): string {
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const superscripts = [...String(Number(exponent))].map((sign) =>
    sign === '-' ? '⁻' : (SUPERSCRIPT[Number(sign)] ?? ''),
  );
  return `${digits} × 10${superscripts.join('')}`;
}

const SUPERSCRIPT = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];

/** Fills the one value into each directive of the format, as the language C does; words around them stay. */
function printf(format: string, value: Scalar): string {
  let room = MAX_PRINTED;
  return format
    .slice(0, MAX_PRINTED)
    .replace(DIRECTIVE, (_, flags: string, width = '', precision = '', conversion = '') => {
      if (room <= 0) return '';
      if (conversion === '%') return '%';
      const figures = precision === '' ? undefined : Math.min(Number(precision), 100);
      const text = convert(conversion, value, figures, flags);
      const padded = pad(text.slice(0, room), Math.min(Number(width), MAX_WIDTH), flags, conversion === 's');
      room -= padded.length;
      return padded;
    });
}

function convert(conversion: string, value: Scalar, precision: number | undefined, flags: string): string {
  if (conversion === 's') return String(value).slice(0, precision);
  const number = typeof value === 'boolean' ? Number(value) : Number(value);
  if (!Number.isFinite(number)) return String(value);
  const text = convertNumber(conversion, Math.abs(number), precision, flags);
  if (number < 0) return `-${text}`;
  return flags.includes('+') ? `+${text}` : flags.includes(' ') ? ` ${text}` : text;
}

function convertNumber(conversion: string, number: number, precision: number | undefined, flags: string): string {
  switch (conversion) {
    case 'f':
      return number < 1e21 ? number.toFixed(precision ?? 6) : BigInt(number).toString();
    case 'e':
    case 'E': {
      const text = number.toExponential(precision ?? 6).replace(/e([+-])(\d)$/, 'e$10$2');
      return conversion === 'E' ? text.toUpperCase() : text;
    }
    case 'g':
    case 'G': {
      const text = general(number, precision === undefined ? 6 : Math.max(1, precision), flags.includes('#'));
      return conversion === 'G' ? text.toUpperCase() : text;
    }
    default: {
      const radix = { x: 16, X: 16, o: 8, b: 2 }[conversion] ?? 10;
      const text = BigInt(Math.trunc(number))
        .toString(radix)
        .padStart(precision ?? 1, '0');
      return conversion === 'X' ? text.toUpperCase() : text;
    }
  }
}

/** The shorter of %e and %f, without zeros at the end. */
function general(number: number, figures: number, keepZeros: boolean): string {
  const exponent = number === 0 ? 0 : Number(number.toExponential(figures - 1).split('e')[1]);
  const trimmed = (text: string) => (keepZeros || !text.includes('.') ? text : text.replace(/\.?0+$/, ''));
  if (exponent >= -4 && exponent < figures) return trimmed(number.toFixed(Math.min(100, figures - 1 - exponent)));
  const [digits = '', power = ''] = number.toExponential(figures - 1).split('e');
  return `${trimmed(digits)}e${power.replace(/^([+-])(\d)$/, '$10$2')}`;
}

function pad(text: string, width: number, flags: string, isText: boolean): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0') || isText) return text.padStart(width);
  const sign = /^[-+ ]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}

function numberOf(value: number | { readonly variable: string }, values: PlainValues): number | undefined {
  if (typeof value === 'number') return value;
  const found = Object.hasOwn(values, value.variable) ? values[value.variable] : undefined;
  return typeof found === 'number' ? found : undefined;
}

function isList(value: PlainValue): value is readonly Scalar[] {
  return Array.isArray(value);
}
