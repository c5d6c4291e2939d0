import type { AreaMapping, Mapping } from '../../model/declarations.ts';
import type { BaseType, Scalar } from '../../model/value.ts';
import { childElements, type XmlElement } from '../../xml/tree.ts';
import { AREA_IN_WORDS, readArea } from '../area.ts';
import { Attributes } from '../attributes.ts';
import { qtiName } from '../namespace.ts';
import type { Report } from '../report.ts';
import { literalInWords, readLiteral } from './literal.ts';

/** Reads qti-mapping (class Mapping). */
export function readMapping(element: XmlElement, baseType: BaseType, report: Report): Mapping {
  const entries = new Map<Scalar, Mapping['entries'][number]>();
  const bounds = readBounds(element, report);
  for (const child of entriesOf(element, 'qti-map-entry', report)) {
    const attributes = new Attributes(child, report);
    const text = attributes.require('map-key');
    const value = requireNumber(attributes, 'mapped-value', report);
    const caseSensitive = attributes.boolean('case-sensitive', true);
    attributes.finish();
    const key = readLiteral(text, baseType, child, report);
    if (key === undefined) {
      report.lose(
        child,
        `the map-key ${JSON.stringify(text.slice(0, 60))} is not ${literalInWords(baseType)}; left out`,
      );
      continue;
    }
    const own = sameFor(key, baseType);
    const known = entries.get(own);
    if (known !== undefined && known.value !== value) {
      report.refuse(child, `the map-key "${text}" is used twice, for different values; remove one`);
    }
    if (known !== undefined) report.lose(child, `the map-key "${text}" is used twice; the second is left out`);
    else entries.set(own, { key, value, caseSensitive: baseType === 'string' ? caseSensitive : true });
  }
  return { ...bounds, entries: [...entries.values()] };
}

/** What equal keys have alike: the members of a pair have no order. */
function sameFor(key: Scalar, baseType: BaseType): Scalar {
  return baseType === 'pair' ? String(key).split(' ').sort().join(' ') : key;
}

/** Reads qti-area-mapping (class AreaMapping). */
export function readAreaMapping(element: XmlElement, report: Report): AreaMapping {
  const bounds = readBounds(element, report);
  const entries = entriesOf(element, 'qti-area-map-entry', report).map((child) => {
    const attributes = new Attributes(child, report);
    const area = readArea(attributes) ?? report.refuse(child, `<${child.local}>: ${AREA_IN_WORDS}`);
    const value = requireNumber(attributes, 'mapped-value', report);
    attributes.finish();
    return { area, value };
  });
  return { ...bounds, entries };
}

/** A number that must be there. */
export function requireNumber(attributes: Attributes, name: string, report: Report): number {
  const { element } = attributes;
  return attributes.number(name) ?? report.refuse(element, `<${element.local}> needs the attribute ${name}`);
}

/** The children of a table that are its entries; others are reported. */
export function entriesOf(element: XmlElement, name: string, report: Report): XmlElement[] {
  const entries = childElements(element).filter((child) => {
    const isEntry = qtiName(child) === name;
    if (!isEntry) report.lose(child, `<${child.local}> is not known inside <${element.local}>; left out`);
    return isEntry;
  });
  if (entries.length === 0) report.lose(element, `<${element.local}> has no <${name}>; every value gets its default`);
  return entries;
}

function readBounds(element: XmlElement, report: Report): Omit<Mapping, 'entries'> {
  const attributes = new Attributes(element, report);
  const lowerBound = attributes.number('lower-bound');
  const upperBound = attributes.number('upper-bound');
  const defaultValue = attributes.number('default-value') ?? 0;
  attributes.finish();
  if (lowerBound !== null && upperBound !== null && lowerBound > upperBound) {
    report.refuse(element, 'lower-bound of a mapping must not be above its upper-bound');
  }
  return { defaultValue, lowerBound, upperBound };
}
