/** What stands for a number that there is none of. */
export const NONE = '—';

/** A number with fixed decimals and a true minus sign; an em dash for null. */
export function fixed(value: number | null, decimals = 2): string {
  if (value === null || !Number.isFinite(value)) return NONE;
  const text = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** A share of 1 in percent. */
export const percent = (share: number | null, decimals = 1): string =>
  share === null || !Number.isFinite(share) ? NONE : `${fixed(share * 100, decimals)} %`;

/** A whole number with thousands set apart: 1,636. */
export const count = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 0 });

/**
 * So many of something: `1 judge`, `1,636 candidates`.
 *
 * @param one the noun in the singular.
 * @param more the plural where it is not the singular with an s.
 */
export const counted = (n: number, one: string, more = `${one}s`): string => `${count(n)} ${n === 1 ? one : more}`;

/** A p value to three decimals, and below that `< 0.001`. */
export function pValue(p: number | null): string {
  if (p === null || !Number.isFinite(p)) return NONE;
  return p < 0.001 ? '< 0.001' : fixed(p, 3);
}

/** An interval: 0.76 to 0.83. */
export const interval = (bounds: readonly [number, number] | null, decimals = 2): string =>
  bounds === null ? NONE : `${fixed(bounds[0], decimals)} to ${fixed(bounds[1], decimals)}`;
