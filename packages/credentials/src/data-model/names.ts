import { type Json, listOf } from '../json.ts';
import type { Profile } from './profile.ts';
import { isReserved, isUrl } from './url.ts';

/** Keywords of objects that stand for a value, not for a thing with members of its own. */
const VALUE_KEYWORDS: ReadonlySet<string> = new Set(['@value', '@language', '@direction', '@type', '@list', '@set']);

/** Tells whether an object is a JSON-LD value, list or set object. */
export function isValueObject(names: readonly string[]): boolean {
  return names.some((name) => VALUE_KEYWORDS.has(name) && name !== '@type');
}

/** Why a member may not be named so, as a clause after its place. */
export function nameProblem(name: string, profile: Profile, valueObject: boolean): string | undefined {
  if (valueObject && VALUE_KEYWORDS.has(name)) {
    return undefined;
  }
  if (profile === 'data-model') {
    return name === '__proto__' || name.startsWith('@') || isReserved(name)
      ? 'no JSON-LD keywords, and no names of the data model written as URLs'
      : undefined;
  }
  if (name === '__proto__' || name.startsWith('@') || name.includes(':')) {
    return 'only plain terms are accepted, no JSON-LD keywords, IRIs or prefixes';
  }
  // In Open Badges the type Criteria and the property criteria are one IRI, so a type's name could hide a property.
  return name >= 'A' && name < '[' ? 'a name like that of a type, not like that of a property' : undefined;
}

/**
 * Members that a text of the right form would not change for JSON-LD, since their terms have a type, while to a reader of
 * the JSON "false" is a text like any other, and true.
 */
const NEVER_TEXT: ReadonlyMap<string, string> = new Map([
  ['hashed', 'true or false'],
  ['partial', 'true or false'],
  ['creditsAvailable', 'a number'],
  ['creditsEarned', 'a number'],
]);

function textInstead(name: string, value: Json | undefined): string | undefined {
  const wanted = NEVER_TEXT.get(name);
  return wanted !== undefined && listOf(value).some((entry) => typeof entry === 'string')
    ? `must be ${wanted}, not text`
    : undefined;
}

/** What is wrong with an identifier or a type, as a clause after its place; undefined for every other member. */
export function meaningProblem(name: string, value: Json | undefined, profile: Profile): string | undefined {
  if (name === 'id' && !isUrl(value)) {
    return 'must be one absolute URI such as https://… or urn:uuid:…';
  }
  if (name !== 'type') {
    return profile === 'plain' ? textInstead(name, value) : undefined;
  }
  const types = listOf(value);
  if (profile === 'plain') {
    return types.some((type) => typeof type !== 'string' || type.includes(':'))
      ? 'must hold plain terms, not IRIs or prefixes'
      : types.length === 0 || new Set(types).size !== types.length
        ? 'must name a type, and each type once'
        : undefined;
  }
  return types.length === 0 || types.some((type) => typeof type !== 'string' || type === '' || /\s/.test(type))
    ? 'must hold terms or absolute URLs'
    : types.some((type) => typeof type === 'string' && isReserved(type))
      ? 'must name types of the data model by their terms'
      : undefined;
}
