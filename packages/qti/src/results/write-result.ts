import type { AssessmentResult, ItemResultRecord, ResultVariable } from '../model/result.ts';
import type { BaseType, PlainValue, Scalar } from '../model/value.ts';
import { formatLiteral } from '../value/literal.ts';
import { fieldType } from '../value/record-fields.ts';
import { part, writeXml, type XmlPart, xmlSafe } from '../write/xml.ts';
import { RESULT } from './parse-result.ts';

const ELEMENTS: Readonly<Record<ResultVariable['kind'], string>> = {
  response: 'responseVariable',
  outcome: 'outcomeVariable',
  template: 'templateVariable',
  context: 'contextVariable',
};

/**
 * Writes a result report (QTI 3.0 Results Reporting, class AssessmentResult). Characters that XML cannot hold, which a candidate
 * may have typed, are left out.
 */
export function writeResult(result: AssessmentResult): string {
  const { context, test, items } = result;
  const sessions = context.sessionIdentifiers.map(({ sourceId, identifier }) =>
    part('sessionIdentifier', { sourceID: xmlSafe(sourceId), identifier: xmlSafe(identifier) }),
  );
  const sourcedId = context.sourcedId === null ? null : xmlSafe(context.sourcedId);
  return writeXml(
    part('assessmentResult', { xmlns: RESULT }, [
      part('context', { sourcedId }, sessions),
      ...(test === null ? [] : [writeTest(test)]),
      ...items.map(writeItem),
    ]),
  );
}

function writeTest(test: NonNullable<AssessmentResult['test']>): XmlPart {
  const { identifier, datestamp, variables } = test;
  return part('testResult', { identifier: xmlSafe(identifier), datestamp }, variables.map(writeVariable));
}

function writeItem(item: ItemResultRecord): XmlPart {
  const { identifier, sequenceIndex, datestamp, sessionStatus, candidateComment, variables } = item;
  const comment = candidateComment === null ? [] : [part('candidateComment', {}, [xmlSafe(candidateComment)])];
  return part('itemResult', { identifier: xmlSafe(identifier), sequenceIndex, datestamp, sessionStatus }, [
    ...variables.map(writeVariable),
    ...comment,
  ]);
}

function writeVariable(variable: ResultVariable): XmlPart {
  const { kind, identifier, cardinality, baseType, choiceSequence, correct, value } = variable;
  const values = writeValues(value, variable);
  const key = correct === null ? [] : [part('correctResponse', {}, writeValues(correct, variable))];
  return part(
    ELEMENTS[kind],
    { identifier: xmlSafe(identifier), cardinality, baseType, choiceSequence },
    kind === 'response' ? [...key, part('candidateResponse', {}, values)] : values,
  );
}

function writeValues(value: PlainValue, { baseType, fields }: ResultVariable): XmlPart[] {
  if (value === null) return [];
  if (typeof value !== 'object') return [writeLiteral(value, baseType ?? 'string', {})];
  if (isList(value)) return value.map((member) => writeLiteral(member, baseType ?? 'string', {}));
  return Object.entries(value).map(([field, member]) => {
    const type = fieldType(field, member ?? '', fields);
    const attributes = { fieldIdentifier: xmlSafe(field), baseType: type };
    return member === null ? part('value', attributes) : writeLiteral(member, type, attributes);
  });
}

function writeLiteral(value: Scalar, baseType: BaseType, attributes: Readonly<Record<string, string>>): XmlPart {
  const text = xmlSafe(formatLiteral(value, baseType));
  return part('value', attributes, text === '' ? [] : [text]);
}

function isList(value: object): value is readonly Scalar[] {
  return Array.isArray(value);
}
