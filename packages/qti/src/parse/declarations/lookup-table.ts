import type { LookupTable } from '../../model/declarations.ts';
import type { BaseType, Scalar } from '../../model/value.ts';
import type { XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import type { Report } from '../report.ts';
import { literalInWords, readLiteral } from './literal.ts';
import { entriesOf, requireNumber } from './mapping.ts';

/** Reads qti-match-table (class MatchTable). */
export function readMatchTable(element: XmlElement, baseType: BaseType, report: Report): LookupTable {
  const defaultValue = readDefault(element, baseType, report);
  const entries = entriesOf(element, 'qti-match-table-entry', report).map((child) => {
    const attributes = new Attributes(child, report);
    const source = attributes.integer('source-value');
    if (source === null) report.refuse(child, `<${child.local}> needs the attribute source-value`);
    const target = readTarget(attributes, baseType, report);
    attributes.finish();
    return { source, target };
  });
  return { table: 'match', defaultValue, entries };
}

/** Reads qti-interpolation-table (class InterpolationTable). */
export function readInterpolationTable(element: XmlElement, baseType: BaseType, report: Report): LookupTable {
  const defaultValue = readDefault(element, baseType, report);
  const entries = entriesOf(element, 'qti-interpolation-table-entry', report).map((child) => {
    const attributes = new Attributes(child, report);
    const source = requireNumber(attributes, 'source-value', report);
    const includeBoundary = attributes.boolean('include-boundary', true);
    const target = readTarget(attributes, baseType, report);
    attributes.finish();
    return { source, includeBoundary, target };
  });
  return { table: 'interpolation', defaultValue, entries };
}

function readDefault(element: XmlElement, baseType: BaseType, report: Report): Scalar | null {
  const attributes = new Attributes(element, report);
  const text = attributes.take('default-value');
  attributes.finish();
  return text === undefined || text === '' ? null : requireTarget(element, text, baseType, report);
}

function readTarget(attributes: Attributes, baseType: BaseType, report: Report): Scalar {
  return requireTarget(attributes.element, attributes.require('target-value'), baseType, report);
}

function requireTarget(element: XmlElement, text: string, baseType: BaseType, report: Report): Scalar {
  const shown = JSON.stringify(text.slice(0, 60));
  return (
    readLiteral(text, baseType, element, report) ??
    report.refuse(element, `${shown} of <${element.local}> must be ${literalInWords(baseType)}`)
  );
}
