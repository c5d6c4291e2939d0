import {
  BASE_TYPES,
  type BaseType,
  CARDINALITIES,
  type Cardinality,
  type Mapping,
  type OutcomeDeclaration,
  type OutcomeValue,
  type ResponseDeclaration,
  type ScalarValue,
} from '../model/item.ts';
import { childElements, type XmlElement } from '../xml/tree.ts';
import { Attributes } from './attributes.ts';
import { qtiName } from './namespace.ts';
import type { Report } from './report.ts';
import { readValue } from './value.ts';

interface Head {
  readonly identifier: string;
  readonly cardinality: Cardinality;
  readonly baseType: BaseType | null;
}

/** Reads qti-response-declaration. */
export function readResponseDeclaration(element: XmlElement, report: Report): ResponseDeclaration {
  const attributes = new Attributes(element, report);
  const head = readHead(attributes, report);
  attributes.finish();
  let correct: ScalarValue[] = [];
  let mapping: Mapping | null = null;
  for (const child of childElements(element)) {
    const name = qtiName(child);
    if (name === 'qti-correct-response') correct = readValues(child, head, report);
    else if (name === 'qti-mapping' && head.baseType === 'identifier') mapping = readMapping(child, report);
    else report.lose(child, `<${child.local}> of a response is not supported; left out`);
  }
  return { ...head, correct, mapping };
}

/** Reads qti-outcome-declaration. */
export function readOutcomeDeclaration(element: XmlElement, report: Report): OutcomeDeclaration {
  const attributes = new Attributes(element, report);
  const head = readHead(attributes, report);
  const rest = {
    normalMaximum: attributes.number('normal-maximum'),
    normalMinimum: attributes.number('normal-minimum'),
    masteryValue: attributes.number('mastery-value'),
    interpretation: attributes.take('interpretation') ?? null,
  };
  attributes.finish();
  let values: ScalarValue[] = [];
  for (const child of childElements(element)) {
    if (qtiName(child) === 'qti-default-value') values = readValues(child, head, report);
    else report.lose(child, `<${child.local}> of an outcome is not supported; left out`);
  }
  return { ...head, defaultValue: defaultOf(head, values), ...rest };
}

/** Without a default, single numeric outcomes start at 0 and all others at NULL. */
function defaultOf({ cardinality, baseType }: Head, values: readonly ScalarValue[]): OutcomeValue {
  const [first] = values;
  if (first !== undefined) return cardinality === 'single' ? first : values;
  return cardinality === 'single' && (baseType === 'float' || baseType === 'integer') ? 0 : null;
}

function readHead(attributes: Attributes, report: Report): Head {
  const { element } = attributes;
  const identifier = attributes.identifier('identifier');
  const cardinality = attributes.oneOf('cardinality', CARDINALITIES);
  const baseType = attributes.oneOf('base-type', BASE_TYPES) ?? null;
  if (cardinality === undefined) return report.refuse(element, `"${identifier}" needs the attribute cardinality`);
  if (baseType === null && cardinality !== 'record')
    report.refuse(element, `"${identifier}" needs the attribute base-type`);
  if (cardinality === 'record') report.loseScoring(element, `"${identifier}": record cardinality is not supported`);
  return { identifier, cardinality, baseType };
}

function readValues(element: XmlElement, { cardinality, baseType }: Head, report: Report): ScalarValue[] {
  new Attributes(element, report).finish();
  const values: ScalarValue[] = [];
  for (const child of childElements(element)) {
    if (qtiName(child) !== 'qti-value') {
      report.lose(child, `<${child.local}> is not supported inside <${element.local}>; left out`);
      continue;
    }
    new Attributes(child, report).finish();
    values.push(readValue(child, baseType, report));
  }
  if (values.length === 0) report.refuse(element, `<${element.local}> needs a <qti-value>`);
  if (cardinality === 'single' && values.length > 1) {
    report.refuse(element, 'single cardinality takes one <qti-value>; remove the others or declare multiple');
  }
  return values;
}

function readMapping(element: XmlElement, report: Report): Mapping {
  const attributes = new Attributes(element, report);
  const lowerBound = attributes.number('lower-bound');
  const upperBound = attributes.number('upper-bound');
  const defaultValue = attributes.number('default-value') ?? 0;
  attributes.finish();
  if (lowerBound !== null && upperBound !== null && lowerBound > upperBound) {
    report.refuse(element, 'lower-bound of a mapping must not be above its upper-bound');
  }
  const entries: { key: string; value: number }[] = [];
  for (const child of childElements(element)) {
    if (qtiName(child) !== 'qti-map-entry') {
      report.lose(child, `<${child.local}> is not supported inside <qti-mapping>; left out`);
      continue;
    }
    const entry = new Attributes(child, report);
    const key = entry.identifier('map-key');
    const value = entry.number('mapped-value');
    if (value === null) report.refuse(child, '<qti-map-entry> needs the attribute mapped-value');
    // Identifiers are always compared exactly, so the attribute changes nothing here.
    entry.take('case-sensitive');
    entry.finish();
    if (entries.some((known) => known.key === key)) report.refuse(child, `the map-key "${key}" is used twice`);
    entries.push({ key, value });
  }
  return { defaultValue, lowerBound, upperBound, entries };
}
