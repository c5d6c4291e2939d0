import { childElements, isBlank, ownText, type XmlElement } from '../xml/tree.ts';
import { qtiName } from './namespace.ts';
import type { Report } from './report.ts';

/** The children of an element by name, in document order. */
export class Parts {
  readonly #element: XmlElement;
  readonly #report: Report;
  readonly #lists: ReadonlyMap<string, readonly XmlElement[]>;

  /** Children whose names are not among these, and text between them, are reported. */
  constructor(element: XmlElement, names: readonly string[], report: Report) {
    this.#element = element;
    this.#report = report;
    const lists = new Map<string, XmlElement[]>(names.map((name) => [name, []]));
    for (const child of childElements(element)) {
      const list = lists.get(qtiName(child) ?? '');
      if (list !== undefined) list.push(child);
      else report.lose(child, `<${child.local}> is not known here; left out with its content`);
    }
    if (!isBlank(ownText(element))) report.lose(element, `text directly in <${element.local}> is left out`);
    this.#lists = lists;
  }

  all(name: string): readonly XmlElement[] {
    return this.#lists.get(name) ?? [];
  }

  /** The one child of that name, if any; a second one refuses the document. */
  only(name: string): XmlElement | undefined {
    const [first, second] = this.all(name);
    if (second === undefined) return first;
    return this.#report.refuse(second, `<${this.#element.local}> has one <${name}>; remove this second one`);
  }
}
