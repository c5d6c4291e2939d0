import type { ResultVariable } from '../model/result.ts';
import { BASE_TYPES, type BaseType, CARDINALITIES, type PlainValue, type Scalar } from '../model/value.ts';
import { Attributes } from '../parse/attributes.ts';
import { tokens } from '../parse/lexical.ts';
import type { Report } from '../parse/report.ts';
import { parseLiteral } from '../value/literal.ts';
import { childElements, ownText, type XmlElement } from '../xml/tree.ts';

const KINDS: Readonly<Record<string, ResultVariable['kind']>> = {
  responseVariable: 'response',
  outcomeVariable: 'outcome',
  templateVariable: 'template',
  contextVariable: 'context',
};

/** Reads a variable of a report of that namespace; undefined for an element that is none. */
export function readVariable(element: XmlElement, namespace: string, report: Report): ResultVariable[] | undefined {
  const kind = element.uri === namespace && Object.hasOwn(KINDS, element.local) ? KINDS[element.local] : undefined;
  if (kind === undefined) return undefined;
  const attributes = new Attributes(element, report);
  const identifier = attributes.require('identifier').trim();
  const cardinality = attributes.oneOf('cardinality', CARDINALITIES);
  const baseType = attributes.oneOf('baseType', BASE_TYPES) ?? null;
  const choiceSequence = kind === 'response' ? tokens(attributes.take('choiceSequence')) : [];
  attributes.finish();
  if (cardinality === undefined) {
    report.lose(element, `the variable "${identifier}" needs a cardinality; left out`);
    return [];
  }
  if (cardinality !== 'record' && baseType === null && valuesIn(element).length > 0) {
    report.lose(element, `the variable "${identifier}" needs a baseType; left out`);
    return [];
  }
  const fields = new Map<string, BaseType>();
  const read = (holder: XmlElement | undefined): PlainValue =>
    holder === undefined ? null : readValue(holder, { identifier, cardinality, baseType, fields }, report);
  const holder = (name: string) => childElements(element).find((child) => child.local === name);
  const value = read(kind === 'response' ? holder('candidateResponse') : element);
  const correct = kind === 'response' ? read(holder('correctResponse')) : null;
  const known = kind === 'response' ? ['candidateResponse', 'correctResponse'] : ['value'];
  for (const child of childElements(element)) {
    if (!known.includes(child.local)) report.lose(child, `<${child.local}> of a variable is not supported; left out`);
  }
  return [
    { kind, identifier, cardinality, baseType, fields: Object.fromEntries(fields), value, correct, choiceSequence },
  ];
}

interface Declared extends Pick<ResultVariable, 'identifier' | 'cardinality' | 'baseType'> {
  /** Gets the base types of the fields of a record. */
  readonly fields: Map<string, BaseType>;
}

function valuesIn(element: XmlElement): XmlElement[] {
  return childElements(element).flatMap((child) => (child.local === 'value' ? [child] : valuesIn(child)));
}

function readValue(holder: XmlElement, declared: Declared, report: Report): PlainValue {
  const elements = childElements(holder).filter(({ local }) => local === 'value');
  if (declared.cardinality === 'record') return readRecord(elements, declared, report);
  const { baseType, cardinality, identifier } = declared;
  if (baseType === null) return null;
  const values = elements.flatMap((element) => readLiteral(element, baseType, identifier, report));
  if (cardinality !== 'single') return values.length === 0 ? null : values;
  const [first, second] = values;
  if (second === undefined) return first ?? null;
  report.lose(holder, `"${identifier}" is single and has ${values.length} values; all are left out`);
  return null;
}

function readRecord(elements: readonly XmlElement[], declared: Declared, report: Report): PlainValue {
  const entries = elements.flatMap((element): [string, Scalar | null][] => {
    const attributes = new Attributes(element, report);
    const field = attributes.take('fieldIdentifier')?.trim() ?? '';
    const baseType = attributes.oneOf('baseType', BASE_TYPES) ?? declared.fields.get(field) ?? 'string';
    attributes.finish();
    if (field === '') {
      report.lose(element, `a value of the record "${declared.identifier}" needs a fieldIdentifier; left out`);
      return [];
    }
    declared.fields.set(field, baseType);
    return [[field, readLiteral(element, baseType, declared.identifier, report)[0] ?? null]];
  });
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

/** One value, or none when it is empty (NULL) or no literal of its base type. */
function readLiteral(element: XmlElement, baseType: BaseType, identifier: string, report: Report): Scalar[] {
  const text = ownText(element);
  if (text === '') return [];
  const value = parseLiteral(text, baseType);
  if (value !== undefined) return [value];
  report.lose(element, `${JSON.stringify(text.slice(0, 60))} of "${identifier}" is no ${baseType}; left out`);
  return [];
}
