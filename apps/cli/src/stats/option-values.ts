import { UsageError } from '../shell/errors.ts';

/**
 * One of the words that an option takes.
 *
 * @throws UsageError naming them all.
 */
export function choice<const T extends string>(
  name: string,
  value: string | undefined,
  words: readonly T[],
  fallback?: T,
): T {
  const found = value === undefined ? fallback : words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} is one of ${words.join(', ')}${value === undefined ? '' : `, not "${value}"`}.`);
}

/** @throws UsageError where the value is no number. */
export function numberOf(name: string, value: string): number;
export function numberOf(name: string, value: string | undefined): number | undefined;
export function numberOf(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value.trim() !== '' && Number.isFinite(number)) return number;
  throw new UsageError(`--${name} is a number, not "${value}".`);
}

/** @throws UsageError where the value is no whole number from `least` on. */
export function wholeOf(name: string, value: string | undefined, least = 0): number | undefined {
  const number = numberOf(name, value);
  if (number === undefined || (Number.isSafeInteger(number) && number >= least)) return number;
  throw new UsageError(`--${name} is a whole number from ${least}, not "${value}".`);
}

/** The property where there is a value, for options that must not be undefined. */
export const given = <K extends string, V>(name: K, value: V | undefined): { readonly [name in K]?: V } =>
  value === undefined ? {} : ({ [name]: value } as { readonly [name in K]: V });
