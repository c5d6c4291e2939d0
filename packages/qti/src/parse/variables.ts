import type {
  ContextDeclaration,
  OutcomeDeclaration,
  ResponseDeclaration,
  TemplateDeclaration,
  VariableDeclaration,
} from '../model/declarations.ts';
import type { XmlElement } from '../xml/tree.ts';
import {
  readContextDeclaration,
  readOutcomeDeclaration,
  readResponseDeclaration,
  readTemplateDeclaration,
} from './declarations/read-declarations.ts';
import type { Report } from './report.ts';

/** The variables that an item, or a test, declares. */
export interface Variables {
  readonly contexts: readonly ContextDeclaration[];
  readonly responses: readonly ResponseDeclaration[];
  readonly outcomes: readonly OutcomeDeclaration[];
  readonly templates: readonly TemplateDeclaration[];
}

const builtIn = (identifier: string, baseType: 'integer' | 'duration' | 'identifier'): VariableDeclaration => {
  return { identifier, cardinality: 'single', baseType, fields: {}, defaultValue: null };
};

/** The variables that every item has without declaring them (QTI 3.0 ASI information model, built-in variables). */
export const BUILT_IN: readonly VariableDeclaration[] = [
  builtIn('numAttempts', 'integer'),
  builtIn('duration', 'duration'),
  builtIn('completionStatus', 'identifier'),
];

/** What the delivering system tells every item; an item may declare it to give it defaults. */
const CONTEXT: VariableDeclaration = {
  identifier: 'QTI_CONTEXT',
  cardinality: 'record',
  baseType: null,
  fields: {},
  defaultValue: null,
};

/** The variable of that name, declared or built in; `variablesByName` is for many of them. */
export function findVariable(variables: Variables, identifier: string): VariableDeclaration | undefined {
  return allVariables(variables).findLast((variable) => variable.identifier === identifier);
}

/** All variables by name, declared and built in. */
export function variablesByName(variables: Variables): ReadonlyMap<string, VariableDeclaration> {
  return new Map(allVariables(variables).map((variable) => [variable.identifier, variable]));
}

/** A declaration of QTI_CONTEXT goes before what every item knows of it. */
function allVariables({ responses, outcomes, templates, contexts }: Variables): VariableDeclaration[] {
  return [CONTEXT, ...BUILT_IN, ...contexts, ...templates, ...outcomes, ...responses];
}

/** The elements of the declarations, by kind. */
export interface DeclarationElements {
  readonly contexts: readonly XmlElement[];
  readonly responses: readonly XmlElement[];
  readonly outcomes: readonly XmlElement[];
  readonly templates: readonly XmlElement[];
}

/** Reads the declarations; an identifier that is declared twice refuses the document. */
export function readVariables(elements: DeclarationElements, report: Report): Variables {
  const seen = new Set<string>();
  const readAll = <T extends VariableDeclaration>(
    list: readonly XmlElement[],
    read: (element: XmlElement, report: Report) => T,
  ): T[] =>
    list.flatMap((element) => {
      const variable = read(element, report);
      const { identifier } = variable;
      if (seen.has(identifier)) report.refuse(element, `the variable "${identifier}" is declared twice; rename one`);
      seen.add(identifier);
      return isBuiltIn(variable, element, report) ? [] : [variable];
    });
  return {
    contexts: readAll(elements.contexts, readContextDeclaration),
    responses: readAll(elements.responses, readResponseDeclaration),
    outcomes: readAll(elements.outcomes, readOutcomeDeclaration),
    templates: readAll(elements.templates, readTemplateDeclaration),
  };
}

/** A built-in variable that is declared once more as it is anyway is left out; declared as anything else it is refused. */
function isBuiltIn(variable: VariableDeclaration, element: XmlElement, report: Report): boolean {
  const known = BUILT_IN.find(({ identifier }) => identifier === variable.identifier);
  if (known === undefined) return false;
  if (variable.cardinality !== known.cardinality || variable.baseType !== known.baseType) {
    report.refuse(element, `"${known.identifier}" is built in, as a single ${known.baseType}; rename this variable`);
  }
  report.lose(element, `"${known.identifier}" is built in; its declaration is left out`);
  return true;
}
