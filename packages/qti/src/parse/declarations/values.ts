import { BASE_TYPES, type BaseType, type Cardinality, type PlainValue, type Scalar } from '../../model/value.ts';
import { childElements, ownText, type XmlElement } from '../../xml/tree.ts';
import { Attributes } from '../attributes.ts';
import { qtiName } from '../namespace.ts';
import type { Report } from '../report.ts';
import { literalInWords, readLiteral } from './literal.ts';

/** The type under which values are read. */
export interface DeclaredType {
  readonly cardinality: Cardinality;
  readonly baseType: BaseType | null;
}

/** A declared value; `fields` are the base types that the values of a record name. */
export interface DeclaredValue {
  readonly value: PlainValue;
  readonly interpretation: string | null;
  readonly fields: Readonly<Record<string, BaseType>>;
}

/** Reads the values in qti-correct-response or qti-default-value (classes CorrectResponse, DefaultValue, Value). */
export function readDeclaredValue(element: XmlElement, type: DeclaredType, report: Report): DeclaredValue {
  const attributes = new Attributes(element, report);
  const interpretation = attributes.take('interpretation') ?? null;
  attributes.finish();
  const values = childElements(element).filter((child) => {
    const isValue = qtiName(child) === 'qti-value';
    if (!isValue) report.lose(child, `<${child.local}> is not known inside <${element.local}>; left out`);
    return isValue;
  });
  if (values.length === 0) report.lose(element, `<${element.local}> has no <qti-value>; read as none`);
  if (type.cardinality === 'record') return { interpretation, ...readRecord(values, report) };
  if (type.cardinality === 'single' && values.length > 1) {
    report.refuse(element, 'single cardinality takes one <qti-value>; remove the others or declare multiple');
  }
  const { baseType } = type;
  const scalars = values.flatMap((value) => (baseType === null ? [] : readScalar(value, baseType, report)));
  const [first = null] = scalars;
  const many = scalars.length === 0 ? null : scalars;
  return { value: type.cardinality === 'single' ? first : many, interpretation, fields: {} };
}

/** One value; none for an empty string, which is QTI's NULL, and for an empty element of another base type, reported. */
function readScalar(element: XmlElement, baseType: BaseType, report: Report): Scalar[] {
  const attributes = new Attributes(element, report);
  // Some tools name the base type again on each value.
  const own = attributes.oneOf('base-type', BASE_TYPES);
  if (own !== undefined && own !== baseType) {
    report.lose(element, `base-type="${own}" of the value is not the declared ${baseType}; read as ${baseType}`);
  }
  attributes.finish();
  const text = ownText(element);
  if (childElements(element).length > 0) report.lose(element, 'elements inside <qti-value> are left out');
  if (text === '') return [];
  if (text.trim() === '' && baseType !== 'string') {
    report.lose(element, 'an empty <qti-value> is left out');
    return [];
  }
  return [requireLiteral(element, text, baseType, report)];
}

function readRecord(elements: readonly XmlElement[], report: Report): Pick<DeclaredValue, 'value' | 'fields'> {
  const value = new Map<string, Scalar>();
  const fields = new Map<string, BaseType>();
  for (const element of elements) {
    const attributes = new Attributes(element, report);
    const field = attributes.identifier('field-identifier');
    const baseType = attributes.requireOneOf('base-type', BASE_TYPES);
    attributes.finish();
    if (fields.has(field)) report.refuse(element, `the field "${field}" has two values; remove one`);
    fields.set(field, baseType);
    value.set(field, requireLiteral(element, ownText(element), baseType, report));
  }
  return { value: value.size === 0 ? null : Object.fromEntries(value), fields: Object.fromEntries(fields) };
}

function requireLiteral(element: XmlElement, text: string, baseType: BaseType, report: Report): Scalar {
  const shown = JSON.stringify(text.trim().slice(0, 60));
  return (
    readLiteral(text, baseType, element, report) ??
    report.refuse(element, `${shown} in <${element.local}> must be ${literalInWords(baseType)}`)
  );
}
