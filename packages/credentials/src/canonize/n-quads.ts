/** A term of a canonical N-Quad. A literal's `suffix` is its closing quote with the language tag or datatype. */
export type Term =
  | { readonly kind: 'iri'; readonly iri: string }
  | { readonly kind: 'blank'; readonly number: number }
  | { readonly kind: 'literal'; readonly escaped: string; readonly suffix: string };

/** One line of a canonical dataset; the default graph has no name. */
export interface Quad {
  readonly subject: Term;
  readonly predicate: string;
  readonly object: Term;
  readonly graph: Term | undefined;
}

const LINE =
  /^(?<subject><[^>]*>|_:c14n\d+) <(?<predicate>[^>]*)> (?<object><[^>]*>|_:c14n\d+|"(?:[^"\\]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?)(?: (?<graph><[^>]*>|_:c14n\d+))? \.$/;
const BLANK = '_:c14n';

function termOf(text: string): Term {
  if (text.startsWith('<')) {
    return { kind: 'iri', iri: text.slice(1, -1) };
  }
  if (text.startsWith(BLANK)) {
    return { kind: 'blank', number: Number(text.slice(BLANK.length)) };
  }
  const end = text.lastIndexOf('"');
  return { kind: 'literal', escaped: text.slice(1, end), suffix: text.slice(end) };
}

/**
 * Reads what RDFC-1.0 writes, and nothing more of N-Quads.
 *
 * @returns undefined when a line is not in the canonical form.
 * @see RDF Dataset Canonicalization 1.0, 5 (serialization), A (canonical form of N-Quads).
 */
export function parseCanonical(text: string): readonly Quad[] | undefined {
  if (!text.endsWith('\n')) {
    return undefined;
  }
  const quads: Quad[] = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const { subject, predicate, object, graph } = LINE.exec(line)?.groups ?? {};
    if (subject === undefined || predicate === undefined || object === undefined) {
      return undefined;
    }
    quads.push({
      subject: termOf(subject),
      predicate,
      object: termOf(object),
      graph: graph === undefined ? undefined : termOf(graph),
    });
  }
  return quads;
}

const PERHAPS_ESCAPED = /["\\\p{Cc}]/u;
const PERHAPS_ESCAPED_ALL = /["\\\p{Cc}]/gu;
const SHORT: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** The control characters from U+0080 on stand for themselves. */
function escapeOf(character: string): string {
  const code = character.charCodeAt(0);
  return SHORT[character] ?? (code < 0x80 ? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}` : character);
}

/** The text of a literal as canonical N-Quads write it, without its quotes. */
export function escapeLiteral(text: string): string {
  return PERHAPS_ESCAPED.test(text) ? text.replace(PERHAPS_ESCAPED_ALL, escapeOf) : text;
}
