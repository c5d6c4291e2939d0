import type { XmlElement } from '../../xml/tree.ts';
import type { Attributes } from '../attributes.ts';
import type { Report } from '../report.ts';

/** The identifiers of one set of choices, gaps or hotspots: an answer must tell them apart. */
export class Identifiers {
  readonly #seen = new Set<string>();
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  /** Takes the attribute identifier; one that is used twice refuses the item. */
  take(attributes: Attributes): string {
    const identifier = attributes.identifier('identifier');
    if (this.#seen.has(identifier)) {
      const { element } = attributes;
      this.#report.refuse(
        element,
        `the identifier "${identifier}" is used twice; give each <${element.local}> its own`,
      );
    }
    this.#seen.add(identifier);
    return identifier;
  }

  get size(): number {
    return this.#seen.size;
  }

  /** Reports those that another set has as well, which is not allowed but can be told apart by the place in a pair. */
  reportShared(other: Identifiers, at: XmlElement): void {
    const shared = [...this.#seen].find((identifier) => other.#seen.has(identifier));
    if (shared === undefined) return;
    this.#report.lose(at, `the identifier "${shared}" is used on both sides of <${at.local}>; give each its own`);
  }
}
