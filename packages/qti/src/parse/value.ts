import type { BaseType, ScalarValue } from '../model/item.ts';
import { ownText, type XmlElement } from '../xml/tree.ts';
import { isIdentifier, parseNumber } from './lexical.ts';
import type { Report } from './report.ts';

/**
 * The value written in an element (qti-value, qti-base-value) as its base type. Base types that no supported
 * interaction produces keep their text.
 */
export function readValue(element: XmlElement, baseType: BaseType | null, report: Report): ScalarValue {
  const text = ownText(element);
  const trimmed = text.trim();
  const bad = (wanted: string): never =>
    report.refuse(element, `${JSON.stringify(trimmed.slice(0, 60))} in <${element.local}> must be ${wanted}`);
  switch (baseType) {
    case 'string':
      return text;
    case 'identifier':
      return isIdentifier(trimmed) ? trimmed : bad('an identifier');
    case 'boolean':
      if (/^(true|1)$/.test(trimmed)) return true;
      return /^(false|0)$/.test(trimmed) ? false : bad('true or false');
    case 'integer':
      return /^[+-]?\d{1,15}$/.test(trimmed) ? Number(trimmed) : bad('a whole number');
    case 'float':
      return parseNumber(trimmed) ?? bad('a number');
    default:
      return trimmed;
  }
}
