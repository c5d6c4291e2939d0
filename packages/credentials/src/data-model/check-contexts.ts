import { CREDENTIALS_CONTEXT, CREDENTIALS_V1_CONTEXT, contextUrls } from '../contexts.ts';
import { isObject, type Json, type JsonObject, listOf } from '../json.ts';
import { type Check, failed, passed } from '../report.ts';
import { inlineContextProblem } from './inline-context.ts';
import type { Profile, ProfileOptions } from './profile.ts';
import { isUrl } from './url.ts';

const MAX_CONTEXTS = 16;

interface Problem {
  readonly code: 'context-unknown' | 'malformed';
  readonly detail: string;
}

const malformed = (detail: string): Problem => ({ code: 'malformed', detail });

function unknown(entry: Json, profile: Profile): Problem {
  const name = typeof entry === 'string' ? `"${entry.slice(0, 200)}"` : 'written inside the credential';
  return {
    code: 'context-unknown',
    detail:
      `The credential defines its terms by a context that is not known here: ${name}. What it says cannot be told ` +
      `from its signature. Known contexts: ${contextUrls[profile].join(', ')}.`,
  };
}

function entryProblem(entry: Json, profile: Profile): Problem | undefined {
  if (typeof entry === 'string') {
    return contextUrls[profile].includes(entry)
      ? undefined
      : isUrl(entry)
        ? unknown(entry, profile)
        : malformed(`"@context" holds "${entry.slice(0, 200)}", which is no URL.`);
  }
  if (!isObject(entry)) {
    return malformed('"@context" may hold addresses of contexts and contexts written out, nothing else.');
  }
  if (profile === 'plain') {
    return unknown(entry, profile);
  }
  const problem = inlineContextProblem(entry);
  return problem === undefined ? undefined : malformed(`A context written inside the credential ${problem}.`);
}

function orderProblem(document: JsonObject, contexts: readonly Json[], profile: Profile): Problem | undefined {
  const [first] = contexts;
  const enveloped = listOf(document.type).some((type) => typeof type === 'string' && type.startsWith('Enveloped'));
  const list = Array.isArray(document['@context']) || enveloped;
  const known = first === CREDENTIALS_CONTEXT || (profile === 'data-model' && first === CREDENTIALS_V1_CONTEXT);
  const urls = contexts.filter((context) => typeof context === 'string');
  return !list || !known || new Set(urls).size !== urls.length || contexts.length > MAX_CONTEXTS
    ? malformed(`"@context" must be a list that begins with ${CREDENTIALS_CONTEXT} and names each context once.`)
    : undefined;
}

function problemOf(document: JsonObject, profile: Profile): Problem | undefined {
  const contexts = listOf(document['@context']);
  return (
    contexts
      .slice(0, MAX_CONTEXTS)
      .reduce<Problem | undefined>((found, entry) => found ?? entryProblem(entry, profile), undefined) ??
    orderProblem(document, contexts, profile)
  );
}

/** Collects the credentials inside a document: of a presentation, of a learner record, at any depth. */
function collect(node: Json, found: JsonObject[]): JsonObject[] {
  if (Array.isArray(node)) {
    for (const entry of node) {
      collect(entry, found);
    }
  } else if (isObject(node)) {
    for (const name of Object.keys(node)) {
      const value = node[name];
      if (typeof value !== 'object' || name === '@context') {
        continue;
      }
      if (name === 'verifiableCredential') {
        found.push(...listOf(value).filter(isObject));
      }
      collect(value, found);
    }
  }
  return found;
}

/**
 * Checks that a document, and each credential inside it, names only contexts that are bundled here, that of the data
 * model first.
 *
 * Contexts are no part of what a signature over RDF covers, so a context that is not known, or that gives a name of the
 * data model another spelling, could let a signed document say something else.
 *
 * @param document screened in the same profile.
 * @see Verifiable Credentials Data Model 2.0, 4.3; Verifiable Credential Data Integrity 1.0, 4.6 (context validation).
 */
export function checkContexts(document: JsonObject, options: ProfileOptions = {}): Check {
  const profile = options.profile ?? 'plain';
  for (const one of collect(document, [document])) {
    const problem = problemOf(one, profile);
    if (problem !== undefined) {
      return failed('contexts', problem.code, problem.detail);
    }
  }
  return passed('contexts', 'Every term of the credential is defined by a context known here.');
}
