import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Profile } from './profile.ts';

const MEMBERS: ReadonlySet<string> = new Set(['@value', '@language', '@direction']);
/** Well-formed as RFC 5646, 2.1 has it, in the breadth that JSON-LD takes. */
const LANGUAGE = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/;

function valueObjectProblem(value: JsonObject): string | undefined {
  const extra = Object.keys(value).find((name) => !MEMBERS.has(name));
  if (typeof value['@value'] !== 'string') {
    return 'must be text, or an object with the text in @value';
  }
  if (extra !== undefined) {
    return `has a member "${extra.slice(0, 60)}" beside @value, @language and @direction`;
  }
  const { '@language': language = 'en', '@direction': direction = 'ltr' } = value;
  if (typeof language !== 'string' || !LANGUAGE.test(language)) {
    return 'has a @language that is no language tag such as "en" or "pt-BR"';
  }
  return direction === 'ltr' || direction === 'rtl' ? undefined : 'has a @direction other than "ltr" and "rtl"';
}

function entryProblem(value: Json): string | undefined {
  return typeof value === 'string'
    ? undefined
    : isObject(value)
      ? valueObjectProblem(value)
      : 'must be text, or an object with the text in @value';
}

/**
 * What is wrong with a name or description, as a clause after its place; undefined when nothing is.
 *
 * @see Verifiable Credentials Data Model 2.0, 4.6 (names and descriptions) and 11.1 (language and base direction).
 */
export function textProblem(value: Json, profile: Profile): string | undefined {
  if (profile === 'plain') {
    return typeof value === 'string' && value !== '' ? undefined : 'must be text';
  }
  const problems = (Array.isArray(value) ? value : [value]).map(entryProblem);
  return Array.isArray(value) && value.length === 0
    ? 'must not be an empty list'
    : problems.find((problem) => problem !== undefined);
}
