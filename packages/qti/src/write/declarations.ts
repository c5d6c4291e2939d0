import type {
  AreaMapping,
  ContextDeclaration,
  LookupTable,
  Mapping,
  OutcomeDeclaration,
  ResponseDeclaration,
  TemplateDeclaration,
  VariableDeclaration,
} from '../model/declarations.ts';
import type { BaseType, PlainValue, Scalar } from '../model/value.ts';
import { formatLiteral } from '../value/literal.ts';
import { commas } from './expression.ts';
import { type AttributeValue, part, unless, type XmlPart } from './xml.ts';

/** Writes qti-response-declaration (QTI 3.0 ASI information model, class ResponseDeclaration). */
export function responsePart(declaration: ResponseDeclaration, losses: string[]): XmlPart {
  const { correct, correctInterpretation, mapping, areaMapping } = declaration;
  return declarationPart('qti-response-declaration', declaration, {}, losses, [
    ...valuesPart('qti-correct-response', declaration, correct, losses, { interpretation: correctInterpretation }),
    ...(mapping === null ? [] : [mappingPart(mapping, declaration.baseType)]),
    ...(areaMapping === null ? [] : [areaMappingPart(areaMapping)]),
  ]);
}

/** Writes qti-outcome-declaration (QTI 3.0 ASI information model, class OutcomeDeclaration). */
export function outcomePart(declaration: OutcomeDeclaration, losses: string[]): XmlPart {
  const attributes = {
    view: declaration.view,
    interpretation: declaration.interpretation,
    'long-interpretation': declaration.longInterpretation,
    'normal-maximum': declaration.normalMaximum,
    'normal-minimum': declaration.normalMinimum,
    'mastery-value': declaration.masteryValue,
    'external-scored': declaration.externalScored,
    'variable-identifier-ref': declaration.variableIdentifierRef,
  };
  const { lookupTable, baseType } = declaration;
  const table = lookupTable === null ? [] : [lookupPart(lookupTable, baseType)];
  return declarationPart('qti-outcome-declaration', declaration, attributes, losses, table);
}

/** Writes qti-template-declaration (QTI 3.0 ASI information model, class TemplateDeclaration). */
export function templatePart(declaration: TemplateDeclaration, losses: string[]): XmlPart {
  const attributes = {
    'math-variable': unless(declaration.mathVariable, false),
    'param-variable': unless(declaration.paramVariable, false),
  };
  return declarationPart('qti-template-declaration', declaration, attributes, losses);
}

/** Writes qti-context-declaration (QTI 3.0 ASI information model, class ContextDeclaration). */
export function contextPart(declaration: ContextDeclaration, losses: string[]): XmlPart {
  return declarationPart('qti-context-declaration', declaration, {}, losses);
}

function declarationPart(
  name: string,
  declaration: VariableDeclaration,
  attributes: Readonly<Record<string, AttributeValue>>,
  losses: string[],
  children: readonly XmlPart[] = [],
): XmlPart {
  const { identifier, cardinality, baseType, defaultValue } = declaration;
  return part(name, { identifier, cardinality, 'base-type': baseType, ...attributes }, [
    ...valuesPart('qti-default-value', declaration, defaultValue, losses),
    ...children,
  ]);
}

function valuesPart(
  name: string,
  declaration: VariableDeclaration,
  value: PlainValue,
  losses: string[],
  attributes: Readonly<Record<string, AttributeValue>> = {},
): XmlPart[] {
  if (value === null) return [];
  const { identifier, baseType, fields } = declaration;
  const lose = (what: string) => losses.push(`${what} of the variable "${identifier}" has no form in QTI; left out`);
  const written: XmlPart[] = [];
  if (typeof value !== 'object') written.push(valuePart(value, baseType ?? 'string'));
  else if (isList(value)) written.push(...value.map((member) => valuePart(member, baseType ?? 'string')));
  else {
    for (const [field, member] of Object.entries(value)) {
      const type = fields[field];
      if (member === null || type === undefined) lose(`the field "${field}"`);
      else written.push(valuePart(member, type, { 'field-identifier': field, 'base-type': type }));
    }
  }
  return written.length === 0 ? [] : [part(name, attributes, written)];
}

function isList(value: object): value is readonly Scalar[] {
  return Array.isArray(value);
}

function valuePart(value: Scalar, baseType: BaseType, attributes: Readonly<Record<string, string>> = {}): XmlPart {
  const text = formatLiteral(value, baseType);
  return part('qti-value', attributes, text === '' ? [] : [text]);
}

function mappingPart(mapping: Mapping, baseType: BaseType | null): XmlPart {
  const entries = mapping.entries.map(({ key, value, caseSensitive }) =>
    part('qti-map-entry', {
      'map-key': formatLiteral(key, baseType ?? 'string'),
      'mapped-value': value,
      // The versions differ in what its absence means.
      'case-sensitive': baseType === 'string' ? caseSensitive : null,
    }),
  );
  return part('qti-mapping', boundsOf(mapping), entries);
}

function areaMappingPart(mapping: AreaMapping): XmlPart {
  const entries = mapping.entries.map(({ area, value }) =>
    part('qti-area-map-entry', { shape: area.shape, coords: commas(area.coords) ?? '', 'mapped-value': value }),
  );
  return part('qti-area-mapping', boundsOf(mapping), entries);
}

function boundsOf({ defaultValue, lowerBound, upperBound }: Mapping | AreaMapping): Record<string, AttributeValue> {
  return {
    'lower-bound': lowerBound,
    'upper-bound': upperBound,
    'default-value': unless(defaultValue, 0),
  };
}

function lookupPart(lookup: LookupTable, baseType: BaseType | null): XmlPart {
  const literal = (value: Scalar) => formatLiteral(value, baseType ?? 'string');
  const attributes = { 'default-value': lookup.defaultValue === null ? null : literal(lookup.defaultValue) };
  if (lookup.table === 'match') {
    const entries = lookup.entries.map(({ source, target }) =>
      part('qti-match-table-entry', { 'source-value': source, 'target-value': literal(target) }),
    );
    return part('qti-match-table', attributes, entries);
  }
  const entries = lookup.entries.map(({ source, includeBoundary, target }) =>
    part('qti-interpolation-table-entry', {
      'source-value': source,
      'include-boundary': unless(includeBoundary, true),
      'target-value': literal(target),
    }),
  );
  return part('qti-interpolation-table', attributes, entries);
}
