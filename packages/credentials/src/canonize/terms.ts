import { findContext } from '../contexts.ts';

/** What a set of contexts can do to an identifier: a term stands for another IRI, a prefix begins one. */
export interface TermNames {
  /** Every name that any of the contexts, scoped ones included, gives a meaning or could. */
  readonly prefixes: ReadonlySet<string>;
  /** Those of them that contain a colon, and so could be a whole IRI. */
  readonly iris: ReadonlySet<string>;
}

function collect(value: unknown, names: Set<string>, seen: Set<string>): boolean {
  if (Array.isArray(value)) {
    return value.every((entry) => collect(entry, names, seen));
  }
  if (typeof value !== 'object' || value === null) {
    return true;
  }
  return Object.entries(value).every(([name, member]) => {
    names.add(name);
    const references = name === '@context' || name === '@import' ? [member].flat() : [];
    return (
      references.every((reference) => typeof reference !== 'string' || collectFrom(reference, names, seen)) &&
      collect(member, names, seen)
    );
  });
}

function collectFrom(url: string, names: Set<string>, seen: Set<string>): boolean {
  if (seen.has(url)) {
    return true;
  }
  seen.add(url);
  const context = findContext(url);
  return context !== undefined && collect(context, names, seen);
}

/**
 * The names that bundled contexts define, taken all together: more than are ever in force at one place.
 *
 * @param contexts addresses.
 * @returns undefined when one of them, or one that they refer to, is not bundled.
 */
export function termNamesOf(contexts: readonly unknown[]): TermNames | undefined {
  const names = new Set<string>();
  const seen = new Set<string>();
  const known = contexts.every((url) => typeof url === 'string' && collectFrom(url, names, seen));
  return known ? { prefixes: names, iris: new Set([...names].filter((name) => name.includes(':'))) } : undefined;
}

/**
 * Absolute, and free of what N-Quads escapes (RDF 1.1 N-Quads, IRIREF) and of what JSON-LD takes for the end of an
 * IRI (white space of any kind). The library reads somewhat more than this as an IRI; that is left to it.
 */
const CARRIED_IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s\p{Cc}<>"{}|^`\\]*$/u;

/**
 * Tells whether expansion carries an identifier through as it is: it is an absolute IRI, no term, and does not begin
 * with a prefix.
 *
 * @see JSON-LD 1.1 Processing Algorithms, 5.2 (IRI expansion).
 */
export function isCarriedIri(text: string, terms: TermNames): boolean {
  if (!CARRIED_IRI.test(text) || (terms.iris.size > 0 && terms.iris.has(text))) {
    return false;
  }
  const colon = text.indexOf(':');
  return text.startsWith('//', colon + 1) || !terms.prefixes.has(text.slice(0, colon));
}
