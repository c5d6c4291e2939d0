import type { OutcomeDeclaration } from './declarations.ts';
import type { BaseType, Cardinality } from './value.ts';

/** An outcome that declares its name and type and nothing else. */
export function bareOutcome(
  identifier: string,
  baseType: BaseType,
  cardinality: Exclude<Cardinality, 'record'> = 'single',
): OutcomeDeclaration {
  return {
    identifier,
    cardinality,
    baseType,
    fields: {},
    defaultValue: null,
    view: [],
    interpretation: null,
    longInterpretation: null,
    normalMaximum: null,
    normalMinimum: null,
    masteryValue: null,
    externalScored: null,
    variableIdentifierRef: null,
    lookupTable: null,
  };
}
