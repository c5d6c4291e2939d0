import { childElements, ownText, type XmlElement } from '../xml/tree.ts';

/** One element of a document of needs and preferences, whether it came as XML or as JSON. */
export interface PnpEntry {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly PnpEntry[];
  readonly text: string;
  /** The element, for messages; its path in JSON. */
  readonly at: XmlElement | string;
}

const XML = 'http://www.w3.org/XML/1998/namespace';

/** Extensions are of a namespace of their own: they are named `ext:…`. */
export function entryOfXml(element: XmlElement, uri: string): PnpEntry {
  const attributes = element.attributes
    .filter((attribute) => attribute.uri === '' || attribute.uri === XML)
    .map((attribute) => [attribute.uri === XML ? `xml:${attribute.local}` : attribute.name, attribute.value.trim()]);
  return {
    name: element.uri === uri ? element.local : `ext:${element.local}`,
    attributes: Object.fromEntries(attributes),
    children: childElements(element).map((child) => entryOfXml(child, uri)),
    text: ownText(element).trim(),
    at: element,
  };
}

const MAX_DEPTH = 8;

/**
 * JSON with the same names: an object is an element of its members, a list is the element given several times, `true`
 * is an empty element and `false` none; `xml:lang` (or `lang`) is the language. A set may be a list of names.
 */
export function entriesOfJson(name: string, json: unknown, path: string, depth = 0): PnpEntry[] {
  const entry = { name, attributes: {}, children: [], text: '', at: path };
  if (json === false || json === null || json === undefined || depth > MAX_DEPTH) return [];
  if (json === true) return [entry];
  if (typeof json === 'string' || typeof json === 'number') return [{ ...entry, text: String(json).trim() }];
  if (Array.isArray(json)) return json.flatMap((each, at) => entriesOfJson(name, each, `${path}/${at}`, depth + 1));
  if (typeof json !== 'object') return [];
  const members = Object.entries(json);
  const language = members.find(([key]) => key === 'xml:lang' || key === 'lang')?.[1];
  const children = members
    .filter(([key]) => key !== 'xml:lang' && key !== 'lang')
    .flatMap(([key, value]) => entriesOfJson(key, value, `${path}/${key}`, depth + 1));
  return [{ ...entry, attributes: typeof language === 'string' ? { 'xml:lang': language.trim() } : {}, children }];
}
