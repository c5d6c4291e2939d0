import credentialsV2 from './contexts/credentials-v2.json' with { type: 'json' };
import openBadges from './contexts/open-badges-3.0.3.json' with { type: 'json' };
import type { Json, JsonObject } from './json.ts';
import { listOf } from './json.ts';
import { type Check, failed, passed } from './report.ts';

/** Context of the Verifiable Credentials Data Model 2.0 (§4.3: it must come first). */
export const CREDENTIALS_CONTEXT = 'https://www.w3.org/ns/credentials/v2';

/** Context of Open Badges 3.0, version 3.0.3. */
export const OPEN_BADGES_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

const bundled: ReadonlyMap<string, object> = new Map<string, object>([
  [CREDENTIALS_CONTEXT, credentialsV2],
  [OPEN_BADGES_CONTEXT, openBadges],
]);

/**
 * A context that ships with this package. None is ever fetched: a context decides what a signature means, so one
 * that could change would let a signed credential change its meaning.
 *
 * @returns the JSON-LD document, shared: do not change it; undefined for any other URL.
 */
export function findContext(url: string): object | undefined {
  return bundled.get(url);
}

function describe(context: Json): string {
  return typeof context === 'string' ? `"${context.slice(0, 200)}"` : 'written inside the credential';
}

/**
 * Checks that a document names only contexts that are bundled here, the credentials context first.
 *
 * @see Verifiable Credentials Data Model 2.0, 4.3; Verifiable Credential Data Integrity 1.0, 4.6 (context validation).
 */
export function checkContexts(document: JsonObject): Check {
  const contexts = listOf(document['@context']);
  const unknown = contexts.filter((context) => typeof context !== 'string' || !bundled.has(context));
  if (unknown.length > 0) {
    const names = unknown.slice(0, 3).map(describe).join(', ');
    return failed(
      'contexts',
      'context-unknown',
      `The credential defines its terms by a context that is not known here: ${names}. ` +
        'What it says cannot be told from its signature. Known contexts: ' +
        `${[...bundled.keys()].join(', ')}.`,
    );
  }
  if (contexts[0] !== CREDENTIALS_CONTEXT || new Set(contexts).size !== contexts.length) {
    return failed(
      'contexts',
      'malformed',
      `"@context" must begin with ${CREDENTIALS_CONTEXT} and name each context once.`,
    );
  }
  return passed('contexts', 'Every term of the credential is defined by a context known here.');
}
