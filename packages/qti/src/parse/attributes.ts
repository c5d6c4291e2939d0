import type { XmlElement } from '../xml/tree.ts';
import { isIdentifier, isLooseIdentifier, parseNumber, tokens } from './lexical.ts';
import type { Report } from './report.ts';

/** The namespace of xml:lang and its like, which needs no declaration. */
export const XML = 'http://www.w3.org/XML/1998/namespace';
const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * The attributes of one element, each taken once. What nobody took is reported by `finish`, so that no attribute is
 * lost silently. An `xml:lang` is taken as `xml:lang`; hints for schema validators are no content and are passed over.
 */
export class Attributes {
  readonly element: XmlElement;
  readonly #report: Report;
  readonly #fail: (at: XmlElement, text: string) => never;
  readonly #left = new Map<string, string>();

  /** @param fail what a wrong attribute does; without it the document is refused. */
  constructor(element: XmlElement, report: Report, fail?: (at: XmlElement, text: string) => never) {
    this.element = element;
    this.#report = report;
    this.#fail = fail ?? ((at, text) => report.refuse(at, text));
    for (const { name, uri, local, value } of element.attributes) {
      if (uri === SCHEMA_INSTANCE) continue;
      this.#left.set(uri === XML ? `xml:${local}` : name, value);
    }
  }

  take(name: string): string | undefined {
    const value = this.#left.get(name);
    this.#left.delete(name);
    return value;
  }

  has(name: string): boolean {
    return this.#left.has(name);
  }

  require(name: string): string {
    return this.take(name) ?? this.#refuse(`<${this.element.local}> needs the attribute ${name}`);
  }

  identifier(name: string): string {
    const value = this.require(name).trim();
    if (isIdentifier(value)) return value;
    if (isLooseIdentifier(value)) {
      // Where it is named; what refers to it need not say so again.
      if (name === 'identifier') {
        const shown = `identifier="${value.slice(0, 60)}" of <${this.element.local}>`;
        this.#report.lose(this.element, `${shown} should not begin with a digit; kept as it is`);
      }
      return value;
    }
    return this.#bad(name, value, 'an identifier: a letter or _, then letters, digits, _, - and .');
  }

  boolean(name: string, fallback: boolean): boolean {
    const value = this.take(name)?.trim();
    if (value === undefined) return fallback;
    const small = value.toLowerCase();
    if (!/^(true|false|1|0)$/.test(small)) return this.#bad(name, value, '"true" or "false"');
    if (small !== value) {
      const shown = `${name}="${value}" of <${this.element.local}>`;
      this.#report.lose(this.element, `${shown} must be true or false; read as ${small}`);
    }
    return small === 'true' || small === '1';
  }

  /** A non-negative integer. */
  count(name: string, fallback: number): number {
    const value = this.take(name)?.trim();
    if (value === undefined) return fallback;
    return /^\d{1,6}$/.test(value) ? Number(value) : this.#bad(name, value, 'a whole number, 0 or more');
  }

  /** A finite number, or null without the attribute. */
  number(name: string): number | null {
    const value = this.take(name);
    if (value === undefined) return null;
    return parseNumber(value) ?? this.#bad(name, value, 'a number');
  }

  /** A whole number of any sign, or null without the attribute. */
  integer(name: string): number | null {
    const value = this.take(name)?.trim();
    if (value === undefined) return null;
    return /^[+-]?\d{1,15}$/.test(value) ? Number(value) : this.#bad(name, value, 'a whole number');
  }

  /** The words of a white-space separated list, each once; empty without the attribute. */
  tokens(name: string): string[] {
    return tokens(this.take(name));
  }

  /** Such as `oneOf`, of an attribute that must be there. */
  requireOneOf<T extends string>(name: string, allowed: readonly T[]): T {
    return this.oneOf(name, allowed) ?? this.#refuse(`<${this.element.local}> needs the attribute ${name}`);
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.take(name)?.trim();
    if (value === undefined) return undefined;
    return allowed.find((word) => word === value) ?? this.#bad(name, value, `one of ${allowed.join(', ')}`);
  }

  /** The names that nobody has taken yet. */
  names(): string[] {
    return [...this.#left.keys()];
  }

  finish(): void {
    for (const name of this.names()) {
      this.#report.lose(this.element, `the attribute ${name} of <${this.element.local}> is not supported; left out`);
    }
  }

  #bad(name: string, value: string, wanted: string): never {
    return this.#refuse(`${name}=${JSON.stringify(value.slice(0, 60))} of <${this.element.local}> must be ${wanted}`);
  }

  #refuse(text: string): never {
    return this.#fail(this.element, text);
  }
}
