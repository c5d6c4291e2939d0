import jsonld, { type RemoteDocument } from 'jsonld';
import { canonize as canonizeDataset } from 'rdf-canonize';
import { findContext } from '../contexts.ts';
import type { JsonObject } from '../json.ts';

/**
 * Turns a JSON-LD document into its canonical N-Quads (RDFC-1.0 with SHA-256), in safe mode: it rejects rather than
 * leave out anything that the contexts do not define, and fetches nothing.
 *
 * Every implementation gives the bytes that `libraryCanonize` gives, and rejects what it rejects.
 */
export type Canonize = (document: JsonObject) => Promise<string>;

/** Work that one document may cause: times that the deep comparison of blank nodes runs, per blank node. */
const MAX_WORK_FACTOR = 1;

/** Serves the bundled contexts and nothing else. */
export async function contextLoader(url: string): Promise<RemoteDocument> {
  const document = findContext(url);
  if (document === undefined) {
    throw new RangeError(`"${url}" is not bundled, and nothing is fetched.`);
  }
  return { contextUrl: null, documentUrl: url, document, tag: 'static' };
}

/**
 * Tells whether a text or a name anywhere in a document is "__proto__". The JSON-LD processor keeps nodes in plain
 * objects by their identifiers, so that one of this name would write to the prototype of all objects: every document
 * after it would be read wrongly.
 */
function reachesPrototype(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return value === '__proto__';
  }
  return Object.entries(value).some(([name, member]) => name === '__proto__' || reachesPrototype(member));
}

function canonizeWith(messageDigestAlgorithm: 'sha256' | 'sha384'): Canonize {
  return async (document) => {
    if (reachesPrototype(document)) {
      throw new RangeError('The document holds "__proto__", which the JSON-LD processor must not be given.');
    }
    const dataset = await jsonld.toRDF(document, {
      documentLoader: contextLoader,
      base: null,
      safe: true,
      rdfDirection: 'i18n-datatype',
      produceGeneralizedRdf: false,
    });
    return canonizeDataset(dataset, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      messageDigestAlgorithm,
      maxWorkFactor: MAX_WORK_FACTOR,
    });
  };
}

/**
 * Canonicalizes with `jsonld` and `rdf-canonize`, the reference for every faster way.
 *
 * @throws {Error} for a term, type or identifier that would be dropped, an unknown context, and a graph whose blank
 *   nodes cannot be told apart within the work allowed ("poison graphs").
 * @see RDF Dataset Canonicalization, 4.4 and 7.1 (dataset poisoning); Verifiable Credential Data Integrity 1.0, 4.6.
 */
export const libraryCanonize: Canonize = canonizeWith('sha256');

/** As `libraryCanonize`, with the hash that keys of P-384 ask for (Data Integrity ECDSA Cryptosuites 1.0, 3). */
export const libraryCanonizeSha384: Canonize = canonizeWith('sha384');

/** The name of the term that no context defines, when that is what the JSON-LD processor's error says. */
export function undefinedTermOf(error: unknown): string | undefined {
  const details = error instanceof Error && 'details' in error ? error.details : undefined;
  const event = typeof details === 'object' && details !== null && 'event' in details ? details.event : undefined;
  const more = typeof event === 'object' && event !== null && 'details' in event ? event.details : undefined;
  const named = typeof more === 'object' && more !== null ? Object.entries(more) : [];
  const [, term] = named.find(([name]) => ['property', 'type', 'value', 'id', 'relativeIri'].includes(name)) ?? [];
  return event === undefined ? undefined : String(term ?? 'a value');
}
