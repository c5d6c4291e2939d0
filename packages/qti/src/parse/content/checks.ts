/** Whether an attribute may have the value; a text says why not, where the usual words would not help. */
export type ValueCheck = (value: string) => boolean | string;

const MAX_TEXT = 2_000;

/** Free text of a bearable length. */
export const anyText: ValueCheck = (value) =>
  value.length <= MAX_TEXT || `must not be longer than ${MAX_TEXT} characters`;

export const wholeNumber: ValueCheck = (value) => /^\d{1,4}$/.test(value);
export const integer: ValueCheck = (value) => /^-?\d{1,6}$/.test(value);
export const decimal: ValueCheck = (value) => /^-?\d{1,9}(\.\d{1,9})?$/.test(value);
export const trueOrFalse: ValueCheck = (value) => value === 'true' || value === 'false';

/** A length in pixels or percent. */
export const length: ValueCheck = (value) => /^\d{1,5}(\.\d{1,3})?%?$/.test(value);

/** An attribute that is on by being there. */
export const flag: ValueCheck = (value) => /^(true|false|1|0|)$/.test(value) || /^[a-z]+$/.test(value);

export const matches =
  (pattern: RegExp): ValueCheck =>
  (value) =>
    pattern.test(value);

/** One of the words that stand in `list`, separated by spaces. */
export const oneOf = (list: string): ValueCheck => {
  const words = new Set(list.split(' '));
  return (value) => words.has(value);
};

const NAME = '[\\p{L}_][\\p{L}\\p{N}_.\\u00B7-]{0,127}';
/** The id of an element. */
export const id: ValueCheck = matches(new RegExp(`^${NAME}$`, 'u'));
/** Ids of elements, separated by spaces. */
export const ids: ValueCheck = matches(new RegExp(`^${NAME}( +${NAME}){0,49}$`, 'u'));

/** A BCP 47 language tag in its usual shape. */
export const isLanguageTag = (value: string): boolean => /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(value);

/** A media type, parameters included. */
export const mediaType: ValueCheck = matches(/^[\w.+-]{1,80}\/[\w.+*-]{1,80}( *; *[\w-]+=[\w.,+"-]+)*$/);

/** A media query of CSS, in its plain forms. */
export const mediaQuery: ValueCheck = matches(/^[\w\s():.,/<>=-]{1,300}$/);
