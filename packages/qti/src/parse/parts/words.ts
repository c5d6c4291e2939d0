import type { Attributes } from '../attributes.ts';
import type { Report } from '../report.ts';

/**
 * Attributes that say how something is offered: what is written wrongly is reported and read as its default, for the
 * item still means the same.
 */
export function word<T extends string>(
  attributes: Attributes,
  name: string,
  allowed: readonly T[],
  fallback: T,
  report: Report,
): T {
  const value = attributes.take(name)?.trim();
  if (value === undefined) return fallback;
  const found = allowed.find((one) => one === value);
  return found ?? misread(attributes, name, value, `one of ${allowed.join(', ')}`, fallback, report);
}

export function flag(attributes: Attributes, name: string, fallback: boolean, report: Report): boolean {
  const value = attributes.take(name)?.trim();
  if (value === undefined) return fallback;
  const small = value.toLowerCase();
  if (!/^(true|false|1|0)$/.test(small)) return misread(attributes, name, value, 'true or false', fallback, report);
  const read = small === 'true' || small === '1';
  // The same value: said, as it is no boolean of XML.
  return small === value ? read : misread(attributes, name, value, 'true or false', read, report);
}

/** A whole number from 0 up. */
export function count<T extends number | null>(
  attributes: Attributes,
  name: string,
  fallback: T,
  report: Report,
): number | T {
  const value = attributes.take(name)?.trim() ?? '';
  if (value === '') return fallback;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  return misread(attributes, name, value, 'a whole number, 0 or more', fallback, report);
}

function misread<T>(
  attributes: Attributes,
  name: string,
  value: string,
  wanted: string,
  fallback: T,
  report: Report,
): T {
  const { element } = attributes;
  const instead = fallback === null ? 'left out' : `read as ${String(fallback)}`;
  report.lose(
    element,
    `${name}=${JSON.stringify(value.slice(0, 60))} of <${element.local}> must be ${wanted}; ${instead}`,
  );
  return fallback;
}
