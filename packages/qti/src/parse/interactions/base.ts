import type { ResponseDeclaration } from '../../model/declarations.ts';
import type { ChoiceInteraction } from '../../model/interaction.ts';
import type { BaseType, Cardinality } from '../../model/value.ts';
import type { XmlElement } from '../../xml/tree.ts';
import type { Attributes } from '../attributes.ts';
import { readClasses, readLanguage } from '../content/body-attributes.ts';
import type { ItemScope } from '../parts/item-scope.ts';
import { takeBody } from '../parts/take-body.ts';

/** What every interaction has. */
export type Base = Pick<
  ChoiceInteraction,
  | 'type'
  | 'responseIdentifier'
  | 'cardinality'
  | 'baseType'
  | 'id'
  | 'label'
  | 'language'
  | 'classes'
  | 'data'
  | 'catalogIdref'
  | 'attributes'
>;

/** The response variables that an interaction may be bound to; a record has no base type. */
export interface Binding {
  readonly cardinalities: readonly Cardinality[];
  readonly baseTypes: readonly BaseType[];
}

/**
 * Reads what is common to all interactions (ASI information model, class Interaction): the binding, which refuses the item
 * when no answer could be held by it, and the rest of the attributes. Take an interaction's own attributes before.
 */
export function readBase(attributes: Attributes, binding: Binding, scope: ItemScope): Base {
  const { report } = scope;
  const { cardinality, baseType, identifier } = bound(attributes, binding, scope);
  const label = attributes.take('label') ?? null;
  const language = readLanguage(attributes, report);
  const classes = readClasses(attributes, report);
  const { id, catalogIdref, rest } = takeBody(attributes, report);
  const data: Record<string, string> = {};
  const others: Record<string, string> = {};
  for (const [name, value] of Object.entries(rest)) {
    if (name.startsWith('data-')) data[name.slice(5)] = value;
    else others[name] = value;
  }
  const head = { type: 'interaction', responseIdentifier: identifier, cardinality, baseType } as const;
  const base = { ...head, id, label, language, classes, data, catalogIdref };
  return Object.keys(others).length === 0 ? base : { ...base, attributes: others };
}

function bound(attributes: Attributes, binding: Binding, scope: ItemScope): ResponseDeclaration {
  const { element } = attributes;
  const response = findResponse(element, attributes.identifier('response-identifier'), scope);
  const { cardinality, baseType, identifier } = response;
  const fits =
    binding.cardinalities.includes(cardinality) && (baseType === null || binding.baseTypes.includes(baseType));
  if (fits) return response;
  const types = binding.baseTypes.join(' or ');
  return scope.report.refuse(
    element,
    `<${element.local}> needs a response of base type ${types} and ${binding.cardinalities.join(' or ')} cardinality; ` +
      `"${identifier}" is declared as ${baseType ?? 'no base type'}, ${cardinality}`,
  );
}

/** The declared response; the item is refused without it. */
export function findResponse(element: XmlElement, identifier: string, scope: ItemScope): ResponseDeclaration {
  const response = scope.responses.find((declared) => declared.identifier === identifier);
  return response ?? scope.report.refuse(element, `no response "${identifier}" is declared; declare it`);
}
