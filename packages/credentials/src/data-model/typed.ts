import { isObject, type Json, type JsonObject, listOf } from '../json.ts';

/** Members whose values must say their type (data model, table of 4.5 and 5.10), and whether they must have an id. */
const TYPED: readonly { readonly name: string; readonly id?: true }[] = [
  { name: 'credentialStatus' },
  { name: 'credentialSchema', id: true },
  { name: 'refreshService' },
  { name: 'termsOfUse' },
  { name: 'evidence' },
  { name: 'confidenceMethod' },
  { name: 'renderMethod' },
];

function hasOwnType(entry: JsonObject): boolean {
  const types = listOf(entry.type);
  return types.length > 0 && types.every((type) => typeof type === 'string' && type !== '');
}

function entryProblem(entry: Json, name: string, id: boolean): string | undefined {
  if (!isObject(entry) || !hasOwnType(entry)) {
    return `each ${name} must be an object with a type`;
  }
  return id && entry.id === undefined ? `each ${name} must have an id` : undefined;
}

/**
 * Problems of the members that extend a credential or presentation. That an id is one URL is seen to by screening.
 *
 * @see Verifiable Credentials Data Model 2.0, 4.5 (types), 4.10 (status), 4.11 (data schemas), 5.4 to 5.6, 5.10.
 */
export function typedProblems(document: JsonObject): string[] {
  return TYPED.filter(({ name }) => document[name] !== undefined).flatMap(({ name, id = false }) => {
    const problem = listOf(document[name])
      .map((entry) => entryProblem(entry, name, id))
      .find((one) => one !== undefined);
    return problem === undefined ? [] : [problem];
  });
}
