import type { Message } from '../model/message.ts';
import { readXml, type XmlLimits } from '../xml/read.ts';
import { XmlRefusal } from '../xml/refusal.ts';
import { childElements, type XmlElement } from '../xml/tree.ts';

/** Where a document holds a value in an attribute; its beginning when nowhere. */
export type Locate = (value: string) => Pick<Message, 'line' | 'column'>;

/** The place of a message about a whole document. */
export const START: Pick<Message, 'line' | 'column'> = { line: 1, column: 1 };

/** Reads the document again to find places, but only when somebody asks. */
export function locator(bytes: Uint8Array, limits: XmlLimits): Locate {
  let places: Map<string, Pick<Message, 'line' | 'column'>> | undefined;
  return (value) => {
    places ??= placesIn(bytes, limits);
    return places.get(value.trim()) ?? START;
  };
}

function placesIn(bytes: Uint8Array, limits: XmlLimits): Map<string, Pick<Message, 'line' | 'column'>> {
  const places = new Map<string, Pick<Message, 'line' | 'column'>>();
  try {
    const { root, locate } = readXml(bytes, limits);
    const open: XmlElement[] = [root];
    for (let element = open.pop(); element !== undefined; element = open.pop()) {
      for (const { value } of element.attributes) {
        if (!places.has(value.trim())) places.set(value.trim(), locate(element.offset));
      }
      open.push(...childElements(element).reverse());
    }
  } catch (error) {
    if (!(error instanceof XmlRefusal)) throw error;
  }
  return places;
}
