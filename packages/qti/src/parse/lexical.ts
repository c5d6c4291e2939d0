export { isIdentifier, isLooseIdentifier } from '../value/xml-name.ts';

/** A finite decimal number as XML Schema writes floats; undefined for anything else, INF and NaN included. */
export function parseNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : undefined;
}

/** The words of a white-space separated list, each once. */
export function tokens(text: string | undefined): string[] {
  return [...new Set((text ?? '').split(/[ \t\r\n]+/).filter((word) => word !== ''))];
}
