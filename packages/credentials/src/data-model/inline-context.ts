import { contextUrls } from '../contexts.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { isReserved, leadsToReserved } from './url.ts';

const MAX_TERMS = 500;
const MAX_DEPTH = 6;

/** Keywords of a context, and whether a value is allowed for each; those missing are refused. */
const CONTEXT_KEYWORDS: Readonly<Record<string, (value: Json | null) => boolean>> = {
  '@version': (value) => value === 1.1,
  '@protected': (value) => typeof value === 'boolean',
  '@propagate': (value) => typeof value === 'boolean',
  '@language': (value) => value === null || typeof value === 'string',
  '@direction': (value) => value === null || value === 'ltr' || value === 'rtl',
};
const DEFINITION_MEMBERS: ReadonlySet<string> = new Set([
  ...['@id', '@type', '@container', '@context', '@language', '@direction', '@protected', '@prefix', '@index'],
]);
const ALIASES: Readonly<Record<string, string>> = { id: '@id', type: '@type' };

interface Budget {
  terms: number;
}

/** Why a term may not stand for an IRI. */
function iriProblem(term: string, iri: string): string | undefined {
  if (iri.startsWith('@')) {
    return ALIASES[term] === iri ? undefined : `gives the keyword "${iri.slice(0, 20)}" another name`;
  }
  return /[\s<>"{}|\\^`]/.test(iri)
    ? `defines "${term}" by "${iri.slice(0, 120)}", which is no URL`
    : leadsToReserved(iri)
      ? `gives names of the data model another spelling by "${term}"`
      : undefined;
}

function definitionProblem(term: string, definition: Json | null, depth: number, budget: Budget): string | undefined {
  if (definition === null) {
    return undefined;
  }
  if (typeof definition === 'string') {
    return iriProblem(term, definition);
  }
  if (!isObject(definition)) {
    return `defines "${term}" by neither a URL nor an object`;
  }
  const unknown = Object.keys(definition).find((name) => !DEFINITION_MEMBERS.has(name));
  if (unknown !== undefined) {
    return `defines "${term}" with "${unknown.slice(0, 40)}", which is not accepted`;
  }
  const { '@id': id, '@type': type = '@id', '@context': inner } = definition;
  // Read from JSON, so null is possible where the types have none.
  if (id !== undefined && id !== null && typeof id !== 'string') {
    return `defines "${term}" by an "@id" that is no URL`;
  }
  if (typeof type !== 'string' || /\s/.test(type)) {
    return `gives the values of "${term}" a type that is no URL`;
  }
  return (
    (typeof id === 'string' ? iriProblem(term, id) : undefined) ??
    (inner === undefined ? undefined : contextProblem(inner, depth + 1, budget))
  );
}

function objectProblem(context: JsonObject, depth: number, budget: Budget): string | undefined {
  if ('@context' in context) {
    return contextProblem(context['@context'] ?? {}, depth + 1, budget);
  }
  for (const [term, value] of Object.entries(context)) {
    budget.terms += 1;
    const problem =
      budget.terms > MAX_TERMS
        ? `has more than ${MAX_TERMS} terms`
        : term === '@vocab'
          ? vocabularyProblem(value)
          : term.startsWith('@')
            ? CONTEXT_KEYWORDS[term]?.(value) === true
              ? undefined
              : `has a "${term.slice(0, 40)}" that is not accepted`
            : term === '' || isReserved(term)
              ? `defines "${term}", which is no term`
              : definitionProblem(term, value, depth, budget);
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}

function vocabularyProblem(value: Json | null): string | undefined {
  return value === null
    ? undefined
    : typeof value === 'string' && !leadsToReserved(value) && !/\s/.test(value)
      ? undefined
      : 'has a "@vocab" that is not accepted';
}

function contextProblem(context: Json | null, depth: number, budget: Budget): string | undefined {
  if (depth > MAX_DEPTH) {
    return `is nested deeper than ${MAX_DEPTH} levels`;
  }
  if (Array.isArray(context)) {
    return context.reduce<string | undefined>(
      (found, entry) => found ?? contextProblem(entry, depth + 1, budget),
      undefined,
    );
  }
  if (typeof context === 'string') {
    return contextUrls['data-model'].includes(context) ? undefined : `names "${context.slice(0, 120)}", not known here`;
  }
  return context === null
    ? undefined
    : isObject(context)
      ? objectProblem(context, depth, budget)
      : 'holds a value that is no context';
}

/**
 * Why a context written inside a credential is refused, as a clause after "a context"; undefined when it is accepted.
 *
 * Accepted are definitions of terms, nested to 6 levels, 500 at most. Refused is all that fetches (`@import`), that
 * changes what other keywords mean (`@base`, `@reverse`, `@nest`, other names for keywords), and every way to write a
 * name of the data model otherwise. A context that redefines a protected term is refused by the JSON-LD processor.
 *
 * @see JSON-LD 1.1, 9.15 (context definitions); Verifiable Credentials Data Model 2.0, 4.3 and 5.2.
 */
export function inlineContextProblem(context: JsonObject): string | undefined {
  return contextProblem(context, 0, { terms: 0 });
}
