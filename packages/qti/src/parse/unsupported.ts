import type { XmlElement } from '../xml/tree.ts';

/** A piece of response processing is not understood, so that none of it may run. */
export class Unsupported extends Error {
  readonly element: XmlElement;

  constructor(element: XmlElement, message: string) {
    super(message);
    this.name = 'Unsupported';
    this.element = element;
  }
}
